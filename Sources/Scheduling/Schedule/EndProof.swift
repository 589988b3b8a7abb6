package import PlanDocuments

/// Why an end cannot be earlier than the plan has it, as anyone can count again: work that has to lie in certain days, and
/// the free minutes on those days, which are fewer.
package struct EndProof: Sendable, Equatable {
  package struct Work: Sendable, Equatable {
    package var job: Int
    /// The first and the last day of its hours, by its own chain of hours and waits.
    package var first: Day
    package var last: Day
    package var minutes: Int
  }

  package var end: ScheduleEnd
  /// No plan that keeps `held` reaches the end before this day.
  package var day: Day
  /// Ends that are held to their days in the plan; without any, no plan at all reaches it earlier.
  package var held: [ScheduleEnd]
  package var work: [Work]
  /// The most that all of the work can have on its days; 0 where one item has no day.
  package var freeMinutes: Int
}

extension ScheduleDetails {
  /// What shows that a late end cannot be earlier; nil for one that is in time, and where nothing was found that shows it.
  package mutating func proof(of end: ScheduleEnd) -> EndProof? {
    if let known = proofs[end] { return known }
    let found = findProof(of: end)
    proofs[end] = .some(found)
    return found
  }

  private func findProof(of end: ScheduleEnd) -> EndProof? {
    guard let completion = completion(of: end), lateDays(of: end) > 0 else { return nil }
    let reached = schedule.reachedLatestFinish(of: problem, scheduleCase)
    let network = scheduleCase.network
    func limits(holding: (ScheduleEnd) -> Bool) -> [Int] {
      (0..<network.count).map { job in
        guard let own = problem.end(of: job), !schedule.goals[network.goal[job]].isNever else {
          return JobTime.never
        }
        if own == end { return completion - problem.today - 1 - network.wait[job] }
        return holding(own) ? reached[job] : JobTime.never
      }
    }
    let search = ImpossibilityProof(scheduleCase)
    if let overfull = search.overfull(limits { _ in false }) { return proof(end, completion, overfull) }
    let own = problem.priorityClass(of: end)
    let overfull = search.overfull(limits { problem.priorityClass(of: $0) <= own })
    return overfull.map { proof(end, completion, $0) }
  }

  private func proof(_ end: ScheduleEnd, _ completion: Day, _ overfull: Overfull) -> EndProof {
    let held = Set(overfull.deciding.compactMap { problem.end(of: $0) }).subtracting([end])
    return EndProof(
      end: end, day: completion,
      held: held.sorted { problem.order(of: $0) < problem.order(of: $1) },
      work: overfull.work.map {
        EndProof.Work(
          job: $0.job, first: problem.today + $0.first, last: problem.today + $0.last, minutes: $0.minutes)
      }, freeMinutes: overfull.capacity)
  }

  private func completion(of end: ScheduleEnd) -> Day? {
    switch end {
    case .goal(let goal):
      guard let target = problem.goals[goal].target else { return nil }
      return target + schedule.goals[goal].lateDays
    case .fixed(let job): return schedule.jobs[job].completion
    }
  }

  private func lateDays(of end: ScheduleEnd) -> Int {
    switch end {
    case .goal(let goal): schedule.goals[goal].lateDays
    case .fixed(let job): schedule.jobs[job].lateDays
    }
  }
}
