extension PlanDocument {
  /// The change that adds boxes below an item, or at the end of a milestone's file.
  ///
  /// Proved before it is given: read again, the note has these boxes more, and everything else as it was.
  ///
  /// - Parameter lines: each a box without indentation: `- [ ] words`.
  package func change(addingTasks lines: [String], below item: Int?) throws(EditRefusal) -> FileChange {
    let bytes = text.bytes
    let lineEnd = text.lineEnd
    var offset = bytes.count
    var indent = ""
    if let item {
      let line = text.line(of: max(0, Int(items[item].end) - 1))
      offset = line + 1 < text.lineStarts.count ? Int(text.lineStarts[line + 1]) : bytes.count
      indent = String(repeating: " ", count: contentColumn(of: item))
    }
    var new = lines.map { indent + $0 + lineEnd }.joined()
    if !text.beginsLine(at: offset) { new = lineEnd + new }
    if item == nil, !bytes.isEmpty, items.isEmpty { new = lineEnd + new }
    let change = FileChange(of: text, edits: [TextEdit(span: ByteSpan(offset, offset), new: new)])
    let after = PlanDocument(reading: SourceText(path: text.path, bytes: change.result))
    let position =
      item.map { item in items.indices.first { $0 > item && items[$0].depth <= items[item].depth } ?? items.count }
      ?? items.count
    let depth = item.map { items[$0].depth + 1 } ?? 0
    let added = position..<position + lines.count
    guard after.items.count == items.count + lines.count, after.quotes.count == quotes.count,
      after.findings.count <= findings.count,
      added.allSatisfy({ after.items[$0].depth == depth && after.items[$0].isInPlan }),
      zip(items[..<position], after.items[..<position]).allSatisfy({ $0.state == $1.state && $0.depth == $1.depth }),
      zip(items[position...], after.items[added.upperBound...]).allSatisfy({
        $0.state == $1.state && $0.depth == $1.depth
      })
    else {
      throw refusal(
        at: TextEdit(span: ByteSpan(offset, offset), new: "").span,
        "Tasks cannot be added here without changing what stands around them. Write them by hand.")
    }
    return change
  }

  /// The column at which the text of a list item begins: where what is nested in it has to stand.
  private func contentColumn(of item: Int) -> Int {
    let start = Int(text.lineStarts[text.line(of: Int(items[item].mark))])
    // The box is `[x]`: its bracket stands one byte before the mark.
    return max(0, Int(items[item].mark) - 1 - start)
  }
}
