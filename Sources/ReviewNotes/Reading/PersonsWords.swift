package import PlanDocuments

/// What the person wrote under *Your words*: the lines that `mm` reads.
package struct PersonsWords: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    /// The text after the colon.
    package var text: String
    package var span: ByteSpan

    package init(text: String, span: ByteSpan) {
      self.text = text
      self.span = span
    }
  }

  /// The whole section as it stands, without headings.
  package var section = ""
  /// `away:` lines that say something.
  package var away: [Line] = []
  /// `hours:` lines that say something.
  package var hours: [Line] = []

  package init() {}

  /// Reads the section headed `Your words` (any level), up to the next heading of its level or above; never inside code.
  package init(in text: SourceText, outside block: NoteBlock?) {
    var level: Int?
    var fence: Character?
    for line in text.lineStarts.indices {
      if let block, (block.beginLine...block.endLine).contains(line) { continue }
      let span = text.lineSpan(line)
      let words = text.string(span)
      let trimmed = words.drop { $0 == " " || $0 == "\t" }
      if level != nil, PersonsWords.heading(words) == nil { section += words + "\n" }
      if trimmed.hasPrefix("```") || trimmed.hasPrefix("~~~") {
        if fence == nil { fence = trimmed.first } else if fence == trimmed.first { fence = nil }
        continue
      }
      if fence != nil { continue }
      if let heading = PersonsWords.heading(words) {
        if heading.title.lowercased() == "your words" {
          level = heading.level
        } else if let open = level, heading.level <= open {
          level = nil
        }
      } else if level != nil, let (key, value) = PersonsWords.keyed(trimmed) {
        let line = Line(text: value, span: span)
        if key == "away" { away.append(line) } else { hours.append(line) }
      }
    }
  }

  private static func heading(_ line: String) -> (level: Int, title: String)? {
    let level = line.prefix { $0 == "#" }.count
    guard (1...6).contains(level), line.dropFirst(level).first == " " else { return nil }
    return (level, String(line.dropFirst(level).drop { $0 == " " }).trimmedAtEnd)
  }

  private static let nothing: Set<String> = ["", "-", "–", "no", "none", "nothing", "as ever", "as before"]

  private static func keyed(_ line: Substring) -> (key: String, value: String)? {
    var rest = line
    if let first = rest.first, "-*+".contains(first), rest.dropFirst().first == " " {
      rest = rest.dropFirst(2).drop { $0 == " " }
    }
    for key in ["away", "hours"] where rest.lowercased().hasPrefix(key + ":") {
      let value = String(rest.dropFirst(key.count + 1).drop { $0 == " " || $0 == "\t" }).trimmedAtEnd
      return nothing.contains(value.lowercased()) ? nil : (key, value)
    }
    return nil
  }
}

extension String {
  var trimmedAtEnd: String {
    var text = self[...]
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}
