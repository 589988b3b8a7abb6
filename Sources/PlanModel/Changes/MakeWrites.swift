package import PlanDocuments

/// Turns the writes of proposals into one change to the files, each only where the file still says what it was made for.
package struct MakeWrites {
  /// Why a proposal is not written.
  ///
  /// Nothing of it is.
  package struct Refusal: Error, Hashable, Sendable {
    package var reason: Sentence

    package init(_ reason: Sentence) {
      self.reason = reason
    }
  }

  /// What is asked of one file.
  private struct FileWrites {
    let document: PlanDocument
    /// In the order in which they were asked for.
    var edits: [DocumentEdit] = []
    /// Lines to put in, with the boxes that they add.
    var insertions: [(edit: TextEdit, count: Int)] = []
    /// Lists as they will be, by their key: several proposals may add to one.
    var lists: [String: [String]] = [:]
    /// The change that was proved, and how many edits and insertions it makes.
    var proved: (change: FileChange, count: Int)?
    /// How its lists are spelled.
    lazy var spellings = ListSpellings(of: document)

    var count: Int { edits.count + insertions.count }

    func change() throws(EditRefusal) -> FileChange {
      if let proved, proved.count == count { return proved.change }
      let change = try document.change(
        applying: edits.map { edit in
          // A list as all proposals together make it.
          guard case .setFrontMatter(let key, .list) = edit, let list = lists[key], let first = list.first else {
            return edit
          }
          return .setFrontMatter(key: key, list.count > 1 ? .list(list) : .scalar(first))
        })
      return insertions.isEmpty ? change : try NewLines.change(document, change.edits, insertions: insertions)
    }
  }

  /// One thing that was taken in, to be taken back where its proposal is refused.
  private enum Step {
    case file(VaultPath)
    case edit(VaultPath)
    case insertion(VaultPath)
    case list(VaultPath, key: String, before: [String]?)
    case entry(VaultPath, key: String)

    var path: VaultPath {
      switch self {
      case .file(let path), .edit(let path), .insertion(let path), .list(let path, _, _), .entry(let path, _): path
      }
    }
  }

  private let plan: Plan
  private let milestones: [String: Int]
  private let goals: [String: Int]
  private var files: [VaultPath: FileWrites] = [:]
  private var steps: [Step] = []
  /// The titles of a goal's milestones, for goals that get new ones.
  private var titles: [Int: Set<String>] = [:]
  /// How often a file was made anew and read again, which is what adding costs.
  package private(set) var proofCount = 0

  package init(in plan: Plan) {
    self.plan = plan
    milestones = Dictionary(
      plan.milestones.indices.map { (plan.name(of: $0), $0) }, uniquingKeysWith: { one, _ in one })
    goals = Dictionary(plan.goals.indices.map { (plan.goals[$0].id, $0) }, uniquingKeysWith: { one, _ in one })
  }

  /// Takes all of these writes in, or none.
  ///
  /// A value that already is as wanted needs no edit.
  package mutating func add(_ writes: [PlannedWrite]) throws(Refusal) {
    if let refusal = add(each: [writes])[0] { throw refusal }
  }

  /// Takes in each proposal whole, or nothing of it; gives the reason for each that is refused.
  ///
  /// Each file is proved once for all of them, and only where that fails for the halves of them, and so on: a proposal
  /// costs its own edits, a refused one a few proofs more.
  package mutating func add(each proposals: [[PlannedWrite]]) -> [Refusal?] {
    var refusals = [Refusal?](repeating: nil, count: proposals.count)
    add(proposals, ArraySlice(proposals.indices), &refusals)
    return refusals
  }

  private mutating func add(
    _ proposals: [[PlannedWrite]], _ indices: ArraySlice<Int>, _ refusals: inout [Refusal?]
  ) {
    let start = steps.count
    for index in indices {
      let before = steps.count
      do throws(Refusal) {
        for write in proposals[index] { try add(write) }
      } catch {
        takeBack(to: before)
        refusals[index] = error
      }
    }
    do throws(EditRefusal) {
      try prove(since: start)
    } catch {
      takeBack(to: start)
      let open = indices.filter { refusals[$0] == nil }
      guard open.count > 1 else {
        for index in open { refusals[index] = Refusal("\(title: error.reason)") }
        return
      }
      add(proposals, open[..<(open.count / 2)], &refusals)
      add(proposals, open[(open.count / 2)...], &refusals)
    }
  }

  /// Makes the change of each file that was touched.
  private mutating func prove(since start: Int) throws(EditRefusal) {
    for path in Set(steps[start...].map(\.path)).sorted() {
      guard let file = files[path] else { continue }
      proofCount += 1
      files[path]?.proved = (try file.change(), file.count)
    }
  }

  private mutating func takeBack(to count: Int) {
    while steps.count > count {
      switch steps.removeLast() {
      case .file(let path): files[path] = nil
      case .edit(let path): files[path]?.edits.removeLast()
      case .insertion(let path): files[path]?.insertions.removeLast()
      case .list(let path, let key, let before): files[path]?.lists[key] = before
      case .entry(let path, let key): files[path]?.lists[key]?.removeLast()
      }
    }
  }

  /// One change for everything that was taken in.
  package func change(titled title: String) throws(EditRefusal) -> VaultChange {
    var changes: [FileChange] = []
    for path in files.keys.sorted() {
      guard let change = try files[path]?.change(), !change.isWithoutEffect else { continue }
      changes.append(change)
    }
    return VaultChange(title: title, files: changes)
  }

  private mutating func add(_ write: PlannedWrite) throws(Refusal) {
    switch write.subject {
    case .settings:
      try addKey(write, in: plan.settings.document, named: "mm.md")
    case .goal(let id):
      guard let goal = goals[id] else { throw Refusal("the goal \(title: id) is not there any more") }
      let document = plan.documents[plan.goals[goal].document]
      guard case .newLines(let lines) = write.action else { return try addKey(write, in: document, named: id) }
      try addMilestones(lines, to: goal, in: document)
    case .milestone(let name):
      guard let milestone = milestones[name] else {
        throw Refusal("the milestone \(title: name) is not there any more")
      }
      try add(write, milestone: milestone)
    }
  }

  /// The path of a document, which is among the files from now on.
  private mutating func touch(_ document: PlanDocument) -> VaultPath {
    let path = document.text.path
    if files[path] == nil {
      files[path] = FileWrites(document: document)
      steps.append(.file(path))
    }
    return path
  }

  private mutating func append(_ edit: DocumentEdit, to document: PlanDocument) {
    let path = touch(document)
    files[path]?.edits.append(edit)
    steps.append(.edit(path))
  }

  private mutating func set(_ key: String, to list: [String], in document: PlanDocument) {
    let path = touch(document)
    steps.append(.list(path, key: key, before: files[path]?.lists[key]))
    files[path]?.lists[key] = list
  }

  // MARK: Milestones

  private mutating func add(_ write: PlannedWrite, milestone index: Int) throws(Refusal) {
    let milestone = plan.milestones[index]
    let document = plan.documents[milestone.document]
    switch write.action {
    case .box(let old, let new):
      try setBox(of: index, from: old, to: new)
    case .task(let number, let title, let old, let new):
      guard number < milestone.tasks.count else { throw Refusal("the task \(title: title) is not there any more") }
      let task = plan.tasks[milestone.tasks.lowerBound + number]
      guard document.title(of: Int(task.item)) == title else {
        throw Refusal("the task \(title: title) is not where it was")
      }
      if task.state == new { return }
      guard task.state == old else { throw Refusal("the box of \(title: title) has changed") }
      append(.setBox(item: Int(task.item), new), to: document)
    case .set(let old, let new):
      guard case .item(let item) = milestone.origin else {
        return try addKey(write, in: document, named: milestone.title)
      }
      guard let field = FieldTable.rows.first(where: { $0.key?.description == write.key })?.name else {
        throw Refusal("a line has no field \(words: write.key)")
      }
      let current = plan.writtenValue(of: field, milestone: index)
      guard try isNeeded(current: current, old: old, new: new, key: write.key, named: milestone.title) else { return }
      append(new.map { .setField(item: item, field, $0) } ?? .removeField(item: item, field), to: document)
    case .add:
      try addKey(write, in: document, named: milestone.title)
    case .newLines(let lines):
      try addTasks(lines, to: index, in: document)
    }
  }

  // MARK: New lines

  private mutating func addMilestones(_ text: String, to goal: Int, in document: PlanDocument) throws(Refusal) {
    guard let lines = NewLines(text, areTasks: false) else { throw Refusal("its lines are no milestones") }
    let present = titles[goal] ?? Set(plan.goals[goal].milestones.map { plan.milestones[$0].title })
    titles[goal] = present
    if lines.titles.allSatisfy(present.contains) { return }
    put(document.insertion(ofMilestones: text), lines, in: document)
  }

  private mutating func addTasks(_ text: String, to milestone: Int, in document: PlanDocument) throws(Refusal) {
    let title = plan.milestones[milestone].title
    guard let lines = NewLines(text, areTasks: true), case .item(let item) = plan.milestones[milestone].origin else {
      throw Refusal("its lines are no tasks of \(title: title)")
    }
    let present = Set(plan.milestones[milestone].tasks.map { document.title(of: Int(plan.tasks[$0].item)) })
    if lines.titles.allSatisfy(present.contains) { return }
    guard present.isEmpty else { throw Refusal("\(title: title) has tasks by now") }
    put(document.insertion(of: text, below: item), lines, in: document)
  }

  private mutating func put(_ edit: TextEdit, _ lines: NewLines, in document: PlanDocument) {
    let path = touch(document)
    files[path]?.insertions.append((edit, lines.count))
    steps.append(.insertion(path))
  }

  private mutating func setBox(of index: Int, from old: BoxState, to new: BoxState) throws(Refusal) {
    let milestone = plan.milestones[index]
    let document = plan.documents[milestone.document]
    let current: BoxState
    switch milestone.origin {
    case .item(let item): current = document.items[item].state
    case .file: current = milestone.state == .done ? .done : milestone.state == .cancelled ? .cancelled : .open
    }
    if current == new { return }
    guard current == old else { throw Refusal("the box of \(title: milestone.title) has changed") }
    switch milestone.origin {
    case .item(let item):
      let lists = files[touch(document)]?.spellings
      let edits =
        new == .done
        ? document.edits(ticking: item, on: plan.today, writesDone: false, lists: lists) : [.setBox(item: item, new)]
      for edit in edits { append(edit, to: document) }
    case .file(let link):
      switch new {
      case .done: append(.setFrontMatter(key: "done", .scalar(plan.today.description)), to: document)
      case .cancelled: append(.setFrontMatter(key: "status", .scalar("dropped")), to: document)
      case .open: append(.removeFrontMatter(key: old == .done ? "done" : "status"), to: document)
      }
      if let link { append(.setBox(item: link, new), to: plan.documents[plan.goals[milestone.goal].document]) }
    }
  }

  // MARK: Front matter

  private mutating func addKey(_ write: PlannedWrite, in document: PlanDocument, named name: String) throws(Refusal) {
    let entries = document.frontMatter?[write.key]?.texts ?? []
    switch write.action {
    case .set(let old, let new):
      let current = entries.isEmpty ? nil : entries.joined(separator: ", ")
      guard try isNeeded(current: current, old: old, new: new, key: write.key, named: name) else { return }
      guard let new else { return append(.removeFrontMatter(key: write.key), to: document) }
      let parts =
        KeyShape.of(write.key) == .list
        ? new.split(separator: ",").map { $0.drop { $0 == " " } }.map(String.init) : [new]
      set(write.key, to: parts, in: document)
      append(.setFrontMatter(key: write.key, parts.count > 1 ? .list(parts) : .scalar(new)), to: document)
    case .add(let entry, let old):
      // Other entries may have come meanwhile; those that it was made for must still be there.
      if entries.contains(entry) { return }
      if let gone = old.first(where: { !entries.contains($0) }) {
        throw Refusal("\(words: "`\(write.key):`") of \(title: name) no longer says \(title: gone)")
      }
      let path = touch(document)
      if files[path]?.lists[write.key] == nil { set(write.key, to: entries, in: document) }
      files[path]?.lists[write.key]?.append(entry)
      steps.append(.entry(path, key: write.key))
      append(.setFrontMatter(key: write.key, .list([])), to: document)
    case .box, .task, .newLines:
      throw Refusal("\(title: name) has no box")
    }
  }

  /// The value is not as wanted yet; refused where it is not what the proposal was made for, or where a new date is past.
  private func isNeeded(
    current: String?, old: String?, new: String?, key: String, named name: String
  ) throws(Refusal) -> Bool {
    if current == new { return false }
    guard current == old else {
      let now: Sentence = current.map { "says \(words: key) \(title: $0)" } ?? "has no \(words: key)"
      let then: Sentence = old.map { "\(title: $0)" } ?? "none"
      throw Refusal("\(title: name) now \(now); the proposal was made for \(then)")
    }
    if key == "due" || key == "deadline", let day = new.flatMap({ Day(written: $0) }), day < plan.today {
      throw Refusal("the new date of \(title: name), \(day), is past")
    }
    return true
  }
}

extension FrontMatter.Entry {
  fileprivate var texts: [String] {
    switch value {
    case .scalar(let scalar): [scalar.text]
    case .list(let scalars): scalars.map(\.text)
    case .empty, .other: []
    }
  }
}
