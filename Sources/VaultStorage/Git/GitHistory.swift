package import PlanDocuments

/// The name of a file's bytes in git.
package struct GitBlob: Hashable, Sendable {
  package let id: String
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
  package func contents(of blobs: [GitBlob]) throws(GitError) -> [[UInt8]?] {
    if blobs.isEmpty { return [] }
    var contents: [[UInt8]?] = []
    contents.reserveCapacity(blobs.count)
    // As many as fit into one answer for sure, if none is larger than a note may be, would be few; most are small.
    var start = 0
    while start < blobs.count {
      let batch = blobs[start..<min(start + 2_000, blobs.count)]
      let input = batch.flatMap { Array($0.id.utf8) + [UInt8(ascii: "\n")] }
      let output = try git.output(of: ["cat-file", "--batch", "--buffer"], in: vaultRoot, input: input)
      contents += try Self.contents(from: output, count: batch.count)
      start += batch.count
    }
    return contents
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
        let words = String(decoding: token.dropFirst(), as: UTF8.self).split(separator: " ")
        let days = words.count < 3 ? [] : words[1...2].compactMap(day)
        current = days.min().map { (String(words[0]), $0, words[3...].map(String.init), []) }
        continue
      }
      let words = String(decoding: token, as: UTF8.self).split { $0 == " " || $0 == "\n" }
      guard words.count == 5, words[0].hasPrefix(":"), let path = tokens.popFirst().map({ VaultPath(bytes: Array($0)) })
      else { continue }
      let mark = words[4].first
      let newPath = mark == "R" || mark == "C" ? tokens.popFirst().map { VaultPath(bytes: Array($0)) } : nil
      // A link or another repository is no note.
      guard words[1].hasPrefix("100") || mark == "D" else { continue }
      current?.files.append(
        GitCommit.File(
          path: newPath ?? path, oldPath: mark == "R" ? path : nil,
          blob: mark == "D" ? nil : GitBlob(id: String(words[3]))))
    }
    finish()
    return commits
  }

  private static func day(_ text: Substring) -> Day? {
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
