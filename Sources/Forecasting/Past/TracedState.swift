import PlanDocuments
import PlanModel

/// One state of the vault with what became of each of its milestones until then.
struct TracedState: Sendable {
  /// A milestone that was taken out of the plan, as it last was.
  struct Lost: Sendable {
    var goalID: String
    /// The number that its goal keeps.
    var goal: Int
    var milestone: PlanStateSummary.Milestone
    var trace: MilestoneTrace
  }

  var day: Day
  var sheet: PlanStateSummary
  /// One for each milestone of the sheet.
  var traces: [MilestoneTrace]
  /// The numbers that these milestones keep.
  private(set) var identities: [Int]
  /// The numbers that these goals keep.
  private(set) var goalIdentities: [Int]
  var lost: [Lost]

  /// - Parameters:
  ///   - parents: the states that it follows; the first is the one that it was made from.
  ///   - renames: where files were in the first.
  ///   - nextIdentity: the number of the next milestone or goal that is new.
  init(
    _ step: PlanStateSummaries.Step, on day: Day, after parents: consuming [TracedState],
    renames: [VaultPath: VaultPath],
    nextIdentity: inout Int
  ) {
    if parents.count == 1, let goals = step.goals, step.sheet.hasSameNames(as: parents[0].sheet, in: goals) {
      // Most commits move a few boxes and leave all else as it was.
      self = parents.removeLast()
      move(to: step.sheet, readingAgain: goals, on: day)
    } else {
      self.init(step.sheet, on: day, afterAny: parents, renames: renames, nextIdentity: &nextIdentity)
    }
  }

  private mutating func move(to now: PlanStateSummary, readingAgain goals: [Int], on day: Day) {
    var changed: [Int] = []
    var isBoxGone = false
    for goal in goals {
      for index in now.goals[goal].milestones where now.milestones[index] != sheet.milestones[index] {
        let gone = traces[index].gone.count
        traces[index].move(from: sheet.milestones[index], to: now.milestones[index], day: day, since: self.day)
        isBoxGone = isBoxGone || traces[index].gone.count > gone
        changed.append(index)
      }
    }
    self.day = day
    sheet = now
    moveBoxesBetweenMilestones(to: isBoxGone ? Array(traces.indices) : changed)
  }

  private init(
    _ sheet: PlanStateSummary, on day: Day, afterAny parents: [TracedState], renames: [VaultPath: VaultPath],
    nextIdentity: inout Int
  ) {
    self.day = day
    self.sheet = sheet
    let matchings = parents.enumerated().map { index, parent in
      SheetMatching(sheet, after: parent.sheet, renames: index == 0 ? renames : [:])
    }
    let since = parents.map(\.day).max()
    var lostBefore = Lost.all(of: parents, matchings)
    goalIdentities = []
    for (index, goal) in sheet.goals.enumerated() {
      let known = zip(parents, matchings).lazy.compactMap { parent, matching in
        matching.goals[index].map { parent.goalIdentities[$0] }
      }.first
      // A goal that was away keeps its number when it comes back under its name.
      let again = known ?? lostBefore.first { $0.goalID == goal.id }?.goal
      goalIdentities.append(again ?? nextIdentity)
      if again == nil { nextIdentity += 1 }
    }
    traces = []
    traces.reserveCapacity(sheet.milestones.count)
    for (index, milestone) in sheet.milestones.enumerated() {
      let known = parents.indices.compactMap { parent in
        matchings[parent].milestones[index].map {
          (trace: parents[parent].traces[$0], milestone: parents[parent].sheet.milestones[$0])
        }
      }
      if let first = known.first, let since {
        var trace = first.trace
        trace.move(from: first.milestone, to: milestone, day: day, since: since)
        for other in known.dropFirst() {
          trace.join(other.trace, other.milestone, first: first.milestone, now: milestone)
        }
        traces.append(trace)
      } else if let again = lostBefore.firstIndex(where: { $0.isSame(milestone, in: sheet) }), let since {
        // Taken out and put back, or away while its file could not be found.
        let lost = lostBefore.remove(at: again)
        var trace = lost.trace
        trace.move(from: lost.milestone, to: milestone, day: day, since: since)
        traces.append(trace)
      } else {
        // What comes with a goal that is new here was ticked elsewhere, nobody knows when.
        let isGoalKnown = matchings.contains { $0.goals[milestone.goal] != nil }
        traces.append(
          MilestoneTrace(
            milestone, identity: nextIdentity, day: day, since: isGoalKnown ? since.map { min($0, day) } : nil))
        nextIdentity += 1
      }
    }
    identities = traces.map(\.identity)
    let present = lostBefore.isEmpty ? [] : Set(identities)
    lost = lostBefore.filter { !present.contains($0.trace.identity) }
    moveBoxesBetweenMilestones(to: Array(traces.indices))
    if let first = parents.first { moveWorkToNewMilestones(since: first, matchings[0]) }
  }

