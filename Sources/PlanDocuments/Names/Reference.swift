/// What one entry of `after:` or `goal:` names, taken apart but not yet looked up.
package struct Reference: Hashable, Sendable {
  /// As written, without the brackets and the alias of a link: `part-1`, `Landing page`, `book/part-1`.
  package var text: String
  /// Before the last `/` or the `#`: the goal, a folder, or the note of a link; nil where there is none.
  package var container: String?
  /// What is named: an id or a note's name.
  package var name: String
  /// It was written as a link, so it names a note first.
  package var isLink: Bool

  /// Reads one reference: `research`, `goal/milestone`, `[[Landing page|the page]]`, `[[Book#^part-1]]`, `[page](folder/page.md)`.
  package init(reading bytes: ArraySlice<UInt8>) {
    if Reference.isPlain(bytes) {
      self.init(text: String(decoding: bytes, as: UTF8.self))
      return
    }
    let link = NoteLink(reading: bytes)
    var path = Reference.withoutEnding(link?.target ?? String(decoding: ValueScanner(bytes).rest, as: UTF8.self))
    while path.hasPrefix("./") { path.removeFirst(2) }
    while path.hasPrefix("../") { path.removeFirst(3) }
    if let block = link?.blockID {
      self.init(text: path.isEmpty ? block : path + "/" + block)
    } else {
      self.init(text: path)
    }
    isLink = link != nil
  }

  /// Takes apart what stands in `text`: `part-1`, `book/part-1`.
  package init(text: String) {
    self.text = text
    isLink = false
    if let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) {
      container = String(text[..<slash])
      name = String(text[text.utf8.index(after: slash)...])
    } else {
      container = nil
      name = text
    }
  }

  private static func withoutEnding(_ path: String) -> String {
    path.hasSuffix(".md") ? String(path.dropLast(3)) : path
  }

  /// It is one reference of letters, digits, `-`, `_` and `/`, which needs no second look.
  package static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy {
      $0.isLetterOrDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "/")
    }
  }

  /// The references in one value, parted by commas outside of links, each with its bytes' range.
  package static func list(in bytes: ArraySlice<UInt8>) -> [(reference: Reference, range: Range<Int>)] {
    var references: [(reference: Reference, range: Range<Int>)] = []
    var start = bytes.startIndex
    var openBrackets = 0
    func add(upTo end: Int) {
      var range = start..<end
      while let first = range.first, bytes[first].isWhiteSpace { range = (first + 1)..<end }
      while let last = range.last, bytes[last].isWhiteSpace { range = range.lowerBound..<last }
      if !range.isEmpty { references.append((Reference(reading: bytes[range]), range)) }
    }
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "["): openBrackets += 1
      case UInt8(ascii: "]"): openBrackets = max(0, openBrackets - 1)
      case UInt8(ascii: ",") where openBrackets == 0:
        add(upTo: index)
        start = index + 1
      default: break
      }
    }
    add(upTo: bytes.endIndex)
    return references
  }
}
