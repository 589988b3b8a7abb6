/// The difference between two versions of a file as a unified diff with three lines of context, as `git diff` writes it.
///
/// Lines end at `\n` here, as in git; a `\r` before it belongs to the line. What `bytes` gives can be applied with
/// `git apply` and `patch`.
package struct UnifiedDiff: Sendable {
  package enum Kind: Hashable, Sendable {
    /// `--- a/goals/book.md`, `+++ b/goals/book.md`
    case file
    /// `@@ -15,7 +15,7 @@`
    case hunk
    case context, removed, added
    /// `\ No newline at end of file`, for the line above it.
    case noNewline
  }

  /// One line of the diff.
  package struct Line: Hashable, Sendable {
    package var kind: Kind
    /// The line without its mark and its `\n`.
    package var content: [UInt8]

    /// The line as people see it: with its mark, without a `\r` at its end.
    package var text: String {
      let shown = content.last == .carriageReturn ? content.dropLast() : content[...]
      return mark + String(decoding: shown, as: UTF8.self)
    }

    /// What stands before the line in the diff.
    package var mark: String {
      switch kind {
      case .file, .hunk, .noNewline: ""
      case .context: " "
      case .removed: "-"
      case .added: "+"
      }
    }
  }

  package private(set) var lines: [Line] = []

  package var isEmpty: Bool { lines.isEmpty }

  /// The whole diff, to be kept or applied.
  package var bytes: [UInt8] {
    lines.reduce(into: []) { $0 += Array($1.mark.utf8) + $1.content + [.newline] }
  }

  /// What a change does to its file.
  package init(of change: FileChange) {
    self.init(path: change.path, before: change.base, after: change.result)
  }

  /// The way from `before` (nil: the file is new) to `after`; empty where both are the same.
  package init(path: VaultPath, before: [UInt8]?, after: [UInt8]) {
    let old = Self.split(before ?? [])
    let new = Self.split(after)
    guard before != after else { return }
    let steps = LineDifference.steps(from: old, to: new)
    let name = path.bytes
    lines.append(
      Line(
        kind: .file, content: Array("--- ".utf8) + (before == nil ? Array("/dev/null".utf8) : Array("a/".utf8) + name)))
    lines.append(Line(kind: .file, content: Array("+++ b/".utf8) + name))
    for hunk in Self.hunks(steps) { append(hunk, steps, old, new) }
  }

  /// The lines of a file, each with its `\n`.
  private static func split(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: .newline).map { $0 + 1 } ?? bytes.count
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }

  /// The stretches of steps that are shown: each change with three lines around it, joined where they meet.
  private static func hunks(_ steps: [LineDifference.Step]) -> [Range<Int>] {
    let context = 3
    var hunks: [Range<Int>] = []
    for (index, step) in steps.enumerated() where step != .keep {
      let range = max(0, index - context)..<min(steps.count, index + context + 1)
      if let last = hunks.last, last.upperBound >= range.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  private mutating func append(
    _ hunk: Range<Int>, _ steps: [LineDifference.Step], _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]
  ) {
    var oldLine = steps[..<hunk.lowerBound].count { $0 != .add }
    var newLine = steps[..<hunk.lowerBound].count { $0 != .remove }
    let removed = steps[hunk].count { $0 != .add }
    let added = steps[hunk].count { $0 != .remove }
    func range(_ start: Int, _ count: Int) -> String {
      count == 1 ? "\(start + 1)" : count == 0 ? "\(start),0" : "\(start + 1),\(count)"
    }
    let header = "@@ -\(range(oldLine, removed)) +\(range(newLine, added)) @@"
    lines.append(Line(kind: .hunk, content: Array(header.utf8)))
    for step in steps[hunk] {
      switch step {
      case .keep:
        append(.context, old[oldLine])
        oldLine += 1
        newLine += 1
      case .remove:
        append(.removed, old[oldLine])
        oldLine += 1
      case .add:
        append(.added, new[newLine])
        newLine += 1
      }
    }
  }

  private mutating func append(_ kind: Kind, _ line: ArraySlice<UInt8>) {
    let isWhole = line.last == .newline
    lines.append(Line(kind: kind, content: Array(isWhole ? line.dropLast() : line)))
    if !isWhole { lines.append(Line(kind: .noNewline, content: Array("\\ No newline at end of file".utf8))) }
  }
}
