package import PlanDocuments

/// The vault as git knows it at the ends of past days.
package struct PastSnapshots: Sendable {
  /// One state of the vault, as the last commit of a day or an earlier one left it.
  package struct State: Sendable {
    package var day: Day
    package var snapshot: VaultSnapshot
  }

  /// Oldest first, one for each day that was asked for and has a commit on it or before.
  package let states: [State]

  /// - Parameters:
  ///   - choose: the days at whose ends the vault is wanted, out of those with commits (ascending).
  package init(of repository: GitRepository, choosing choose: ([Day]) -> [Day]) throws(GitError) {
    let commits = try repository.commits()
    let wanted = Set(choose(Set(commits.map(\.day)).sorted())).sorted()
    var trees: [(day: Day, files: [VaultPath: GitBlob])] = []
    var files: [VaultPath: GitBlob] = [:]
    var next = 0
    for day in wanted {
      while next < commits.count, commits[next].day <= day {
        for file in commits[next].files {
          if let old = file.oldPath { files[old] = nil }
          files[file.path] = file.blob
        }
        next += 1
      }
      if !files.isEmpty { trees.append((day, files)) }
    }
    let blobs = Array(Set(trees.flatMap { $0.files.filter { Self.isNote($0.key) }.values })).sorted { $0.id < $1.id }
    var bytes: [GitBlob: [UInt8]] = [:]
    for (blob, content) in zip(blobs, try repository.contents(of: blobs)) { bytes[blob] = content }

    var reader = DocumentReader()
    var read: [Version: PlanDocument] = [:]
    states = trees.compactMap { day, files in
      var documents: [PlanDocument] = []
      var settings: PlanDocument?
      for (path, blob) in files where Self.isNote(path) {
        let version = Version(path: path, blob: blob)
        guard let content = bytes[blob] else { continue }
        let document = read[version] ?? reader.document(from: SourceText(path: path, bytes: content))
        read[version] = document
        switch document.kind {
        case .settings: settings = document
        case .goal, .milestone: documents.append(document)
        case .playbook, .other: continue
        }
      }
      guard let settings else { return nil }
      let rules = VaultRules(settings)
      let kept = documents.filter { !rules.leavesOut($0.text.path) }
      return State(
        day: day, snapshot: VaultSnapshot(settings: settings, documents: kept.sorted { $0.text.path < $1.text.path }))
    }
  }

  /// A blob is read once for each path that it had: what a file is depends on its name too.
  private struct Version: Hashable {
    var path: VaultPath
    var blob: GitBlob
  }

  private static func isNote(_ path: VaultPath) -> Bool {
    path.bytes.suffix(3).elementsEqual(".md".utf8)
  }
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
