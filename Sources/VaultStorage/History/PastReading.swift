package import PlanDocuments

extension GitRepository {
  /// The vault after each commit that touched a note of it, on every branch that led to the present one.
  ///
  /// Two runs of git, whatever the number of commits. A version that cannot be read leaves the one before it in place.
  package func past() throws(GitError) -> VaultPast {
    let commits = try commits()
    if commits.isEmpty { return VaultPast() }
    let versions = Array(Set(commits.flatMap { commit in commit.files.compactMap(FileVersion.init) }))
    let blobs = Array(Set(versions.map(\.blob))).sorted { $0.id < $1.id }
    var reading = PastReading(versions, blobs: blobs, contents: try contents(of: blobs))
    for commit in commits { reading.add(commit) }
    return VaultPast(states: reading.states, unreadable: reading.unreadable, isShallow: isShallow)
  }
}

/// A note's bytes under one of its names: what a file is depends on its name too.
private struct FileVersion: Hashable, Sendable {
  var path: VaultPath
  var blob: GitBlob

  /// Nil for what is no note, and where the commit removed it.
  init?(_ file: GitCommit.File) {
    guard let blob = file.blob, file.path.isNote else { return nil }
    (path, self.blob) = (file.path, blob)
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
  /// Each version is read once; those whose bytes are not here are left out.
  private let documents: [FileVersion: PlanDocument]
  private var files: [Files] = []
  private var numbers: [String: Int] = [:]

  init(_ versions: [FileVersion], blobs: [GitBlob], contents: [[UInt8]?]) {
    var bytes: [GitBlob: [UInt8]] = [:]
    bytes.reserveCapacity(blobs.count)
    for (blob, content) in zip(blobs, contents) { bytes[blob] = content }
    let read = ParallelSteps.results(of: versions.count) { [bytes] range in
      var reader = DocumentReader()
      return versions[range].map { version in
        bytes[version.blob].map { reader.document(from: SourceText(path: version.path, bytes: $0)) }
      }
    }
    var documents: [FileVersion: PlanDocument] = [:]
    documents.reserveCapacity(versions.count)
    for (version, document) in zip(versions, read.joined()) { documents[version] = document }
    self.documents = documents
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
      guard let version = FileVersion(file) else {
        arePathsChanged = now.notes.removeValue(forKey: file.path) != nil || arePathsChanged
        continue
      }
      var document = documents[version]
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
