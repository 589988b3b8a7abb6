import PlanDocuments
import PlanModel

/// The milestones of a playbook as they are for one goal: without what is done, with its hours.
struct PlaybookMilestones {
  /// A milestone that is left out, and the words that say it is done.
  struct LeftOut: Hashable, Sendable {
    var title: String
    var because: String
  }

  var milestones: [DraftPlan.Milestone] = []
  var leftOut: [LeftOut] = []
  /// What the playbook has after the end that the goal's words name.
  var beyond: [String] = []
  /// The step that is this end, where something comes after it.
  var end: String?
  /// Steps that go further than the goal: 7 km for one of 5 km.
  var further: [String] = []

  /// At most this part of the work may lie beyond a goal's end.
  private static let mostBeyond = 0.25

  /// - Parameters:
  ///   - goal: the destination in words.
  ///   - effort: the work of the whole playbook for this goal.
  init(_ playbook: Playbook, goal: String, origin: OriginClaims, effort: Effort, words: WordLists) {
    let playbook = notFurtherThanTheGoal(endingWhereTheGoalDoes(playbook, goal, words), goal)
    var because: [String: String] = [:]
    for milestone in playbook.milestones { because[milestone.id] = origin.claim(for: milestone) }
    // What a finished step builds on is finished too; the last step of all is never taken for done.
    let before = playbook.predecessors
    for index in playbook.milestones.indices.reversed() {
      guard let words = because[playbook.milestones[index].id] else { continue }
      for earlier in before[index] where because[playbook.milestones[earlier].id] == nil {
        because[playbook.milestones[earlier].id] = words
      }
    }
    if because.count == playbook.milestones.count, let last = playbook.milestones.last {
      because[last.id] = nil
    }
    for milestone in playbook.milestones {
      if let words = because[milestone.id] {
        leftOut.append(LeftOut(title: milestone.title, because: words))
        continue
      }
      milestones.append(
        DraftPlan.Milestone(
          id: milestone.id, title: milestone.title, effort: effort.share(milestone.share),
          after: milestone.after.filter { because[$0] == nil }, wait: milestone.wait, isOptional: milestone.isOptional,
          reasons: milestone.reasons, tasks: milestone.tasks.map { DraftPlan.Task(title: $0) }, also: milestone.also))
    }
  }
}

extension PlaybookMilestones {
  /// A playbook may go on after the end that this goal names: a first client signed, and not yet paid.
  private mutating func endingWhereTheGoalDoes(
    _ playbook: Playbook, _ goal: String, _ lists: WordLists
  ) -> Playbook {
    let words = Set(lists.stems(of: goal))
    let before = playbook.predecessors
    // What leads to each step, itself included.
    var leading: [Set<Int>] = []
    for index in playbook.milestones.indices {
      leading.append(before[index].reduce(into: [index]) { $0.formUnion(leading[$1]) })
    }
    guard
      let named = playbook.milestones.indices.last(where: { index in
        let id = Set(lists.stems(of: playbook.milestones[index].id.replacing("-", with: " ")))
        return !id.isEmpty && id.isSubset(of: words)
      })
    else { return playbook }
    let after = playbook.milestones.indices.filter { $0 > named && leading[$0].contains(named) }
    let share = after.reduce(0) { $0 + playbook.milestones[$1].share }
    guard !after.isEmpty, share <= Self.mostBeyond else { return playbook }
    var ending = playbook
    end = playbook.milestones[named].title
    beyond = after.map { playbook.milestones[$0].title }
    ending.milestones = playbook.milestones.indices.filter { !after.contains($0) }.map { playbook.milestones[$0] }
    return ending
  }
}

extension PlaybookMilestones {
  /// Steps that name a clearly larger amount than the goal are none of it; the others share its work, which is that of its amount.
  private mutating func notFurtherThanTheGoal(_ playbook: Playbook, _ goal: String) -> Playbook {
    guard let unit = playbook.measure?.unit, let amount = GoalAmount.number(in: goal, unit: unit) else {
      return playbook
    }
    let beyond = Set(
      playbook.milestones.filter { (GoalAmount.number(in: $0.title, unit: unit) ?? 0) > amount * 1.1 }.map(\.id))
    let left = playbook.milestones.reduce(0) { $0 + (beyond.contains($1.id) ? 0 : $1.share) }
    guard !beyond.isEmpty, left >= 0.5 else { return playbook }
    var shorter = playbook
    further = playbook.milestones.filter { beyond.contains($0.id) }.map(\.title)
    for step in playbook.milestones where beyond.contains(step.id) {
      for index in shorter.milestones.indices where shorter.milestones[index].after.contains(step.id) {
        let known = shorter.milestones[index].after.filter { $0 != step.id }
        let before = shorter.milestones.first { $0.id == step.id }?.after ?? []
        shorter.milestones[index].after = known + before.filter { !known.contains($0) }
      }
    }
    shorter.milestones.removeAll { beyond.contains($0.id) }
    for index in shorter.milestones.indices { shorter.milestones[index].share /= left }
    return shorter
  }
}

extension Effort {
  /// A part of this work in round figures.
  func share(_ share: Double) -> Effort {
    guard share > 0 else { return Effort(minutes: 0) }
    let (low, high) = (Self.roundFigure(Double(low) * share), Self.roundFigure(Double(high) * share))
    return Effort(low: low, high: max(low, high))
  }

  /// Minutes as a person would say them: quarter hours below an hour, half hours below ten, hours above; a quarter at
  /// least, if it is any.
  static func roundFigure(_ minutes: Double) -> Int {
    if minutes <= 0 { return 0 }
    let step = minutes < 60 ? 15.0 : minutes < 600 ? 30.0 : 60.0
    return max(15, Int((minutes / step).rounded() * step))
  }

  func scaled(_ factor: Double) -> Effort {
    Effort(low: Int((Double(low) * factor).rounded()), high: Int((Double(high) * factor).rounded()))
  }
}
