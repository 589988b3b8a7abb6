import PlanDocuments

/// One state of the vault with what became of each of its milestones until then.
struct TracedState: Sendable {
  /// A milestone that was taken out of the plan, as it last was.
  struct Lost: Sendable {
    var goalID: String
    var milestone: PlanSheet.Milestone
    var trace: MilestoneTrace
  }

  var day: Day
  var sheet: PlanSheet
  /// One for each milestone of the sheet.
  var traces: [MilestoneTrace]
  var lost: [Lost]

  /// - Parameters:
  ///   - parents: the states that it follows; the first is the one that it was made from.
  ///   - renames: where files were in the first.
  ///   - nextIdentity: the number of the next milestone that is new.
  init(
    _ sheet: PlanSheet, on day: Day, after parents: [TracedState], renames: [VaultPath: VaultPath],
    nextIdentity: inout Int
  ) {
    self.day = day
    self.sheet = sheet
    if let parent = parents.first, parents.count == 1, sheet.hasSameNames(as: parent.sheet) {
      // Most commits move a few boxes and leave all else as it was.
      (traces, lost) = (parent.traces, parent.lost)
      for index in traces.indices where sheet.milestones[index] != parent.sheet.milestones[index] {
        traces[index].move(
          from: parent.sheet.milestones[index], to: sheet.milestones[index], day: day, since: parent.day)
      }
      moveBoxesBetweenMilestones()
      return
    }
    let matchings = parents.enumerated().map { index, parent in
      SheetMatching(sheet, after: parent.sheet, renames: index == 0 ? renames : [:])
    }
    let since = parents.map(\.day).max()
    var lostBefore = Lost.all(of: parents, matchings)
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
    let present = lostBefore.isEmpty ? [] : Set(traces.map(\.identity))
    lost = lostBefore.filter { !present.contains($0.trace.identity) }
    moveBoxesBetweenMilestones()
  }

  /// A milestone was split: a box that left one and stands in another has been ticked since it was ticked there.
  private mutating func moveBoxesBetweenMilestones() {
    guard
      lost.contains(where: { $0.trace.boxes.contains { $0 != nil } }) || traces.contains(where: { !$0.gone.isEmpty })
    else { return }
    var known: [String: SeenDone] = [:]
    for trace in traces { for box in trace.gone { known[box.title] = box.seen } }
    for entry in lost {
      for (box, seen) in zip(entry.milestone.boxes, entry.trace.boxes) { if let seen { known[box.title] = seen } }
    }
    var moved: Set<String> = []
    for index in traces.indices {
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

extension PlanSheet {
  /// Every goal and milestone is where it was, under the same id.
  fileprivate func hasSameNames(as other: PlanSheet) -> Bool {
    goals.elementsEqual(other.goals) { $0.id == $1.id && $0.milestones == $1.milestones }
      && milestones.elementsEqual(other.milestones) { $0.hasSameID(as: $1) }
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
        lost.append(Self(goalID: parent.sheet.goals[milestone.goal].id, milestone: milestone, trace: trace))
      }
    }
    return lost
  }

  fileprivate func isSame(_ other: PlanSheet.Milestone, in sheet: PlanSheet) -> Bool {
    guard goalID == sheet.goals[other.goal].id || milestone.title == other.title && !other.title.isEmpty else {
      return false
    }
    return milestone.id == other.id || milestone.title == other.title
  }
}
