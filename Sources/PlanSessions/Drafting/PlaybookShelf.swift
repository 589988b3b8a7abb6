import BundledFiles
package import Drafting
package import PlanDocuments
import PlanModel

/// All playbooks that there are: the vault's own, then those inside the program.
package struct PlaybookShelf: Sendable {
  package let playbooks: [Playbook]
  /// Which of them are the vault's own.
  package let own: Set<Int>
  /// The text of each, as its file has it.
  let texts: [SourceText]
  /// The words that goals and steps are compared by.
  let words = WordLists(BundledFile.words.map(\.text))

  /// What is known of exams, languages, races and journals.
  var facts: FactTables {
    FactTables(
      BundledFile.facts.map { FactTable(name: VaultPath($0.path).noteName, text: $0.text) })
  }

  /// An own playbook replaces the built-in one of its name.
  package init(_ snapshot: VaultSnapshot?) {
    var found: [(playbook: Playbook, text: SourceText)] = []
    for document in snapshot?.documents ?? [] {
      if let playbook = Playbook(reading: document) { found.append((playbook, document.text)) }
    }
    let ownCount = found.count
    let names = Set(found.map(\.playbook.name))
    for file in BundledFile.templates {
      let text = SourceText(path: VaultPath(file.path), bytes: Array(file.text.utf8))
      guard let playbook = Playbook(reading: PlanDocument(reading: text)), !names.contains(playbook.name) else {
        continue
      }
      found.append((playbook, text))
    }
    playbooks = found.map(\.playbook)
    texts = found.map(\.text)
    own = Set(0..<ownCount)
  }

  package var titles: [String] { playbooks.map(\.title) }

  /// The nearest to a goal's words.
  package func nearest(to anchor: GoalAnchor) -> Playbook? {
    choice(for: anchor.goal).playbook.map { playbooks[$0] }
  }

  /// What the vault's own playbooks lack, or the one that is named.
  package func shortcomings(of name: String?) throws(SessionError) -> [(playbook: Playbook, shortcomings: [String])] {
    let chosen = if let name { [try playbook(named: name)] } else { own.sorted() }
    return chosen.map { (playbooks[$0], playbooks[$0].shortcomings) }
  }

  /// The best for these words, or the general plan.
  package func choice(for words: String) -> PlaybookMatching.Choice {
    PlaybookMatching(playbooks, own: own, words: self.words).choice(for: words)
  }

  /// By name, or by a beginning that only one has.
  package func playbook(named name: String) throws(SessionError) -> Int {
    if let exact = playbooks.firstIndex(where: { $0.name == name }) { return exact }
    let begun = playbooks.indices.filter { playbooks[$0].name.hasPrefix(name.lowercased()) }
    if let only = begun.first, begun.count == 1 { return only }
    throw .unknownPlaybook(name, near: NearestWords.to(name, in: playbooks.map(\.name)))
  }

  /// Where the playbooks of the vault's goals say that people stall, by the goal's id; only playbooks that are named are read.
  static func stallPoints(of plan: Plan, in snapshot: VaultSnapshot) -> [String: [StallPoint]] {
    let names = Set(plan.goals.filter { $0.status == .active }.compactMap(\.playbook))
    guard !names.isEmpty else { return [:] }
    var stalls: [String: [StallPoint]] = [:]
    for file in BundledFile.templates where names.contains(VaultPath(file.path).noteName) {
      let text = SourceText(path: VaultPath(file.path), bytes: Array(file.text.utf8))
      if let playbook = Playbook(reading: PlanDocument(reading: text)) { stalls[playbook.name] = playbook.stalls }
    }
    for document in snapshot.documents where document.kind == .playbook {
      if let playbook = Playbook(reading: document) { stalls[playbook.name] = playbook.stalls }
    }
    let goals = plan.goals.compactMap { goal in goal.playbook.flatMap { stalls[$0] }.map { (goal.id, $0) } }
    return Dictionary(goals) { first, _ in first }
  }
}

extension PlanSession {
  /// The change that makes a playbook of a goal that is finished, with the hours and the time that it really took.
  ///
  /// - Parameter name: of the playbook; nil is the goal's id.
  package func savingPlaybook(
    of goalName: String, named name: String?, shelf: PlaybookShelf
  ) throws(SessionError) -> VaultChange {
    let plan = try plan()
    let goal = try lookup(in: plan).goal(named: goalName)
    let milestones = plan.goals[goal].milestones
    let open = milestones.count { plan.milestones[$0].state == .open }
    let done = milestones.count { plan.milestones[$0].state == .done }
    guard open == 0, done > 0 else { throw .unfinishedGoal(plan.goals[goal].id, open: open, done: done) }
    let base = plan.goals[goal].playbook.flatMap { name in shelf.playbooks.first { $0.name == name } }
    let saved = SavedPlaybook(of: goal, base: base, in: plan)
    if let name {
      let slug = Identifier.slug(of: name)
      guard slug == name else { throw .unfitID(name, slug: slug) }
    }
    let file = VaultPath(plan.settings.playbooksFolder).appending((name ?? plan.goals[goal].id) + ".md")
    guard try text(of: file) == nil else { throw .existingPlaybook(file) }
    return VaultChange(
      title: "Save playbook \(file.noteName)", files: [FileChange(creating: file, bytes: Array(saved.text.utf8))])
  }
}
