import PlanDocuments
import Testing

@testable import BundledFiles

@Suite struct SampleVaultTests {
  static let reference = Day(year: 2026, month: 9, day: 6) ?? Day(number: 0)

  @Test func onTheReferenceDayTheFilesAreAsTheyStandInTheFolder() throws {
    let sample = try SampleVault(today: Self.reference)
    let folder = BundledFile.sampleVault.filter { $0.path != SampleVault.historyPath }
    #expect(sample.files.map(\.path.description) == folder.map(\.path))
    #expect(sample.files.map { String(decoding: $0.bytes, as: UTF8.self) } == folder.map(\.text))
  }

  @Test func theWeeksLaidOverEachOtherGiveTheVault() throws {
    let sample = try SampleVault(today: Self.reference + 1000)
    var laid: [VaultPath: [UInt8]] = [:]
    for step in sample.steps {
      for file in step.files {
        #expect(laid[file.path] != file.bytes, "\(step.title): \(file.path) is written without a change")
        laid[file.path] = file.bytes
      }
    }
    #expect(laid == Dictionary(uniqueKeysWithValues: sample.files.map { ($0.path, $0.bytes) }))
  }

  @Test func elevenCommitsLieInElevenWeeksAndEndBeforeToday() throws {
    let sample = try SampleVault(today: Self.reference)
    #expect(sample.steps.count == 11)
    #expect(Set(sample.steps.map(\.day.monday)).count == 11)
    #expect(sample.steps.map(\.day) == sample.steps.map(\.day).sorted())
    #expect(sample.steps.allSatisfy { $0.day < Self.reference && !$0.files.isEmpty })
    let first = try #require(sample.steps.first)
    for file in first.files
    where !file.path.description.hasPrefix("archive") && !file.path.description.hasPrefix("notes") {
      #expect(!String(decoding: file.bytes, as: UTF8.self).contains("[x]"), "\(file.path) begins with a ticked box")
    }
  }

  @Test func wholeWeeksMoveEveryDateSoThatTheReferenceIsTheLastSunday() throws {
    let original = try SampleVault(today: Self.reference).files
    for offset in [-400, -1, 0, 1, 6, 7, 366, 3000] {
      let moved = try SampleVault(today: Self.reference + offset).files
      let weeks = (Double(offset) / 7).rounded(.down)
      for (one, other) in zip(original, moved) {
        let days = zip(Self.days(in: one), Self.days(in: other)).map { $1 - $0 }
        #expect(days.allSatisfy { $0 == Int(weeks) * 7 }, "\(one.path)")
      }
    }
  }

  /// Every date of a file, in order, found without the code under test: by trying each place.
  static func days(in file: SampleVault.File) -> [Day] {
    let length = file.path.description.hasSuffix(".ics") ? 8 : 10
    return file.bytes.indices.dropLast(length - 1).compactMap { start in
      let text = String(decoding: file.bytes[start..<start + length], as: UTF8.self)
      let digits = length == 8 ? text : text.replacing("-", with: "")
      guard digits.count == 8, digits.allSatisfy(\.isNumber), digits.hasPrefix("20") else { return nil }
      let number = Int(digits) ?? 0
      return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }
  }

  @Test func proseNamesNoMonthsAndNoSeasons() {
    let words = [
      "January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December",
      "spring", "summer", "autumn", "winter", "Christmas", "Easter",
    ]
    for file in BundledFile.sampleVault {
      for word in words { #expect(!file.text.contains(word), "\(file.path) names \(word)") }
    }
  }

  @Test(arguments: [
    ("due:2026-07-19 x", "due:2026-07-26 x"), ("2026-12-31..2027-01-02", "2027-01-07..2027-01-09"),
    ("2026-02-30", "2026-02-30"), ("12026-07-19", "12026-07-19"), ("2026-07-190", "2026-07-190"),
    ("progress:15000/20000", "progress:15000/20000"), ("20260719", "20260719"),
    ("2026-07-19-notes", "2026-07-26-notes"),
  ])
  func onlyDatesMove(text: String, moved: String) {
    #expect(MovedDates.text(text, by: 7, isCalendar: false) == moved)
  }

  @Test func aCalendarsDatesMove() {
    let text = "DTSTART;VALUE=DATE:20260719\nDTEND:20261231T070000Z\nUID:12345678901\n"
    let moved = "DTSTART;VALUE=DATE:20260726\nDTEND:20270107T070000Z\nUID:12345678901\n"
    #expect(MovedDates.text(text, by: 7, isCalendar: true) == moved)
  }

  @Test(arguments: [
    "tick a.md | nowhere", "tick a.md | open", "add a.md | twice", "change a.md | x => nowhere", "new b.md",
    "lick a.md | x",
  ])
  func aHistoryThatDoesNotFitItsFilesSaysWhere(line: String) {
    let files = [
      ("a.md" as StaticString, "- [x] done\n- [ ] open\ntwice\ntwice\n" as StaticString)
    ].map { BundledFile((path: $0.0, text: $0.1)) }
    let history = "reference 2026-09-06\n2026-08-30 10:00 First\n2026-09-05 10:00 Second\n" + line + "\n"
    #expect {
      _ = try SampleVault(files + [BundledFile(path: "history.txt", text: history)], today: Self.reference)
    } throws: { ($0 as? SampleProblem)?.line == 4 }
  }
}
