import ArgumentParser
import Forecasting
import PlanDocuments
import PlanModel
import Scheduling

/// Looks for cliffs: a small help to one goal that costs another one its chance.
struct CliffsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cliffs",
    abstract: "Count how often less work, a later end or more hours cost a goal 5 points of chance.")

  @Option(help: "How many late vaults.")
  var vaults = 300

  @Option(help: "A number that the vaults are made from.")
  var seed = 1

  @Option(help: "Print one vault by its number.")
  var show: Int?

  private struct Case {
    var text: String
    var loss: Double
  }

  /// What one kind of edit did.
  private struct Count {
    var edits = 0
    /// Edits that cost a goal of equal or higher priority 5 points, or 10; a lower one 5.
    var equal = 0
    var equalMuch = 0
    var lower = 0
    var cases: [Case] = []
  }

  /// The chances of the goals of one priority before any edit.
  private struct Chances {
    var goals = 0
    var sum = 0.0
    var even = 0
  }

  private struct Edit {
    var kind: String
    var words: String
    /// The goal that is helped; nil where all are.
    var goal: Int?
    var plan: Plan
  }

  func run() {
    if let show {
      for (path, text) in LateVault(seed: show).files { print("# \(path)\n\(text)") }
      var vault = LateVault(seed: show)
      print("as it is: \(chances(vault.plan))")
      for edit in edits(of: vault.plan, &vault) { print("\(edit.kind) (\(edit.words)): \(chances(edit.plan))") }
      return
    }
    var counts: [String: Count] = [:]
    var found = 0
    var ofPriority: [Int: Chances] = [:]
    var number = seed * 100_000
    while found < vaults {
      number += 1
      var vault = LateVault(seed: number)
      let before = forecasted(vault.plan)
      guard before.schedule.worstLateDays > 0 else { continue }
      found += 1
      for goal in vault.plan.goals where goal.deadline != nil {
        ofPriority[goal.priority, default: Chances()].goals += 1
      }
      for (goal, chance) in zip(vault.plan.goals, ends(before)) {
        guard let chance else { continue }
        ofPriority[goal.priority, default: Chances()].sum += chance
        if chance >= 0.5 { ofPriority[goal.priority, default: Chances()].even += 1 }
      }
      for edit in edits(of: vault.plan, &vault) { compare(before, edit, number, &counts) }
    }
    for (priority, chances) in ofPriority.sorted(by: { $0.key < $1.key }) {
      let mean = Int((100 * chances.sum / Double(max(1, chances.goals))).rounded())
      print("priority \(priority): \(chances.goals) goals, mean chance \(mean) %, even odds or better \(chances.even)")
    }
    print("\(vaults) late vaults of \(number - seed * 100_000)")
    print("                     edits   equal or higher priority: 5 points, 10 points   lower: 5 points")
    for (kind, count) in counts.sorted(by: { $0.key < $1.key }) {
      func column(_ number: Int, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - "\(number)".count)) + "\(number)"
      }
      print(
        kind + String(repeating: " ", count: 18 - kind.count) + column(count.edits, 8) + column(count.equal, 29)
          + column(count.equalMuch, 20) + column(count.lower, 18))
      for one in count.cases.sorted(by: { $0.loss > $1.loss }).prefix(4) { print("  \(one.text)") }
    }
  }

  private func forecasted(_ plan: Plan) -> ForecastedPlan {
    let history = PlanHistory(TracedPast(VaultPast(), today: plan.today), current: plan)
    return ForecastedPlan(plan, history: history)
  }

  private func ends(_ forecasted: ForecastedPlan) -> [Double?] {
    forecasted.plan.goals.indices.map { goal in
      forecasted.plan.goals[goal].deadline.flatMap { forecasted.forecast?.chance(ofGoal: goal, by: $0) }
    }
  }

  private func chances(_ plan: Plan) -> String {
    ends(forecasted(plan)).map { $0.map { "\(Int(($0 * 100).rounded())) %" } ?? "none" }.joined(separator: ", ")
  }

  private func edits(of plan: Plan, _ vault: inout LateVault) -> [Edit] {
    var edits: [Edit] = []
    var random = vault.random
    let open = plan.milestones.indices.filter { plan.isPlanned($0) }.shuffled(using: &random)
    for milestone in open.prefix(2) {
      var cut = plan
      cut.leaveOut(milestone: milestone)
      edits.append(
        Edit(kind: "a cut", words: plan.name(of: milestone), goal: plan.milestones[milestone].goal, plan: cut))
      guard let effort = plan.milestones[milestone].effort else { continue }
      var smaller = plan
      smaller.milestones[milestone].effort = Effort(low: effort.low * 7 / 10, high: effort.high * 7 / 10)
      edits.append(
        Edit(kind: "less work", words: plan.name(of: milestone), goal: plan.milestones[milestone].goal, plan: smaller))
    }
    for goal in plan.goals.indices.shuffled(using: &random).prefix(2) {
      guard let deadline = plan.goals[goal].deadline else { continue }
      var later = plan
      later.goals[goal].deadline = deadline + 7
      edits.append(Edit(kind: "a later end", words: plan.goals[goal].id, goal: goal, plan: later))
    }
    for (minutes, days) in [(30, WeekdaySet.mondayToFriday), (120, WeekdaySet(.saturday))] {
      var more = plan
      guard case .entries(let entries) = plan.settings.hours else { continue }
      more.settings.hours = .entries(entries + [HoursEntry(minutes: minutes, rhythm: .days(days))])
      edits.append(Edit(kind: "added hours", words: "\(minutes) min", goal: nil, plan: more))
    }
    return edits
  }

  private func compare(_ before: ForecastedPlan, _ edit: Edit, _ number: Int, _ counts: inout [String: Count]) {
    let after = forecasted(edit.plan)
    var worst = (equal: 0.0, lower: 0.0)
    var text = ""
    for goal in before.plan.goals.indices {
      guard let old = before.plan.goals[goal].deadline, let new = edit.plan.goals[goal].deadline,
        let one = before.forecast?.chance(ofGoal: goal, by: old),
        let two = after.forecast?.chance(ofGoal: goal, by: new)
      else { continue }
      let priorities = (before.plan.goals[goal].priority, edit.goal.map { before.plan.goals[$0].priority } ?? 3)
      let isLower = priorities.0 > priorities.1
      let loss = one - two
      if loss > max(worst.equal, worst.lower) {
        let days = (before.schedule.goals[goal].lateDays, after.schedule.goals[goal].lateDays)
        text =
          "vault \(number), \(edit.words): \(before.plan.goals[goal].id) (priority \(priorities.0), edited \(priorities.1))"
        text += " from \(Int(one * 100)) to \(Int(two * 100)) %, late \(days.0) then \(days.1) days"
      }
      if isLower { worst.lower = max(worst.lower, loss) } else { worst.equal = max(worst.equal, loss) }
    }
    counts[edit.kind, default: Count()].edits += 1
    if worst.equal >= 0.05 { counts[edit.kind]?.equal += 1 }
    if worst.equal >= 0.1 { counts[edit.kind]?.equalMuch += 1 }
    if worst.lower >= 0.05 { counts[edit.kind]?.lower += 1 }
    if max(worst.equal, worst.lower) >= 0.05 {
      counts[edit.kind]?.cases.append(Case(text: text, loss: worst.equal >= 0.05 ? 1 + worst.equal : worst.lower))
    }
  }
}
