import PlanDocuments
import PlanModel
import Scheduling

/// What history needs to know of a plan at one moment: its boxes, estimates and dates.
struct PlanStateSummary: Sendable {
  struct Goal: Sendable {
    var id: String
    var title: String
    var path: VaultPath
    var isActive: Bool
    var start: Day?
    var milestones: Range<Int>
  }

  struct Box: Equatable, Sendable {
    /// Its place in the items of its file.
    var item: Int
    var title: String
    var state: BoxState
    /// Its share of the milestone's effort, in a unit of the milestone's own.
    var weight: Int
    var done: Day?
  }

  /// A history has many sheets in which most milestones are as they were: those share what is said of them.
  struct Milestone: Equatable, Sendable {
    struct Facts: Equatable, Sendable {
      var id: String
      var title: String
      var path: VaultPath
      var state: MilestoneState
      /// The middle of what was written, in minutes; nil where nothing was.
      var effort: Int?
      var due: Day?
      var done: Day?
      var amount: Amount?
      /// It begins on this day, not before.
      var start: Day?
      /// Nothing open of its own goal comes before it.
      var isReady: Bool
      /// Others have it for a while when its work is done.
      var hasWait: Bool
      /// `waiting:`, the day on which its work was done and the wait began.
      var waiting: Day?
      /// Hours are written for it.
      var takesHours: Bool
      /// Tasks without sub-tasks, in the order of the file.
      var boxes: [Box]
    }

    private final class Shared: Sendable {
      let facts: Facts
      init(_ facts: Facts) { self.facts = facts }
    }

    var goal: Int
    private let shared: Shared

    init(goal: Int, _ facts: Facts) {
      self.goal = goal
      shared = Shared(facts)
    }

    var id: String { shared.facts.id }
    var title: String { shared.facts.title }
    var path: VaultPath { shared.facts.path }
    var state: MilestoneState { shared.facts.state }
    var effort: Int? { shared.facts.effort }
    var due: Day? { shared.facts.due }
    var done: Day? { shared.facts.done }
    var amount: Amount? { shared.facts.amount }
    var waiting: Day? { shared.facts.waiting }
    var boxes: [Box] { shared.facts.boxes }

    static func == (one: Self, other: Self) -> Bool {
      one.goal == other.goal && (one.shared === other.shared || one.shared.facts == other.shared.facts)
    }

    /// The same with other marks in these boxes of its file; nil where it has none of them.
    func marked(_ marks: [(item: Int, state: BoxState)]) -> Self? {
      var facts = shared.facts
      var isChanged = false
      for (item, state) in marks {
        guard let box = facts.boxes.firstIndex(where: { $0.item == item }) else { continue }
        facts.boxes[box].state = state
        isChanged = true
      }
      return isChanged ? Self(goal: goal, facts) : nil
    }

    /// Somebody could work on it from this day on: it is open, nothing comes before it, and it does not only wait for others.
    var workableSince: Day? {
      let facts = shared.facts
      guard facts.state == .open, facts.isReady, !(facts.hasWait && isWorkGone) else { return nil }
      return facts.start ?? Day(number: 0)
    }

    /// Others have it.
    private var isWorkGone: Bool {
      let facts = shared.facts
      if facts.waiting != nil { return true }
      if let amount = facts.amount { return amount.isFull }
      return facts.boxes.isEmpty ? !facts.takesHours : !facts.boxes.contains { $0.state == .open }
    }

    func hasSameID(as other: Self) -> Bool { shared === other.shared || id == other.id }
  }

  var goals: [Goal]
  var milestones: [Milestone]
  /// The hours that were declared then.
  var hours: WorkHours

  init(_ plan: Plan) {
    hours = WorkHours(of: plan).withoutWork
    goals = plan.goals.map {
      Goal(
        id: $0.id, title: $0.title, path: plan.documents[$0.document].text.path,
        isActive: $0.status == .active, start: $0.begins, milestones: $0.milestones)
    }
    milestones = plan.milestones.map { milestone in
      let document = plan.documents[milestone.document]
      let tasks = plan.tasks[milestone.tasks]
      let weights = TaskWeights(of: tasks, doubledEffort: milestone.effort.map { $0.low + $0.high })
      let boxes = tasks.filter(\.isLeaf).map {
        Box(
          item: Int($0.item), title: document.title(of: Int($0.item)), state: $0.state, weight: weights.weight(of: $0),
          done: $0.done)
      }
      return Milestone(
        goal: milestone.goal,
        Milestone.Facts(
          id: milestone.id, title: milestone.title, path: document.text.path, state: milestone.state,
          effort: milestone.effort?.middle ?? weights.minutesOfTasks, due: milestone.due, done: milestone.done,
          amount: milestone.progress, start: milestone.start,
          isReady: milestone.predecessors.allSatisfy { plan.milestones[$0].goal != milestone.goal },
          hasWait: milestone.wait != nil, waiting: milestone.waiting,
          takesHours: milestone.effort.map { $0.high > 0 } ?? false, boxes: boxes))
    }
  }
}

extension PlanStateSummary {
  /// The day from which somebody could work on the goal, being active and begun, with something to work on; nil where nothing can.
  func workableSince(goal: Int) -> Day? {
    let line = goals[goal]
    guard line.isActive else { return nil }
    let first = line.milestones.lazy.compactMap { milestones[$0].workableSince }.min()
    return first.map { max($0, line.start ?? $0) }
  }
}

extension PlanStateSummary.Milestone {
  /// The weight of all boxes, cancelled ones too: the estimate was made with them.
  var weight: Int { boxes.reduce(0) { $0 + $1.weight } }

  /// What a box is of the milestone's effort, 0 to 1.
  func share(ofBox box: Int) -> Double {
    let total = weight
    return total > 0 ? Double(boxes[box].weight) / Double(total) : 0
  }
}
