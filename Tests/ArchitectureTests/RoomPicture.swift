/// The modules and their rooms as a Mermaid flowchart; arrows that others imply are left out.
enum RoomPicture {
  static func text() throws -> String {
    let names = try SourceTree.modules()
    let trees = try Dictionary(uniqueKeysWithValues: names.map { ($0, try SourceTree(module: $0)) })
    let imports = trees.mapValues { $0.imports(of: Set(names)) }
    let connected = Set(names.filter { !imports[$0, default: []].isEmpty }).union(imports.values.flatMap(\.self))
    var lines = ["flowchart TB"]
    for name in names where connected.contains(name) {
      guard let tree = trees[name] else { continue }
      let rooms = tree.rooms.sorted().filter { $0 != SourceTree.hall }
      if rooms.isEmpty {
        lines.append("  \(name)")
        continue
      }
      lines.append("  subgraph \(name)")
      lines += rooms.map { "    \(id(name, $0))[\($0)]" }
      var arrows: [String: Set<String>] = [:]
      for use in tree.uses() where rooms.contains(use.from) && rooms.contains(use.to) {
        arrows[use.from, default: []].insert(use.to)
      }
      lines += reduced(arrows).map { "    \(id(name, $0.from)) --> \(id(name, $0.to))" }
      lines.append("  end")
    }
    lines += reduced(imports).map { "  \($0.from) --> \($0.to)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func id(_ module: String, _ room: String) -> String {
    module + "." + room.replacing("/", with: ".")
  }

  /// The arrows that no longer way replaces, sorted.
  static func reduced(_ arrows: [String: Set<String>]) -> [(from: String, to: String)] {
    func reaches(_ start: String, _ goal: String) -> Bool {
      var seen: Set<String> = []
      var waiting = Array(arrows[start, default: []])
      while let next = waiting.popLast() {
        if next == goal { return true }
        if seen.insert(next).inserted { waiting += arrows[next, default: []] }
      }
      return false
    }
    return arrows.keys.sorted().flatMap { from in
      let others = arrows[from, default: []]
      return others.sorted().filter { to in !others.contains { $0 != to && reaches($0, to) } }.map { (from, $0) }
    }
  }
}
