/// What a file is, by its front matter.
package enum NoteKind: Hashable, Sendable {
  /// `goal:` without `milestone:`.
  case goal
  /// `milestone:`.
  case milestone
  /// `playbook:`.
  case playbook
  /// `mm.md` at the vault's root.
  case settings
  /// Any other note: left alone.
  case other
}

/// What the mark in a checkbox says.
///
/// Any mark but `x`, `X` and `-` is open.
package enum BoxState: UInt8, Hashable, Sendable {
  case open, done, cancelled
}

/// One field on a line, with the places of all of it and of its value.
package struct LineField: Hashable, Sendable {
  package var name: FieldName
  package var spelling: FieldSpelling
  /// Key, separators and value: what an edit that removes the field takes out (without white space around it).
  package var span: ByteSpan
  package var value: ByteSpan

  package init(name: FieldName, spelling: FieldSpelling, span: ByteSpan, value: ByteSpan) {
    self.name = name
    self.spelling = spelling
    self.span = span
    self.value = value
  }
}

/// How a field is written on a line.
package enum FieldSpelling: UInt8, Hashable, Sendable {
  /// `due:2026-07-19`
  case own
  /// `📅 2026-07-19`
  case emoji
  /// `[due:: 2026-07-19]`, `(due:: 2026-07-19)`
  case dataview
  /// `^part-1` at the line's end.
  case blockID
  /// `(2h)` at the end of a task.
  case bareHours
}

/// One checkbox item of a note.
///
/// Items are kept in the order of the file; nested ones follow their parent.
package struct NoteItem: Hashable, Sendable {
  /// The byte offset of the mark between the brackets.
  package var mark: Int32
  /// The bytes of the mark (one, or more where it is not ASCII).
  package var markLength: UInt8
  package var state: BoxState
  /// Inside the section `Milestones` of a goal, or anywhere in a milestone's file.
  package var isInPlan: Bool
  /// How deep it is nested in other checkbox items: 0 for the outermost.
  package var depth: Int16
  /// The index of the checkbox item that it is nested in; -1 for the outermost.
  package var parent: Int32
  /// The first paragraph: from the first byte after the box to the end of its last line (line end not included).
  package var paragraph: ByteSpan
  /// The indices of its fields in `PlanDocument.fields`.
  package var fieldsStart: Int32
  package var fieldsEnd: Int32
  /// The end of the whole item with all that is nested in it (trailing blank lines not included).
  package var end: Int32

  package var fields: Range<Int> { Int(fieldsStart)..<Int(fieldsEnd) }

  package init(
    mark: Int32, markLength: UInt8, state: BoxState, isInPlan: Bool, depth: Int16, parent: Int32,
    paragraph: ByteSpan, fieldsStart: Int32, fieldsEnd: Int32, end: Int32
  ) {
    self.mark = mark
    self.markLength = markLength
    self.state = state
    self.isInPlan = isInPlan
    self.depth = depth
    self.parent = parent
    self.paragraph = paragraph
    self.fieldsStart = fieldsStart
    self.fieldsEnd = fieldsEnd
    self.end = end
  }
}

/// A quote nested in a checkbox item: its reasons (`> Why: …`).
package struct NoteQuote: Hashable, Sendable {
  package var item: Int32
  package var span: ByteSpan

  package init(item: Int32, span: ByteSpan) {
    self.item = item
    self.span = span
  }
}

/// One parsed file: what it says, where it says it, and what could not be read.
///
/// Reading never fails.
package struct PlanDocument: Sendable {
  package var text: SourceText
  package var kind: NoteKind
  package var frontMatter: FrontMatter?
  package var items: [NoteItem]
  package var fields: [LineField]
  package var quotes: [NoteQuote]
  /// What could not be read in front matter and lines, found while reading (`bad-front-matter`, `bad-value`, `conflict-markers`, …).
  package var findings: [Finding]
  /// Fields with one slip of the pen, in the order of the text: read as title text, and each a finding.
  package var slips: [(name: FieldName, start: Int)] = []
  /// The first line that git left in it while merging: until it is gone, the file is not edited.
  package var conflict: ByteSpan?

  package init(
    text: SourceText, kind: NoteKind, frontMatter: FrontMatter?, items: [NoteItem] = [], fields: [LineField] = [],
    quotes: [NoteQuote] = [], findings: [Finding] = [], conflict: ByteSpan? = nil
  ) {
    self.text = text
    self.kind = kind
    self.frontMatter = frontMatter
    self.items = items
    self.fields = fields
    self.quotes = quotes
    self.findings = findings
    self.conflict = conflict
  }
}

extension PlanDocument {
  /// The first field of that name on an item's line.
  package func field(_ name: FieldName, of item: Int) -> LineField? {
    items[item].fields.first { fields[$0].name == name }.map { fields[$0] }
  }

  /// The slips in a stretch of the text.
  package func slips(in span: ByteSpan) -> ArraySlice<(name: FieldName, start: Int)> {
    // They are in the order of the text.
    func first(from offset: Int32) -> Int {
      var (low, high) = (0, slips.count)
      while low < high {
        let middle = (low + high) / 2
        if slips[middle].start < offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return slips[first(from: span.start)..<first(from: max(span.start, span.end))]
  }
}

/// Every plan file of a vault at one moment, in the order of their paths.
package struct VaultSnapshot: Sendable {
  /// `mm.md`.
  package var settings: PlanDocument
  /// Goals, milestones and playbooks.
  package var documents: [PlanDocument]
  /// What was passed over and why: unreadable names, links that leave the vault, files too large, conflict copies.
  package var skipped: [(path: VaultPath, reason: String)]
  /// The appointments of the calendars that the settings and the person name; empty until somebody reads them.
  package var busy = BusyCalendar()
  /// What the newest review note says of the person's pace.
  package var pace = RecordedPace.usual
  /// Minutes of work in the running week by goal's id, where the past is recorded.
  package var minutesThisWeek: [String: Int]?

  package init(settings: PlanDocument, documents: [PlanDocument], skipped: [(path: VaultPath, reason: String)] = []) {
    self.settings = settings
    self.documents = documents
    self.skipped = skipped
  }
}
