package import PlanDocuments

/// The block of a note that `mm` writes: the lines between its pair of comments, and where they stand.
package struct NoteBlock: Hashable, Sendable {
  package static let endMarker = "<!-- mm:end review -->"

  package static func beginMarker(hash: String) -> String { "<!-- mm:begin review \(hash) -->" }

  /// The line numbers (from 0) of the two markers.
  package var beginLine: Int
  package var endLine: Int
  /// The hash in the begin marker.
  package var hash: String
  /// The lines between the markers, without their line ends.
  package var lines: [String]

  /// Nobody has changed the lines since `mm` wrote them, ticks aside.
  package var isAsWritten: Bool { LineFingerprint.hash(of: lines) == hash }

  /// The block of a note; nil where it has no whole pair.
  ///
  /// Where several pairs stand, the first one that is as `mm` wrote it, else the first.
  package init?(in text: SourceText) {
    var first: NoteBlock?
    var begin: (line: Int, hash: String)?
    for line in text.lineStarts.indices {
      let words = text.string(text.lineSpan(line)).trimmedAtEnd
      if let hash = NoteBlock.hash(inMarker: words) {
        begin = (line, hash)
      } else if words == NoteBlock.endMarker, let start = begin {
        let block = NoteBlock(from: start.line, to: line, hash: start.hash, in: text)
        if block.isAsWritten {
          self = block
          return
        }
        if first == nil { first = block }
        begin = nil
      }
    }
    guard let first else { return nil }
    self = first
  }

  private init(from begin: Int, to end: Int, hash: String, in text: SourceText) {
    beginLine = begin
    endLine = end
    self.hash = hash
    lines = ((begin + 1)..<end).map { text.string(text.lineSpan($0)) }
  }

  private static func hash(inMarker line: String) -> String? {
    let (before, after) = ("<!-- mm:begin review ", " -->")
    guard line.hasPrefix(before), line.hasSuffix(after), line.utf8.count > before.utf8.count + after.utf8.count else {
      return nil
    }
    let hash = line.dropFirst(before.count).dropLast(after.count)
    return hash.allSatisfy { $0.isHexDigit } ? String(hash) : nil
  }

  /// Which lines are the person's: those that do not bear the mark of a line as `mm` wrote it.
  ///
  /// Blank lines and the comments of `mm` never are. A copy of a line beyond the first counts as the person's.
  ///
  /// Without the marks (somebody took the comment away) every line is taken for the person's that `written` does not
  /// have.
  package func personsLines(unless written: [String]) -> [Int] {
    if isAsWritten { return [] }
    var known: [String: Int] = [:]
    for mark in writtenMarks ?? written.map(LineFingerprint.mark) { known[mark, default: 0] += 1 }
    return lines.indices.filter { index in
      let line = lines[index]
      if line.allSatisfy(\.isWhitespace) || NoteComment.isOurs(line) { return false }
      let mark = LineFingerprint.mark(of: line)
      guard let left = known[mark], left > 0 else { return true }
      known[mark] = left - 1
      return false
    }
  }

  private var writtenMarks: [String]? {
    lines.lazy.compactMap { NoteComment($0) }.first { $0.name == "lines" }.map { comment in
      comment.words.split(separator: " ").map(String.init)
    }
  }

  /// The comment with the marks of `lines`, to stand last in the block.
  package static func marksComment(for lines: [String]) -> String {
    let marked = lines.filter { !$0.allSatisfy(\.isWhitespace) && !NoteComment.isOurs($0) }
    return NoteComment(name: "lines", words: marked.map(LineFingerprint.mark).joined(separator: " ")).text
  }
}

/// A comment line that keeps something for the next run, readable by people: `<!-- mm:choice … -->`.
package struct NoteComment: Hashable, Sendable {
  package var name: String
  package var words: String

  package init(name: String, words: String) {
    self.name = name
    self.words = words
  }

  package init?(_ line: String) {
    guard NoteComment.isOurs(line) else { return nil }
    let inside = line.dropFirst(NoteComment.open.count).dropLast(NoteComment.close.count)
    let parts = inside.split(separator: " ", maxSplits: 1)
    name = parts.first.map(String.init) ?? ""
    words = parts.count > 1 ? String(parts[1]) : ""
  }

  package var text: String { NoteComment.open + name + (words.isEmpty ? "" : " " + words) + NoteComment.close }

  static func isOurs(_ line: String) -> Bool {
    line.hasPrefix(open) && line.hasSuffix(close) && line.utf8.count >= open.utf8.count + close.utf8.count
  }

  private static let open = "<!-- mm:"
  private static let close = " -->"
}
