import PlanDocuments

/// What each open milestone waits for, across goals.
struct DependencyGraph {
  /// What each milestone names, cancelled and met ones included.
  private var named: [[Int]]
  /// The open milestones that each open milestone comes after.
  private var waitsFor: [[Int]]
  /// Open milestones that come after a goal without milestones that is not done.
  private var waitsForEmptyGoal: Set<Int> = []

  init(of plan: Plan) {
    named = Array(repeating: [], count: plan.milestones.count)
    waitsFor = named
    for (goal, range) in plan.goals.map(\.milestones).enumerated() {
      let isInOrder = plan.goals[goal].isInOrder
      for milestone in range {
        if isInOrder, milestone > range.lowerBound { named[milestone].append(milestone - 1) }
        for reference in plan.milestones[milestone].after { add(reference.target, to: milestone, plan) }
      }
    }
    for milestone in plan.milestones.indices where plan.milestones[milestone].state == .open {
      waitsFor[milestone] = openOnes(before: milestone, plan)
    }
  }

  private mutating func add(_ target: DependencyReference.Target, to milestone: Int, _ plan: Plan) {
    switch target {
    case .milestone(let other): named[milestone].append(other)
    case .goal(let goal):
      let members = plan.goals[goal].milestones.filter { plan.milestones[$0].state != .cancelled }
      named[milestone] += members
      if members.isEmpty, !plan.goals[goal].status.isOver { waitsForEmptyGoal.insert(milestone) }
    case .unknown: break
    }
  }

  /// Follows cancelled milestones to what they came after; leaves out what is met.
  ///
  /// Ascending, each once.
  private func openOnes(before milestone: Int, _ plan: Plan) -> [Int] {
    if named[milestone].allSatisfy({ isOpen($0, plan) }), named[milestone].count < 2 { return named[milestone] }
    var found: [Int] = []
    var pending = named[milestone]
    var passed: Set<Int> = []
    while let next = pending.popLast() {
      if plan.goals[plan.milestones[next].goal].status.isOver { continue }
      switch plan.milestones[next].state {
      case .done: continue
      case .open: if !plan.hasPassed(next) { found.append(next) }
      case .cancelled: if passed.insert(next).inserted { pending += named[next] }
      }
    }
    guard found.count > 1 else { return found }
    return Array(Set(found)).sorted()
  }

  /// Met ones, cancelled ones followed to what they came after.
  private func metOnes(before milestone: Int, _ plan: Plan) -> [Int] {
    var found: Set<Int> = []
    var pending = named[milestone]
    var passed: Set<Int> = []
    while let next = pending.popLast() {
      if plan.milestones[next].state != .cancelled {
        found.insert(next)
      } else if passed.insert(next).inserted {
        pending += named[next]
      }
    }
    return found.sorted()
  }

  private func isOpen(_ milestone: Int, _ plan: Plan) -> Bool {
    plan.milestones[milestone].state == .open && !plan.hasPassed(milestone)
      && !plan.goals[plan.milestones[milestone].goal].status.isOver
  }

  /// Writes predecessors, loops and blocked milestones into the plan.
  func link(_ plan: inout Plan) {
    for milestone in plan.milestones.indices {
      plan.milestones[milestone].predecessors = waitsFor[milestone]
      if plan.milestones[milestone].wait != nil, plan.milestones[milestone].state == .open, waitsFor[milestone].isEmpty
      {
        plan.milestones[milestone].met = metOnes(before: milestone, plan)
      }
    }
    plan.loops = StrongComponents(of: waitsFor).loops.compactMap {
      StrongComponents.shortestLoop(in: $0, of: waitsFor)
    }
    block(&plan)
  }

  /// Blocks what lies in or after a loop, and what comes after an open milestone of a paused goal, each with its chain.
  private func block(_ plan: inout Plan) {
    guard !plan.loops.isEmpty || !waitsForEmptyGoal.isEmpty || plan.goals.contains(where: { $0.status == .paused })
    else { return }
    var followers: [[Int]] = Array(repeating: [], count: waitsFor.count)
    for (milestone, before) in waitsFor.enumerated() { for other in before { followers[other].append(milestone) } }
    // Nearest causes first, so that each chain is a shortest one.
    var queue: [Int] = []
    for loop in plan.loops {
      // The loop itself is kept once; each of its milestones has the part that it would show.
      for (place, milestone) in loop.enumerated() {
        plan.milestones[milestone].blockedBy = DependencyGraph.part(of: loop, from: place)
        queue.append(milestone)
      }
    }
    for milestone in plan.milestones.indices where plan.milestones[milestone].blockedBy == nil {
      if waitsForEmptyGoal.contains(milestone), plan.milestones[milestone].state == .open {
        plan.milestones[milestone].blockedBy = [milestone]
        queue.append(milestone)
      } else if plan.milestones[milestone].state == .open,
        plan.goals[plan.milestones[milestone].goal].status == .paused,
        !followers[milestone].isEmpty
      {
        queue.append(milestone)
      }
    }
    var head = 0
    while head < queue.count {
      let cause = queue[head]
      head += 1
      for follower in followers[cause] where plan.milestones[follower].blockedBy == nil {
        let status = plan.goals[plan.milestones[follower].goal].status
        // Within a paused goal nothing is planned anyway.
        if status == .paused, plan.milestones[cause].blockedBy == nil { continue }
        plan.milestones[follower].blockedBy =
          [follower]
          + DependencyGraph.shortened(
            plan.milestones[cause].blockedBy ?? [cause])
        queue.append(follower)
      }
    }
  }

  /// The most links of a chain, which has to fit on a screen.
  private static let mostLinks = 8

  /// A chain that fits on a screen: its beginning and its last link, which is the cause.
  private static func shortened(_ chain: [Int]) -> [Int] {
    guard chain.count > mostLinks, let last = chain.last else { return chain }
    return chain.prefix(mostLinks - 1) + [last]
  }

  /// The same of a loop that begins with the milestone at `place`, and ends with the one before it.
  private static func part(of loop: [Int], from place: Int) -> [Int] {
    let count = loop.count
    let offsets = count > mostLinks ? Array(0..<(mostLinks - 1)) + [count - 1] : Array(0..<count)
    return offsets.map { loop[(place + $0) % count] }
  }
}

extension GoalStatus {
  /// Done or dropped: what comes after it need not wait.
  package var isOver: Bool { self == .done || self == .dropped }
}
