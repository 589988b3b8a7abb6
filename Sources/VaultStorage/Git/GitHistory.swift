package import PlanDocuments

/// The name of a file's bytes in git.
package struct GitBlob: Hashable, Sendable {
  package let id: String

  package init(id: String) { self.id = id }
}

/// A commit and what it did to the files of the vault.
package struct GitCommit: Hashable, Sendable {
  package struct File: Hashable, Sendable {
    package let path: VaultPath
    /// The path before, where the commit moved the file.
    package let oldPath: VaultPath?
    /// The bytes afterwards; nil if the commit removed the file.
    package let blob: GitBlob?
  }

  package let id: String
  /// The day of the author, in their own time zone; never after the day on which the commit was made.
  package let day: Day
  /// The ids of the commits that it follows, those left out that touched no note; the files are told against the first.
  package let parents: [String]
  package let files: [File]
}

extension GitRepository {
  /// The commits that touched notes of the vault, every one after those that it follows.
  ///
  /// - Parameters:
  ///   - paths: only these files, under these names; nil is every note of the vault.
  ///   - since: only commits made on that day or later.
  package func commits(touching paths: [VaultPath]? = nil, since: Day? = nil) throws(GitError) -> [GitCommit] {
    var arguments = [
      "log", "--raw", "-z", "--no-abbrev", "--find-renames", "--relative", "--reverse", "--no-ext-diff",
      "--no-textconv", "--topo-order", "--full-history", "--parents", "--diff-merges=first-parent",
      "--no-show-signature", "--no-notes", "--no-color", "--date=short", "--format=%x02%H %ad %cd %P",
    ]
    if let since { arguments.append("--since=\(since)T00:00:00") }
    arguments.append("--")
    if let paths {
      if paths.isEmpty { return [] }
      arguments += paths.map { realPath(of: $0).description }
    } else {
      arguments.append(".")
    }
    do throws(GitError) {
      return Self.commits(from: try git.output(of: arguments, in: vaultRoot))
    } catch {
      // A repository without a commit has no log.
      let head = try git.answer(to: ["rev-parse", "--quiet", "--verify", "HEAD"], in: vaultRoot)
      if head.code != 0 { return [] }
      throw error
    }
  }

  /// The bytes of many versions in one go, in the order of `blobs`; nil for one that the repository does not have.
  ///
  /// git has most versions as what is different in them from another, so it is fastest in the order of its log.
  package func contents(of blobs: [GitBlob]) throws(GitError) -> [[UInt8]?] {
    // Unpacking is what takes git long, so two do it at once. As many as fit into one answer for sure, if none is larger
    // than a note may be, would be few; most are small.
    let size = min(2_000, max(64, (blobs.count + 1) / 2))
    let parts = ParallelSteps.results(of: blobs.count, size: size) { range in
      Result { () throws(GitError) in try contents(ofSome: blobs[range]) }
    }
    var all: [[UInt8]?] = []
    all.reserveCapacity(blobs.count)
    for part in parts { all += try part.get() }
    return all
  }

  private func contents(ofSome blobs: ArraySlice<GitBlob>) throws(GitError) -> [[UInt8]?] {
    let input = blobs.flatMap { Array($0.id.utf8) + [UInt8(ascii: "\n")] }
    let output = try git.output(of: ["cat-file", "--batch", "--buffer"], in: vaultRoot, input: input)
    return try Self.contents(from: output, count: blobs.count)
  }

  /// Reads `git log --raw -z` with the format above.
  ///
  /// ```
  /// \2<commit> <day> <day> <parents>\0\n:<mode> <mode> <old> <new> <status>\0<path>\0[<new path>\0]
  /// ```
  static func commits(from log: [UInt8]) -> [GitCommit] {
    var commits: [GitCommit] = []
    var current: (id: String, day: Day, parents: [String], files: [GitCommit.File])?
    func finish() {
      guard let current else { return }
      commits.append(
        GitCommit(id: current.id, day: current.day, parents: current.parents, files: current.files))
    }
    var tokens = log.split(separator: 0, omittingEmptySubsequences: true)[...]
    while let token = tokens.popFirst() {
      if token.first == 2 {
        finish()
        let words = token.dropFirst().split(separator: UInt8(ascii: " "))
        let days = words.count < 3 ? [] : words[1...2].compactMap { day(string($0)) }
        current = days.min().map { (string(words[0]), $0, words[3...].map(string), []) }
        continue
      }
      let words = (token.first == UInt8(ascii: "\n") ? token.dropFirst() : token).split(separator: UInt8(ascii: " "))
      guard words.count == 5, words[0].first == UInt8(ascii: ":"),
        let path = tokens.popFirst().map({ VaultPath(bytes: Array($0)) })
      else { continue }
      let mark = words[4].first
      let isMove = mark == UInt8(ascii: "R")
      let newPath = isMove || mark == UInt8(ascii: "C") ? tokens.popFirst().map { VaultPath(bytes: Array($0)) } : nil
      let isGone = mark == UInt8(ascii: "D")
      // A link or another repository is no note.
      guard words[1].starts(with: "100".utf8) || isGone else { continue }
      current?.files.append(
        GitCommit.File(
          path: newPath ?? path, oldPath: isMove ? path : nil, blob: isGone ? nil : GitBlob(id: string(words[3]))))
    }
    finish()
    return commits
  }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func day(_ text: String) -> Day? {
    let numbers = text.split(separator: "-").compactMap { Int($0) }
    return numbers.count == 3 ? Day(year: numbers[0], month: numbers[1], day: numbers[2]) : nil
  }

  /// Reads the answer of `git cat-file --batch`: `<id> blob <size>\n<bytes>\n`, or `<id> missing\n`.
  private static func contents(from output: [UInt8], count: Int) throws(GitError) -> [[UInt8]?] {
    var contents: [[UInt8]?] = []
    var position = 0
    while contents.count < count {
      guard let end = output[position...].firstIndex(of: UInt8(ascii: "\n")) else { break }
      let words = String(decoding: output[position..<end], as: UTF8.self).split(separator: " ")
      position = end + 1
      guard words.count == 3, let size = Int(words[2]), size >= 0, size < output.count - position else {
        contents.append(nil)
        continue
      }
      contents.append(words[1] == "blob" ? Array(output[position..<position + size]) : nil)
      position += size + 1
    }
    if contents.count < count { throw .failed(command: "cat-file", message: "its answer is not whole") }
    return contents
  }
}
