package import PlanDocuments

extension Plan {
  /// The byte that a milestone is named by: its box in a list, else the value of `milestone:` in its own file.
  package func span(of milestone: Int) -> ByteSpan {
    let milestone = milestones[milestone]
    let document = documents[milestone.document]
    switch milestone.origin {
    case .item(let item): return document.items[item].paragraph
    case .file: return document.frontMatter?["milestone"]?.valueSpan ?? ByteSpan(0, 0)
    }
  }

  /// The path and line (from 1) of a milestone.
  package func place(of milestone: Int) -> (path: String, line: Int) {
    let text = documents[milestones[milestone].document].text
    return (text.path.description, text.line(of: Int(span(of: milestone).start)) + 1)
  }
}
