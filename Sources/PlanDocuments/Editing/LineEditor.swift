/// Makes the edits of one item's line.
struct LineEditor {
  let document: PlanDocument
  let item: NoteItem
  let fields: ArraySlice<LineField>
  let lists: ListSpellings

  init(_ document: PlanDocument, _ item: Int, _ lists: ListSpellings) {
    precondition(document.items.indices.contains(item), "an edit of an item that the document does not have")
    self.document = document
    self.lists = lists
    self.item = document.items[item]
    fields = document.fields[self.item.fields]
  }

  var bytes: [UInt8] { document.text.bytes }

  /// The mark with its brackets' inside only.
  var markSpan: ByteSpan { ByteSpan(Int(item.mark), Int(item.mark) + Int(item.markLength)) }

  func edits(settingBoxTo state: BoxState) throws(EditRefusal) -> [TextEdit] {
    guard state != item.state else { return [] }
    if state == .done, let recurrence = fields.first(where: { $0.name == .recurrence }) {
      throw document.refusal(
        at: recurrence.span, "This task recurs. Tick it in Obsidian, which writes the next one; `mm` leaves it alone.")
    }
    let mark =
      switch state {
      case .open: " "
      case .done: "x"
      case .cancelled: "-"
      }
    return [TextEdit(span: markSpan, new: mark)]
  }

  func edits(setting name: FieldName, to value: String) throws(EditRefusal) -> [TextEdit] {
    let value = try checked(value, for: name)
    let existing = try field(name)
    let preferred = existing?.spelling ?? spelling(forNew: name)
    let allowed = FieldText.allows(value, for: name, in: preferred)
    let spelling = allowed ? preferred : FieldSpelling.own
    guard let written = FieldText.written(name, value, in: spelling),
      FieldText.allows(value, for: name, in: spelling)
    else {
      throw document.refusal(
        at: existing?.span ?? item.paragraph,
        "`\(value)` cannot be written as \(name) on a line: it would not be read back.")
    }
    guard let existing else { return [insertion(of: written, name, in: spelling)] }
    if existing.spelling == spelling {
      return [TextEdit(span: existing.value, new: FieldText.padded(value, existing, bytes))]
    }
    // The spelling that stands there cannot hold the value: it gives way to the own one.
    let removal = removalSpan(of: existing)
    let insertion = insertion(of: written, name, in: spelling)
    if removal.contains(insertion.span) { return [TextEdit(span: existing.span, new: written)] }
    return [TextEdit(span: removal, new: ""), insertion]
  }

  func edits(removing name: FieldName) throws(EditRefusal) -> [TextEdit] {
    guard let existing = try field(name) else { return [] }
    return [TextEdit(span: removalSpan(of: existing), new: "")]
  }

  /// The one field of that name; where several stand, an edit could not say which it means.
  private func field(_ name: FieldName) throws(EditRefusal) -> LineField? {
    let named = fields.filter { $0.name == name }
    if named.count > 1 {
      throw document.refusal(at: named[1].span, "`\(name)` stands twice on this line. Keep one of them, and try again.")
    }
    return named.first
  }

  private func checked(_ value: String, for name: FieldName) throws(EditRefusal) -> String {
    guard FieldTable[name].isWritable else {
      throw document.refusal(at: item.paragraph, "`\(name)` is written by other tools only.")
    }
    guard !value.isEmpty, value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
      throw document.refusal(at: item.paragraph, "A field cannot hold an empty value or a line break.")
    }
    return value
  }

  // MARK: Removing

  /// A field and one of the blanks around it; the whole line where nothing else stands on it.
  private func removalSpan(of field: LineField) -> ByteSpan {
    let start = Int(field.span.start)
    let end = Int(field.span.end)
    let line = document.text.line(of: start)
    let whole = document.text.lineSpan(line)
    if line > document.text.line(of: Int(item.mark)),
      bytes[Int(whole.start)..<start].allSatisfy({ $0.isBlank || $0 == UInt8(ascii: ">") }),
      bytes.isWhiteSpace(end..<Int(whole.end))
    {
      return ByteSpan(Int(document.text.lineSpan(line - 1).end), Int(whole.end))
    }
    let isAfterBlank = start > item.paragraph.start && bytes[start - 1].isBlank
    let isBeforeSpace = end == bytes.count || bytes[end].isWhiteSpace
    return ByteSpan(isAfterBlank && isBeforeSpace ? start - 1 : start, end)
  }
}
