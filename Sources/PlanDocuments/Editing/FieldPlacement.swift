extension LineEditor {
  /// The spelling for a field that the line does not have yet: the line's own way, else the list's.
  func spelling(forNew name: FieldName) -> FieldSpelling {
    let row = FieldTable[name]
    if fields.contains(where: { $0.spelling == .emoji }) { return row.emoji.isEmpty ? .own : .emoji }
    if fields.contains(where: { $0.spelling == .own }) { return .own }
    if fields.contains(where: { $0.spelling == .dataview }) { return row.dataviewKeys.isEmpty ? .own : .dataview }
    return document.usesEmoji(inListOf: item) && !row.emoji.isEmpty ? .emoji : .own
  }

  /// Puts a new field where every tool that reads the line still reads it.
  ///
  /// Obsidian Tasks reads from the end of the line and stops at what it does not know. So its own signs stand last, in its
  /// own order; every other field stands left of the first sign; a block id is the last word.
  func insertion(of written: String, _ name: FieldName, in spelling: FieldSpelling) -> TextEdit {
    switch spelling {
    case .emoji: emojiInsertion(of: written, name)
    case .dataview: dataviewInsertion(of: written, name)
    case .own, .blockID, .bareHours: before(fields.first { $0.spelling == .emoji || $0.spelling == .blockID }, written)
    }
  }

  private func emojiInsertion(of written: String, _ name: FieldName) -> TextEdit {
    let rank = FieldText.emojiRank(name)
    let signs = fields.filter { $0.spelling == .emoji }
    if let next = signs.first(where: { FieldText.emojiRank($0.name) > rank }) { return before(next, written) }
    if let last = signs.last { return after(last.span.end, written) }
    let blockID = fields.last { $0.spelling == .blockID }
    // The plugin reads one line: in a wrapped paragraph the first.
    let firstLine = document.text.lineSpan(document.text.line(of: Int(item.mark)))
    if blockID == nil, firstLine.end < item.paragraph.end {
      return after(bytes.trimmed(ByteSpan(Int(item.paragraph.start), Int(firstLine.end))).end, written)
    }
    return before(blockID, written)
  }

  private func dataviewInsertion(of written: String, _ name: FieldName) -> TextEdit {
    let known: [FieldName] = [.id, .due, .start, .done, .after]
    let bracketed = fields.filter { $0.spelling == .dataview }
    if known.contains(name), let last = bracketed.last { return after(last.span.end, written) }
    return before(bracketed.first ?? fields.first { $0.spelling == .blockID }, written)
  }

  /// Before a field, or at the paragraph's end where there is none.
  private func before(_ field: LineField?, _ written: String) -> TextEdit {
    if let field { return TextEdit(span: ByteSpan(Int(field.span.start), Int(field.span.start)), new: written + " ") }
    return after(bytes.trimmed(item.paragraph).end, written)
  }

  private func after(_ offset: Int32, _ written: String) -> TextEdit {
    TextEdit(span: ByteSpan(Int(offset), Int(offset)), new: " " + written)
  }
}

extension PlanDocument {
  /// The items beside this one carry more signs of Obsidian Tasks than own fields; if they carry none of either, all items.
  func usesEmoji(inListOf item: NoteItem) -> Bool {
    func balance(_ items: some Sequence<NoteItem>) -> Int {
      items.reduce(0) { sum, item in
        fields[item.fields].reduce(sum) { $0 + ($1.spelling == .emoji ? 1 : $1.spelling == .own ? -1 : 0) }
      }
    }
    let beside = balance(items.lazy.filter { $0.parent == item.parent && $0.isInPlan == item.isInPlan })
    return beside == 0 ? balance(items) > 0 : beside > 0
  }

  /// Ticks a box on a day.
  ///
  /// A line or list that writes Obsidian Tasks' signs gets `✅`, as the plugin would write it; `writesDone` writes the
  /// day in any case, as milestones have it.
  package func edits(ticking item: Int, on day: Day, writesDone: Bool) -> [DocumentEdit] {
    let fields = fields[items[item].fields]
    let usesEmoji = LineEditor(self, item).spelling(forNew: .done) == .emoji
    let hasDone = fields.contains { $0.name == .done }
    var edits = [DocumentEdit.setBox(item: item, .done)]
    if writesDone || usesEmoji || hasDone { edits.append(.setField(item: item, .done, day.description)) }
    return edits
  }

  /// Opens a box again; the day of completion goes.
  package func edits(unticking item: Int) -> [DocumentEdit] {
    [.setBox(item: item, .open), .removeField(item: item, .done)]
  }
}
