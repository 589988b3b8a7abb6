package import PlanDocuments

extension DraftPlan {
  /// The file of a new goal: front matter, and the list under `## Milestones`.
  package func newFile(at path: VaultPath) -> FileChange {
    let markdown = DraftMarkdown(draft: self)
    var text = NewFrontMatter.written(anchor.frontMatter) + "\n## Milestones\n\n" + markdown.list
    if !afterwards.isEmpty { text += "\n## Afterwards\n\n" + markdown.afterwards }
    return FileChange(creating: path, bytes: Array(text.utf8))
  }

  /// The milestones added to a goal's file, below those that are there, and the keys that its front matter lacks.
  ///
  /// Proved before it is given: the file, read again, has all that it had, and the milestones of this draft.
  ///
  /// - Parameter edits: what changes in the lines that are there.
  package func change(into document: PlanDocument, with edits: [DocumentEdit] = []) throws(EditRefusal) -> FileChange {
    let keys: [DocumentEdit] = anchor.frontMatter.compactMap { key, values in
      guard !values.isEmpty, document.frontMatter?[key].map(\.valueSpan.isEmpty) ?? true else { return nil }
      return .setFrontMatter(key: key, values.count > 1 ? .list(values) : .scalar(values[0]))
    }
    let anchored = try document.change(applying: keys + edits)
    guard !milestones.isEmpty else { return anchored }
    let insertions = insertions(into: document)
    let insertion = insertions[0]
    let change = FileChange(of: document.text, edits: anchored.edits + insertions)
    let after = PlanDocument(reading: SourceText(path: document.text.path, bytes: change.result))
    let added = after.items.indices.filter { after.items[$0].isInPlan && after.items[$0].depth == 0 }
    let before = document.items.filter { $0.isInPlan && $0.depth == 0 }
    let count = milestones.count + milestones.reduce(0) { $0 + $1.tasks.count }
    guard after.items.count == document.items.count + count, added.count == before.count + milestones.count,
      after.quotes.count >= document.quotes.count, after.findings.count <= document.findings.count,
      Set(milestones.map(\.id)).isSubset(
        of: added.map {
          after.field(.id, of: $0).map { after.text.string($0.value) } ?? Identifier.slug(of: after.title(of: $0))
        })
    else {
      throw EditRefusal(
        place: Place(path: document.text.path, span: insertion.span),
        reason:
          "The milestones cannot be added to this list without changing what stands there. Add a heading “Milestones” at the end of the note, and try again."
      )
    }
    return change
  }

  /// The list in pieces, each where it belongs among the lines that are there.
  private func insertions(into document: PlanDocument) -> [TextEdit] {
    let markdown = DraftMarkdown(draft: self)
    var places: [ListPlace?] = []
    for milestone in milestones where !places.contains(milestone.placing.place) {
      places.append(milestone.placing.place)
    }
    return places.map { place in
      let list = markdown.list(of: { $0.placing.place == place })
      switch place {
      case .below(let item): return document.insertion(of: list, below: item)
      case .above(let item): return document.insertion(of: list, above: item)
      case nil: return document.insertion(ofMilestones: list)
      }
    }
  }
}
