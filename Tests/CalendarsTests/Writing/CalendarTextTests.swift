import TestSupport
import Testing

@testable import Calendars

@Suite struct CalendarTextTests {
  @Test(arguments: 1...40)
  func linesAreFoldedBetweenCharactersAndJoinBack(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let letters: [Character] = ["a", "é", "漢", "🌍", ",", ";", "\\", "\n", " ", ":", "\""]
    let value = String(
      (0..<Int.random(in: 0...400, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" })
    var text = CalendarText()
    text.add("SUMMARY", text: value)
    let lines = text.bytes.split(separator: 0x0A, omittingEmptySubsequences: true)
    #expect(lines.allSatisfy { $0.last == 0x0D && $0.count <= 76 })
    #expect(lines.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
    let joined = lines.enumerated().flatMap {
      $0.offset == 0 ? $0.element.dropLast() : $0.element.dropFirst().dropLast()
    }
    #expect(String(decoding: joined, as: UTF8.self) == "SUMMARY:" + CalendarText.escaped(value))
    var read = ContentLines(text.bytes, longest: 100_000)
    #expect(read.next()?.text.trimmingBlanks == String(value.map { $0 == "\n" ? " " : $0 }).trimmingBlanks)
  }

  @Test func controlCharactersNeverReachACalendar() {
    #expect(CalendarText.escaped("a\u{1B}[2Jb\r\nc\u{0}\u{9B}") == "a[2Jb\\nc")
  }

  @Test func namesAreUUIDsOfVersionFive() {
    #expect(OwnUID.uid(of: "due book/part-1") == "mm-66ef10d0-df18-5500-99ff-3416ae5d63cd")
    #expect(OwnUID.uid(of: String(repeating: "x", count: 200)) == "mm-43d7680e-7e30-5dc2-8fa9-359863dcc37c")
    #expect(OwnUID.isOwn(OwnUID.uid(of: "review")))
    #expect(!OwnUID.isOwn("5FC53010-1267-4F8E-BC28-1D7AE55A7C99"))
    #expect(!OwnUID.isOwn("mm-5FC53010-1267-4F8E-BC28-1D7AE55A7C99"))
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
