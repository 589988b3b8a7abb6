/// Edits a list of the front matter in the style that it has: in brackets, or one item a line.
struct FrontMatterListEditor {
  private let editor: FrontMatterEditor
  private let entry: FrontMatter.Entry

  init(_ editor: FrontMatterEditor, _ entry: FrontMatter.Entry) {
    self.editor = editor
    self.entry = entry
  }

  func edits(setting new: [String]) throws(EditRefusal) -> [TextEdit] {
    switch entry.value {
    case .list(let old):
      guard old.map(\.text) != new else { return [] }
      let isFlow = editor.bytes[Int(entry.valueSpan.start)] == UInt8(ascii: "[")
      return isFlow ? [try inBrackets(old, new)] : try inLines(old, new)
    case .scalar(let old):
      if new == [old.text] { return [] }
      guard editor.isInOneLine(entry.valueSpan), !"&*!".utf8.contains(editor.bytes[Int(old.span.start)]) else {
        throw editor.shapeRefusal(entry)
      }
      return [TextEdit(span: entry.valueSpan, new: try editor.flowList(new))]
    case .empty:
      return [try editor.setting(entry, to: try editor.flowList(new))]
    case .other:
      throw editor.shapeRefusal(entry)
    }
  }

  /// Writes the inside of the brackets anew; items that stay keep their bytes.
  private func inBrackets(_ old: [FrontMatter.Scalar], _ new: [String]) throws(EditRefusal) -> TextEdit {
    guard editor.isInOneLine(entry.valueSpan) else { throw editor.shapeRefusal(entry) }
    var items: [String] = []
    for value in new {
      if let kept = old.first(where: { $0.text == value }) {
        items.append(editor.text.string(kept.span))
      } else {
        items.append(try editor.written(value, as: old.last?.span ?? ByteSpan(0, 0), inFlow: true))
      }
    }
    let inside =
      if let first = old.first, let last = old.last { ByteSpan(Int(first.span.start), Int(last.span.end)) } else {
        ByteSpan(Int(entry.valueSpan.start) + 1, Int(entry.valueSpan.end) - 1)
      }
    return TextEdit(span: inside, new: items.joined(separator: ", "))
  }

  /// Takes lines out and adds lines below; the order of those that stay cannot change.
  private func inLines(_ old: [FrontMatter.Scalar], _ new: [String]) throws(EditRefusal) -> [TextEdit] {
    let text = editor.text
    var added = new[...]
    var edits: [TextEdit] = []
    var lastLine: Int?
    for scalar in old {
      let line = text.line(of: Int(scalar.span.start))
      let isWhole = editor.isInOneLine(scalar.span) && dash(in: line, before: scalar) != nil
      if added.first == scalar.text {
        added.removeFirst()
      } else {
        guard isWhole else { throw editor.shapeRefusal(entry) }
        edits.append(TextEdit(span: ByteSpan(text.start(ofLine: line), text.start(ofLine: line + 1)), new: ""))
      }
      lastLine = isWhole ? line : nil
    }
    guard !added.isEmpty else { return edits }
    guard let model = old.last, let lastLine, let dash = dash(in: lastLine, before: model) else {
      throw editor.shapeRefusal(entry)
    }
    let prefix = editor.bytes[dash]
    var lines: [UInt8] = []
    for value in added {
      lines += prefix
      lines += Array(try editor.written(value, as: model.span).utf8)
      lines += Array(text.lineEnd.utf8)
    }
    let offset = text.start(ofLine: lastLine + 1)
    return edits + [TextEdit(span: ByteSpan(offset, offset), new: lines)]
  }

  /// The bytes from a line's beginning to an item's value: blanks, `-`, blanks.
  private func dash(in line: Int, before scalar: FrontMatter.Scalar) -> Range<Int>? {
    let start = editor.text.start(ofLine: line)
    let mark = editor.bytes.skippingBlanks(from: start, before: Int(scalar.span.start))
    guard mark < Int(scalar.span.start), editor.bytes[mark] == UInt8(ascii: "-"),
      editor.bytes.skippingBlanks(from: mark + 1, before: Int(scalar.span.start)) == Int(scalar.span.start)
    else { return nil }
    return start..<Int(scalar.span.start)
  }
}
