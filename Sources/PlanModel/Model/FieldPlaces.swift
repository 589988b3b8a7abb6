package import PlanDocuments

extension Plan {
  /// Where a milestone's title stands: on its line, or as the value of `milestone:`.
  package func titlePlace(ofMilestone index: Int) -> Place {
    let milestone = milestones[index]
    let document = documents[milestone.document]
    switch milestone.origin {
    case .item(let item): return document.titlePlace(ofItem: item)
    case .file: return document.place(ofKey: "milestone") ?? document.beginning
    }
  }

  /// Where the value of a milestone's field stands; nil where it does not.
  package func place(of field: FieldName, ofMilestone index: Int) -> Place? {
    let milestone = milestones[index]
    let document = documents[milestone.document]
    switch milestone.origin {
    case .item(let item):
      return document.field(field, of: item).map { Place(path: document.text.path, span: $0.value) }
    case .file: return document.place(ofKey: field.key)
    }
  }

  /// Its due date stands there and cannot be read, or is read as title text for a slip: a finding of its own, and nothing
  /// proposes another date beside it.
  package func hasUnreadDue(_ index: Int) -> Bool {
    let milestone = milestones[index]
    guard milestone.due == nil else { return false }
    if let written = writtenValue(of: .due, milestone: index), !written.isEmpty { return true }
    guard case .item(let item) = milestone.origin else { return false }
    let document = documents[milestone.document]
    return document.slips(in: document.items[item].paragraph).contains { $0.name == .due }
  }

  /// Where the value of a key in a goal's front matter stands; nil where it does not.
  package func place(ofKey key: String, ofGoal goal: Int) -> Place? {
    documents[goals[goal].document].place(ofKey: key)
  }

  /// Where a goal's destination stands.
  package func titlePlace(ofGoal goal: Int) -> Place {
    place(ofKey: "goal", ofGoal: goal) ?? documents[goals[goal].document].beginning
  }
}

extension PlanDocument {
  package var beginning: Place { Place(path: text.path, span: ByteSpan(0, 0)) }

  /// Where the value of a key stands, or the key where it has no value.
  package func place(ofKey key: String) -> Place? {
    frontMatter?[key].map { Place(path: text.path, span: $0.valueSpan.isEmpty ? $0.keySpan : $0.valueSpan) }
  }

  /// The first stretch of an item's title that belongs to no field, without blanks around it; the box's mark where there
  /// is none.
  package func titlePlace(ofItem index: Int) -> Place {
    let item = items[index]
    var start = Int(item.paragraph.start)
    for position in item.fields.lowerBound...item.fields.upperBound {
      let field = position < item.fields.upperBound ? fields[position] : nil
      let end = field.map { Int($0.span.start) } ?? Int(item.paragraph.end)
      let words = text.bytes.trimmed(ByteSpan(start, max(start, end)))
      if !words.isEmpty { return Place(path: text.path, span: words) }
      start = field.map { Int($0.span.end) } ?? end
    }
    return Place(path: text.path, span: ByteSpan(Int(item.mark), Int(item.mark) + Int(item.markLength)))
  }
}
