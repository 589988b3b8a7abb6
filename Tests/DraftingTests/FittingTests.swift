import PlanDocuments
import TestSupport
import Testing

@testable import Drafting
@testable import PlanModel

@Suite struct FittingTests {
  // MARK: Amounts

  @Test(arguments: [
    ("Publish a 60,000-word book", "words", 60_000), ("a novel of 80000 words", "words", 80_000),
    ("90k words", "words", 90_000),
    ("run the berlin half marathon in under 2 hours", "km", 21.1), ("my first marathon", "km", 42.2),
    ("run 10 km", "km", 10),
    ("couch to 5k", "km", 5), ("do a parkrun", "km", 5), ("21,1 km", "km", 21.1),
    ("three clients by may", "clients", 3),
    ("read 30 books this year", "books", 30),
  ])
  func anAmountIsReadWithItsUnit(text: String, unit: String, number: Double) {
    #expect(GoalAmount.number(in: text, unit: unit) == number)
  }

  @Test func noAmountIsReadWhereNoneStands() {
    for text in ["write the book", "by 2027 a book", "in 12 months", "chapter 4", ""] {
      #expect(GoalAmount.number(in: text, unit: "words") == nil, "\(text)")
    }
  }

  // MARK: Ends

  @Test(arguments: [
    ("do a sprint triathlon next june", "2027-06-30"), ("hand in my thesis by september", "2026-09-30"),
    ("move to hamburg by march", "2027-03-31"), ("leave the flat by 31 may", "2027-05-31"),
    ("within 12 months", "2027-08-02"),
    ("in six weeks", "2026-09-13"), ("in 90 days", "2026-10-31"), ("this year", "2026-12-31"),
    ("next year", "2027-12-31"),
    ("new kitchen by christmas", "2026-12-24"), ("lose 8 kilos before summer", "2027-05-31"),
    ("get married next summer", "2027-08-31"),
    ("a garden by summer", "2027-05-31"), ("cut churn in q4", "2026-12-31"), ("b2 in german by december", "2026-12-31"),
    ("on 2027-02-03", "2027-02-03"), ("by 1 june 2028", "2028-06-01"), ("before may", "2027-04-30"),
    ("by the end of october", "2026-10-31"),
  ])
  func anEndIsReadInWords(text: String, day: String) {
    #expect(DeadlineWords.day(in: text, today: august2)?.description == day)
  }

  @Test func whatIsNoEndIsNotReadAsOne() {
    for text in [
      "ride 200 km in one day", "may the force", "walk for five minutes", "run 10 km", "every 6 weeks", "march on",
    ] {
      #expect(DeadlineWords.day(in: text, today: august2) == nil, "\(text)")
    }
    // A month that is nearly here is next year's, where such a goal takes half a year.
    #expect(DeadlineWords.day(in: "wedding in august", today: august2, least: 60)?.description == "2027-08-31")
  }

  // MARK: Origin

  static func isLeftOut(_ origin: String, _ title: String, id: String, goal: String = "") -> Bool {
    let milestone = Playbook.Milestone(
      id: id, title: title, share: 0.1, after: [], wait: nil, isOptional: false, reasons: [], tasks: [])
    return OriginClaims([origin], goal: goal, words: .bundled).claim(for: milestone) != nil
  }

