package import PlanDocuments

extension GitRepository {
  /// The vault after each commit that touched a note of it, on every branch that led to the present one.
  ///
  /// A few runs of git, whatever the number of commits. A version that cannot be read leaves the one before it in place.
  package func past() throws(GitError) -> VaultPast {
    let commits = try commits()
    if commits.isEmpty { return VaultPast() }
    var reading = PastReading(try documents(of: commits))
    for commit in commits { reading.add(commit) }
    return VaultPast(states: reading.states, unreadable: reading.unreadable, isShallow: isShallow)
  }

  /// Each version of a note, read once; those whose bytes are not here are left out.
  private func documents(of commits: [GitCommit]) throws(GitError) -> [(version: FileVersion, document: PlanDocument)] {
    var known: Set<FileVersion> = []
    let versions = commits.reversed().flatMap(\.files).compactMap(FileVersion.init).filter { known.insert($0).inserted }
    var blobs: [GitBlob: Int] = [:]
    for version in versions where blobs[version.blob] == nil { blobs[version.blob] = blobs.count }
    let contents = try contents(of: blobs.sorted { $0.value < $1.value }.map(\.key))
    // One note after another, as two versions that follow each other have most in common.
    var notes: [VaultPath: [FileVersion]] = [:]
    for version in versions { notes[version.path, default: []].append(version) }
    let pasts = Array(notes.values)
    let read = ParallelSteps.results(of: pasts.count, size: 1) { [blobs] range in
      range.flatMap { note in
        var reader = PastNoteReader()
        return pasts[note].compactMap { version in
          blobs[version.blob].flatMap { contents[$0] }.map { (version, reader.document(version.path, $0)) }
        }
      }
    }
    return Array(read.joined())
  }
}

/// Reads the versions of one note, one after another.
private struct PastNoteReader: ~Copyable {
  private var reader = DocumentReader()
  private var last: PlanDocument?

  mutating func document(_ path: VaultPath, _ bytes: [UInt8]) -> PlanDocument {
    let document = last?.withOtherMarks(bytes) ?? reader.document(from: SourceText(path: path, bytes: bytes))
    last = document
    return document
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
    /// Goals and milestones by path, as places in `documents`, whether the settings leave them out or not.
    var notes: [VaultPath: Int]
    /// What of them counts, in the order of paths.
    var plan: [PlanDocument]
    /// The calendars with the names of their bytes.
    var calendars: [VaultPath: String] = [:]
  }

  private(set) var states: [VaultPast.State] = []
  private(set) var unreadable: [VaultPast.Unreadable] = []
  private let documents: [PlanDocument]
  private let places: [FileVersion: Int]
  private var files: [Files] = []
  private var numbers: [String: Int] = [:]

  init(_ versions: [(version: FileVersion, document: PlanDocument)]) {
    documents = versions.map(\.document)
    places = Dictionary(uniqueKeysWithValues: versions.enumerated().map { ($1.version, $0) })
  }

  mutating func add(_ commit: GitCommit) {
    let parents = commit.parents.compactMap { numbers[$0] }
    let nothing = PlanDocument(text: SourceText(path: VaultPath("mm.md"), bytes: []), kind: .settings, frontMatter: nil)
    var now = parents.first.map { files[$0] } ?? Files(rules: VaultRules(nothing), notes: [:], plan: [])
    var renames: [VaultPath: VaultPath] = [:]
    var arePathsChanged = false
    for file in commit.files {
      if let old = file.oldPath, old.isCalendar { now.calendars[old] = nil }
      if file.path.isCalendar { now.calendars[file.path] = file.blob?.id }
    }
    for file in commit.files where file.path.isNote || file.oldPath?.isNote == true {
      let old = now.notes[file.oldPath ?? file.path]
      if let oldPath = file.oldPath {
        arePathsChanged = now.notes.removeValue(forKey: oldPath) != nil || arePathsChanged
        renames[file.path] = oldPath
      }
      guard let version = FileVersion(file) else {
        arePathsChanged = now.notes.removeValue(forKey: file.path) != nil || arePathsChanged
        continue
      }
      var place = places[version]
      if let reason = reasonNotToRead(place, after: old) {
        unreadable.append(
          VaultPast.Unreadable(path: file.path, commit: commit.id, day: commit.day, reason: reason))
        if file.path == nothing.text.path { continue }
        place = old
      }
      switch place.map({ documents[$0].kind }) {
      case .settings:
        now.settings = place.map { documents[$0] }
        now.rules = now.settings.map(VaultRules.init) ?? now.rules
        arePathsChanged = true
      case .goal, .milestone:
        if let place, let index = now.plan.firstIndex(where: { $0.text.path == file.path }), !arePathsChanged {
          now.plan[index] = documents[place]
        } else {
          arePathsChanged = true
        }
        now.notes[file.path] = place
      case .playbook, .other, nil:
        arePathsChanged = now.notes.removeValue(forKey: file.path) != nil || arePathsChanged
      }
    }
    if arePathsChanged {
      now.plan = now.notes.filter { [rules = now.rules] in !rules.leavesOut($0.key) }.values
        .map { [documents] in documents[$0] }.sorted { $0.text.path < $1.text.path }
    }
    numbers[commit.id] = states.count
    files.append(now)
    states.append(
      VaultPast.State(
        name: commit.id, day: commit.day, parents: parents,
        snapshot: VaultSnapshot(settings: now.settings ?? nothing, documents: now.plan), renames: renames,
        calendarFiles: now.calendars))
  }

  /// Why a version of a plan file cannot be read; nil for one that can, and for notes that are nobody's loss.
  ///
  /// - Parameter old: the version before; nil where there was none.
  private func reasonNotToRead(_ place: Int?, after old: Int?) -> String? {
    guard let place else { return old == nil ? nil : "its text is not here" }
    var document = documents[place]
    if document.kind == .playbook || document.kind == .other && old == nil { return nil }
    // What stands where a goal was may be a note now, or a goal that the marks of a merge have made unreadable.
    if document.kind == .other { document = PlanDocument(reading: document.text, extent: .everyNote) }
    if document.conflict != nil { return "conflict markers" }
    let isBroken =
      document.kind == .other
      ? document.frontMatter?.isBroken ?? document.text.bytes.starts(with: "---".utf8)
      : document.findings.contains { $0.check == "bad-front-matter" }
    return isBroken ? "front matter that cannot be read" : nil
  }
}

extension VaultPath {
  var isNote: Bool { bytes.suffix(3).elementsEqual(".md".utf8) }
  var isCalendar: Bool { CalendarFiles.isCalendar(bytes) }
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
