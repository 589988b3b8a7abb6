/// One thing to change in a note.
///
/// Items are given by their index in the document that the change is made from.
package enum DocumentEdit: Hashable, Sendable {
  /// Writes the mark of a box: a blank, `x` or `-`. A box that already says so keeps its mark.
  case setBox(item: Int, BoxState)
  /// Writes a field on an item's line: in the spelling that it has there, else in the line's, else in the list's.
  case setField(item: Int, FieldName, String)
  /// Takes a field off an item's line.
  case removeField(item: Int, FieldName)
  /// Writes a key of the front matter; the block is made where there is none.
  case setFrontMatter(key: String, NewValue)
  /// Takes a key out of the front matter, with its value and the comment beside it.
  case removeFrontMatter(key: String)

  /// The value that a front-matter key gets.
  package enum NewValue: Hashable, Sendable {
    case scalar(String)
    /// `[a, b]`, or, where a list stands there in lines, in lines. An empty list takes the key out.
    case list([String])
  }

  /// What it changes: two edits with the same subject cannot both be made.
  enum Subject: Hashable {
    case box(Int)
    case field(Int, FieldName)
    case key(String)
  }

  /// The item on whose line it is; nil for the front matter.
  fileprivate var item: Int? {
    switch self {
    case .setBox(let item, _), .setField(let item, _, _), .removeField(let item, _): item
    case .setFrontMatter, .removeFrontMatter: nil
    }
  }

  var subject: Subject {
    switch self {
    case .setBox(let item, _): .box(item)
    case .setField(let item, let name, _), .removeField(let item, let name): .field(item, name)
    case .setFrontMatter(let key, _), .removeFrontMatter(let key): .key(key)
    }
  }
}

/// Why an edit is not made.
///
/// Nothing has changed.
package struct EditRefusal: Error, Hashable, Sendable {
  package var place: Place
  /// One or two sentences: what stands in the way, what to do.
  package var reason: String

  package init(place: Place, reason: String) {
    self.place = place
    self.reason = reason
  }
}

extension PlanDocument {
  /// The change that makes these edits and nothing else.
  ///
  /// It is proved before it is given: the new bytes, read again, show every edit, and every other box, title, field,
  /// reason and key as it was. Of two edits of one thing the later counts.
  package func change(applying edits: [DocumentEdit]) throws(EditRefusal) -> FileChange {
    try refuseUnlessEditable()
    var last: [DocumentEdit.Subject: Int] = [:]
    for (index, edit) in edits.enumerated() { last[edit.subject] = index }
    let edits = edits.enumerated().filter { last[$0.element.subject] == $0.offset }.map(\.element)
    var texts: [TextEdit] = []
    let lists = ListSpellings(of: self)
    for edit in edits { texts += try self.texts(of: edit, lists) }
    let joined = texts.joiningInsertions()
    let change = joined.overlap ? try stepwiseChange(applying: edits) : FileChange(of: text, edits: joined)
    guard !change.isWithoutEffect else { return FileChange(of: text, edits: []) }
    try EditGate(self, edits).check(change)
    return change
  }

  private func texts(of edit: DocumentEdit, _ lists: ListSpellings) throws(EditRefusal) -> [TextEdit] {
    switch edit {
    case .setBox(let item, let state): try LineEditor(self, item, lists).edits(settingBoxTo: state)
    case .setField(let item, let name, let value): try LineEditor(self, item, lists).edits(setting: name, to: value)
    case .removeField(let item, let name): try LineEditor(self, item, lists).edits(removing: name)
    case .setFrontMatter(let key, let value): try FrontMatterEditor(self).edits(setting: key, to: value)
    case .removeFrontMatter(let key): try FrontMatterEditor(self).edits(removing: key)
    }
  }

  /// Edits that touch one another (a field that goes while another comes beside it) are made one after the other, each
  /// time with one of every other item; the change is then from the first byte that differs to the last.
  private func stepwiseChange(applying edits: [DocumentEdit]) throws(EditRefusal) -> FileChange {
    var step = self
    var left = edits
    while let first = left.first {
      var owners: Set<Int?> = []
      let now = left.filter { owners.insert($0.item).inserted }
      let lists = ListSpellings(of: step)
      var texts: [TextEdit] = []
      for edit in now { texts += try step.texts(of: edit, lists) }
      var joined = texts.joiningInsertions()
      var made = now.count
      if joined.overlap {
        joined = try step.texts(of: first, lists).joiningInsertions()
        made = 1
      }
      owners = Set(now.prefix(made).map(\.item))
      left = left.filter { owners.remove($0.item) == nil }
      let bytes = FileChange(of: step.text, edits: joined).result
      step = PlanDocument(reading: SourceText(path: text.path, bytes: bytes), extent: .everyNote)
      guard step.items.count == items.count else {
        throw refusal(at: ByteSpan(0, 0), "These edits cannot be made together. Make them one by one.")
      }
    }
    return FileChange(of: text, edits: [TextEdit(differenceOf: text.bytes, and: step.text.bytes)])
  }

  private func refuseUnlessEditable() throws(EditRefusal) {
    if let conflict {
      throw EditRefusal(
        place: Place(path: text.path, span: conflict),
        reason: "Git left two versions in this note. Keep one, take the marks out, and try again.")
    }
    if text.bytes.starts(with: [0xFF, 0xFE]) || text.bytes.starts(with: [0xFE, 0xFF]) {
      throw EditRefusal(
        place: Place(path: text.path, span: ByteSpan(0, 2)),
        reason: "This file is written in UTF-16. Save it as UTF-8, and try again.")
    }
  }

  /// A refusal at a place of this file.
  func refusal(at span: ByteSpan, _ reason: String) -> EditRefusal {
    EditRefusal(place: Place(path: text.path, span: span), reason: reason)
  }
}

extension TextEdit {
  /// The one replacement that makes `new` of `old`: from the first byte that differs to the last.
  fileprivate init(differenceOf old: [UInt8], and new: [UInt8]) {
    let common = min(old.count, new.count)
    let start = (0..<common).first { old[$0] != new[$0] } ?? common
    let tail = (0..<common - start).first { old[old.count - 1 - $0] != new[new.count - 1 - $0] } ?? common - start
    self.init(span: ByteSpan(start, old.count - tail), new: Array(new[start..<new.count - tail]))
  }
}

extension [TextEdit] {
  /// Two of them touch the same bytes.
  fileprivate var overlap: Bool {
    let sorted = sorted { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    return zip(sorted, sorted.dropFirst()).contains { $0.span.end > $1.span.start }
  }

  /// Insertions at one place become one, in the order in which they were asked for.
  fileprivate func joiningInsertions() -> [TextEdit] {
    var joined: [TextEdit] = []
    var insertions: [ByteSpan: Int] = [:]
    for edit in self {
      if edit.span.isEmpty, let index = insertions[edit.span] {
        joined[index].new += edit.new
      } else {
        if edit.span.isEmpty { insertions[edit.span] = joined.count }
        joined.append(edit)
      }
    }
    return joined
  }
}
