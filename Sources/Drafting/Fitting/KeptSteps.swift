package import PlanDocuments
import PlanModel

/// The steps that a goal has already, when a plan is drafted beside them: nothing of them is lost, what they lack is filled in.
package struct KeptSteps: Sendable {
  /// All steps of the goal's list, done and dropped ones too.
  package var titles: [String]
  /// Steps of the playbook that the list has, as the playbook calls them.
  package var had: [String]
  /// Changes of lines: efforts, waits and dependencies that were not said; steps of an earlier draft that are needed no more.
  package var edits: [DocumentEdit]
  /// What these changes do, each as a line for people.
  package var changes: [String]
  package var removed: [String]
  /// Efforts that lines are given, and what they come after now, by their ids.
  private(set) var efforts: [String: Effort] = [:]
  private(set) var after: [String: [String]] = [:]
  private(set) var waits: [String: Wait] = [:]
  /// The step that is the day itself, where the person has given it no day.
  private(set) var dayID: String?
  /// What is not sure about the list, as a question.
  private(set) var question: String?
  /// Minutes of work left in the list, where it is said.
  package var minutes: Int
  /// Steps of the list that say nothing of what comes before them, with what the playbook has before them.
  private var wishes: [(item: Int, id: String, after: [String])] = []

  /// Takes out of the draft what the goal's list has, and lets the rest refer to that.
  ///
  /// - Parameters:
  ///   - drafted: the titles that an earlier draft from this playbook can have written.
  ///   - namesSubject: a title names what the playbook is for, as *Get hitched* does for a wedding.
  init(
    of goal: Int, in plan: Plan, beside milestones: inout [DraftPlan.Milestone], drafted: Set<String>,
    words: WordLists, namesSubject: (String) -> Bool = { _ in false }
  ) {
    let own = Array(plan.goals[goal].milestones)
    titles = own.map { plan.milestones[$0].title }
    had = []
    edits = []
    changes = []
    removed = []
    minutes = own.reduce(0) { $0 + (plan.milestones[$1].state == .open ? plan.milestones[$1].effort?.middle ?? 0 : 0) }
    var partner = StepMatching(titles, milestones.map(\.names), words: words).pairs
    for (position, index) in own.enumerated() {
      if let same = milestones.firstIndex(where: { $0.id == plan.milestones[index].id }) {
        for other in partner.indices where partner[other] == same { partner[other] = nil }
        partner[position] = same
      }
    }
    // The day that the person fixed is the playbook's day, whatever it is called.
    let day = Self.dayPosition(own, in: plan)
    if let day, let step = milestones.firstIndex(where: \.placing.isOnTheDay) {
      for other in partner.indices where partner[other] == step { partner[other] = nil }
      partner[day] = step
    }
    if let step = milestones.firstIndex(where: \.placing.isOnTheDay) {
      // The last step may be the day, whatever it is called.
      if day == nil, let last = own.indices.last, !partner.contains(step), partner[last] == nil,
        plan.milestones[own[last]].state == .open, namesSubject(titles[last])
      {
        partner[last] = step
        question =
          "Is “\(titles[last])” the day itself? The plan takes it for “\(milestones[step].title)”, and adds no other."
      }
      let position = partner.firstIndex(of: step)
      if let position, plan.milestones[own[position]].due == nil, plan.milestones[own[position]].state == .open {
        dayID = plan.milestones[own[position]].id
      }
    }
    // The draft's ids as the goal's list has them.
    var names: [String: String] = [:]
    for (position, index) in own.enumerated() {
      guard let step = partner[position] else { continue }
      names[milestones[step].id] = plan.milestones[index].id
      had.append(milestones[step].title)
    }
    let all = milestones
    var strangers: Set<Int> = []
    let efforts = all.compactMap(\.effort).filter { $0.high > 0 }.sorted { ($0.middle, $0.high) < ($1.middle, $1.high) }
    for (position, index) in own.enumerated() where plan.milestones[index].state == .open {
      if let step = partner[position] {
        complete(index, from: all[step], names, in: plan)
      } else if !removeIfDrafted(index, drafted, in: plan) {
        if let middle = efforts.isEmpty ? nil : efforts[efforts.count / 2] {
          fillEffort(of: index, with: middle, ", the middle of the other steps", in: plan)
        }
        strangers.insert(position)
      }
    }
    // A list of which the playbook knows nothing says nothing about the order of its steps.
    if partner.contains(where: { $0 != nil }) { placeByOrder(strangers, own, in: plan) }
    var taken = Set(partner.compactMap(\.self))
    // A small step may stand in the list as a task of a larger one.
    for index in own {
      for task in plan.tasks[plan.milestones[index].tasks] {
        let title = plan.documents[plan.milestones[index].document].title(of: Int(task.item))
        guard let step = all.indices.first(where: { HarmlessText.line(all[$0].title, limit: 200) == title }),
          taken.insert(step).inserted
        else { continue }
        names[all[step].id] = plan.milestones[index].id
        had.append(all[step].title)
      }
    }
    let free = all.indices.filter { !taken.contains($0) }
    let places = Self.places(of: free, beside: partner, day: day)
    milestones = free.map { index in
      var milestone = all[index]
      milestone.after = milestone.after.map { names[$0] ?? $0 }
      milestone.placing.order = index
      if let (position, isAbove) = places[index], case .item(let item) = plan.milestones[own[position]].origin {
        milestone.placing.place = isAbove ? .above(item) : .below(item)
      }
      return milestone
    }
    if let day, case .item(let item) = plan.milestones[own[day]].origin, !plan.goals[goal].isInOrder {
      let followed = Set(milestones.flatMap(\.after))
      let last = milestones.filter { !followed.contains($0.id) && $0.placing.timing != .afterEnd }.map(\.id)
      let known = plan.milestones[own[day]].after.map(\.text)
      wishes.append((item, plan.milestones[own[day]].id, known + last.filter { !known.contains($0) }))
    }
    let usedIDs = Set(own.map { plan.milestones[$0].id })
    for index in milestones.indices where usedIDs.contains(milestones[index].id) {
      let old = milestones[index].id
      let new = Identifier.numbered(old, 2)
      milestones[index].id = new
      for other in milestones.indices { milestones[other].after = milestones[other].after.map { $0 == old ? new : $0 } }
    }
  }

  /// The step on a fixed day that ends the list: the latest fixed one that nothing of the person's comes after.
  private static func dayPosition(_ own: [Int], in plan: Plan) -> Int? {
    let fixed = own.indices.filter {
      plan.milestones[own[$0]].isFixed && plan.milestones[own[$0]].state == .open && plan.milestones[own[$0]].due != nil
    }
    func due(_ position: Int) -> Day { plan.milestones[own[position]].due ?? plan.today }
    guard let last = fixed.max(by: { (due($0), $0) < (due($1), $1) }) else { return nil }
    let deadline = plan.goals[plan.milestones[own[last]].goal].deadline
    return deadline.map { due(last) == $0 } ?? (last == own.count - 1) ? last : nil
  }

  /// Where the playbook's other steps go in the person's list: below the steps that the playbook has before them, above those that
  /// it has after them, and never below the day.
  private static func places(
    of steps: [Int], beside partner: [Int?], day: Int?
  ) -> [Int: (position: Int, isAbove: Bool)] {
    var places: [Int: (position: Int, isAbove: Bool)] = [:]
    for step in steps {
      let before = partner.indices.last { partner[$0].map { $0 < step } ?? false }
      let after = partner.indices.first { partner[$0].map { $0 > step } ?? false }
      if let before, after.map({ $0 > before }) ?? true, before != day {
        places[step] = (before, false)
      } else if let after {
        places[step] = (after, true)
      } else if let day {
        places[step] = (day, true)
      }
    }
    return places
  }

  /// Fills in what a line does not say; what stands there stays.
  private mutating func complete(
    _ index: Int, from step: DraftPlan.Milestone, _ names: [String: String], in plan: Plan
  ) {
    let milestone = plan.milestones[index]
    guard case .item(let item) = milestone.origin else { return }
    if let effort = step.effort { fillEffort(of: index, with: effort, in: plan) }
    // What has a day that cannot move keeps what it says.
    guard !milestone.isFixed else { return }
    if milestone.wait == nil, let wait = step.wait {
      edits.append(.setField(item: item, .wait, wait.written))
      changes.append("\(milestone.id): wait \(wait.written)")
      waits[milestone.id] = wait
    }
    if milestone.after.isEmpty, !plan.goals[milestone.goal].isInOrder {
      wishes.append((item, milestone.id, step.after.map { names[$0] ?? $0 }))
    }
  }

  /// Steps that the playbook does not know lie where the person's order puts them: after the step above, before the one below.
  private mutating func placeByOrder(_ strangers: Set<Int>, _ own: [Int], in plan: Plan) {
    func isFree(_ position: Int) -> Bool {
      let milestone = plan.milestones[own[position]]
      guard case .item = milestone.origin else { return false }
      return milestone.state == .open && milestone.after.isEmpty && milestone.due == nil && milestone.start == nil
        && !plan.goals[milestone.goal].isInOrder
    }
    func wish(_ position: Int, after earlier: Int) {
      let (milestone, before) = (plan.milestones[own[position]], plan.milestones[own[earlier]])
      guard case .item(let item) = milestone.origin, before.state == .open, !removed.contains(before.title) else {
        return
      }
      if let index = wishes.firstIndex(where: { $0.item == item }) {
        if !wishes[index].after.contains(before.id) { wishes[index].after.append(before.id) }
      } else {
        wishes.append((item, milestone.id, [before.id]))
      }
    }
    for position in strangers.sorted() where isFree(position) {
      if position > 0 { wish(position, after: position - 1) }
      if position + 1 < own.count, isFree(position + 1) { wish(position + 1, after: position) }
    }
  }

  /// Hours for a step that says none, neither itself nor in its tasks: without any it would stand at the very end.
  private mutating func fillEffort(of index: Int, with effort: Effort, _ why: String = "", in plan: Plan) {
    let milestone = plan.milestones[index]
    guard case .item(let item) = milestone.origin, milestone.effort == nil, milestone.progress == nil, effort.high > 0,
      plan.tasks[milestone.tasks].allSatisfy({ $0.minutes == nil })
    else { return }
    edits.append(.setField(item: item, .effort, effort.written))
    changes.append("\(milestone.id): effort \(effort.written)\(why)")
    efforts[milestone.id] = effort
    minutes += effort.middle
  }

  /// Lets the goal's own steps come after those of the draft that the playbook has before them, where nothing goes round.
  mutating func connect(to milestones: [DraftPlan.Milestone], of goal: Int, in plan: Plan) {
    let own = Array(plan.goals[goal].milestones)
    var before = Dictionary(milestones.map { ($0.id, $0.after) }) { first, _ in first }
    for index in own { before[plan.milestones[index].id] = plan.milestones[index].after.map(\.text) }
    func leads(_ from: String, to end: String) -> Bool {
      var pending = [from]
      var seen: Set<String> = []
      while let id = pending.popLast() {
        if id == end { return true }
        if seen.insert(id).inserted { pending += before[id] ?? [] }
      }
      return false
    }
    for wish in wishes {
      let after = wish.after.filter { before[$0] != nil && !leads($0, to: wish.id) }
      guard !after.isEmpty else { continue }
      let known = Set(before[wish.id] ?? [])
      guard !Set(after).isSubset(of: known) else { continue }
      before[wish.id] = after
      self.after[wish.id] = after
      edits.append(.setField(item: wish.item, .after, after.joined(separator: ",")))
      changes.append("\(wish.id): after \(after.joined(separator: ", "))")
      for id in after { writeID(id, own, in: plan) }
    }
    wishes = []
  }

  /// What is referred to gets its id written down.
  private mutating func writeID(_ id: String, _ own: [Int], in plan: Plan) {
    guard let index = own.first(where: { plan.milestones[$0].id == id }), !plan.milestones[index].hasWrittenID,
      case .item(let item) = plan.milestones[index].origin, id.utf8.allSatisfy({ $0 < 0x80 })
    else { return }
    let edit = DocumentEdit.setField(item: item, .id, id)
    if !edits.contains(edit) { edits.append(edit) }
  }

  /// A step that came from this playbook word for word, and that its plan no longer has, is dropped if nobody has touched it.
  ///
  /// - Returns: it was.
  private mutating func removeIfDrafted(_ index: Int, _ drafted: Set<String>, in plan: Plan) -> Bool {
    let milestone = plan.milestones[index]
    guard case .item(let item) = milestone.origin, !milestone.isFixed, milestone.progress == nil,
      milestone.spent == nil,
      milestone.waiting == nil, plan.tasks[milestone.tasks].allSatisfy({ $0.state == .open }),
      drafted.contains(milestone.title)
    else { return false }
    edits.append(.setBox(item: item, .cancelled))
    removed.append(milestone.title)
    minutes -= milestone.effort?.middle ?? 0
    return true
  }
}
