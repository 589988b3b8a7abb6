import PlanDocuments
import PlanModel
import TestSupport
import Testing

@testable import VaultStorage

/// A plan that a made-up person ticks, renames, splits and merges, with the day on which each box was really ticked.
private struct TickedPlan {
  struct Milestone {
    var title: String
    var id: String?
    var boxes: [String]
  }

  struct Goal {
    var title: String
    var milestones: [Milestone]
  }

  var goals: [String: Goal] = [:]
  /// By box, counted from the first Monday.
  var days: [String: Int] = [:]
  private var names = 0

  init() {
    for goal in 0..<2 {
      goals["goal-\(goal).md"] = Goal(
        title: "Goal \(goal)",
        milestones: (0..<3).map { place in
          Milestone(
            title: "Milestone \(goal)\(place)", id: nil, boxes: (0..<4).map { "box \(goal)\(place)\($0)" })
        })
    }
  }

  mutating func newName() -> String {
    names += 1
    return "new \(names)"
  }

  var files: [String: String?] {
    goals.mapValues { goal in
      "---\ngoal: \(goal.title)\n---\n## Milestones\n\n"
        + goal.milestones.map { milestone in
          "- [ ] \(milestone.title) effort:4h\(milestone.id.map { " id:\($0)" } ?? "")\n"
            + milestone.boxes.map { "  - [\(days[$0] == nil ? " " : "x")] \($0)\n" }.joined()
        }.joined()
    }
  }

  mutating func tick(in path: String, on day: Int, _ random: inout SeededGenerator) {
    let open = goals[path]?.milestones.flatMap(\.boxes).filter { days[$0] == nil } ?? []
    for box in open.shuffled(using: &random).prefix(Int.random(in: 1...2, using: &random)) { days[box] = day }
  }
}

@Suite struct PastLaws {
  /// Whatever becomes of files, goals and milestones: what was seen open has the day of the commit that ticked it.
  @Test(arguments: 0..<4) func theDaysThatAreFoundAreTheDaysOnWhichBoxesWereTicked(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let vault = try DatedVault()
    var plan = TickedPlan()
    try vault.commit(plan.files, on: 0)
    var day = 0
    for _ in 0..<9 {
      // Now and then weeks without a commit.
      day += Int.random(in: 0..<5, using: &random) == 0 ? 16 : Int.random(in: 1...6, using: &random)
      try step(&plan, vault, &day, &random)
    }
    let history = try vault.history(today: day + 1)
    let found = history.days.filter { $0.key.hasPrefix("box") }
    #expect(found == plan.days, "seed \(seed)")
    #expect(plan.days.count > 3)
  }

  private func step(_ plan: inout TickedPlan, _ vault: DatedVault, _ day: inout Int, _ random: inout SeededGenerator)
    throws
  {
    guard let path = plan.goals.keys.sorted().randomElement(using: &random), var goal = plan.goals[path],
      let place = goal.milestones.indices.randomElement(using: &random)
    else { return }
    if Bool.random(using: &random) { plan.tick(in: path, on: day, &random) }
    switch Int.random(in: 0..<9, using: &random) {
    case 0:
      // The file, and with it the goal's id.
      plan.goals[path] = nil
      plan.goals["moved/\(plan.newName()).md"] = goal
      try vault.git("rm", "-q", path, on: day)
      try vault.commit(plan.files, on: day)
    case 1 where goal.milestones.count > 1:
      // A milestone becomes a goal of its own.
      let milestone = goal.milestones.remove(at: place)
      plan.goals[path] = goal
      let name = plan.newName()
      plan.goals["\(name).md"] = TickedPlan.Goal(title: name, milestones: [milestone])
      try vault.commit(plan.files, on: day)
    case 2 where goal.milestones[place].boxes.count > 1:
      // A milestone is split in two.
      let boxes = Array(goal.milestones[place].boxes.suffix(goal.milestones[place].boxes.count / 2))
      goal.milestones[place].boxes.removeLast(boxes.count)
      goal.milestones.insert(TickedPlan.Milestone(title: plan.newName(), id: nil, boxes: boxes), at: place + 1)
      plan.goals[path] = goal
      try vault.commit(plan.files, on: day)
    case 3:
      let title = plan.newName()
      plan.goals[path]?.milestones[place].title = title
      try vault.commit(plan.files, on: day)
    case 4:
      let id = plan.newName().replacing(" ", with: "-")
      plan.goals[path]?.milestones[place].id = id
      try vault.commit(plan.files, on: day)
    case 5:
      // A branch with ticks of its own, merged days later.
      guard let other = plan.goals.keys.sorted().first(where: { $0 != path }) else { return }
      try vault.commit(plan.files, on: day)
      let name = plan.newName().replacing(" ", with: "-")
      try vault.git("checkout", "-qb", name, on: day)
      let main = plan
      plan.tick(in: other, on: day + 1, &random)
      try vault.commit(plan.files, on: day + 1)
      try vault.git("checkout", "-q", "main", on: day + 1)
      var beside = main
      beside.tick(in: path, on: day + 2, &random)
      try vault.commit(beside.files, on: day + 2)
      try vault.git("merge", "-q", "--no-edit", name, on: day + 4)
      plan.days.merge(beside.days) { one, _ in one }
      day += 4
    case 6:
      // Rebased: the commit was made later than its work.
      plan.tick(in: path, on: day, &random)
      try vault.commit(plan.files, on: day, made: day + 2)
      day += 2
    case 7:
      // A merge that was committed with its marks.
      try vault.commit(plan.files, on: day)
      let marks = "<<<<<<< one\n\(goal.title)\n=======\nother\n>>>>>>> two\n"
      try vault.commit([path: marks + (plan.files[path].flatMap(\.self) ?? "")], on: day + 1)
      try vault.commit(plan.files, on: day + 2)
      day += 2
    default:
      plan.tick(in: path, on: day, &random)
      try vault.commit(plan.files, on: day)
    }
  }
}
