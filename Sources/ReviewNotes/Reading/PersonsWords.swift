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
      let heading = NoteHeading(words)
      if level != nil, heading == nil { section += words + "\n" }
      if trimmed.hasPrefix("```") || trimmed.hasPrefix("~~~") {
        if fence == nil { fence = trimmed.first } else if fence == trimmed.first { fence = nil }
        continue
      }
      if fence != nil { continue }
      if let heading {
        if heading.isYourWords {
          level = heading.level
        } else if let open = level, heading.level <= open {
          level = nil
        }
      } else if level != nil, let found = WordsLine(words), !found.isEmpty {
        let line = Line(text: found.text, span: span)
        switch found.key {
        case .away: away.append(line)
        case .hours: hours.append(line)
        }
      }
    }
  }
}
