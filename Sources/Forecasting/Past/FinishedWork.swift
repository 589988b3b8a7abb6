import PlanDocuments
import PlanModel

/// Finished work with the time in which it was done.
struct FinishedWork: Hashable, Sendable {
  /// The index in `Plan.goals`; nil where its goal is no longer in the plan.
  var goal: Int?
  /// The index in `Plan.milestones`; nil where it is no longer in the plan.
  var milestone: Int?
  /// As estimated.
  var minutes: Double
  var seen: SeenDone
}

extension PlanHistory {
  /// All work that is done and still stands, in minutes as estimated: boxes, growth of amounts, and what was left of a
  /// milestone when its own box was ticked.
  ///
  /// - Parameter effort: the effort in minutes that counts today for each of `Plan.milestones`.
  func finishedWork(effort: (Int) -> Int) -> [FinishedWork] {
    if past.states.isEmpty, !snapshots.isEmpty { return workOfSnapshots(effort: effort) }
    var work: [FinishedWork] = []
    for index in plan.milestones.indices {
      add(
        sheet.milestones[index], traces[index], effort: Double(effort(index)), own: done(milestone: index),
        goal: plan.milestones[index].goal, milestone: index, to: &work)
    }
    var goals: [String: Int] = [:]
    for (index, goal) in plan.goals.enumerated() { goals[goal.id] = index }
    for entry in lost {
      add(
        entry.milestone, entry.trace, effort: Double(entry.milestone.effort ?? 0), own: entry.trace.own,
        goal: goals[entry.goalID], milestone: nil, to: &work)
    }
    return work
  }

  /// Minutes of work in the week of today by goal's id; nil where nothing is recorded.
  ///
  /// - Parameter effort: the effort in minutes that counts today for each of `Plan.milestones`.
  func minutesThisWeek(effort: (Int) -> Int) -> [String: Int]? {
    guard !past.states.isEmpty || !snapshots.isEmpty else { return nil }
    var spread: [Int: WorkSpread] = [:]
    for work in finishedWork(effort: effort) where work.seen.day >= plan.today.monday {
      guard let goal = work.goal else { continue }
      spread[goal, default: WorkSpread()].add(work.minutes, work.seen) { _ in 1 }
    }
    var minutes: [String: Int] = [:]
    for (goal, spread) in spread {
      let days = spread.minutes.filter { $0.key >= plan.today.monday }
      minutes[plan.goals[goal].id] = Int(days.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }.rounded())
    }
    return minutes
  }

  /// From review to review, by the hours that were left.
  private func workOfSnapshots(effort: (Int) -> Int) -> [FinishedWork] {
    var work: [FinishedWork] = []
    for index in plan.milestones.indices {
      let name = plan.name(of: index)
      let last = sheet.milestones[index]
      var before: (day: Day, left: Double)?
      for snapshot in snapshots {
        guard let entry = snapshot[name], entry.totalMinutes > 0 else { continue }
        let left = entry.isDone ? 0 : Double(entry.minutesLeft) / Double(entry.totalMinutes)
        note(left, snapshot.day)
      }
      let share =
        last.state == .done
        ? 1
        : (0..<last.boxes.count).reduce(0) {
          $0 + (last.boxes[$1].state == .done ? last.share(ofBox: $1) : 0)
        }
      let amount = last.amount.map { $0.total > 0 ? Double($0.total - $0.left) / Double($0.total) : 0 }
      if before != nil { note(1 - (last.state == .done ? 1 : amount ?? share), plan.today) }

      func note(_ left: Double, _ day: Day) {
        if let known = before, left < known.left {
          let done = plan.milestones[index].state == .done && left == 0 ? plan.milestones[index].done : nil
          let seen = done.map { SeenDone(day: $0, since: $0) } ?? SeenDone(day: day, since: known.day)
          work.append(
            FinishedWork(
              goal: plan.milestones[index].goal, milestone: index,
              minutes: (known.left - left) * Double(effort(index)), seen: seen))
        }
        before = (day, left)
      }
    }
    return work
  }

  private func add(
    _ milestone: PlanStateSummary.Milestone, _ trace: MilestoneTrace, effort: Double, own: SeenDone?, goal: Int?,
    milestone index: Int?, to work: inout [FinishedWork]
  ) {
    var counted = 0.0
    func add(_ share: Double, _ seen: SeenDone) {
      counted += share
      if share > 0, effort > 0 {
        work.append(FinishedWork(goal: goal, milestone: index, minutes: share * effort, seen: seen))
      }
    }
    for lost in trace.gone where lost.minutes > 0 {
      work.append(FinishedWork(goal: goal, milestone: index, minutes: lost.minutes, seen: lost.seen))
    }
    if let amount = milestone.amount, amount.total > 0 {
      for growth in trace.growths { add(Double(growth.thousandths) / Double(amount.total), growth.seen) }
    } else {
      for (box, seen) in trace.boxes.enumerated() {
        guard let seen else { continue }
        let done = milestone.boxes[box].done
        add(milestone.share(ofBox: box), done.map { SeenDone(day: $0, since: $0) } ?? seen)
      }
    }
    if let own, counted < 1 { add(1 - counted, own) }
  }
}

/// Minutes by the days on which they were probably done.
struct WorkSpread {
  private(set) var minutes: [Day: Double] = [:]

  /// Work seen by a commit within a week of the one before is that day's.
  ///
  /// What was seen later is spread over the days between, by their free hours, so that no week has what four weeks did.
  /// Work without any day is left out.
  mutating func add(_ minutes: Double, _ seen: SeenDone, free: (Day) -> Int) {
    guard let since = seen.since else { return }
    guard seen.day - since > 7 else {
      self.minutes[seen.day, default: 0] += minutes
      return
    }
    let days = (1...(seen.day - since)).map { since + $0 }
    let total = days.reduce(0) { $0 + free($1) }
    for day in days {
      let share = total > 0 ? Double(free(day)) / Double(total) : 1 / Double(days.count)
      if share > 0 { self.minutes[day, default: 0] += minutes * share }
    }
  }
}
