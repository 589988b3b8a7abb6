import PlanDocuments
import TestSupport
import Testing

@testable import Checks
@testable import Drafting
@testable import PlanModel

/// A near language that somebody speaks saves hours, and one that they don't speak saves none.
@Suite struct SpokenRelativeTests {
  static let italian = FactTable.Entry(
    heading: "Italian", match: [], values: ["relatives": "Spanish, Portuguese, Catalan, French"])

  @Test(arguments: [
    ("I speak fluent Spanish", 0.5), ("native speaker of Portuguese", 0.5), ("French at B2", 0.67),
    ("no Spanish at all", 1),
    ("a few words of Spanish", 1), ("I don't speak Spanish", 1), ("my Spanish relatives visit often", 1), ("", 1),
    ("fluent in German, a little Spanish", 1),
  ])
  func onlyALanguageThatIsSpokenCounts(origin: String, share: Double) {
    let found = SpokenRelative(Self.italian, origin: [origin], words: .bundled)
    #expect((found?.share ?? 1) == share, "\(origin)")
  }

  @Test func anEntryWithoutRelativesHasNone() {
    let basque = FactTable.Entry(heading: "Basque", match: [], values: [:])
    let found = SpokenRelative(basque, origin: ["fluent in Spanish"], words: .bundled)
    #expect(found == nil)
  }
}

/// The last step of a person's list may be the day itself under a name of theirs.
@Suite struct DayItselfTests {
  private func drafted(_ list: String) throws -> (made: PlaybookDraft, after: String) {
    let wedding = try #require(SloppyWordsTests.playbooks.first { $0.name == "wedding" })
    let files = snapshot([
      "mm.md": "---\ntime: 10h/week\n---\n",
      "goals/wedding.md":
        "---\ngoal: Marry in June\ndeadline: 2027-06-19\ntime: 6h/week\n---\n\n## Milestones\n\n\(list)\n",
    ])
    let made = PlaybookDraft(
      wedding, for: GoalAnchor(ofGoal: 0, in: Plan(reading: files, today: august2)), home: .goal(0),
      on: DraftingGround(files, today: august2, words: .bundled))
    let placed = try PlacedDraft(made.draft, home: made.home(.goal(0)), in: files, today: august2)
    return (made, String(decoding: placed.change.files[0].result, as: UTF8.self))
  }

  @Test func aStepThatNamesTheSubjectIsTakenForTheDayAndAsked() throws {
    let (made, after) = try drafted("- [ ] Ask aunt Ruth for the barn\n- [ ] Get hitched")
    #expect(
      made.draft.questions.first?.hasPrefix("Is “Get hitched” the day itself?") == true, "\(made.draft.questions)")
    let days = made.draft.milestones.filter(\.placing.isOnTheDay)
    #expect(days.isEmpty)
    let line = after.split(separator: "\n").first { $0.hasPrefix("- [ ] Get hitched") } ?? ""
    #expect(line.contains("due:2027-06-19"), "\(line)")
  }

  @Test func anotherLastStepIsNoDay() throws {
    let (made, _) = try drafted("- [ ] Ask aunt Ruth for the barn")
    let asked = made.draft.questions.filter { $0.contains("the day itself") }
    #expect(asked.isEmpty)
    let days = made.draft.milestones.filter(\.placing.isOnTheDay)
    #expect(days.count == 1)
  }
}
