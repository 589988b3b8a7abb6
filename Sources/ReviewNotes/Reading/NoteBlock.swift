package import PlanDocuments

/// The block of a note that `mm` writes: the lines between its pair of comments, and where they stand.
package struct NoteBlock: Hashable, Sendable {
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
      guard NoteComment.isOurs(words), let element = NoteElement(words) else { continue }
      if case .begin(let hash) = element {
        begin = (line, hash)
      } else if element == .end, let start = begin {
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
    for case .lineMarks(let marks) in lines.lazy.filter(NoteComment.isOurs).compactMap({ NoteElement($0) }) {
      return marks
    }
    return nil
  }

  /// The lines with their marks behind them, between the two markers.
  package static func text(of lines: [String]) -> [String] {
    let marked = lines.filter { !$0.allSatisfy(\.isWhitespace) && !NoteComment.isOurs($0) }
    let all = lines + [NoteElement.lineMarks(marked.map(LineFingerprint.mark)).text]
    return text(of: all, hash: LineFingerprint.hash(of: all))
  }

  static func text(of lines: [String], hash: String) -> [String] {
    [NoteElement.begin(hash: hash).text] + lines + [NoteElement.end.text]
  }
}
