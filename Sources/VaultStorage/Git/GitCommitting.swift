package import PlanDocuments

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A file whose text differs from the last commit.
package struct GitChange: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case edited
    /// git does not know the file yet.
    case new
    case removed
  }

  package let path: VaultPath
  package let kind: Kind
}

/// Who a commit is by, and when: for histories that are made up, as the sample's.
package struct GitAuthor: Hashable, Sendable {
  package let name: String
  package let email: String
  package let day: Day
  /// Since midnight, in UTC.
  package let minutes: Int

  package init(name: String, email: String, day: Day, minutes: Int) {
    self.name = name
    self.email = email
    self.day = day
    self.minutes = minutes
  }
}

extension GitRepository {
  /// Which of the files differ from the last commit, staged or not.
  ///
  /// Ignored ones and those of other repositories below are left out.
  package func changes(in paths: [VaultPath]) throws(GitError) -> [GitChange] {
    try requireTrust()
    if paths.isEmpty { return [] }
    let real = Dictionary(paths.map { (realPath(of: $0), $0) }, uniquingKeysWith: { one, _ in one })
    let listing = try git.output(
      of: [
        "status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--ignore-submodules=all", "--", ".",
      ],
      in: vaultRoot)
    var changes: [GitChange] = []
    for entry in listing.split(separator: 0) where entry.count > 3 {
      let marks = entry.prefix(2)
      let path = Array(entry.dropFirst(3))
      guard path.starts(with: prefix.utf8), let asked = real[VaultPath(bytes: Array(path.dropFirst(prefix.utf8.count)))]
      else { continue }
      let kind: GitChange.Kind =
        if marks.elementsEqual("??".utf8) {
          .new
        } else if marks.last == UInt8(ascii: "D") || marks.elementsEqual("D ".utf8) {
          .removed
        } else {
          .edited
        }
      changes.append(GitChange(path: asked, kind: kind))
    }
    return changes.sorted { $0.path < $1.path }
  }

  /// Commits these files as they are on the disk and nothing else; whatever else is staged stays staged.
  ///
  /// Files without a change, removed and ignored ones are passed over.
  ///
  /// - Parameters:
  ///   - message: first line, and more after an empty one.
  ///   - author: nil is the person, now.
  /// - Returns: the paths in the commit; none if there was nothing to commit.
  @discardableResult
  package func commit(
    _ paths: [VaultPath], message: String, author: GitAuthor? = nil
  ) throws(GitError) -> [VaultPath] {
    try requireTrust()
    try requireRest()
    let changes = try changes(in: paths).filter { $0.kind != .removed }
    if changes.isEmpty { return [] }
    let list = ["--pathspec-from-file=-", "--pathspec-file-nul"]
    func input(_ changes: [GitChange]) -> [UInt8] {
      changes.flatMap { realPath(of: $0.path).bytes + [0] }
    }
    let new = changes.filter { $0.kind == .new }
    if !new.isEmpty {
      _ = try git.output(of: ["add", "--intent-to-add"] + list, in: vaultRoot, input: input(new))
    }
    var identity: [String] = []
    var dates: [String: String] = [:]
    if let author {
      identity = ["-c", "user.name=\(author.name)", "-c", "user.email=\(author.email)"]
      let seconds = Int(author.day.number) * 86_400 + author.minutes * 60
      dates = ["GIT_AUTHOR_DATE": "\(seconds) +0000", "GIT_COMMITTER_DATE": "\(seconds) +0000"]
    }
    do {
      let options = ["--quiet", "--only", "--no-verify", "--no-status", "--cleanup=verbatim", "--message", message]
      _ = try git.output(of: identity + ["commit"] + options + list, in: vaultRoot, input: input(changes), extra: dates)
    } catch {
      // The new files were only announced; the index is to be as it was.
      if !new.isEmpty { _ = try? git.output(of: ["reset", "--quiet"] + list, in: vaultRoot, input: input(new)) }
      throw error
    }
    return changes.map(\.path)
  }

  private func requireTrust() throws(GitError) {
    if let reasonForDistrust = try reasonForDistrust() { throw .untrusted(reason: reasonForDistrust) }
  }

  /// In the middle of a merge or a rebase a commit would be part of it.
  private func requireRest() throws(GitError) {
    let traces = [
      ("MERGE_HEAD", "a merge"), ("rebase-merge", "a rebase"), ("rebase-apply", "a rebase"),
      ("CHERRY_PICK_HEAD", "a cherry-pick"), ("REVERT_HEAD", "a revert"),
    ]
    for (name, what) in traces {
      var raw = stat()
      if lstat(gitFolder + "/" + name, &raw) == 0 { throw .busy(reason: "\(what) is under way") }
    }
  }
}
