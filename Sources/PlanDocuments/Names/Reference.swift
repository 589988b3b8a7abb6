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
    let link = NoteLink(reading: bytes)
    let target = link?.target ?? String(decoding: ValueScanner(bytes).rest, as: UTF8.self)
    isLink = link != nil
    var path = Reference.withoutEnding(target)
    if let anchor = link?.blockID {
      text = path.isEmpty ? anchor : path + "/" + anchor
      container = path.isEmpty ? nil : path
      name = anchor
      return
    }
    while path.hasPrefix("./") { path.removeFirst(2) }
    while path.hasPrefix("../") { path.removeFirst(3) }
    text = path
    if let slash = path.lastIndex(of: "/") {
      container = String(path[..<slash])
      name = String(path[path.index(after: slash)...])
    } else {
      container = nil
      name = path
    }
  }

  private static func withoutEnding(_ path: String) -> String {
    path.hasSuffix(".md") ? String(path.dropLast(3)) : path
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
