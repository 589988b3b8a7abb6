import PlanDocuments

/// A document as a person would check it: kind, keys, boxes with title and fields, quotes, findings, each with its place.
func dump(_ document: PlanDocument) -> String {
  var lines = ["\(document.kind)"]
  func place(_ offset: Int32) -> String {
    let position = document.text.position(of: Int(offset))
    return "\(position.line):\(position.column)"
  }
  func shown(_ span: ByteSpan) -> String {
    document.text.string(span).replacing("\r\n", with: "⏎").replacing("\n", with: "⏎").replacing("\r", with: "⏎")
  }
  if let frontMatter = document.frontMatter {
    if frontMatter.isBroken { lines.append("broken front matter") }
    for entry in frontMatter.entries {
      let value =
        switch entry.value {
        case .empty: "nothing"
        case .scalar(let scalar): scalar.text.debugDescription
        case .list(let scalars): "[" + scalars.map(\.text.debugDescription).joined(separator: ", ") + "]"
        case .other: "other"
        }
      lines.append("\(entry.key) \(place(entry.keySpan.start)) = \(value) \(shown(entry.valueSpan))")
    }
  }
  for (index, item) in document.items.enumerated() {
    let indent = String(repeating: "  ", count: Int(item.depth))
    let scope = item.isInPlan ? "" : " outside"
    let last = document.text.position(of: Int(item.end)).line
    lines.append("\(indent)\(item.state)\(scope) \(place(item.mark))..\(last) '\(document.title(of: index))'")
    for field in document.fields[item.fields] {
      lines.append("\(indent)  \(field.name)=\(shown(field.value)) <\(shown(field.span))>")
    }
    for quote in document.quotes where Int(quote.item) == index {
      lines.append(
        "\(indent)  quote " + document.lines(of: quote).map { document.text.string($0) }.joined(separator: " / "))
    }
  }
  for finding in document.findings {
    lines.append("\(finding.check) \(place(finding.place.span.start)) \(finding.message)")
  }
  return lines.joined(separator: "\n")
}

/// Reads text as a note at `path`, every note in full.
func read(_ text: String, at path: String = "goals/book.md") -> PlanDocument {
  PlanDocument(reading: SourceText(path: VaultPath(path), bytes: Array(text.utf8)), extent: .everyNote)
}
