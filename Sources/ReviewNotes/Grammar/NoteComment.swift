/// A comment line that keeps something for the next run, readable by people: `<!-- mm:choice … -->`.
package struct NoteComment: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case begin, end, covers, pace, chances, hours, uncommitted, choice, decided, question, lines, snapshot
  }

  /// The one block that a note has so far.
  static let blockName = "review"

  /// Nil for the comments of another version of `mm`.
  var kind: Kind?
  var words: String

  init(_ kind: Kind, _ words: String) {
    self.kind = kind
    self.words = words
  }

  init?(_ line: String) {
    guard NoteComment.isOurs(line) else { return nil }
    let inside = line.utf8.dropFirst(Self.open.utf8.count).dropLast(Self.close.utf8.count)
    let (name, words) = String(Substring(inside)).cutAtFirstSpace
    kind = Kind(rawValue: name)
    self.words = words
  }

  var text: String { Self.open + (kind?.rawValue ?? "") + (words.isEmpty ? "" : " " + words) + Self.close }

  static func isOurs(_ line: String) -> Bool {
    line.utf8.count >= open.utf8.count + close.utf8.count && line.utf8.starts(with: open.utf8)
      && line.utf8.suffix(close.utf8.count).elementsEqual(close.utf8)
  }

  private static let open = "<!-- mm:"
  private static let close = " -->"
}

/// A question that somebody else asks.
package struct SuggestedQuestion: Hashable, Sendable {
  package var source: String
  /// One line of harmless text.
  package var words: String

  package init(source: String, words: String) {
    self.source = source
    self.words = words
  }

  /// As a note keeps it: who, then what.
  init?(record: String) {
    let (source, words) = record.cutAtFirstSpace
    guard !source.isEmpty, !words.isEmpty else { return nil }
    self.init(source: source, words: CommentText.read(words.utf8, isStrict: false) ?? words)
  }

  /// Nothing in it ends the comment that it stands in.
  var record: String { source + " " + CommentText.written(words, coding: ">").replacing("--", with: "%2D%2D") }
}
