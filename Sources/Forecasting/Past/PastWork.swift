import PlanDocuments
import PlanModel
import Scheduling

/// A piece of finished work with the time in which it was done.
package struct PastWork: Hashable, Sendable {
  /// How its time is known.
  package enum Evidence: Hashable, Sendable {
    /// A day that the person wrote: `done:` or `waiting:`.
    case written
    /// The first commit that shows it, or a review held before that.
    case git
    /// The files of today show it, and no commit yet.
    case uncommitted
    /// A review note is the first that shows it, where there is no git.
    case note
  }

  /// The index in `Plan.goals`; nil where its goal is no longer in the plan.
  package var goal: Int?
  /// The index in `Plan.milestones`; nil where it is no longer in the plan.
  package var milestone: Int?
  /// As estimated.
  package var minutes: Double
  package var seen: SeenDone
  package var evidence: Evidence
  /// The number that its goal keeps.
  var identity: Int
}

extension PlanHistory {
  /// All work that is done and still stands, in minutes as estimated: boxes, growth of amounts, and what was left of a
  /// milestone when its own box was ticked, or when its work went out to others.
  ///
  /// - Parameter effort: the effort in minutes that counts today for each of `Plan.milestones`.
  func finishedWork(effort: (Int) -> Int) -> [PastWork] {
    if past.states.isEmpty, !snapshots.isEmpty { return workOfSnapshots(effort: effort) }
    var work: [PastWork] = []
    for index in plan.milestones.indices {
      let goal = plan.milestones[index].goal
      let pieces = pieces(
        sheet.milestones[index], traces[index], effort: Double(effort(index)), own: done(milestone: index))
      work += pieces.map { self.work($0, goal: goal, milestone: index, identity: goalIdentities[goal]) }
    }
    for (entry, effort) in zip(lost, lastEfforts(of: lost)) {
      let pieces = pieces(entry.milestone, entry.trace, effort: Double(effort), own: entry.trace.own)
      let goal = currentGoals[entry.goal]
      work += pieces.map { self.work($0, goal: goal, milestone: nil, identity: entry.goal) }
    }
    return work
  }

  private func work(_ piece: MilestoneTrace.Piece, goal: Int?, milestone: Int?, identity: Int) -> PastWork {
    let isWritten = piece.seen.since == piece.seen.day
    let isCommitted = past.states.last.map { piece.seen.day <= $0.day } ?? false
    return PastWork(
      goal: goal, milestone: milestone, minutes: piece.minutes, seen: piece.seen,
      evidence: isWritten ? .written : isCommitted ? .git : .uncommitted, identity: identity)
  }

  /// Minutes of work in the week of today by goal's id; nil where nothing is recorded.
  ///
  /// - Parameter effort: the effort in minutes that counts today for each of `Plan.milestones`.
  func minutesThisWeek(effort: (Int) -> Int) -> [String: Int]? {
    guard !past.states.isEmpty || !snapshots.isEmpty else { return nil }
    var sums: [Int: Double] = [:]
    for work in finishedWork(effort: effort) where work.seen.day >= plan.today.monday {
      guard let goal = work.goal else { continue }
      for (day, minutes) in work.days(free: { _ in 1 }) where day >= plan.today.monday {
        sums[goal, default: 0] += minutes
      }
    }
    var minutes: [String: Int] = [:]
    for (goal, sum) in sums { minutes[plan.goals[goal].id] = Int(sum.rounded()) }
    return minutes
  }

  /// From review to review, by the hours that were left.
  private func workOfSnapshots(effort: (Int) -> Int) -> [PastWork] {
    var work: [PastWork] = []
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
            PastWork(
              goal: plan.milestones[index].goal, milestone: index,
              minutes: (known.left - left) * Double(effort(index)), seen: seen,
              evidence: done == nil ? .note : .written,
              identity: goalIdentities[plan.milestones[index].goal]))
        }
        before = (day, left)
      }
    }
    return work
  }

  private func pieces(
    _ milestone: PlanStateSummary.Milestone, _ trace: MilestoneTrace, effort: Double, own: SeenDone?
  ) -> [MilestoneTrace.Piece] {
    var pieces = trace.gone.filter { $0.minutes > 0 }.map {
      MilestoneTrace.Piece(seen: $0.seen, minutes: $0.minutes)
    }
    var counted = 0.0
    func add(_ share: Double, _ seen: SeenDone) {
      counted += share
      if share > 0, effort > 0 { pieces.append(MilestoneTrace.Piece(seen: seen, minutes: share * effort)) }
    }
    for piece in trace.carried where effort > 0 { add(piece.minutes / effort, piece.seen) }
    if let amount = milestone.amount, amount.total > 0 {
      for growth in trace.growths { add(Double(growth.thousandths) / Double(amount.total), growth.seen) }
    } else {
      for (box, seen) in trace.boxes.enumerated() {
        guard let seen else { continue }
        let done = milestone.boxes[box].done
        add(milestone.share(ofBox: box), done.map { SeenDone(day: $0, since: $0) } ?? seen)
      }
    }
    // The work was done when it went out: the weeks of the wait are nobody's.
    let handedOver = milestone.waiting.map { SeenDone(day: $0, since: $0) }
    if let end = handedOver ?? own, counted < 0.9999 { add(1 - counted, end) }
    // What another milestone has by now counts there.
    var given = trace.givenAway
    while given > 0.01, let last = pieces.popLast() {
      if last.minutes > given { pieces.append(MilestoneTrace.Piece(seen: last.seen, minutes: last.minutes - given)) }
      given -= min(given, last.minutes)
    }
    return pieces
  }

  /// For each milestone that was taken out: its estimate, else what was assumed for it when it was last there.
  private func lastEfforts(of lost: [TracedState.Lost]) -> [Int] {
    var efforts = lost.map { $0.milestone.effort ?? 0 }
    var open: [Int: Int] = [:]
    for (index, entry) in lost.enumerated() where entry.milestone.effort == nil && entry.trace.hasWork {
      open[entry.trace.identity] = index
    }
    for (day, state) in traced.line.reversed() where !open.isEmpty {
      let found = traced.identities[state].enumerated().filter { open[$0.element] != nil }
      if found.isEmpty { continue }
      let plan = Plan(reading: past.states[state].snapshot, today: day)
      let work = RemainingWork(in: plan, hours: WorkHours(of: plan))
      for (milestone, identity) in found {
        guard let index = open.removeValue(forKey: identity), milestone < work.entries.count else { continue }
        efforts[index] = work[milestone].effort
      }
    }
    return efforts
  }
}
