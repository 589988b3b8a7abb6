import BundledFiles
import Drafting
import PlanDocuments
import PlanModel
import PlanOutput
import Recalibration
import TextStyling

/// All playbooks that there are: the vault's own, then those inside the program.
struct PlaybookShelf {
  let playbooks: [Playbook]
  /// Which of them are the vault's own.
  let own: Set<Int>
  /// The text of each, as it stands in its file.
  let texts: [SourceText]
  /// The words that goals and steps are compared by.
  let words = WordLists(BundledFile.words.map(\.text))

  /// An own playbook stands for the built-in one of its name.
  init(_ snapshot: VaultSnapshot?) {
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

  var titles: [String] { playbooks.map(\.title) }

  /// The best for these words, or the general plan.
  func choice(for words: String) -> PlaybookMatching.Choice {
    PlaybookMatching(playbooks, own: own, words: self.words).choice(for: words)
  }

  /// By name, or by a beginning that only one has.
  func playbook(named name: String) throws(Failure) -> Int {
    if let exact = playbooks.firstIndex(where: { $0.name == name }) { return exact }
    let begun = playbooks.indices.filter { playbooks[$0].name.hasPrefix(name.lowercased()) }
    if let only = begun.first, begun.count == 1 { return only }
    let suggestion = Failure.suggestion(for: name, in: playbooks.map(\.name))
    throw Failure(.wrongUse, "There is no playbook “\(name)”.\(suggestion) mm playbooks lists them.")
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
