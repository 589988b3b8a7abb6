import Calendars
import Checks
import PlanDocuments
import PlanModel
import Testing

@testable import BundledFiles

/// The sample must show something real.
@Suite struct SampleFindingsTests {
  static func facts(on today: Day) throws -> CheckFacts {
    var reader = DocumentReader()
    let files = try SampleVault(today: today).files
    let documents =
      files
      .filter { $0.path.fileName.hasSuffix(".md") && !$0.path.description.hasPrefix("archive") }
      .map { reader.document(from: SourceText(path: $0.path, bytes: $0.bytes)) }
    let settings = try #require(documents.first { $0.text.path.description == "mm.md" })
    var snapshot = VaultSnapshot(
      settings: settings, documents: documents.filter { $0.kind == .goal || $0.kind == .milestone })
    var reading = BusyReading(
      days: DayRange(today - 371, today + 1099), zones: ZoneFinder(own: .utc) { _ in nil })
    reading.begin(BusyCalendar.Source(name: "calendar"))
    for file in files where file.path.fileName.hasSuffix(".ics") { reading.add(file.bytes) }
    snapshot.busy = reading.calendar
    return CheckFacts(Plan(reading: snapshot, today: today))
  }

  @Test func itsChecksFindWhatWasPutThere() throws {
    let found = CheckRunner().findings(in: try Self.facts(on: SampleVaultTests.reference))
    let checks = Set(found.filter { $0.severity > .hint }.map(\.check)).subtracting(["stalled", "review-due"])
    #expect(
      checks == [
        "bad-value", "dates-too-tight", "day-off", "impossible-date", "no-date", "not-anchored", "overdue",
        "unknown-dependency",
      ])
    #expect(found.contains { $0.check == "misspelt-key" })
  }

  @Test func fiveGoalsAreWrittenInAllTheWays() throws {
    let plan = try Self.facts(on: SampleVaultTests.reference).plan
    #expect(plan.goals.map(\.id) == ["book", "consulting", "half-marathon", "portuguese", "promotion"])
    let spellings = Set(plan.documents.flatMap { document in document.fields.map(\.spelling) })
    #expect(spellings.isSuperset(of: [.own, .emoji, .bareHours]))
    let origins = Set(
      plan.milestones.map { milestone in
        switch milestone.origin {
        case .item: "line"
        case .file(link: nil): "file"
        case .file: "file with a link"
        }
      })
    #expect(origins == ["line", "file", "file with a link"])
  }

  @Test func theFindingsAreTheSameOnEveryDayOfTheYear() throws {
    let expected = CheckRunner().findings(in: try Self.facts(on: SampleVaultTests.reference)).map(\.check)
    for weeks in [-52, -9, 20, 26, 40, 300] {
      let found = CheckRunner().findings(in: try Self.facts(on: SampleVaultTests.reference + weeks * 7))
      #expect(found.map(\.check) == expected)
    }
  }
}
