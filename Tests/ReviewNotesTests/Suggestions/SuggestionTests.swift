import Drafting
import Forecasting
import PlanDocuments
import PlanModel
import Recalibration
import ReviewNotes
import TestSupport
import Testing

/// What somebody else proposes is tried before it is offered, and writes only what it says.
@Suite struct SuggestionTests {
  private static let files: KeyValuePairs<String, String> = [
    "mm.md": "---\ntime: 1h mon-sun\n---\n",
    "house.md": """
    ---
    goal: A roof over the terrace
    deadline: 2026-10-31
    ---

    ## Milestones

    - [x] Permit is there id:permit done:2026-07-20
    - [ ] Frame stands id:frame due:2026-08-23 effort:20h after:permit
      > Why: all else hangs on it.
    - [ ] Roof is on id:roof due:2026-09-13 effort:20h after:frame
      - [ ] Buy screws
    - [ ] Inspection id:inspection due:2026-09-20 effort:1h after:roof fixed:yes
    - [ ] Lights id:lights due:2026-09-27 effort:6h optional:yes

    Notes stay.
    """,
  ]
  private let vault = snapshot(SuggestionTests.files)
  private var outlook: ForecastedPlan { ForecastedPlan(Plan(reading: vault, today: august2)) }

  private func choice(_ change: Suggestion.Change, why: String = "Because") throws -> Choice {
    try SuggestionTrial(on: vault, outlook, from: "claude").choice(Suggestion(change, why: why))
  }

  private func text(after choice: Choice) throws -> String {
    let change = try change(writing: choice.writes, in: outlook.plan)
    return String(decoding: change.files[0].result, as: UTF8.self)
  }

  private func day(_ text: String) throws -> Day { try Day(reading: Array(text.utf8)[...]) }

  @Test func eachKindWritesWhatItSaysAndNothingElse() throws {
    let before = Self.files[1].value
    let task = [DraftPlan.Task(title: "Posts", minutes: 600), DraftPlan.Task(title: "Beams <b>now</b>", minutes: 600)]
    let added = DraftPlan.Milestone(
      id: "gutter", title: "Gutter due:2020-01-01 hangs", effort: Effort(low: 60, high: 120), after: ["roof"],
      reasons: [.init(.why, "Rain.")])
    let changes: [(Suggestion.Change, String, String)] = [
      (.move(milestone: "house/roof", to: try day("2026-09-15")), "due:2026-09-13", "due:2026-09-15"),
      (.cut(milestone: "lights"), "- [ ] Lights", "- [-] Lights"),
      (.estimate(milestone: "house/lights", Effort(low: 180, high: 240)), "effort:6h optional", "effort:3-4h optional"),
      (
        .split(milestone: "house/frame", into: task), "on it.\n",
        "on it.\n  - [ ] Posts effort:10h\n  - [ ] Beams now effort:10h\n"
      ),
      (
        .add(goal: "house", added), "optional:yes\n",
        "optional:yes\n- [ ] Gutter due 2020-01-01 hangs id:gutter effort:1-2h after:roof\n  > Why: Rain.\n"
      ),
    ]
    for (change, old, new) in changes {
      let choice = try choice(change)
      #expect(try text(after: choice) == before.replacing(old, with: new), "\(choice.slug)")
      #expect(choice.blockID.hasPrefix("p-from-claude-"))
      #expect(ProposalLine("- [ ] words ^" + choice.blockID) != nil)
      // What a note keeps of it is read back whole.
      #expect(RecordedWrites.read(RecordedWrites.words(choice.writes)) == choice.writes)
      // Doing it twice is doing it once.
      let once = vault.applying(try TestSupport.change(writing: choice.writes, in: outlook.plan))
      var again = MakeWrites(in: Plan(reading: once, today: august2))
      try again.add(choice.writes)
      #expect(try again.change(titled: "").files.isEmpty, "\(choice.slug)")
    }
  }

  @Test func whatCannotBeIsRefusedWithItsReason() throws {
    let nobody = DraftPlan.Milestone(id: "x", title: "X", after: ["nobody"])
    let twice = DraftPlan.Milestone(id: "roof", title: "Roof again")
    let part = DraftPlan.Task(title: "Part", minutes: 60 * 15)
    let refusals: [(Suggestion.Change, String)] = [
      (.move(milestone: "house/cellar", to: august2 + 5), "There is no milestone “house/cellar”."),
      (.move(milestone: "house/permit", to: august2 + 5), "already"),
      (.move(milestone: "house/inspection", to: august2 + 5), "fixed"),
      (.move(milestone: "house/roof", to: august2 - 1), "past"),
      (.move(milestone: "house/roof", to: try day("2026-12-01")), "after the deadline"),
      (.move(milestone: "house/roof", to: august2 + 3), "No plan keeps 2026-08-05"),
      (.move(milestone: "house/roof", to: try day("2026-09-13")), "already"),
      (.split(milestone: "house/roof", into: [part, part]), "has tasks"),
      (.split(milestone: "house/frame", into: [part]), "2 to 12 parts"),
      (.split(milestone: "house/frame", into: [part, part]), "take 30h"),
      (.add(goal: "garden", nobody), "no active goal “garden”"), (.add(goal: "house", nobody), "“nobody”"),
      (.add(goal: "house", twice), "a milestone “roof” already"),
      (.estimate(milestone: "house/roof", Effort(minutes: 20 * 60)), "already"),
      (.estimate(milestone: "house/roof", Effort(minutes: 0)), "between"),
    ]
    for (change, words) in refusals {
      let refusal = #expect(throws: SuggestionRefusal.self) { try choice(change) }
      #expect(refusal?.words.contains(words) == true, "\(refusal?.words ?? "offered")")
    }
  }

  @Test func whatComesOfItIsSaid() throws {
    let cut = try choice(.cut(milestone: "lights"), why: "It is optional")
    let words = cut.sentence.pieces.compactMap { piece -> String? in
      switch piece {
      case .words(let words): words
      case .title(let title, _): title
      default: nil
      }
    }.joined()
    #expect(
      words.hasPrefix("From claude: leave out Lights. It is optional. On paper A roof over the terrace is complete on"))
  }

  /// A note may have been changed by anybody: lines that are no list are not written.
  @Test(arguments: [
    "# Heading\n", "- [ ] a\ntext\n", "- [ ] a", "", "- [x] done\n", "<!-- -->\n", "- [ ] a\n    - [ ] b\n", "- [ ] \n",
    "- [ ] a\n\n- [ ] b\n", "  - [ ] a\n",
  ])
  func onlyBoxesAreAdded(lines: String) {
    var writes = MakeWrites(in: outlook.plan)
    #expect(throws: MakeWrites.Refusal.self) {
      try writes.add([PlannedWrite(subject: .goal("house"), key: "", action: .newLines(lines))])
    }
  }

  @Test func severalAdditionsToOneListGoTogether() throws {
    var writes = MakeWrites(in: outlook.plan)
    for name in ["One", "Two"] {
      try writes.add([PlannedWrite(subject: .goal("house"), key: "", action: .newLines("- [ ] \(name)\n"))])
    }
    try writes.add(try choice(.cut(milestone: "lights")).writes)
    let result = String(decoding: try writes.change(titled: "").files[0].result, as: UTF8.self)
    #expect(
      result.contains("- [-] Lights id:lights due:2026-09-27 effort:6h optional:yes\n- [ ] One\n- [ ] Two\n\nNotes"))
  }
}
