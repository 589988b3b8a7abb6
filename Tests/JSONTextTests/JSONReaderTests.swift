import Foundation
import JSONText
import TestSupport
import Testing

@Suite struct JSONReaderTests {
  private func read(_ text: String) throws -> JSONValue { try JSONReader.value(of: Array(text.utf8)) }

  @Test func whatIsWrittenIsReadBack() throws {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      let value = Self.value(&random, depth: 4)
      #expect(try read(value.text) == value)
    }
  }

  private static func value(_ random: inout SeededGenerator, depth: Int) -> JSONValue {
    switch Int.random(in: 0..<(depth == 0 ? 5 : 7), using: &random) {
    case 0: .null
    case 1: .bool(Bool.random(using: &random))
    case 2: .integer(Int.random(in: .min ... .max, using: &random))
    case 3: .string(words(&random))
    case 4: .number(Double(Int.random(in: -9999...9999, using: &random) * 10 + 5) / 100, decimals: 2)
    case 5: .array((0..<Int.random(in: 0..<4, using: &random)).map { _ in value(&random, depth: depth - 1) })
    default:
      .object(
        (0..<Int.random(in: 0..<4, using: &random)).map {
          .init("\($0)" + words(&random), value(&random, depth: depth - 1))
        })
    }
  }

  private static func words(_ random: inout SeededGenerator) -> String {
    let characters: [Character] = ["a", "\"", "\\", "\n", "\t", "é", "漢", "🏃‍♀️", "\u{1b}", "\u{202e}", "\u{0}", "/", " "]
    return String(
      (0..<Int.random(in: 0..<8, using: &random)).map { _ in characters.randomElement(using: &random) ?? "a" })
  }

  @Test(arguments: [
    (" [1, -0, 2.50,\r\n1e3 , \"\\u00e9\\ud83c\\udfc3\\/\"] ", "[1, 0, 2.5, 1000, \"é🏃/\"]"),
    ("{\"a\":{},\"b\":[],\"c\":null}", "{\"a\": {}, \"b\": [], \"c\": null}"),
    ("123456789012345678901234567890", "123456789012345680000000000000"), ("\"\\u0000\"", "\"\\u0000\""),
  ])
  func goodTextIsRead(text: String, meaning: String) throws {
    let value = try read(text)
    let same = try read(meaning)
    if let number = value.double { #expect(number == same.double) } else { #expect(value.text == same.text) }
  }

  @Test(arguments: [
    "{'a':1}", "[1,]", "{\"a\":1,}", "{a:1}", "01", "1.", ".5", "+1", "1e", "NaN", "Infinity", "tru", "nulll", "[1 2]",
    "\"\n\"", "\"\\x\"", "\"\\u12g4\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "[1]]", "", " ", "// a\n1",
    "{\"a\":1,\"a\":2}", "{\"a\" 1}", "{1:2}", "\u{feff}1", "-", "--1", "1e400", "\"a", "[", "{\"a\":", "/*",
  ])
  func badTextIsRefused(text: String) {
    #expect(throws: JSONReader.Failure.self) { try read(text) }
  }

  @Test func everyBeginningOfATextEndsTooSoon() throws {
    let text = Array("{\"a\": [true, null, \"\\u00e9\\\"x\", {\"b\": \"c\"}]}".utf8)
    for count in 1..<text.count {
      #expect(throws: JSONReader.Failure.endsTooSoon) { try JSONReader.value(of: text[..<count]) }
    }
  }

  @Test func depthSizeAndBrokenTextAreLimits() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: JSONReader.Failure.tooDeep(offset: 64)) { try read(deep) }
    var limits = JSONReader.Limits()
    limits.bytes = 3
    #expect(throws: JSONReader.Failure.tooLarge) { try JSONReader.value(of: Array("1234".utf8), limits: limits) }
    #expect(throws: JSONReader.Failure.badText(offset: 0)) { try JSONReader.value(of: [0x22, 0xff, 0x22]) }
  }

  @Test func whatFollowsTheFirstValueMayBeLeft() throws {
    let found = try JSONReader.prefix(of: Array("{\"a\":1} and so on".utf8)[...])
    #expect(found.count == 7)
    #expect(found.value["a"]?.integer == 1)
  }

  /// Texts made by chance, most of them nearly right: Python's reader and ours take and refuse the same.
  @Test func agreesWithAnotherReader() throws {
    var random = SeededGenerator(seed: 5)
    let parts = [
      "{", "}", "[", "]", ",", ":", "\"a\"", "\"b\\n\"", "1", "-2.5", "1e2", "true", "null", " ", "\\", "\"", "0",
    ]
    var texts: [String] = []
    for _ in 0..<2_000 {
      var text = Self.value(&random, depth: 3).text
      if Bool.random(using: &random) {
        var characters = Array(text)
        for _ in 0..<Int.random(in: 1...2, using: &random) {
          let place = Int.random(in: 0...characters.count, using: &random)
          characters.insert(contentsOf: parts.randomElement(using: &random) ?? "", at: place)
        }
        text = String(characters)
      } else if Bool.random(using: &random) {
        text = (0..<Int.random(in: 1...6, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }
          .joined()
      }
      texts.append(text)
    }
    guard let verdicts = try Self.verdictsOfPython(on: texts) else { return }
    for (text, verdict) in zip(texts, verdicts) {
      let isGood = (try? read(text)) != nil
      #expect(isGood == verdict, "\(text.debugDescription)")
    }
  }

  /// Nil where there is no Python.
  private static func verdictsOfPython(on texts: [String]) throws -> [Bool]? {
    let script = """
      import json, sys
      def pairs(found):
          if len(dict(found)) != len(found): raise ValueError("twice")
          return dict(found)
      def refuse(word): raise ValueError(word)
      def finite(word):
          if float(word) in (float("inf"), float("-inf")): raise ValueError(word)
          return float(word)
      for text in sys.stdin.buffer.read().split(b"\\0"):
          try:
              json.loads(text.decode(), object_pairs_hook=pairs, parse_constant=refuse, parse_float=finite)
              sys.stdout.write("1")
          except ValueError:
              sys.stdout.write("0")
      """
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(texts.joined(separator: "\0").utf8))
    try input.fileHandleForWriting.close()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    if process.terminationStatus == 127 {
      print("left out: no python3 on this machine to compare with")
      return nil
    }
    return bytes.map { $0 == 0x31 }
  }
}
