/// Edits one key of the front matter in its line.
///
/// The block is never written as a whole.
struct FrontMatterEditor {
  let document: PlanDocument
  let fences: FrontMatterFences?

  init(_ document: PlanDocument) {
    self.document = document
    fences = FrontMatterFences.find(in: document.text)
  }

  var bytes: [UInt8] { document.text.bytes }
  var text: SourceText { document.text }

  func edits(setting key: String, to value: DocumentEdit.NewValue) throws(EditRefusal) -> [TextEdit] {
    // `off` needs no quotes as a key, though YAML 1.1 takes it for a truth value elsewhere.
    guard YAMLText.written(key) == key || key == "off", !key.isEmpty, !key.contains(":") else {
      throw document.refusal(at: ByteSpan(0, 0), "`\(key)` is no name for a key.")
    }
    if value == .list([]) { return try edits(removing: key) }
    guard let frontMatter = try editable() else { return [try newBlock(key, value)] }
    guard let entry = try entry(key, in: frontMatter) else { return [try newLine(key, value, in: frontMatter)] }
    switch value {
    case .scalar(let new): return [try replacement(of: entry, with: new)].compactMap { $0 }
    case .list(let new): return try FrontMatterListEditor(self, entry).edits(setting: new)
    }
  }

  func edits(removing key: String) throws(EditRefusal) -> [TextEdit] {
    guard let frontMatter = try editable(), let entry = try entry(key, in: frontMatter) else { return [] }
    if bytes[entry.valueSpan.range].contains(UInt8(ascii: "&")), entry.value == .other || isDecorated(entry.valueSpan) {
      throw shapeRefusal(entry)
    }
    let first = text.line(of: Int(entry.keySpan.start))
    let last = text.line(of: max(Int(entry.valueSpan.end) - 1, Int(entry.keySpan.start)))
    return [TextEdit(span: ByteSpan(text.start(ofLine: first), text.start(ofLine: last + 1)), new: "")]
  }

  // MARK: What can be edited

  /// The front matter, if it can be edited; nil where there is none.
  private func editable() throws(EditRefusal) -> FrontMatter? {
    guard let fences else { return nil }
    guard let frontMatter = document.frontMatter else {
      // Read without its front matter, as any note that is no plan.
      return PlanDocument(reading: text, extent: .everyNote).frontMatter
    }
    guard !frontMatter.isBroken else {
      let place = document.findings.first { $0.check == "bad-front-matter" }?.place.span ?? fences.content
      throw document.refusal(
        at: place, "The front matter cannot be read as YAML. Mend this place first, then try again.")
    }
    for line in lines(of: fences.content) {
      let first = bytes.skippingBlanks(from: Int(line.start), before: Int(line.end))
      guard first < Int(line.end), bytes[first] != UInt8(ascii: "#") else { continue }
      if bytes[first] == UInt8(ascii: "{") {
        throw document.refusal(
          at: ByteSpan(first, first + 1), "The front matter is written in braces. Write each key in a line of its own.")
      }
      break
    }
    return frontMatter
  }

  private func lines(of span: ByteSpan) -> [ByteSpan] {
    guard !span.isEmpty else { return [] }
    return (text.line(of: Int(span.start))...text.line(of: Int(span.end) - 1)).map(text.lineSpan)
  }

  /// The entry of a key in a shape that can be edited: once, in a line of its own.
  private func entry(_ key: String, in frontMatter: FrontMatter) throws(EditRefusal) -> FrontMatter.Entry? {
    let named = frontMatter.entries.filter { $0.key == key }
    guard let entry = named.first else { return nil }
    if named.count > 1 {
      throw document.refusal(
        at: named[1].keySpan, "`\(key)` stands twice in the front matter. Keep one, and try again.")
    }
    let line = text.lineSpan(text.line(of: Int(entry.keySpan.start)))
    let colon = bytes.skippingBlanks(from: Int(entry.keySpan.end), before: Int(line.end))
    guard bytes.isWhiteSpace(Int(line.start)..<Int(entry.keySpan.start)), colon < Int(line.end),
      bytes[colon] == UInt8(ascii: ":")
    else { throw shapeRefusal(entry) }
    return entry
  }

  func shapeRefusal(_ entry: FrontMatter.Entry) -> EditRefusal {
    document.refusal(
      at: entry.keySpan,
      "The value of `\(entry.key)` is written in a shape that `mm` does not edit. Write it in one line, or change it by hand."
    )
  }

  /// An anchor, an alias or a tag stands before the value.
  private func isDecorated(_ span: ByteSpan) -> Bool {
    !span.isEmpty && "&*!".utf8.contains(bytes[Int(span.start)])
  }

