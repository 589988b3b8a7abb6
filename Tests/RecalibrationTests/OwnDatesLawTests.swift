import Checks
import Forecasting
import PlanDocuments
import PlanModel
import Recalibration
import Scheduling
import TestSupport
import Testing

/// Dates that `mm` writes are never findings of its own.
@Suite struct OwnDatesLawTests {
  private static let today = august2

  /// What checks say of a date itself; what is said of a goal's hours or of work without estimates is about these.
  private static let aboutDates: Set = [
    "past-deadline", "overdue", "date-order", "impossible-date", "dates-too-tight", "day-off", "no-date",
  ]

  private static func written(_ writes: [PlannedWrite], _ plan: Plan, _ snapshot: VaultSnapshot) throws -> VaultSnapshot
  {
    var change = MakeWrites(in: plan)
    try change.add(writes)
    return snapshot.applying(try change.change(titled: ""))
  }

  /// The findings at the due dates of these milestones.
  private static func findings(_ names: Set<String>, in snapshot: VaultSnapshot) -> [String] {
    let plan = Plan(reading: snapshot, today: today)
    let places = plan.milestones.indices.filter { names.contains(plan.name(of: $0)) }.flatMap { milestone in
      [plan.place(of: .due, ofMilestone: milestone), plan.titlePlace(ofMilestone: milestone)].compactMap(\.self)
    }
    return CheckRunner().findings(in: CheckFacts(plan)).filter { finding in
      aboutDates.contains(finding.check)
        && places.contains { $0.path == finding.place.path && $0.span.start == finding.place.span.start }
    }.map { "\($0.check): \($0.message)" }
  }

  private static func vault(seed: Int) -> VaultSnapshot {
    var random = RandomVault(seed: seed, today: today)
    return random.snapshot()
  }

  @Test(arguments: 0..<(seedCount ?? 40))
  func whatScheduleWritesIsNoFinding(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    // The same vaults with some of their dates, or none.
    let share = [0, 50, 80].randomElement(using: &random) ?? 0
    var snapshot = Self.vault(seed: seed)
    let dated = Plan(reading: snapshot, today: Self.today)
    let removed = dated.milestones.indices.filter { _ in Int.random(in: 0..<100, using: &random) >= share }
    snapshot = try Self.written(
      removed.map { milestone in
        PlannedWrite(
          subject: .milestone(dated.name(of: milestone)), key: "due",
          action: .set(old: dated.writtenValue(of: .due, milestone: milestone), new: nil))
      }, dated, snapshot)
    let plan = Plan(reading: snapshot, today: Self.today)
    let outlook = ForecastedPlan(plan)
    var feasibility = DateFeasibility(of: outlook.scheduled)
    let failing = Set(KeptDates(of: outlook, &feasibility).failing.map { outlook.problem.jobs[$0].milestone })
    let dates = MissingDates(in: outlook, keepsDeadlines: true)
    let writes = dates.writes(in: plan)
    let after = try Self.written(writes, plan, snapshot)
    let names = Set(writes.compactMap { $0.due?.milestone })
    // Dates of the person's that don't hold want hours too, together with the new ones.
    let own = Self.findings(names, in: after).filter { failing.isEmpty || !$0.hasPrefix("dates-too-tight") }
    #expect(own == [])
    // Nor do they make one of a date that was there and held.
    let inOrder = Set(plan.milestones.indices.filter { !failing.contains($0) }.map(plan.name)).subtracting(names)
      .filter { name in Self.findings([name], in: snapshot).allSatisfy { !$0.hasPrefix("date-order") } }
    #expect(Self.findings(inOrder, in: after).filter { $0.hasPrefix("date-order") } == [])
  }

  @Test(arguments: 0..<(seedCount ?? 3))
  func whatRecalibrateWritesIsNoFinding(seed: Int) throws {
    let snapshot = Self.vault(seed: seed)
    let plan = Plan(reading: snapshot, today: Self.today)
    let choices = LateVault(snapshot, today: Self.today).choices()
    for choice in choices.offered + choices.small {
      let names = Set(choice.writes.compactMap { $0.due?.milestone })
      let after = try Self.written(choice.writes, plan, snapshot)
      #expect(Self.findings(names, in: after) == [], "\(choice.sentence)")
    }
  }

  @Test(arguments: 0..<(seedCount ?? 2))
  func aNamedGoalMovesNoOther(seed: Int) throws {
    let snapshot = Self.vault(seed: seed)
    let plan = Plan(reading: snapshot, today: Self.today)
    for focus in plan.goals.indices {
      for choice in LateVault(snapshot, today: Self.today).choices(focus: focus).offered {
        let words = String(describing: choice.sentence)
        for write in choice.writes {
          guard case .milestone(let name) = write.subject else { continue }
          let goal = plan.goals.first { name.hasPrefix($0.id + "/") }
          #expect(
            goal?.id == plan.goals[focus].id || words.contains(goal?.id ?? "?"),
            "\(choice.sentence) of \(plan.goals[focus].id) writes \(name)")
        }
      }
    }
  }

  @Test func anOrderOfDatesThatCannotHoldIsMended() throws {
    let snapshot = TestSupport.snapshot([
      "mm.md": "---\ntime: 2h mon-fri\n---\n",
      "a.md":
        "---\ngoal: A\ndeadline: 2026-12-01\n---\n## Milestones\n- [ ] One id:one effort:4h due:2026-09-10\n- [ ] Two id:two effort:6h due:2026-09-09 after:one\n",
    ])
    let plan = Plan(reading: snapshot, today: Self.today)
    let choice = try #require(ChoiceSearch(of: snapshot, ForecastedPlan(plan)).choices().small.first)
    #expect(choice.writes.compactMap { $0.due?.milestone } == ["a/two"])
    #expect(Self.findings(["a/two", "a/one"], in: try Self.written(choice.writes, plan, snapshot)) == [])
  }
}
