import PlanDocuments
package import PlanModel

/// What a person can name: by its index in the plan.
package enum PlanItem: Hashable, Sendable {
  case goal(Int)
  case milestone(Int)
  /// An index in `Plan.tasks`, with the milestone that it belongs to.
  case task(Int, of: Int)
}

/// Finds the goal, milestone or task that a person names.
///
/// By id (`book`, `book/part-1`, a task below it by the words of its line: `book/part-1/statistics`), by a unique beginning of
/// it, by file (`goals/book.md`), or by file and line (`goals/book.md:14`).
package struct ItemLookup {
  private let plan: Plan
  private let root: String
  private let workingFolder: String

  /// - Parameters:
  ///   - root: the vault's root, to read paths by; absolute.
  ///   - workingFolder: where relative paths begin; absolute.
  package init(in plan: Plan, root: String, workingFolder: String) {
    self.plan = plan
    self.root = root
    self.workingFolder = workingFolder
  }

  /// - Parameter others: what else the person may have meant, for the suggestion.
  package func item(named name: String, or others: [String] = []) throws(SessionError) -> PlanItem {
    if let item = try byPath(name) { return item }
    let exact = candidates.filter { $0.names.contains(name) }
    // A whole name wins over a part of one: the goal roof has a milestone roof/roof.
    let whole = exact.filter { $0.names[0] == name }
    if let first = whole.first ?? exact.first, whole.count == 1 || exact.count == 1 { return first.item }
    let wanted = name.lowercased()
    let begun = exact.isEmpty ? candidates.filter { $0.begins(with: wanted) } : exact
    if let first = begun.first, begun.count == 1 { return first.item }
    if begun.isEmpty {
      if let task = try task(named: name) { return task }
      throw .name(.unknown(name, near: NearestWords.to(name, in: candidates.flatMap(\.names) + others)))
    }
    throw .name(.ambiguous(name, candidates: begun.map(\.names[0])))
  }

  /// A goal; a milestone's name is refused.
  package func goal(named name: String) throws(SessionError) -> Int {
    let named = plan.goals.indices.filter { plan.goals[$0].id.lowercased().hasPrefix(name.lowercased()) }
    if let first = named.first, named.count == 1 { return first }
    guard case .goal(let goal) = try item(named: name) else {
      throw .name(.unknownGoal(name, near: NearestWords.to(name, in: plan.goals.map(\.id))))
    }
    return goal
  }

  private struct Candidate {
    var item: PlanItem
    /// The full name first.
    var names: [String]

    /// A beginning of its name: a goal's does not begin the names of its milestones, and with a slash each part may be one.
    func begins(with wanted: String) -> Bool {
      guard let slash = wanted.lastIndex(of: "/"), let full = names.first, let end = full.lastIndex(of: "/") else {
        return names.last.map { $0.lowercased().hasPrefix(wanted) } ?? false
      }
      return full[..<end].lowercased().hasPrefix(wanted[..<slash])
        && full[end...].lowercased().hasPrefix(wanted[slash...])
    }
  }

  private var candidates: [Candidate] {
    let goals = plan.goals.indices.map { Candidate(item: .goal($0), names: [plan.goals[$0].id]) }
    return goals
      + plan.milestones.indices.map {
        Candidate(item: .milestone($0), names: [plan.name(of: $0), plan.milestones[$0].id])
      }
  }

  // MARK: Tasks

  /// `book/part-1/statistics`: the milestone's name, then words of the task's line as an id would have them, or their beginning.
  private func task(named name: String) throws(SessionError) -> PlanItem? {
    guard let slash = name.lastIndex(of: "/"), slash != name.startIndex else { return nil }
    let parent = String(name[..<slash])
    let words = Identifier.slug(of: String(name[name.index(after: slash)...]))
    guard !words.isEmpty, candidates.contains(where: { $0.names.contains { $0.hasPrefix(parent) } }),
      case .milestone(let milestone) = try item(named: parent)
    else { return nil }
    let document = plan.documents[plan.milestones[milestone].document]
    let tasks = plan.milestones[milestone].tasks.map { index in
      (index: index, slug: Identifier.slug(of: document.title(of: Int(plan.tasks[index].item))))
    }
    let exact = tasks.filter { $0.slug == words }
    let found = exact.isEmpty ? tasks.filter { $0.slug.hasPrefix(words) || $0.slug.contains("-" + words) } : exact
    if found.count > 1 {
      throw .name(.ambiguous(name, candidates: found.map { plan.name(of: milestone) + "/" + $0.slug }))
    }
    if let only = found.first { return .task(only.index, of: milestone) }
    throw .name(.unknownTask(words, of: plan.name(of: milestone), near: NearestWords.to(words, in: tasks.map(\.slug))))
  }

  // MARK: Paths

  private func byPath(_ name: String) throws(SessionError) -> PlanItem? {
    if let index = document(at: name) { return try item(ofDocument: index, named: name) }
    guard let colon = name.lastIndex(of: ":"), let line = Int(name[name.index(after: colon)...]), line > 0,
      let index = document(at: String(name[..<colon]))
    else { return nil }
    return try item(onLine: line - 1, ofDocument: index, named: name)
  }

  /// The document at a path that is absolute, or relative to the working folder, or to the vault.
  private func document(at path: String) -> Int? {
    guard path.contains("/") || path.contains(".") else { return nil }
    let absolute = path.hasPrefix("/") ? [path] : [workingFolder + "/" + path, root + "/" + path]
    let prefix = ItemLookup.normal(root) + "/"
    for candidate in absolute.map(ItemLookup.normal) where candidate.hasPrefix(prefix) {
      let below = VaultPath(String(candidate.dropFirst(prefix.count)))
      if let index = plan.documents.firstIndex(where: { $0.text.path == below }) { return index }
    }
    return nil
  }

  /// The path without `.` and `..` and empty parts.
  private static func normal(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { parts = parts.dropLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  private func item(ofDocument index: Int, named name: String) throws(SessionError) -> PlanItem {
    if let goal = plan.goals.firstIndex(where: { $0.document == index }) { return .goal(goal) }
    if let milestone = plan.milestones.firstIndex(where: { $0.document == index }) { return .milestone(milestone) }
    throw .name(.fileOutsidePlan(name))
  }

  private func item(onLine line: Int, ofDocument index: Int, named name: String) throws(SessionError) -> PlanItem {
    let document = plan.documents[index]
    let found = document.items.firstIndex { item in
      let first = document.text.line(of: Int(item.mark))
      return (first...document.text.line(of: Int(item.paragraph.end))).contains(line)
    }
    guard let found else {
      let first = document.text.line(of: Int(document.frontMatter?.span.end ?? 0))
      guard document.frontMatter != nil, line <= first else {
        throw .name(.noBoxOnLine(line + 1, of: document.text.path))
      }
      return try self.item(ofDocument: index, named: name)
    }
    for (number, milestone) in plan.milestones.enumerated() where milestone.document == index {
      if milestone.origin == .item(found) { return .milestone(number) }
      if let task = milestone.tasks.first(where: { Int(plan.tasks[$0].item) == found }) {
        return .task(task, of: number)
      }
    }
    // A line in a goal's list that stands for a milestone file.
    for (number, milestone) in plan.milestones.enumerated() where milestone.origin == .file(link: found) {
      if plan.goals[milestone.goal].document == index { return .milestone(number) }
    }
    throw .name(.boxOutsidePlan(name))
  }
}
