import Foundation
import JSONText
import PlanDocuments
import TestSupport
import Testing

@Suite struct JSONValueTests {
  @Test func membersKeepTheirOrderAndNumbersTheirDigits() {
    let value: JSONValue = [
      "b": 1, "a": [true, nil, []], "n": .number(12.340, decimals: 2), "m": .number(-0.05, decimals: 1), "e": [:],
    ]
    #expect(
      value.text == """
        {
          "b": 1,
          "a": [
            true,
            null,
            []
          ],
          "n": 12.34,
          "m": -0.1,
          "e": {}
        }

        """)
  }

  @Test func anyTextComesBackThroughAnotherReader() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<200 {
      let scalars = (0..<20).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0...0x3000, using: &generator)) }
      let text = String(String.UnicodeScalarView(scalars)) + "\u{202E}\u{1B}[31m\"\\\u{10FFFF}📅"
      let read = try JSONSerialization.jsonObject(with: Data(JSONValue.object([.init("t", .string(text))]).text.utf8))
      let object = try #require(read as? [String: String])
      #expect(Array((object["t"] ?? "").unicodeScalars) == Array(text.unicodeScalars))
    }
  }

  @Test func nothingThatActsOnATerminalIsPrintedRaw() {
    let text = JSONValue.string("\u{1B}]52;c;\u{7}\u{9B}31m\u{202E}abc\u{2066}").text
    #expect(!text.unicodeScalars.contains { $0.isTerminalHazard })
  }
}
