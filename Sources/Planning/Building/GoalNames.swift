import PlanDocuments

/// Finds goals by what they answer to: the id, the file's name, and the folder's name where the file is its `goal.md`.
struct GoalNames {
  private var named: [String: [Int]] = [:]
  private var paths: [VaultPath] = []

  /// Names goals by their order here.
  init(_ goals: [(path: VaultPath, id: String)]) {
    paths = goals.map(\.path)
    for (index, goal) in goals.enumerated() {
      let name = GoalNames.name(of: goal.path)
      for alias in Set([goal.id, name, name.lowercased(), goal.path.noteName, goal.path.noteName.lowercased()]) {
        named[alias, default: []].append(index)
      }
    }
  }

  /// Every goal that the reference may mean.
  ///
  /// What stands before the last `/` must be the end of the file's path.
  func goals(named reference: Reference) -> [Int] {
    let found = named[reference.name] ?? named[reference.name.lowercased()] ?? []
    guard let container = reference.container else { return found }
    return found.filter { paths[$0].ends(with: container + "/" + reference.name) }
  }

  /// The one goal that the reference means; of several the one whose id it is.
  func goal(named reference: Reference, ids: [Goal]) -> Int? {
    let found = goals(named: reference)
    if found.count <= 1 { return found.first }
    let byID = found.filter { ids[$0].id == reference.name }
    return byID.count == 1 ? byID.first : nil
  }

  /// What a goal's id is made from: the file's name; of `goal.md`, `index.md` and `README.md` the folder's.
  static func name(of path: VaultPath) -> String {
    isFolderNote(path) && !path.folder.bytes.isEmpty ? path.folder.fileName : path.noteName
  }

  static func isFolderNote(_ path: VaultPath) -> Bool {
    ["goal", "index", "readme"].contains(path.noteName.lowercased())
  }
}

extension VaultPath {
  /// The path without `.md` is `tail`, or ends with it after a slash; letters in any case.
  func ends(with tail: String) -> Bool {
    var whole = description.lowercased()
    if whole.hasSuffix(".md") { whole.removeLast(3) }
    let tail = tail.lowercased()
    return whole == tail || whole.hasSuffix("/" + tail)
  }
}

extension Array<Goal> {
  /// Gives an id to each goal: the written one, else one made from the file's name, with a number where it is taken.
  mutating func giveIDs(documents: [PlanDocument]) {
    var ids = UniqueIDs<String>()
    for goal in indices where self[goal].hasWrittenID { self[goal].id = ids.take(self[goal].id) { $0 } }
    for goal in indices where !self[goal].hasWrittenID {
      let name = GoalNames.name(of: documents[self[goal].document].text.path)
      self[goal].id = ids.take(Identifier.slug(of: name), orElse: "goal") { $0 }
    }
  }
}
