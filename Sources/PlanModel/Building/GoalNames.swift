package import PlanDocuments

/// Finds goals by what they answer to: the id, the file's name, and the folder's name where the file is its `goal.md`.
package struct GoalNames {
  private var named: [String: [Int]] = [:]
  private var paths: [VaultPath] = []
  /// Some name holds a space; otherwise a reference that does, such as most goals' titles, needs no looking up.
  private var haveSpaces = false

  /// Names goals by their order here.
  init(_ goals: [(path: VaultPath, id: String)]) {
    paths = goals.map(\.path)
    for (index, goal) in goals.enumerated() {
      add(goal.id, index)
      let noteName = goal.path.noteName
      add(noteName, index)
      add(noteName.lowercased(), index)
      guard GoalNames.isFolderNote(goal.path) else { continue }
      let name = GoalNames.name(of: goal.path)
      add(name, index)
      add(name.lowercased(), index)
    }
  }

  private mutating func add(_ name: String, _ goal: Int) {
    if named[name]?.last != goal { named[name, default: []].append(goal) }
    haveSpaces = haveSpaces || name.utf8.contains(UInt8(ascii: " "))
  }

  /// Every goal that the reference may mean.
  ///
  /// What stands before the last `/` must be the end of the file's path.
  func goals(named reference: Reference) -> [Int] {
    guard haveSpaces || !reference.name.utf8.contains(UInt8(ascii: " ")) else { return [] }
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
  package static func name(of path: VaultPath) -> String {
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
    var lastNumber: [String: Int] = [:]
    func take(_ wanted: String) -> String {
      let number = (lastNumber[wanted] ?? 0) + 1
      lastNumber[wanted] = number
      return number == 1 ? wanted : take(Identifier.numbered(wanted, number))
    }
    for goal in indices where self[goal].hasWrittenID { self[goal].id = take(self[goal].id) }
    for goal in indices where !self[goal].hasWrittenID {
      let slug = Identifier.slug(of: GoalNames.name(of: documents[self[goal].document].text.path))
      self[goal].id = take(slug.isEmpty ? "goal" : slug)
    }
  }
}
