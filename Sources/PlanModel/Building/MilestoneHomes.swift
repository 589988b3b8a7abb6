import PlanDocuments

/// Which goal each milestone's file belongs to.
struct MilestoneHomes {
  /// The files of each goal, in the order of their paths.
  var files: [[Int]]
  /// The files whose goal is not found.
  var strays: [Int] = []

  init(in documents: [PlanDocument], goals: [Goal], names: GoalNames) {
    files = Array(repeating: [], count: goals.count)
    // Made when the first file asks for it: in most vaults the milestones stand in their goals' files.
    lazy var folders = MilestoneHomes.goalsByFolder(documents, goals)
    for index in documents.indices where documents[index].kind == .milestone {
      let goal: Int?
      if let scalar = documents[index].frontMatter?["goal"]?.scalars.first, !scalar.text.isEmpty {
        goal = names.goal(named: Reference(reading: scalar.text.valueBytes), ids: goals)
      } else {
        goal = folders[documents[index].text.path.folder]
      }
      if let goal { files[goal].append(index) } else { strays.append(index) }
    }
  }

  /// The goal that the files in a folder belong to: the note beside the folder with its name, or in it a `goal.md`,
  /// `index.md`, `README.md` or a note named like the folder, which comes first.
  private static func goalsByFolder(_ documents: [PlanDocument], _ goals: [Goal]) -> [VaultPath: Int] {
    var folders: [VaultPath: Int] = [:]
    for (goal, path) in goals.map({ documents[$0.document].text.path }).enumerated() {
      folders[path.folder.appending(path.noteName)] = goal
    }
    for (goal, path) in goals.map({ documents[$0.document].text.path }).enumerated().reversed()
    where GoalNames.isFolderNote(path) || path.noteName == path.folder.fileName {
      folders[path.folder] = goal
    }
    return folders
  }
}

/// The items of a goal's list that are links to files of its milestones.
enum MilestoneLinks {
  /// The file (an index into `documents`) behind each item that is one link and nothing else; each file once.
  static func items(in list: PlanDocument, to files: [Int], documents: [PlanDocument]) -> [Int: Int] {
    var found: [Int: Int] = [:]
    var taken: Set<Int> = []
    var names: [String: [Int]] = [:]
    for item in list.items.indices where list.items[item].isInPlan && list.items[item].depth == 0 {
      guard let link = list.link(of: item), !link.target.isEmpty else { continue }
      if names.isEmpty {
        for file in files { names[documents[file].text.path.noteName.lowercased(), default: []].append(file) }
      }
      let reference = Reference(reading: link.target.valueBytes)
      let path = link.isWikilink ? nil : list.text.path.folder.resolving(link.target)
      let matches = (names[reference.name.lowercased()] ?? []).filter { file in
        let own = documents[file].text.path
        if let path { return own == path || own == VaultPath(link.target) }
        return own.ends(with: reference.text)
      }
      if let file = matches.first, taken.insert(file).inserted { found[item] = file }
    }
    return found
  }
}

extension VaultPath {
  /// The path of a file that is named from this folder: `../goals/book.md`.
  fileprivate func resolving(_ relative: String) -> VaultPath {
    var parts = description.split(separator: "/")
    for part in relative.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return VaultPath(parts.joined(separator: "/"))
  }
}
