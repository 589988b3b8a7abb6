package import PlanDocuments
package import PlanModel

/// What review notes keep of the past that git does not: work that was not committed yet, and each week's hours as numbers.
package struct KeptPast: Hashable, Sendable {
  /// What one milestone showed beyond the last commit.
  package struct Progress: Hashable, Sendable {
    /// `goal/milestone`.
    package var name: String
    package var isDone: Bool
    /// What was done of its amount, in thousandths.
    package var amount: Int64?
    /// Which of its boxes were ticked; tasks with sub-tasks are none.
    package var boxes: [Int]

    package init(name: String, isDone: Bool, amount: Int64? = nil, boxes: [Int] = []) {
      (self.name, self.isDone, self.amount, self.boxes) = (name, isDone, amount, boxes)
    }
  }

  /// What a review counted that no commit showed.
  package struct Uncommitted: Hashable, Sendable {
    /// The last day that the review covered.
    package var day: Day
    package var progress: [Progress]

    package init(day: Day, progress: [Progress]) {
      (self.day, self.progress) = (day, progress)
    }
  }

  /// The hours of one ISO week.
  package struct Week: Hashable, Sendable {
    package var monday: Day
    /// Minutes that all goals together could use, Monday first.
    package var days: [Int]
    /// Minutes that each goal could use by itself, by its id.
    package var goals: [String: Int]

    package init(monday: Day, days: [Int], goals: [String: Int]) {
      (self.monday, self.days, self.goals) = (monday, days, goals)
    }
  }

  package var uncommitted: [Uncommitted]
  package var weeks: [Week]

  package init(uncommitted: [Uncommitted] = [], weeks: [Week] = []) {
    (self.uncommitted, self.weeks) = (uncommitted, weeks)
  }
}

extension PlanHistory {
  /// What the files show and no commit does; empty where there is no history.
  package var uncommitted: [KeptPast.Progress] {
    guard let last = traced.last else { return [] }
    let known = Dictionary(zip(last.identities, last.sheet.milestones), uniquingKeysWith: { one, _ in one })
    return sheet.milestones.indices.compactMap { index in
      let now = sheet.milestones[index]
      let before = known[traces[index].identity]
      if let before, before.hasSameProgress(as: now) { return nil }
      let progress = now.progress(named: plan.name(of: index))
      return before == nil && progress.isNothing ? nil : progress
    }
  }
}

extension PlanHistory {
  /// How far a milestone's amount was at the end of a day; nil where it was not the same amount then.
  ///
  /// - Parameter before: the plan of that day.
  package func amount(of milestone: Int, atEndOf day: Day, in before: Plan) -> Int64? {
    let name = plan.name(of: milestone)
    guard let now = plan.milestones[milestone].progress,
      let then = before.milestones.indices.first(where: { before.name(of: $0) == name }),
      let was = before.milestones[then].progress, was.from == now.from, was.to == now.to
    else { return nil }
    let since = traces[milestone].growths.reduce(0) { $1.seen.day > day ? $0 + $1.thousandths : $0 }
    let done = now.total - now.left - since
    // A fall is no growth: it shows as what it was.
    guard done >= was.total - was.left else { return was.now }
    return done == was.total - was.left ? was.now : now.from + (now.to >= now.from ? done : -done)
  }
}

extension PlanStateSummary.Milestone {
  fileprivate func progress(named name: String) -> KeptPast.Progress {
    KeptPast.Progress(
      name: name, isDone: state == .done, amount: amount.map { $0.total - $0.left },
      boxes: boxes.indices.filter { boxes[$0].state == .done })
  }

  fileprivate func hasSameProgress(as other: Self) -> Bool {
    progress(named: "") == other.progress(named: "")
  }
}

extension KeptPast.Progress {
  fileprivate var isNothing: Bool { !isDone && (amount ?? 0) == 0 && boxes.isEmpty }
}

extension MilestoneTrace {
  /// A review saw it so on a day, before a commit did.
  mutating func see(_ progress: KeptPast.Progress, on day: Day) {
    func earlier(_ seen: SeenDone) -> SeenDone? {
      guard seen.day > day, let since = seen.since, since <= day else { return nil }
      return SeenDone(day: day, since: min(since, day - 1))
    }
    if progress.isDone, let known = own.flatMap(earlier) { own = known }
    for box in progress.boxes where boxes.indices.contains(box) {
      if let known = boxes[box].flatMap(earlier) { boxes[box] = known }
    }
    guard let amount = progress.amount else { return }
    see(amount: amount) { earlier($0) }
  }
}