  @Test func onlyWhatIsSaidToBeDoneIsLeftOut() {
    let outline = "Promise to the reader and chapter outline settled"
    #expect(Self.isLeftOut("Outline complete, no chapters written", outline, id: "outline"))
    #expect(Self.isLeftOut("the outline is finished", outline, id: "outline"))
    #expect(!Self.isLeftOut("no outline yet", outline, id: "outline"))
    #expect(!Self.isLeftOut("outline half written", outline, id: "outline"))
    #expect(!Self.isLeftOut("a beginner with an idea", outline, id: "outline"))
    #expect(!Self.isLeftOut("outline complete", "First third drafted", id: "part-1"))
    #expect(
      Self.isLeftOut("market rates researched; nothing else", "Market rates researched, first price set", id: "pricing")
    )
    #expect(
      !Self.isLeftOut("2 years as manager, team of 6", "Aim told to the manager; gaps agreed in writing", id: "talk"))
  }

  @Test func someOfAnAmountIsNotAllOfIt() {
    let (songs, goal) = ("Songs finished: words, chords, form", "record an ep with five songs")
    #expect(!Self.isLeftOut("three songs written", songs, id: "songs", goal: goal))
    #expect(Self.isLeftOut("five songs written", songs, id: "songs", goal: goal))
    #expect(Self.isLeftOut("all songs written", songs, id: "songs", goal: goal))
    // A step of that amount is done.
    #expect(Self.isLeftOut("already run 5 km", "5 km without a break", id: "five", goal: "run 10 km"))
    #expect(!Self.isLeftOut("already run 5 km", "7 km, slow enough to talk", id: "seven", goal: "run 10 km"))
  }

  // MARK: The number of milestones

  /// A random plan in which nothing goes round.
  static func milestones(_ generator: inout SeededGenerator) -> [DraftPlan.Milestone] {
    (0..<Int.random(in: 2...16, using: &generator)).map { index in
      DraftPlan.Milestone(
        id: "m\(index)", title: "M\(index)", effort: Effort(minutes: 30 * Int.random(in: 1...120, using: &generator)),
        after: (0..<index).filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }.map { "m\($0)" },
        wait: Int.random(in: 0..<4, using: &generator) == 0 ? Wait(low: 7, high: 14) : nil,
        isOptional: Int.random(in: 0..<6, using: &generator) == 0,
        reasons: Int.random(in: 0..<4, using: &generator) == 0 ? [Playbook.Reason(.forgotten, "f\(index)")] : [])
    }
  }

  /// Everything that comes before each step, by title; a task comes with its milestone.
  static func order(_ milestones: [DraftPlan.Milestone]) -> [String: Set<String>] {
    var before: [String: Set<String>] = [:]
    for milestone in milestones {
      var all: Set<String> = []
      for id in milestone.after {
        guard let earlier = milestones.first(where: { $0.id == id }) else { continue }
        all.formUnion([earlier.title] + earlier.tasks.map(\.title))
        all.formUnion(before[earlier.title] ?? [])
      }
      before[milestone.title] = all
      for task in milestone.tasks where task.title != milestone.title { before[task.title] = all }
    }
    return before
  }

  @Test func fewerMilestonesHaveTheSameWorkTheSameStepsAndTheSameOrder() {
    for seed in 0..<400 {
      var generator = SeededGenerator(seed: seed)
      let milestones = Self.milestones(&generator)
      let fitted = MilestoneCount(days: Int.random(in: 20...300, using: &generator)).fitted(milestones)
      let draft = DraftPlan(anchor: GoalAnchor(goal: "G"), milestones: fitted)
      #expect(draft.findings(on: DraftGround(today: august2)).filter { $0.kind != .tooMany } == [], "seed \(seed)")
      let whole = milestones.reduce(0) { $0 + ($1.effort?.middle ?? 0) }
      // Pieces are cut to half hours.
      #expect(abs(draft.minutes() - whole) <= 30 * 2 * fitted.count, "seed \(seed)")
      #expect(fitted.allSatisfy { ($0.effort?.middle ?? 0) <= 40 * 60 }, "seed \(seed)")
      let after = Self.order(fitted)
      let before = Self.order(milestones)
      for (title, earlier) in before {
        let now = after[title]
        let together = fitted.first { $0.title == title || $0.tasks.contains { $0.title == title } }
        let held = Set([together?.title].compactMap(\.self) + (together?.tasks.map(\.title) ?? []))
        #expect(now.map { earlier.subtracting($0).isSubset(of: held) } == true, "seed \(seed): \(title)")
      }
      let reasons = Set(fitted.flatMap { $0.reasons.map(\.words) })
      #expect(Set(milestones.flatMap { $0.reasons.map(\.words) }).isSubset(of: reasons), "seed \(seed)")
    }
  }

  @Test func aShortGoalHasFewerMilestonesThanALongOne() {
    #expect(MilestoneCount(days: 42).most == 4)
    #expect(MilestoneCount(days: 70).most == 5)
    #expect(MilestoneCount(days: 140).most == 10)
    #expect(MilestoneCount(days: 182).most == 13)
    #expect(MilestoneCount(days: 365).most == 13)
    #expect(MilestoneCount(days: 730).most == 26)
  }

  // MARK: The same step in other words

  @Test func theSameStepIsFoundInOtherWords() {
    let own = ["Write part 1", "Beta readers", "Publish", "Set prices", "Buy a boat"]
    let steps = ["Published", "part 1", "Beta readers' feedback in", "Market rates researched, first price set"]
    #expect(StepMatching(own, steps.map { [$0] }, words: .bundled).pairs == [1, 2, 0, 3, nil])
  }

  // MARK: What the person has shown

  @Test func finishedStepsWithTheirHoursMakeARatioFromThreeOn() {
    func ratio(_ lines: String...) -> Double? {
      OwnRecord(in: plan(["a.md": "---\ngoal: A\n---\n## Milestones\n" + lines.joined(separator: "\n")])).effortRatio
    }
    #expect(ratio("- [x] A effort:10h spent:20h", "- [x] B effort:10h spent:15h") == nil)
    #expect(ratio("- [x] A effort:10h spent:20h", "- [x] B effort:10h spent:15h", "- [x] C effort:4h spent:4h") == 1.5)
    #expect(ratio("- [ ] A effort:10h spent:20h", "- [x] B effort:10h", "- [x] C effort:4h spent:4h") == nil)
  }
}
