import PlanDocuments
import Scheduling
import TestSupport
import Testing

@testable import Forecasting
@testable import PlanModel

@Suite struct PlanStateSummaryTests {
  /// Commits that tick, add, remove and move lines, rename goals and give milestones other goals.
  @Test(arguments: 0..<20) func aSheetMadeFromTheOneBeforeIsTheWholePlans(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var files = ["mm.md": "---\ntime: 10h/week\n---\n"]
    for goal in 0..<3 { files["goal-\(goal).md"] = Self.goal(&random) }
    for place in 0..<2 { files["goal-0/part-\(place).md"] = "---\nmilestone: Part \(place)\n---\n- [ ] one (1h)\n" }
    var states: [VaultPast.State] = []
    var documents: [String: PlanDocument] = [:]
    var reader = DocumentReader()
    for day in 0..<12 {
      if day > 0 { Self.change(&files, &random) }
      for (path, text) in files where documents[path].map({ $0.text.bytes != Array(text.utf8) }) ?? true {
        documents[path] = reader.document(from: SourceText(path: VaultPath(path), bytes: Array(text.utf8)))
      }
      let plan = files.keys.sorted().compactMap { documents[$0] }.filter { $0.kind == .goal || $0.kind == .milestone }
      guard let settings = documents["mm.md"] else { continue }
      states.append(
        VaultPast.State(
          name: "\(day)", day: Day(number: day), parents: day == 0 ? [] : [day - 1],
          snapshot: VaultSnapshot(settings: settings, documents: plan)))
    }
    let sheets = PlanStateSummaries.all(of: VaultPast(states: states), today: Day(number: 20)).map(\.sheet)
    for (sheet, state) in zip(sheets, states) {
      let whole = PlanStateSummary(Plan(reading: state.snapshot, today: state.day))
      #expect(sheet.milestones == whole.milestones)
      #expect(sheet.goals.map(\.id) == whole.goals.map(\.id))
      #expect(sheet.goals.map(\.milestones) == whole.goals.map(\.milestones))
      #expect(sheet.goals.map(\.isActive) == whole.goals.map(\.isActive))
      #expect(sheet.hours.vault == whole.hours.vault && sheet.hours.goals == whole.hours.goals)
    }
  }

  /// Who needs fewer hours than estimated gets no later date, and `spent` alone moves none.
  @Test func hoursThatWereSpentMoveNoDate() {
    func likely(_ spent: String) -> [Day?] {
      func goal(_ done: Int) -> String {
        let lines = (0..<8).map { "- [\($0 < done ? "x" : " ")] Step \($0) effort:5h\($0 < done ? spent : "")\n" }
        return "---\ngoal: Some goal\ndeadline: 2026-12-18\n---\n## Milestones\n\n" + lines.joined()
      }
      let monday = day("2026-08-03")
      let states = (0...4).map { week in
        VaultPast.State(
          name: "\(week)", day: monday + 7 * week - 1, parents: week == 0 ? [] : [week - 1],
          snapshot: snapshot(["mm.md": "---\ntime: 2h mon-fri\n---\n", "a.md": goal(week)]))
      }
      let plan = Plan(reading: states[4].snapshot, today: monday + 27)
      let history = PlanHistory(TracedPast(VaultPast(states: states), today: plan.today), current: plan)
      let outlook = ForecastedPlan(plan, history: history)
      return plan.milestones.indices.flatMap { index in
        let days = outlook.forecast?.quantiles(ofMilestone: index)
        return [days?.p50, days?.p80, days?.p95].map { $0.map { plan.today + $0 } }
      }
    }
    let without = likely("")
    #expect(without.contains { $0 != nil })
    for spent in [" spent:2h", " spent:5h", " spent:15h"] { #expect(likely(spent) == without, "\(spent)") }
  }

  private static func goal(_ random: inout SeededGenerator) -> String {
    let lines = (0..<3).map { "- [ ] Step \($0) effort:\(Int.random(in: 1...5, using: &random))h\n  - [ ] task\n" }
    return "---\ngoal: Some goal\ntime: 5h/week\n---\n## Milestones\n\n" + lines.joined()
  }

  private static func change(_ files: inout [String: String], _ random: inout SeededGenerator) {
    let paths = files.keys.filter { $0 != "mm.md" }.sorted()
    guard let path = paths.randomElement(using: &random), let text = files[path] else { return }
    switch Int.random(in: 0..<9, using: &random) {
    case 0: files[path] = text + "- [ ] Another effort:2h\n"
    case 1: files[path] = text.replacing("---\n", with: "---\nid: other\n", maxReplacements: 1)
    case 2: files[path] = text.replacing("time: 5h/week", with: "time: 3h/week")
    case 3: files["mm.md"] = "---\ntime: \(Int.random(in: 5...9, using: &random))h/week\n---\n"
    case 4: files[path] = text.replacing("milestone: ", with: "goal: goal-1\nmilestone: ", maxReplacements: 1)
    case 5:
      files[path] = nil
      files["new-" + path.replacing("/", with: "-")] = text
    default: files[path] = text.replacing("[ ]", with: "[x]", maxReplacements: 1)
    }
  }

  /// What git remembers of a made-up person is what they did.
  @Test(arguments: SyntheticPerson.Temper.allCases)
  func thePaceReadFromCommitsIsThePersons(temper: SyntheticPerson.Temper) throws {
    let person = SyntheticPerson(pace: 0.7, temper: temper, levelSpread: 0.4)
    var numbers = SeededGenerator(seed: 3)
    let vault = person.vault(afterWeeks: 12, numbers: &numbers)
    numbers = SeededGenerator(seed: 3)
    let known = PaceModel(weeks: Array(person.weeks(412, numbers: &numbers)[..<12]))
    let plan = Plan(reading: vault.snapshot, today: vault.today)
    let history = PlanHistory(TracedPast(vault.past, today: vault.today), current: plan)
    let evidence = ForecastEvidence(history, ScheduledPlan(plan, handedOver: history.handedOver))
    #expect(abs(evidence.paces[0].mean - known.mean) < 0.02)
    #expect(evidence.ownWeeks == known.ownWeeks)
    // A review records it, where it is not close to the usual one.
    let percent = Int((evidence.paces[0].mean * 100).rounded())
    let seen = RecordedPace(percent: percent, weeks: known.ownWeeks)
    #expect(ForecastEvidence.pace(after: history, of: plan) == RecordedPace.usual.renewed(by: seen))
    #expect(seen.isOwn)
  }
}
