import PlanDocuments
import PlanModel

/// Brings a plan to as many milestones as its length asks for: one every two to four weeks for half a year or less, about one
/// a month for more.
struct MilestoneCount {
  /// The most work that one milestone may hold, in minutes: the limit of the check `effort-too-large`.
  private static let largest = 40 * 60

  let most: Int

  /// - Parameter days: from today to the end.
  init(days: Int) {
    most = days <= 184 ? max(days / 14, min(5, max(3, days / 10))) : max(13, days / 28)
  }

  /// - Parameter others: milestones of the goal that stay beside these.
  func fitted(_ milestones: [DraftPlan.Milestone], beside others: Int = 0) -> [DraftPlan.Milestone] {
    var result = milestones
    let most = others == 0 ? self.most : max(3, self.most - others)
    // A forgotten step is worth a line of its own, so the others go first.
    for mayFold in [{ !$0.isForgotten }, { (_: DraftPlan.Milestone) in true }] as [(DraftPlan.Milestone) -> Bool] {
      while result.count > most, let next = fold(in: result, mayFold) { result = next }
    }
    return result.inOrder.flatMap(pieces)
  }

  // MARK: Fewer

  /// The smallest step that may become a task of the one after it has become one; nil where none may.
  ///
  /// A step with one follower makes nothing wait that did not wait before, so such a step goes first.
  private func fold(
    in milestones: [DraftPlan.Milestone], _ mayFold: (DraftPlan.Milestone) -> Bool
  ) -> [DraftPlan.Milestone]? {
    let order = milestones.indices.sorted {
      (milestones[$0].effort?.middle ?? 0, $0) < (milestones[$1].effort?.middle ?? 0, $1)
    }
    // What is much larger than its follower would hide in it: a month of long runs in “an easy week”.
    for (mayHide, needsOnlyFollower) in [(false, true), (false, false), (true, true), (true, false)] {
      for index in order where milestones[index].wait == nil && mayFold(milestones[index]) {
        let step = milestones[index]
        let followers = milestones.indices.filter { milestones[$0].after.contains(step.id) }
        let targets = followers.filter { target in
          // With other followers only into one that waits for nothing else: then nothing can go round.
          (followers.count == 1 || (!needsOnlyFollower && milestones[target].after.count == 1))
            && canHold(milestones[target], step) && (mayHide || !hides(step, in: milestones[target]))
        }
        if let target = targets.first { return folding(index, into: target, in: milestones) }
      }
    }
    return nil
  }

  private func hides(_ step: DraftPlan.Milestone, in milestone: DraftPlan.Milestone) -> Bool {
    let (small, large) = (milestone.effort?.middle ?? 0, step.effort?.middle ?? 0)
    return large > 2 * small && large > 120
  }

  private func canHold(_ milestone: DraftPlan.Milestone, _ step: DraftPlan.Milestone) -> Bool {
    (milestone.effort?.middle ?? 0) + (step.effort?.middle ?? 0) <= Self.largest
      && milestone.isOptional == step.isOptional && !step.isFixed && milestone.tasks.count < 8
  }

  private func folding(_ index: Int, into target: Int, in milestones: [DraftPlan.Milestone]) -> [DraftPlan.Milestone] {
    let step = milestones[index]
    var result = milestones
    if result[target].tasks.isEmpty {
      // Its own work needs a box too, else it would be done with the step.
      result[target].tasks = [
        DraftPlan.Task(
          title: milestones[target].title, minutes: milestones[target].roundMinutes, also: milestones[target].also)
      ]
    }
    result[target].tasks.insert(contentsOf: step.asTasks, at: 0)
    result[target].reasons = step.reasons + result[target].reasons
    if let effort = step.effort {
      let held = result[target].effort ?? Effort(minutes: 0)
      result[target].effort = Effort(low: held.low + effort.low, high: held.high + effort.high)
    }
    for other in result.indices where result[other].after.contains(step.id) {
      let instead = other == target ? step.after : [milestones[target].id]
      let after = result[other].after.filter { $0 != step.id }
      result[other].after = after + instead.filter { !after.contains($0) }
    }
    result.remove(at: index)
    return result
  }

  // MARK: More

  /// A milestone that is too large for one piece, in pieces; only the last one waits, and keeps the id.
  private func pieces(of milestone: DraftPlan.Milestone) -> [DraftPlan.Milestone] {
    guard let effort = milestone.effort, effort.middle > Self.largest else { return [milestone] }
    let count = (effort.middle + Self.largest - 1) / Self.largest
    let part = Effort(low: effort.low / count / 30 * 30, high: effort.high / count / 30 * 30)
    return (1...count).map { number in
      var piece = milestone
      piece.effort = part
      guard number < count else {
        piece.after = ["\(milestone.id)-\(count - 1)"]
        piece.reasons = []
        return piece
      }
      piece.id = "\(milestone.id)-\(number)"
      piece.title = milestone.title + (count == 2 ? ": half of it" : ": \(number) of \(count)")
      piece.wait = nil
      piece.tasks = []
      if number > 1 {
        piece.after = ["\(milestone.id)-\(number - 1)"]
        piece.reasons = []
      }
      return piece
    }
  }
}

extension DraftPlan.Milestone {
  /// The middle of its work, as a person would say it.
  fileprivate var roundMinutes: Int? { effort.map { Effort.roundFigure(Double($0.middle)) } }

  /// The step as tasks of another one, which together are its work.
  fileprivate var asTasks: [DraftPlan.Task] {
    if tasks.isEmpty { return [DraftPlan.Task(title: title, minutes: roundMinutes, also: also)] }
    if tasks.contains(where: { $0.title == title }) { return tasks }
    let share = effort.map { $0.middle / (tasks.count + 1) / 15 * 15 }
    let rest = effort.map { $0.middle - (share ?? 0) * tasks.count }
    return tasks.map { DraftPlan.Task(title: $0.title, minutes: share) }
      + [DraftPlan.Task(title: title, minutes: rest, also: also)]
  }
}

extension [DraftPlan.Milestone] {
  /// Each behind what it comes after, else as they stood.
  fileprivate var inOrder: [DraftPlan.Milestone] {
    var left = self
    var placed: [DraftPlan.Milestone] = []
    while !left.isEmpty {
      let waiting = Set(left.map(\.id))
      let next = left.firstIndex { $0.after.allSatisfy { !waiting.contains($0) } } ?? 0
      placed.append(left.remove(at: next))
    }
    return placed
  }
}
