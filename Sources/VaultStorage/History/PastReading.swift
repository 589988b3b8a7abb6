package import PlanDocuments

extension GitRepository {
  /// The vault after each commit that touched a note of it, on every branch that led to the present one.
  ///
  /// Two runs of git, whatever the number of commits. A version that cannot be read leaves the one before it in place.
  package func past() throws(GitError) -> VaultPast {
    let commits = try commits()
    if commits.isEmpty { return VaultPast() }
    let blobs = Array(Set(commits.flatMap { $0.files.lazy.filter(\.path.isNote).compactMap(\.blob) }))
      .sorted { $0.id < $1.id }
    var reading = PastReading(blobs: blobs, contents: try contents(of: blobs))
    for commit in commits { reading.add(commit) }
    return VaultPast(
      states: reading.states, unreadable: reading.unreadable, isShallow: try isShallow())
  }
}

/// Puts the states together, commit by commit.
private struct PastReading: ~Copyable {
  /// The files after a commit.
  private struct Files {
    var settings: PlanDocument?
    var rules: VaultRules
    /// Goals and milestones by path, whether the settings leave them out or not.
    var notes: [VaultPath: PlanDocument]
    /// What of them counts, in the order of paths.
    var plan: [PlanDocument]
  }

  private(set) var states: [VaultPast.State] = []
  private(set) var unreadable: [VaultPast.Unreadable] = []
  private let bytes: [GitBlob: [UInt8]]
  private var reader = DocumentReader()
  private var versions: [Version: PlanDocument] = [:]
  private var files: [Files] = []
  private var numbers: [String: Int] = [:]

  /// A blob is read once for each path that it had: what a file is depends on its name too.
  private struct Version: Hashable {
    var path: VaultPath
    var blob: GitBlob
  }

  init(blobs: [GitBlob], contents: [[UInt8]?]) {
    var bytes: [GitBlob: [UInt8]] = [:]
    bytes.reserveCapacity(blobs.count)
    for (blob, content) in zip(blobs, contents) { bytes[blob] = content }
    self.bytes = bytes
  }

  mutating func add(_ commit: GitCommit) {
    let parents = commit.parents.compactMap { numbers[$0] }
    let nothing = PlanDocument(text: SourceText(path: VaultPath("mm.md"), bytes: []), kind: .settings, frontMatter: nil)
    var now = parents.first.map { files[$0] } ?? Files(rules: VaultRules(nothing), notes: [:], plan: [])
    var renames: [VaultPath: VaultPath] = [:]
    var arePathsChanged = false
    for file in commit.files where file.path.isNote || file.oldPath?.isNote == true {
      let before = file.oldPath ?? file.path
      let old = now.notes[before]
      if let oldPath = file.oldPath {
        arePathsChanged = now.notes.removeValue(forKey: oldPath) != nil || arePathsChanged
        renames[file.path] = oldPath
      }
      guard let blob = file.blob, file.path.isNote else {
        arePathsChanged = now.notes.removeValue(forKey: file.path) != nil || arePathsChanged
        continue
      }
      var document = document(file.path, blob)
      if let reason = Self.reasonNotToRead(document, after: old) {
        // Playbooks and other notes are nobody's loss.
        if old != nil || document?.kind == .goal || document?.kind == .milestone {
          unreadable.append(
            VaultPast.Unreadable(path: file.path, commit: commit.id, day: commit.day, reason: reason))
        }
        document = old
      }
      switch document?.kind {
      case .settings:
        now.settings = document
        now.rules = document.map(VaultRules.init) ?? now.rules
        arePathsChanged = true
      case .goal, .milestone:
        if let place = now.plan.firstIndex(where: { $0.text.path == file.path }), let document, !arePathsChanged {
          now.plan[place] = document
        } else {
          arePathsChanged = true
        }
        now.notes[file.path] = document
      case .playbook, .other, nil:
        arePathsChanged = now.notes.removeValue(forKey: file.path) != nil || arePathsChanged
      }
    }
    if arePathsChanged {
      now.plan = now.notes.filter { [rules = now.rules] in !rules.leavesOut($0.key) }.values
        .sorted { $0.text.path < $1.text.path }
    }
    numbers[commit.id] = states.count
    files.append(now)
    states.append(
      VaultPast.State(
        name: commit.id, day: commit.day, parents: parents,
        snapshot: VaultSnapshot(settings: now.settings ?? nothing, documents: now.plan), renames: renames))
  }

  private mutating func document(_ path: VaultPath, _ blob: GitBlob) -> PlanDocument? {
    let version = Version(path: path, blob: blob)
    if let known = versions[version] { return known }
    guard let content = bytes[blob] else { return nil }
    let document = reader.document(from: SourceText(path: path, bytes: content))
    versions[version] = document
    return document
  }

  /// - Parameter old: the version before; nil where there was none.
  private static func reasonNotToRead(_ document: PlanDocument?, after old: PlanDocument?) -> String? {
    guard let document else { return "its text is not here" }
    if document.conflict != nil { return "conflict markers" }
    if document.findings.contains(where: { $0.check == "bad-front-matter" }) {
      return "front matter that cannot be read"
    }
    return nil
  }
}

extension VaultPath {
  var isNote: Bool { bytes.suffix(3).elementsEqual(".md".utf8) }
}

extension VaultRules {
  /// The walk would not have read a note there: hidden, ignored, a playbook or a review.
  func leavesOut(_ path: VaultPath) -> Bool {
    let parts = path.description.split(separator: "/").map(String.init)
    if parts.contains(where: { $0.hasPrefix(".") }) || isReview(parts) { return true }
    if parts.count > playbooks.count, !playbooks.isEmpty, parts.starts(with: playbooks) { return true }
    return parts.indices.contains { ignores(Array(parts[...$0])) }
  }
}
