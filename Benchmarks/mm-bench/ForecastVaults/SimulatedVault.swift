import Forecasting
import PlanDocuments
import PlanModel
import Scheduling
import TestSupport

/// The files of a simulated life with a commit at the end of each week, as git would have kept them.
struct SimulatedVault: ~Copyable {
  private struct Milestone {
    var minutes: Int
    /// Hours that it comes to, and those done.
    var needed: Double
    var done = 0.0
    /// Its hours ÷ the estimate are not known yet by anyone.
    var isUncertain = true

    var share: Double { min(1, done / needed) }
  }

  static let firstMonday = Day(number: 20_696)  // Monday, 31 August 2026

  let person: SimulatedPerson
  private var reader = DocumentReader()
  private var milestones: [[Milestone]]
  /// Hours that were found to be needed and are in no milestone yet.
  private var unwritten: [Double]
  private var documents: [PlanDocument] = []
  private var settings: PlanDocument
  private(set) var states: [VaultPast.State] = []

  init(_ person: SimulatedPerson) {
    self.person = person
    milestones = person.goals.map { goal in
      zip(goal.estimates, goal.factors).map { Milestone(minutes: Int($0 * 60), needed: $0 * $1) }
    }
    unwritten = person.goals.map { _ in 0 }
    settings = reader.document(
      from: SourceText(path: VaultPath("mm.md"), bytes: Array(Self.settings(of: person).utf8)))
    for goal in person.goals.indices { documents.append(document(goal)) }
    commit(on: Self.firstMonday - 1)
  }

  var snapshot: VaultSnapshot { VaultSnapshot(settings: settings, documents: documents) }
  var past: VaultPast { VaultPast(states: states) }
  /// The Monday after the last week.
  var today: Day { Self.firstMonday + 7 * (states.count - 1) }

  /// Writes what a week has brought, and commits it on its Sunday.
  mutating func note(_ life: borrowing SimulatedLife) {
    for goal in milestones.indices where life.done[goal] > 0 {
      var work = life.done[goal]
      for index in milestones[goal].indices where work > 1e-9 {
        let part = min(work, milestones[goal][index].needed - milestones[goal][index].done)
        milestones[goal][index].done += part
        work -= part
      }
      unwritten[goal] += person.growth * life.done[goal] + max(0, work)
      if life.left[goal] == 0 {
        for index in milestones[goal].indices { milestones[goal][index].done = milestones[goal][index].needed }
      } else if unwritten[goal] >= 2 || milestones[goal].allSatisfy({ $0.share >= 1 }) {
        let minutes = max(15, Int(unwritten[goal] * 60))
        milestones[goal].append(Milestone(minutes: minutes, needed: Double(minutes) / 60, isUncertain: false))
        unwritten[goal] = max(0, unwritten[goal] - Double(minutes) / 60)
      }
      documents[goal] = document(goal)
    }
    commit(on: today + 6)
  }

  /// Hours that a goal still needs, drawn from what the files can show: of a milestone that only has a box nobody knows
  /// how much is done.
  func drawnLeft(of goal: Int, _ numbers: inout SeededGenerator) -> Double {
    milestones[goal].reduce(unwritten[goal]) { sum, milestone in
      guard milestone.share < 1 else { return sum }
      let factor = milestone.isUncertain ? numbers.lognormal(variation: 0.4) : 1
      let done = person.keepsAmounts || milestone.share == 0 ? milestone.share : numbers.fraction()
      return sum + Double(milestone.minutes) / 60 * (1 - done) * factor
    }
  }

  /// The order of all that is left in mm's plan: each turn is a share of what its goal has left.
  func planOrder(_ planned: ScheduledPlan) -> [SimulatedLife.Turn] {
    var turns: [(place: Int, turn: SimulatedLife.Turn)] = []
    var total = [Double](repeating: 0, count: milestones.count)
    for (index, job) in planned.problem.jobs.enumerated() {
      guard let goal = Int(planned.plan.goals[job.goal].id.dropFirst()) else { continue }
      for turn in planned.schedule.jobs[index].turns {
        turns.append((turn.place, .init(goal: goal, hours: Double(turn.minutes))))
        total[goal] += Double(turn.minutes)
      }
    }
    return turns.sorted { $0.place < $1.place }.map {
      .init(goal: $0.turn.goal, hours: $0.turn.hours / max(1, total[$0.turn.goal]))
    }
  }

  // MARK: Texts

  private mutating func commit(on day: Day) {
    states.append(
      VaultPast.State(
        name: "\(states.count)", day: day, parents: states.isEmpty ? [] : [states.count - 1], snapshot: snapshot))
  }

  private static func settings(of person: SimulatedPerson) -> String {
    func entries(_ share: Double, _ rhythm: String) -> [String] {
      let days = ["mon-fri", "sat"]
      return zip(days, [person.hours[0], person.hours[5]]).filter { $0.1 > 0 }.map {
        "\(Int(($0.1 * share * 60).rounded()))m \($0.0)\(rhythm)"
      }
    }
    var list = entries(person.hasShifts ? 0.4 : 1, "")
    if person.hasShifts {
      for week in 0..<2 { list += entries(0.6, " every 3 weeks from \(firstMonday + 7 * week)") }
    }
    var text = "---\ntime: [\(list.joined(separator: ", "))]\n"
    if !person.holidays.isEmpty {
      text += "off:\n"
      for week in person.holidays.sorted() { text += "  - \(firstMonday + 7 * week)..\(firstMonday + 7 * week + 6)\n" }
    }
    return text + "---\n"
  }

  private mutating func document(_ goal: Int) -> PlanDocument {
    let one = person.goals[goal]
    var text =
      "---\ngoal: Goal \(goal)\ndeadline: \(Self.firstMonday + 7 * one.deadline + 6)\npriority: \(one.priority)\n"
    if let limit = one.limit { text += "time: \(Int(limit * 60))m/week\n" }
    text += "---\n## Milestones\n\n"
    for (index, milestone) in milestones[goal].enumerated() {
      text += "- [\(milestone.share >= 1 ? "x" : " ")] Part \(index) id:p\(index) effort:\(milestone.minutes)m"
      if person.keepsAmounts {
        text += " progress:\(Int(milestone.share * Double(milestone.minutes)))/\(milestone.minutes)"
      }
      text += index > 0 ? " after:p\(index - 1)\n" : "\n"
    }
    return reader.document(from: SourceText(path: VaultPath("g\(goal).md"), bytes: Array(text.utf8)))
  }
}
