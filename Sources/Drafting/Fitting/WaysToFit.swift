package import Forecasting
package import PlanDocuments
import PlanModel

/// The nearest ways in which a draft fits that doesn't: each tried by planning and simulating it.
package struct WaysToFit: Sendable {
  /// The first deadline by which it is as likely as not to be complete; nil where the day is fixed.
  package var later: Day?
  /// Minutes a week that the goal would have to get.
  package var weeklyMinutes: Int?
  /// The work that would fit, in minutes.
  package var lessMinutes: Int?
  /// Optional steps are enough to leave out.
  package var withoutOptional = false

  /// - Parameter hasFixedDay: the deadline is a day that nobody can move.
  package init(
    for placed: PlacedDraft, hasFixedDay: Bool, in snapshot: VaultSnapshot, today: Day, before: ForecastedPlan?
  ) {
    let draft = placed.draft.undated
    func fits(_ changed: DraftPlan) -> Bool {
      var home = placed.home
      // The hours of a goal that there is are in its file.
      if case .goal(let goal, let edits) = home, let time = changed.anchor.time.first {
        home = .goal(goal, edits: edits + [.setFrontMatter(key: "time", .scalar(time))])
      }
      return PlacedDraft.outlook(of: changed, home: home, in: snapshot, today: today, before: before).map {
        $0.chance >= 0.5
      }
        ?? false
    }
    if !hasFixedDay, let likely = placed.likely { later = likely.monday + 6 }
    let work = draft.minutes()
    guard let deadline = placed.deadline, deadline > today, work > 0 else { return }
    let weekly = WaysToFit.weekly(placed)
    weeklyMinutes = WaysToFit.least(in: 1...60) { step in
      var changed = draft
      changed.anchor.time = [DraftTime.written(step * 30 + weekly)]
      return fits(changed)
    }.map { $0 * 30 + weekly }
    var cut = draft
    cut.leaveOutOptional()
    if cut.milestones.count < draft.milestones.count, fits(cut) { withoutOptional = true }
    lessMinutes = WaysToFit.least(in: 1...14) { step in
      var changed = draft
      changed.scaleEffort(1 - Double(step) * 0.05)
      return fits(changed)
    }.map { Int(Double(work) * (1 - Double($0) * 0.05)) }
  }

  /// The hours a week that the goal has on average until its target.
  private static func weekly(_ placed: PlacedDraft) -> Int {
    guard let minutes = placed.ground.minutes, let target = placed.target else { return 0 }
    return minutes * 7 / max(7, target - placed.ground.today) / 30 * 30
  }

  /// The least of the range for which it holds, if it holds for the last.
  private static func least(in range: ClosedRange<Int>, where holds: (Int) -> Bool) -> Int? {
    guard holds(range.upperBound) else { return nil }
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension DraftPlan {
  /// Without the dates that a scheduler laid.
  package var undated: DraftPlan {
    var draft = self
    for index in draft.milestones.indices where !draft.milestones[index].isFixed { draft.milestones[index].due = nil }
    return draft
  }

  package mutating func scaleEffort(_ factor: Double) {
    for index in milestones.indices {
      milestones[index].effort = milestones[index].effort.map { effort in
        Effort(
          low: ChosenSteps.round(Double(effort.low) * factor), high: ChosenSteps.round(Double(effort.high) * factor))
      }
      for task in milestones[index].tasks.indices {
        milestones[index].tasks[task].minutes = milestones[index].tasks[task].minutes.map {
          ChosenSteps.round(Double($0) * factor)
        }
      }
    }
  }

  /// What comes after something left out comes after what that came after.
  package mutating func leaveOutOptional() {
    for milestone in milestones where milestone.isOptional {
      for index in milestones.indices where milestones[index].after.contains(milestone.id) {
        milestones[index].after.removeAll { $0 == milestone.id }
        milestones[index].after += milestone.after.filter { !milestones[index].after.contains($0) }
      }
    }
    milestones.removeAll(where: \.isOptional)
  }
}
