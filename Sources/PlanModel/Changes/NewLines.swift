import PlanDocuments

/// Lines that a proposal adds to a list: checked for their shape, and for being there already.
struct NewLines {
  /// The titles of the outermost boxes.
  let titles: [String]
  /// How many boxes there are.
  let count: Int

  /// Nil where a line is neither a box, a box nested in one, nor a remark nested in one.
  ///
  /// - Parameter areTasks: all are boxes nested in a milestone that stands already.
  init?(_ text: String, areTasks: Bool) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 1, lines.last == "", lines[0].hasPrefix(areTasks ? "  - [ ] " : "- [ ] ") else { return nil }
    for line in lines.dropLast() {
      let isTask = line.hasPrefix("  - [ ] ")
      guard isTask || !areTasks && (line.hasPrefix("- [ ] ") || line.hasPrefix("  > ")) else { return nil }
    }
    let lead = "## Milestones\n\n" + (areTasks ? "- [ ] Whole\n" : "")
    let note = "---\ngoal: Whole\n---\n" + lead + text
    let document = PlanDocument(reading: SourceText(path: VaultPath("whole.md"), bytes: Array(note.utf8)))
    let depth = areTasks ? 1 : 0
    let outermost = document.items.indices.filter {
      document.items[$0].isInPlan && Int(document.items[$0].depth) == depth
    }
    let boxes = lines.count { $0.hasPrefix("- [ ] ") || $0.hasPrefix("  - [ ] ") }
    guard !outermost.isEmpty, document.items.count == boxes + (areTasks ? 1 : 0) else { return nil }
    titles = outermost.map { document.title(of: $0) }
    if titles.contains("") { return nil }
    count = boxes
  }

  /// The change of a document with the lines put in, where they add these boxes and change nothing else.
  static func change(
    _ document: PlanDocument, _ edits: [TextEdit], insertions: [(edit: TextEdit, count: Int)]
  ) throws(EditRefusal) -> FileChange {
    // Two proposals may add to one place.
    var merged: [TextEdit] = []
    var places: [ByteSpan: Int] = [:]
    for insertion in insertions {
      if let same = places[insertion.edit.span] {
        merged[same].new += insertion.edit.new
      } else {
        places[insertion.edit.span] = merged.count
        merged.append(insertion.edit)
      }
    }
    let change = FileChange(of: document.text, edits: edits + merged)
    let after = PlanDocument(reading: SourceText(path: document.text.path, bytes: change.result))
    let added = insertions.reduce(0) { $0 + $1.count }
    let kept = FileChange(of: document.text, edits: edits)
    let without = PlanDocument(reading: SourceText(path: document.text.path, bytes: kept.result))
    let titles = Set(after.items.indices.map { after.title(of: $0) })
    guard after.items.count == document.items.count + added, after.findings.count <= without.findings.count,
      without.items.indices.allSatisfy({ titles.contains(without.title(of: $0)) })
    else {
      throw EditRefusal(
        place: Place(path: document.text.path, span: ByteSpan(0, 0)),
        reason: "The new lines cannot be added to this list without changing what stands there.")
    }
    return change
  }
}
