internal import PlanDocuments

/// Finds the notes of a vault, without reading them.
struct VaultWalk {
  struct Note: Hashable, Sendable {
    let path: VaultPath
    /// It lies in the playbooks' folder.
    let isPlaybook: Bool
    /// A link stands somewhere in the path.
    let isLinked: Bool
  }

  private(set) var notes: [Note] = []
  private(set) var skipped: [(path: VaultPath, reason: String)] = []

  private let root: VaultRoot
  private let rules: VaultRules
  private var links: [(path: VaultPath, parts: [String])] = []
  /// The folders that were walked, so that a link back into one leads no further.
  private var walked: Set<FileStatus.Identity> = []

  /// Deeper folders are taken for a mistake.
  private static let deepest = 64

  init(_ root: VaultRoot, rules: VaultRules) throws(SystemError) {
    self.root = root
    self.rules = rules
    try walk(root.folder, path: VaultPath(bytes: []), parts: [], isLinked: false)
    try followLinks()
    notes.sort { $0.path < $1.path }
    skipped.sort { $0.path < $1.path }
  }

  private mutating func walk(_ folder: Folder, path: VaultPath, parts: [String], isLinked: Bool) throws(SystemError) {
    guard walked.insert(try folder.status().identity).inserted else { return }
    for (name, kind) in try folder.entries() {
      let isHidden = name.first == UInt8(ascii: ".")
      let isNote = name.suffix(3).elementsEqual(".md".utf8)
      if isHidden || kind == .file && !isNote {
        listTrace(name, in: path)
        continue
      }
      let here = path.appending(bytes: name)
      var kind = kind
      if kind == nil { kind = try folder.status(of: name)?.kind }
      guard let kind, isNote || kind == .folder || kind == .link else { continue }
      let text = String(decoding: name, as: UTF8.self)
      guard text.utf8.elementsEqual(name) else {
        skipped.append((here, "its name is not UTF-8"))
        continue
      }
      let parts = parts + [text]
      if rules.ignores(parts) { continue }
      switch kind {
      case .folder: walkFolder(name, of: folder, path: here, parts: parts, isLinked: isLinked)
      case .link: links.append((here, parts))
      case .file: add(here, parts: parts, isLinked: isLinked)
      case .other: skipped.append((here, "it is no ordinary file"))
      }
    }
  }

  private mutating func walkFolder(
    _ name: NameBytes, of parent: Folder, path: VaultPath, parts: [String], isLinked: Bool
  ) {
    if parts.count > Self.deepest {
      skipped.append((path, "it lies more than \(Self.deepest) folders deep"))
      return
    }
    do throws(SystemError) {
      try walk(try parent.folder(name), path: path, parts: parts, isLinked: isLinked)
    } catch {
      skipped.append((path, error.reason))
    }
  }

  private mutating func add(_ path: VaultPath, parts: [String], isLinked: Bool) {
    if let reason = SyncTraces.reasonNotToTouch(path.nameBytes) {
      skipped.append((path, reason))
    } else if parts != [Vault.settingsName], !rules.isReview(parts) {
      notes.append(Note(path: path, isPlaybook: parts.starts(with: rules.playbooks), isLinked: isLinked))
    }
  }

  /// Adds notes that are not on the disk yet, where the walk would have found them.
  mutating func add(newNotes paths: [VaultPath]) {
    let known = Set(notes.map(\.path))
    for path in paths where !known.contains(path) && path.noteName != path.fileName {
      let parts = path.description.split(separator: "/").map(String.init)
      let isHidden = parts.contains { $0.hasPrefix(".") }
      let isIgnored = parts.indices.contains { rules.ignores(Array(parts[...$0])) }
      if !isHidden, !isIgnored { add(path, parts: parts, isLinked: false) }
    }
    notes.sort { $0.path < $1.path }
  }

  /// Names what a synchronising tool or a killed `mm` left.
  private mutating func listTrace(_ name: NameBytes, in folder: VaultPath) {
    if SyncTraces.isTemporary(name) {
      skipped.append((folder.appending(bytes: name), "an interrupted mm left it; the next change or you may remove it"))
    } else if name.suffix(10).elementsEqual(".md.icloud".utf8) {
      let reason = SyncTraces.reasonNotToTouch(name) ?? ""
      skipped.append((folder.appending(bytes: name), reason))
    }
  }

  /// Links are followed after the folders, so that a note is read under its own name when it lies in a folder that is
  /// read anyway.
  ///
  /// Folders that they lead to may hold more links.
  private mutating func followLinks() throws(SystemError) {
    var known = Set(notes.map(\.path))
    while !links.isEmpty {
      let found = links.sorted { $0.path < $1.path }
      links = []
      for (path, parts) in found {
        do throws(ResolvingError) {
          let end = try root.location(of: path)
          switch end.status?.kind {
          case .folder: walkFolder(end.name, of: end.folder, path: path, parts: parts, isLinked: true)
          case .file where path.noteName != path.fileName:
            if known.insert(end.path).inserted, end.path.bytes != Array(Vault.settingsName.utf8) {
              add(path, parts: parts, isLinked: true)
            }
          case .file, .link, .other, nil: break
          }
        } catch {
          // A link to a picture elsewhere is no business of ours; one that could hold notes is worth a word.
          let mayHoldNotes = path.noteName != path.fileName || !path.fileName.contains(".")
          if mayHoldNotes, error != .root { skipped.append((path, error.reason)) }
        }
      }
    }
  }
}

extension VaultPath {
  func appending(bytes name: NameBytes) -> VaultPath {
    VaultPath(bytes: bytes.isEmpty ? name : bytes + [UInt8(ascii: "/")] + name)
  }
}
