/// Proves a change before it is given out: the new bytes, read again, show what was asked for and nothing else.
struct EditGate {
  private let document: PlanDocument
  private let edits: [DocumentEdit]

  init(_ document: PlanDocument, _ edits: [DocumentEdit]) {
    self.document = document
    self.edits = edits
  }

  func check(_ change: FileChange) throws(EditRefusal) {
    let after = PlanDocument(
      reading: SourceText(path: document.text.path, bytes: change.result), extent: .everyNote)
    let before = PlanDocument(reading: document.text, extent: .everyNote)
    var expected = DocumentContent(of: before)
    var found = DocumentContent(of: after)
    for edit in edits {
      expected.apply(edit)
      found.normalise(after: edit)
    }
    if let item = DocumentContent.firstDifference(expected, found) {
      let span = document.items.indices.contains(item) ? document.items[item].paragraph : ByteSpan(0, 0)
      throw refusal(at: span)
    }
    guard expected == found, after.conflict == nil else {
      throw refusal(at: change.edits.first?.span ?? ByteSpan(0, 0))
    }
  }

  private func refusal(at span: ByteSpan) -> EditRefusal {
    document.refusal(
      at: span,
      "This cannot be changed without changing more than was asked for. Nothing was written; change it by hand.")
  }
}

/// What a note says, without the places: what an edit may change and what it must not.
struct DocumentContent: Equatable {
  struct Item: Equatable {
    var state: BoxState
    var mark: [UInt8]
    var depth: Int16
    var parent: Int32
    var title: String
    /// Name, spelling and value of each field.
    ///
    /// A field that is edited is listed apart, so that its place does not count.
    var fields: [Field]
    var edited: [Field] = []
  }

  struct Field: Equatable {
    var name: FieldName
    var value: [UInt8]
  }

  struct Key: Equatable {
    var name: String
    /// The texts of a scalar or list, one or several; the bytes, as one text, of what is neither.
    var values: [String]
  }

  var items: [Item]
  /// The bytes of each quote without the lines' ends and without the boxes in it, which are compared as items.
  var reasons: [[UInt8]]
  var keys: [Key]
  var editedKeys: [Key] = []
  var isBroken: Bool
  /// Which items belong to the plan; not compared where the note becomes another kind of note.
  var inPlan: [Bool]
  var kind: NoteKind

  init(of document: PlanDocument) {
    kind = document.kind
    items = document.items.indices.map { index in
      let item = document.items[index]
      let mark = Int(item.mark)..<Int(item.mark) + Int(item.markLength)
      return Item(
        state: item.state, mark: Array(document.text.bytes[mark]), depth: item.depth, parent: item.parent,
        title: document.title(of: index),
        fields: document.fields[item.fields].map {
          Field(name: $0.name, value: Array(document.text.bytes[$0.value.range]))
        })
    }
    reasons = document.quotes.map { Self.reason($0, in: document) }
    keys = (document.frontMatter?.entries ?? []).map { entry in
      switch entry.value {
      case .empty: Key(name: entry.key, values: [])
      case .scalar(let scalar): Key(name: entry.key, values: [scalar.text])
      case .list(let scalars): Key(name: entry.key, values: scalars.map(\.text))
      case .other: Key(name: entry.key, values: [document.text.string(entry.valueSpan)])
      }
    }
    isBroken = document.frontMatter?.isBroken ?? false
    inPlan = document.items.map(\.isInPlan)
  }

  private static func reason(_ quote: NoteQuote, in document: PlanDocument) -> [UInt8] {
    var reason: [UInt8] = []
    var start = Int(quote.span.start)
    for item in document.items[(Int(quote.item) + 1)...] {
      if item.mark >= quote.span.end { break }
      guard item.mark >= quote.span.start else { continue }
      reason += document.text.bytes[start..<Int(item.mark)]
      start = Int(item.paragraph.end)
    }
    reason += document.text.bytes[start..<max(start, Int(quote.span.end))]
    return reason.filter { !$0.isLineEnd }
  }

  /// Says what the note must say after an edit.
  mutating func apply(_ edit: DocumentEdit) {
    normalise(after: edit)
    switch edit {
    case .setBox(let item, let state):
      guard items[item].state != state else { return }
      items[item].state = state
      items[item].mark = Array((state == .open ? " " : state == .done ? "x" : "-").utf8)
    case .setField(let item, let name, let value):
      items[item].edited.removeAll { $0.name == name }
      items[item].edited.append(Field(name: name, value: Array(value.utf8)))
    case .removeField(let item, let name):
      items[item].edited.removeAll { $0.name == name }
    case .setFrontMatter(let key, let value):
      editedKeys.removeAll { $0.name == key }
      switch value {
      case .scalar(let value): editedKeys.append(Key(name: key, values: [value]))
      case .list(let values): if !values.isEmpty { editedKeys.append(Key(name: key, values: values)) }
      }
    case .removeFrontMatter(let key):
      editedKeys.removeAll { $0.name == key }
    }
  }

  /// Takes the place out of what an edit touches: where among its like it stands is the edit's own business.
  mutating func normalise(after edit: DocumentEdit) {
    switch edit {
    case .setBox: break
    case .setField(let item, let name, _), .removeField(let item, let name):
      guard items.indices.contains(item) else { return }
      items[item].edited += items[item].fields.filter { $0.name == name }
      items[item].fields.removeAll { $0.name == name }
    case .setFrontMatter(let key, _), .removeFrontMatter(let key):
      editedKeys += keys.filter { $0.name == key }
      keys.removeAll { $0.name == key }
      if ["goal", "milestone", "playbook"].contains(key) {
        inPlan = []
        kind = .other
      }
    }
  }

  /// The first item that is not as expected; nil where all are.
  static func firstDifference(_ one: DocumentContent, _ other: DocumentContent) -> Int? {
    zip(one.items, other.items).enumerated().first { $0.element.0 != $0.element.1 }?.offset
  }
}