  func isInOneLine(_ span: ByteSpan) -> Bool {
    !bytes[span.range].contains(where: \.isLineEnd)
  }

  // MARK: One value

  private func replacement(of entry: FrontMatter.Entry, with new: String) throws(EditRefusal) -> TextEdit? {
    switch entry.value {
    case .scalar(let scalar) where scalar.text == new:
      return nil
    case .scalar, .empty:
      guard !isDecorated(entry.valueSpan), isInOneLine(entry.valueSpan) else { throw shapeRefusal(entry) }
      return try setting(entry, to: try written(new, as: entry.valueSpan))
    case .list, .other:
      throw shapeRefusal(entry)
    }
  }

  /// Puts written text in the place of an entry's value, or after its colon where nothing stands there.
  func setting(_ entry: FrontMatter.Entry, to written: String) throws(EditRefusal) -> TextEdit {
    guard entry.valueSpan.isEmpty else { return TextEdit(span: entry.valueSpan, new: written) }
    let colonEnd = Int(entry.valueSpan.start)
    guard colonEnd > 0, bytes[colonEnd - 1] == UInt8(ascii: ":") else { throw shapeRefusal(entry) }
    // `due: ` keeps its blank; before a comment there must be one on both sides.
    let lineEnd = Int(text.lineSpan(text.line(of: colonEnd - 1)).end)
    let hasBlank = colonEnd < lineEnd && bytes[colonEnd].isBlank
    let isLast = bytes.skippingBlanks(from: colonEnd, before: lineEnd) == lineEnd
    let offset = hasBlank && isLast ? colonEnd + 1 : colonEnd
    return TextEdit(span: ByteSpan(offset, offset), new: hasBlank && isLast ? written : " " + written)
  }

  /// A value in the quotes that stand at `old`, if any.
  func written(_ value: String, as old: ByteSpan, inFlow: Bool = false) throws(EditRefusal) -> String {
    let quotes: YAMLText.Quotes =
      switch old.isEmpty ? 0 : bytes[Int(old.start)] {
      case UInt8(ascii: "'"): .single
      case UInt8(ascii: "\""): .double
      default: .asNeeded
      }
    guard let written = YAMLText.written(value, quotes: quotes, inFlow: inFlow) else {
      throw document.refusal(at: old, "A value in the front matter cannot hold a line break or a control character.")
    }
    return written
  }

  // MARK: New keys

  private func line(_ key: String, _ value: DocumentEdit.NewValue, indent: ArraySlice<UInt8>) throws(EditRefusal)
    -> [UInt8]
  {
    let written: String
    switch value {
    case .scalar(let value): written = try self.written(value, as: ByteSpan(0, 0))
    case .list(let values): written = try flowList(values)
    }
    return Array(indent) + Array("\(key): \(written)".utf8) + lineEnd
  }

  func flowList(_ values: [String]) throws(EditRefusal) -> String {
    var items: [String] = []
    for value in values { items.append(try written(value, as: ByteSpan(0, 0), inFlow: true)) }
    return "[" + items.joined(separator: ", ") + "]"
  }

  /// What ends a new line.
  private var lineEnd: [UInt8] { Array(text.lineEnd.utf8) }

  /// A block at the beginning of a note that has none, and an empty line below it.
  private func newBlock(_ key: String, _ value: DocumentEdit.NewValue) throws(EditRefusal) -> TextEdit {
    let fence = Array("---".utf8) + lineEnd
    let block = fence + (try line(key, value, indent: [])) + fence + lineEnd
    return TextEdit(span: ByteSpan(text.markLength, text.markLength), new: block)
  }

  /// A line below the key that it belongs to, or the last one of the block.
  private func newLine(
    _ key: String, _ value: DocumentEdit.NewValue, in frontMatter: FrontMatter
  ) throws(EditRefusal) -> TextEdit {
    var indent: ArraySlice<UInt8> = []
    if let first = frontMatter.entries.first {
      indent = bytes[text.start(ofLine: text.line(of: Int(first.keySpan.start)))..<Int(first.keySpan.start)]
      guard bytes.isWhiteSpace(indent.indices) else { throw shapeRefusal(first) }
    }
    var offset = Int(frontMatter.span.end)
    if let neighbour = Self.neighbours[key].flatMap({ frontMatter[$0] }), isInOneLine(neighbour.valueSpan) {
      offset = text.start(ofLine: text.line(of: Int(neighbour.keySpan.start)) + 1)
    }
    return TextEdit(span: ByteSpan(offset, offset), new: try line(key, value, indent: indent))
  }

  /// Keys that `mm` adds, each with the key that it reads best below.
  private static let neighbours = [
    "planned": "deadline", "done": "due", "due": "goal", "waiting": "wait", "spent": "effort", "id": "milestone",
  ]
}
