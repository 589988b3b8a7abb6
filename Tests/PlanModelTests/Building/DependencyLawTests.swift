import PlanDocuments
import PlanModel
import TestSupport
import Testing

/// Random vaults of a few goals whose milestones come after each other in every way, held against a plain recursion.
@Suite struct DependencyLawTests {
  struct Draft {
    var text: [(path: String, text: String)] = []
    var statuses: [String] = []
  }

  static func draft(seed: Int) -> Draft {
    var random = SeededGenerator(seed: seed)
    var draft = Draft()
    for goal in 0..<3 {
      let status = ["active", "active", "active", "paused", "done"].randomElement(using: &random) ?? "active"
      let isInOrder = Int.random(in: 0..<6, using: &random) == 0
      var text = "---\ngoal: Goal number \(goal)\nstatus: \(status)\nin-order: \(isInOrder)\n---\n## Milestones\n"
      for milestone in 0..<Int.random(in: 0...5, using: &random) {
        let mark = ["x", "-", " ", " ", " "].randomElement(using: &random) ?? " "
        var after: [String] = []
        for _ in 0..<Int.random(in: 0...2, using: &random) {
          let other = Int.random(in: 0..<3, using: &random)
          after.append(
            Int.random(in: 0..<8, using: &random) == 0
              ? "g\(other)" : "g\(other)/m\(Int.random(in: 0...5, using: &random))")
        }
        text +=
          "- [\(mark)] M id:m\(milestone)" + (after.isEmpty ? "" : " after:" + after.joined(separator: ",")) + "\n"
      }
      draft.text.append(("g\(goal).md", text))
      draft.statuses.append(status)
    }
    return draft
  }

  /// What an open milestone waits for, by the words of the format, and whether it waits for a goal with nothing in it.
  static func named(_ milestone: Int, _ plan: Plan, _ seen: Set<Int> = []) -> (open: Set<Int>, empty: Bool) {
    let own = plan.milestones[milestone]
    var targets: [Int] = []
    var empty = false
    if plan.goals[own.goal].isInOrder, milestone > plan.goals[own.goal].milestones.lowerBound {
      targets.append(milestone - 1)
    }
    for reference in own.after {
      switch reference.target {
      case .milestone(let other): targets.append(other)
      case .goal(let goal):
        let members = plan.goals[goal].milestones.filter { plan.milestones[$0].state != .cancelled }
        targets += members
        if members.isEmpty, plan.goals[goal].status != .done { empty = empty || own.state == .open }
      case .unknown: break
      }
    }
    var open: Set<Int> = []
    for target in targets where plan.goals[plan.milestones[target].goal].status != .done {
      switch plan.milestones[target].state {
      case .open: open.insert(target)
      case .done: break
      case .cancelled: if !seen.contains(target) { open.formUnion(named(target, plan, seen.union([target])).open) }
      }
    }
    return (open, empty)
  }

  @Test func predecessorsLoopsAndBlockedOnesAreThoseOfTheWords() {
    var blockedCount = 0
    var loopCount = 0
    for seed in 0..<600 {
      let draft = Self.draft(seed: seed)
      let documents = draft.text.map {
        PlanDocument(reading: SourceText(path: VaultPath($0.path), bytes: Array($0.text.utf8)))
      }
      let plan = Plan(
        reading: VaultSnapshot(
          settings: PlanDocument(reading: SourceText(path: VaultPath("mm.md"), bytes: [])), documents: documents),
        today: august2)
      let open = plan.milestones.indices.filter { plan.milestones[$0].state == .open }
      let waits = Dictionary(uniqueKeysWithValues: open.map { ($0, Self.named($0, plan)) })
      func reached(from milestone: Int) -> Set<Int> {
        var found: Set<Int> = []
        var pending = Array(waits[milestone]?.open ?? [])
        while let next = pending.popLast() { if found.insert(next).inserted { pending += waits[next]?.open ?? [] } }
        return found
      }
      let looped = Set(open.filter { reached(from: $0).contains($0) })
      loopCount += looped.isEmpty ? 0 : 1
      #expect(plan.loops.isEmpty == looped.isEmpty, "seed \(seed)")
      #expect(plan.loops.allSatisfy { Set($0).isSubset(of: looped) && Set($0).count == $0.count }, "seed \(seed)")
      for loop in plan.loops {
        for (position, milestone) in loop.enumerated() {
          #expect(waits[milestone]?.open.contains(loop[(position + 1) % loop.count]) == true, "seed \(seed)")
        }
      }
      for milestone in open {
        #expect(plan.milestones[milestone].predecessors == (waits[milestone]?.open ?? []).sorted(), "seed \(seed)")
        guard plan.goals[plan.milestones[milestone].goal].status == .active else { continue }
        let before = reached(from: milestone)
        let isBlocked =
          looped.contains(milestone) || waits[milestone]?.empty == true
          || before.contains { other in
            looped.contains(other) || waits[other]?.empty == true
              || plan.goals[plan.milestones[other].goal].status == .paused
          }
        #expect((plan.milestones[milestone].blockedBy != nil) == isBlocked, "seed \(seed), \(plan.name(of: milestone))")
        guard let chain = plan.milestones[milestone].blockedBy else { continue }
        blockedCount += 1
        #expect(chain.first == milestone)
        if chain.count <= 8 {
          for (one, next) in zip(chain, chain.dropFirst()) {
            #expect(waits[one]?.open.contains(next) == true, "seed \(seed)")
          }
        }
      }
    }
    // The vaults are of the kind that the law is about.
    #expect(blockedCount > 100 && loopCount > 50)
  }

  @Test func aLongChainBehindAPausedGoalStaysSmall() {
    var text = "---\ngoal: Long\n---\n## Milestones\n- [ ] M id:m0 after:p/rest\n"
    for number in 1..<3000 { text += "- [ ] M id:m\(number) after:m\(number - 1)\n" }
    let plan = plan(["a.md": text, "p.md": "---\ngoal: P\nstatus: paused\n---\n## Milestones\n- [ ] Rest id:rest\n"])
    #expect(plan.milestones[2999].blockedBy?.count == 9)
    #expect(plan.milestones[2999].blockedBy?.last.map(plan.name) == "p/rest")
    #expect(plan.goals[0].milestones.allSatisfy { plan.milestones[$0].blockedBy != nil })
  }
}