  /// A milestone was split, or rewritten in other words: the work that another of its goal lost in the same step is the
  /// new one's, with the days on which it was done.
  private mutating func moveWorkToNewMilestones(since before: TracedState, _ matching: SheetMatching) {
    let new = matching.milestones.indices.filter { matching.milestones[$0] == nil && traces[$0].isDone(on: day) }
    if new.isEmpty { return }
    let identitiesBefore = Set(before.identities)
    for index in new {
      let goal = goalIdentities[sheet.milestones[index].goal]
      var wanted = traces[index].minutes(doneOn: day, of: sheet.milestones[index])
      func take(_ pieces: [MilestoneTrace.Piece], after given: Double) -> Double {
        var given = given
        var taken = 0.0
        for piece in pieces {
          let part = min(piece.minutes - min(given, piece.minutes), wanted)
          given -= min(given, piece.minutes)
          guard part > 0 else { continue }
          traces[index].carry(
            MilestoneTrace.Piece(seen: piece.seen, minutes: part), into: sheet.milestones[index], on: day)
          wanted -= part
          taken += part
        }
        return taken
      }
      for other in traces.indices
      where wanted > 0 && other != index && goalIdentities[sheet.milestones[other].goal] == goal {
        guard let old = matching.milestones[other] else { continue }
        let shed = before.traces[old].pieces(of: before.sheet.milestones[old], without: traces[other])
        traces[other].givenAway += take(shed, after: traces[other].givenAway)
      }
      for gone in lost.indices
      where wanted > 0 && lost[gone].goal == goal && identitiesBefore.contains(lost[gone].trace.identity) {
        let pieces = lost[gone].trace.pieces(of: lost[gone].milestone)
        lost[gone].trace.givenAway += take(pieces, after: lost[gone].trace.givenAway)
      }
    }
    for index in traces.indices { traces[index].givenAway = 0 }
  }

  /// A milestone was split: a box that left one and stands in another has been ticked since it was ticked there.
  private mutating func moveBoxesBetweenMilestones(to milestones: [Int]) {
    guard milestones.contains(where: { traces[$0].boxes.contains { $0?.day == day } }),
      lost.contains(where: { $0.trace.boxes.contains { $0 != nil } }) || traces.contains(where: { !$0.gone.isEmpty })
    else { return }
    var known: [String: SeenDone] = [:]
    for trace in traces { for box in trace.gone { known[box.title] = box.seen } }
    for entry in lost {
      for (box, seen) in zip(entry.milestone.boxes, entry.trace.boxes) { if let seen { known[box.title] = seen } }
    }
    var moved: Set<String> = []
    for index in milestones {
      for (box, line) in sheet.milestones[index].boxes.enumerated() {
        guard let seen = traces[index].boxes[box], seen.day == day, let before = known[line.title] else { continue }
        traces[index].boxes[box] = before
        moved.insert(line.title)
      }
    }
    if moved.isEmpty { return }
    for index in traces.indices { traces[index].gone.removeAll { moved.contains($0.title) } }
    for index in lost.indices {
      for (box, line) in lost[index].milestone.boxes.enumerated() where moved.contains(line.title) {
        lost[index].trace.boxes[box] = nil
      }
    }
  }
}

extension PlanStateSummary {
  /// The milestones of these goals are where they were, under the same ids.
  fileprivate func hasSameNames(as other: PlanStateSummary, in goals: [Int]) -> Bool {
    goals.allSatisfy { goal in
      self.goals[goal].milestones == other.goals[goal].milestones
        && self.goals[goal].milestones.allSatisfy { milestones[$0].hasSameID(as: other.milestones[$0]) }
    }
  }
}

extension TracedState.Lost {
  /// What the states before had lost, and what this one has lost of them, each once.
  fileprivate static func all(of parents: [TracedState], _ matchings: [SheetMatching]) -> [Self] {
    var lost = parents.first?.lost ?? []
    var known = Set(lost.map(\.trace.identity))
    for parent in parents.dropFirst() {
      for entry in parent.lost where known.insert(entry.trace.identity).inserted { lost.append(entry) }
    }
    for (parent, matching) in zip(parents, matchings)
    where matching.milestones.count < parent.traces.count
      || matching.milestones.contains(nil)
    {
      let kept = Set(matching.milestones.compactMap(\.self))
      for (index, trace) in parent.traces.enumerated()
      where !kept.contains(index) && known.insert(trace.identity).inserted {
        let milestone = parent.sheet.milestones[index]
        lost.append(
          Self(
            goalID: parent.sheet.goals[milestone.goal].id, goal: parent.goalIdentities[milestone.goal],
            milestone: milestone, trace: trace))
      }
    }
    return lost
  }

  fileprivate func isSame(_ other: PlanStateSummary.Milestone, in sheet: PlanStateSummary) -> Bool {
    guard goalID == sheet.goals[other.goal].id || milestone.title == other.title && !other.title.isEmpty else {
      return false
    }
    return milestone.id == other.id || milestone.title == other.title
  }
}
