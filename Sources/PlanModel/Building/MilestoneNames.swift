import PlanDocuments

/// Finds milestones by id and by the names of their files, own goal first, then goals, then everywhere if unique.
struct MilestoneNames {
  private struct Name: Hashable {
    var goal: Int
    var text: String
  }

  private let goals: GoalNames
  private var lastNumber: [Name: Int] = [:]
  private var named: [Name: Int] = [:]
  /// Milestones whose written id was taken, with the one that has it.
  private(set) var repeated: [(milestone: Int, first: Int)] = []
  /// Every milestone by each of its names; made when a reference leads out of its goal.
  private var everywhere: [String: [Int]]?

  init(goals: GoalNames, capacity: Int) {
    self.goals = goals
    named.reserveCapacity(capacity)
  }

  /// Gives an id to each milestone of a goal: the written one, else one made from the file's name or the title.
  mutating func giveIDs(to milestones: inout [Milestone], in range: Range<Int>, of goal: Int, documents: [PlanDocument])
  {
    for index in range where milestones[index].hasWrittenID {
      let id = take(milestones[index].id, for: index, of: goal)
      guard id != milestones[index].id else { continue }
      if let first = named[Name(goal: goal, text: milestones[index].id)] { repeated.append((index, first)) }
      milestones[index].id = id
    }
    for index in range where !milestones[index].hasWrittenID {
      let base = Identifier.slug(of: milestones[index].fileName(in: documents) ?? milestones[index].title)
      milestones[index].id = take(base, for: index, of: goal)
    }
    // An id wins over a file's name, whichever comes first.
    for index in range where milestones[index].isFile || !milestones[index].id.isLowercaseASCII {
      for alias in milestones[index].aliases(in: documents) {
        let name = Name(goal: goal, text: alias)
        if named[name] == nil { named[name] = index }
      }
    }
  }

  /// Gives an id to a milestone: the second of a name gets `-2`, the first without a name is `m-1`.
  private mutating func take(_ wanted: String, for milestone: Int, of goal: Int) -> String {
    if !wanted.isEmpty, claim(wanted, for: milestone, of: goal) { return wanted }
    let base = Name(goal: goal, text: wanted.isEmpty ? "m" : wanted)
    var number = lastNumber[base] ?? (wanted.isEmpty ? 0 : 1)
    var id: String
    repeat {
      number += 1
      id = wanted.isEmpty ? "m-\(number)" : Identifier.numbered(wanted, number)
    } while !claim(id, for: milestone, of: goal)
    lastNumber[base] = number
    return id
  }

  private mutating func claim(_ id: String, for milestone: Int, of goal: Int) -> Bool {
    let name = Name(goal: goal, text: id)
    guard let owner = named.updateValue(milestone, forKey: name) else { return true }
    named[name] = owner
    return false
  }

  /// Looks up every reference of the plan.
  mutating func resolveReferences(in plan: inout Plan) {
    for index in plan.milestones.indices {
      let goal = plan.milestones[index].goal
      for position in plan.milestones[index].after.indices {
        let text = plan.milestones[index].after[position].text
        // An id holds no slash, so what is one of the goal's own needs not be taken apart.
        let own = named[Name(goal: goal, text: text)].map { DependencyReference.Target.milestone($0) }
        plan.milestones[index].after[position].target = own ?? target(of: Reference(text: text), from: goal, plan)
      }
    }
  }

  private mutating func target(of reference: Reference, from own: Int, _ plan: Plan) -> DependencyReference.Target {
    if reference.container == nil {
      if let milestone = milestone(reference.name, in: own) { return .milestone(milestone) }
      if let goal = goals.goal(named: reference, ids: plan.goals) { return .goal(goal) }
      let found = milestones(named: reference.name, plan)
      return found.count == 1 ? .milestone(found[0]) : .unknown
    }
    if let container = reference.container,
      let goal = goals.goal(named: Reference(text: container), ids: plan.goals),
      let milestone = milestone(reference.name, in: goal)
    {
      return .milestone(milestone)
    }
    if let goal = goals.goal(named: reference, ids: plan.goals) { return .goal(goal) }
    let found = milestones(named: reference.name, plan).filter { milestone in
      plan.milestones[milestone].isFile
        && plan.documents[plan.milestones[milestone].document].text.path.ends(with: reference.text)
    }
    return found.count == 1 ? .milestone(found[0]) : .unknown
  }

  private func milestone(_ name: String, in goal: Int) -> Int? {
    named[Name(goal: goal, text: name)] ?? named[Name(goal: goal, text: name.lowercased())]
  }

  private mutating func milestones(named name: String, _ plan: Plan) -> [Int] {
    let everywhere = everywhere ?? MilestoneNames.everywhere(plan)
    self.everywhere = everywhere
    return everywhere[name] ?? everywhere[name.lowercased()] ?? []
  }

  private static func everywhere(_ plan: Plan) -> [String: [Int]] {
    var found: [String: [Int]] = [:]
    for index in plan.milestones.indices {
      for name in Set([plan.milestones[index].id] + plan.milestones[index].aliases(in: plan.documents)) {
        found[name, default: []].append(index)
      }
    }
    return found
  }
}

extension Milestone {
  /// It is written in a file of its own.
  package var isFile: Bool {
    if case .file = origin { true } else { false }
  }

  fileprivate func fileName(in documents: [PlanDocument]) -> String? {
    isFile ? documents[document].text.path.noteName : nil
  }

  /// What else it answers to: its file's name, and its id in lower case.
  fileprivate func aliases(in documents: [PlanDocument]) -> [String] {
    var aliases = fileName(in: documents).map { [$0, $0.lowercased()] } ?? []
    if hasWrittenID, !id.isLowercaseASCII { aliases.append(id.lowercased()) }
    return aliases
  }
}

extension String {
  fileprivate var isLowercaseASCII: Bool { utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) } }
}
