import PlanDocuments

extension Plan {
  /// Some goal has a limit for the running week, of which work without a written day may have used a part.
  package var limitsRunningWeek: Bool {
    today.weekday != .sunday && goals.contains { $0.status == .active && $0.limitsWeek }
  }

  /// The work of a goal in the week of today: by the record of the past where there is one, else by the days that boxes carry.
  ///
  /// An amount carries no day, so that only a record knows of it. Nil where there is none, or no limit that it counts against.
  package func workThisWeek(ofGoal goal: Int) -> WorkInWeek? {
    guard goals[goal].limitsWeek else { return nil }
    let minutes = minutesThisWeek?[goals[goal].id] ?? (minutesThisWeek == nil ? datedMinutes(ofGoal: goal) : 0)
    return minutes > 0 ? WorkInWeek(monday: today.monday, minutes: minutes) : nil
  }

  private func datedMinutes(ofGoal goal: Int) -> Int {
    let week = DayRange(today.monday, today)
    return goals[goal].milestones.reduce(0) { sum, index in
      let milestone = milestones[index]
      let tasks = tasks[milestone.tasks]
      let weights = TaskWeights(of: tasks, doubledEffort: milestone.effort.map { $0.low + $0.high })
      guard milestone.progress == nil, let minutes = milestone.effort?.middle ?? weights.minutesOfTasks else {
        return sum
      }
      guard weights.total > 0 else {
        return sum + (milestone.state == .done && milestone.done.map(week.contains) ?? false ? minutes : 0)
      }
      let done = tasks.reduce(0) { done, task in
        let isNow = (task.done ?? milestone.done).map(week.contains) ?? false
        return task.isLeaf && task.state == .done && isNow ? done + weights.weight(of: task) : done
      }
      return sum + minutes * done / weights.total
    }
  }
}

extension Goal {
  /// Its hours say how much a week may take.
  fileprivate var limitsWeek: Bool {
    guard case .entries(let entries) = hours else { return false }
    return entries.contains { if case .days = $0.rhythm { false } else { true } }
  }
}
