import PlanDocuments
import Testing

@testable import Drafting

/// Ends and hours as people say them; what is unclear is asked, and nothing is read as something else.
@Suite struct EndsAndHoursTests {
  static let today = Day(number: 20_787)

  @Test(arguments: SloppyWordsTests.table("ends-in-words.txt"))
  func anEndIsReadOrAsked(row: [String]) {
    #expect(Self.today.description == "2026-11-30")
    let end = (try? AnchorQuestion.end(row[0], today: Self.today)).map { $0?.description ?? "none" } ?? "ask"
    #expect(end == row[1], "\(row[0])")
  }

  @Test(arguments: SloppyWordsTests.table("hours-in-words.txt"))
  func hoursAreReadOrAsked(row: [String]) throws {
    let entries = HoursAnswer.entries(row[0], today: Self.today)
    #expect(entries ?? "ask" == row[1], "\(row[0])")
    if let entries { _ = try Hours(reading: Array(entries.utf8)[...]) }
  }
}
