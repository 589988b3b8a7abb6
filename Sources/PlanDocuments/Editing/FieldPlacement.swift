extension LineEditor {
  /// The spelling for a field that the line does not have yet: the line's own way, else the list's.
  func spelling(forNew name: FieldName) -> FieldSpelling {
    let row = FieldTable[name]
    if fields.contains(where: { $0.spelling == .emoji }) { return row.emoji.isEmpty ? .own : .emoji }
    if fields.contains(where: { $0.spelling == .own }) { return .own }
    if fields.contains(where: { $0.spelling == .dataview }) { return row.dataviewKeys.isEmpty ? .own : .dataview }
    return lists.useEmoji(beside: item) && !row.emoji.isEmpty ? .emoji : .own
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
    return after(endOfWords, written)
  }

  /// The end of the paragraph's last word, before the comments that end it.
  private var endOfWords: Int32 {
    let words = bytes.trimmed(item.paragraph)
    var end = words.end
    for comment in InlineComments.spans(in: bytes, words).reversed() where comment.end == end {
      end = bytes.trimmed(ByteSpan(Int(words.start), Int(comment.start))).end
    }
    return max(end, item.paragraph.start)
  }

  private func after(_ offset: Int32, _ written: String) -> TextEdit {
    TextEdit(span: ByteSpan(Int(offset), Int(offset)), new: " " + written)
  }
}

/// How the items of a note spell their fields, list by list: made once for all edits of a note.
package struct ListSpellings: Sendable {
  private struct List: Hashable {
    var parent: Int32
    var isInPlan: Bool
  }

  /// Signs of Obsidian Tasks less own fields.
  private var balance: [List: Int] = [:]
  private var whole = 0

  package init(of document: PlanDocument) {
    for item in document.items where !item.fields.isEmpty {
      let own = document.fields[item.fields].reduce(0) {
        $0 + ($1.spelling == .emoji ? 1 : $1.spelling == .own ? -1 : 0)
      }
      balance[List(parent: item.parent, isInPlan: item.isInPlan), default: 0] += own
      whole += own
    }
  }

  /// The items beside this one carry more signs of Obsidian Tasks than own fields; if they carry none of either, all items.
  func useEmoji(beside item: NoteItem) -> Bool {
    let beside = balance[List(parent: item.parent, isInPlan: item.isInPlan)] ?? 0
    return beside == 0 ? whole > 0 : beside > 0
  }
}

extension PlanDocument {
  /// Ticks a box on a day.
  ///
  /// A line or list that writes Obsidian Tasks' signs gets `✅`, as the plugin would write it; `writesDone` writes the
  /// day in any case, as milestones have it.
  ///
  /// - Parameter lists: how this note's lists are spelled, where somebody ticks many.
  package func edits(
    ticking item: Int, on day: Day, writesDone: Bool, lists: ListSpellings? = nil
  ) -> [DocumentEdit] {
    let fields = fields[items[item].fields]
    let usesEmoji = LineEditor(self, item, lists ?? ListSpellings(of: self)).spelling(forNew: .done) == .emoji
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
