import PlanDocuments
import PlanModel

/// Which goal and milestone of a sheet is which of the sheet before, whatever names and files have become of them.
struct SheetMatching: Sendable {
  /// By goal and by milestone of the later sheet; nil is new.
  private(set) var goals: [Int?]
  private(set) var milestones: [Int?]

  /// Mildest first: the same name; the same title in the same goal; the same title anywhere, if no other has it; the same
  /// place between two that are known, where estimate, date, file or a task agree.
  ///
  /// - Parameter renames: where files were before, by where they are.
  init(_ now: PlanStateSummary, after before: PlanStateSummary, renames: [VaultPath: VaultPath]) {
    goals = [Int?](repeating: nil, count: now.goals.count)
    milestones = [Int?](repeating: nil, count: now.milestones.count)
    matchGoals(now, before, renames)
    if now.milestones.count == before.milestones.count,
      now.milestones.indices.allSatisfy({ [goals] index in
        now.milestones[index].id == before.milestones[index].id
          && goals[now.milestones[index].goal] == before.milestones[index].goal
      })
    {
      milestones = now.milestones.indices.map(\.self)
      return
    }
    var free = Set(before.milestones.indices)
    matchByName(now, before, &free)
    matchByTitle(now, before, &free)
    matchByPlace(now, before, renames, &free)
  }

  private mutating func matchGoals(
    _ now: PlanStateSummary, _ before: PlanStateSummary, _ renames: [VaultPath: VaultPath]
  ) {
    var byID: [String: Int] = [:]
    for (index, goal) in before.goals.enumerated() where byID[goal.id] == nil { byID[goal.id] = index }
    var free = Set(before.goals.indices)
    func take(_ goal: Int, _ match: Int?) {
      guard goals[goal] == nil, let match, free.remove(match) != nil else { return }
      goals[goal] = match
    }
    for (index, goal) in now.goals.enumerated() { take(index, byID[goal.id]) }
    if free.isEmpty { return }
    for (index, goal) in now.goals.enumerated() where goals[index] == nil {
      let path = renames[goal.path] ?? goal.path
      take(index, free.first { before.goals[$0].path == path })
    }
    for (index, goal) in now.goals.enumerated() where goals[index] == nil && !goal.title.isEmpty {
      let same = free.filter { before.goals[$0].title == goal.title }
      if same.count == 1 { take(index, same.first) }
    }
  }

  private struct Name: Hashable {
    var goal: Int
    var text: String
  }

  private mutating func match(_ index: Int, _ before: Int?, _ free: inout Set<Int>) {
    guard milestones[index] == nil, let before, free.remove(before) != nil else { return }
    milestones[index] = before
  }

  private mutating func matchByName(_ now: PlanStateSummary, _ before: PlanStateSummary, _ free: inout Set<Int>) {
    for text in [\PlanStateSummary.Milestone.id, \PlanStateSummary.Milestone.title] {
      var names: [Name: Int] = [:]
      for index in before.milestones.indices.reversed() where free.contains(index) {
        names[Name(goal: before.milestones[index].goal, text: before.milestones[index][keyPath: text])] = index
      }
      for (index, milestone) in now.milestones.enumerated() where milestones[index] == nil {
        guard let goal = goals[milestone.goal] else { continue }
        match(index, names[Name(goal: goal, text: milestone[keyPath: text])], &free)
      }
    }
  }

  private mutating func matchByTitle(_ now: PlanStateSummary, _ before: PlanStateSummary, _ free: inout Set<Int>) {
    if free.isEmpty { return }
    var titles: [String: [Int]] = [:]
    for index in free { titles[before.milestones[index].title, default: []].append(index) }
    for (index, milestone) in now.milestones.enumerated() where milestones[index] == nil {
      guard let found = titles[milestone.title], found.count == 1 else { continue }
      match(index, found.first, &free)
    }
  }

  /// Runs of unknown ones between two that are known, as long in both sheets.
  private mutating func matchByPlace(
    _ now: PlanStateSummary, _ before: PlanStateSummary, _ renames: [VaultPath: VaultPath], _ free: inout Set<Int>
  ) {
    if free.isEmpty { return }
    for (index, goal) in goals.enumerated() {
      guard let goal else { continue }
      let range = now.goals[index].milestones
      let old = before.goals[goal].milestones
      var start = range.lowerBound
      while start < range.upperBound {
        guard milestones[start] == nil else {
          start += 1
          continue
        }
        var end = start
        while end < range.upperBound, milestones[end] == nil { end += 1 }
        let first = start == range.lowerBound ? old.lowerBound : (milestones[start - 1] ?? old.lowerBound - 1) + 1
        let last = end == range.upperBound ? old.upperBound : milestones[end] ?? old.upperBound
        if last - first == end - start, first >= old.lowerBound, last <= old.upperBound {
          for (new, was) in zip(start..<end, first..<last)
          where before.milestones[was].resembles(now.milestones[new], renames) { match(new, was, &free) }
        }
        start = end
      }
    }
  }
}

extension PlanStateSummary.Milestone {
  /// Something agrees that two milestones seldom have in common by chance.
  fileprivate func resembles(_ later: Self, _ renames: [VaultPath: VaultPath]) -> Bool {
    if effort != nil && effort == later.effort && due == later.due { return true }
    if due != nil && due == later.due { return true }
    let titles = Set(boxes.map(\.title))
    return later.boxes.contains { titles.contains($0.title) }
      || (renames[later.path] ?? later.path) == path && path != later.path
  }
}

extension PlanStateSummary.Milestone {
  /// Which box of an earlier sheet's milestone each box is: by title, the first with that title first; then, where as many
  /// are left on both sides, by their order.
  func boxes(after before: Self) -> [Int?] {
    if boxes.count == before.boxes.count, zip(boxes, before.boxes).allSatisfy({ $0.title == $1.title }) {
      return boxes.indices.map(\.self)
    }
    var titles: [String: [Int]] = [:]
    for index in before.boxes.indices.reversed() { titles[before.boxes[index].title, default: []].append(index) }
    var matches = boxes.map { titles[$0.title]?.popLast() }
    let known = Set(matches.compactMap(\.self))
    let free = before.boxes.indices.filter { !known.contains($0) }
    let new = matches.indices.filter { matches[$0] == nil }
    // Reworded ones keep their state in an edit that only rewords; a tick and a new wording at once is a new box.
    if free.count == new.count {
      for (index, was) in zip(new, free) where boxes[index].state == before.boxes[was].state { matches[index] = was }
    }
    return matches
  }
}
