package import PlanDocuments

extension VaultChange {
  /// Several changes as one: of each file the edits together, as far as they do not touch each other.
  ///
  /// All changes of a file are made from the same bytes. Of two edits that touch the change that comes first counts, and the
  /// other change of that file is left out whole; a change that is there twice counts once.
  package init(title: String, merging changes: [FileChange]) {
    var files: [FileChange] = []
    for change in changes {
      guard let index = files.firstIndex(where: { $0.path == change.path }), let base = change.base else {
        files.append(change)
        continue
      }
      let taken = files[index].edits
      if change.edits.contains(where: { edit in taken.contains { $0.touches(edit) } }) { continue }
      files[index] = FileChange(of: SourceText(path: change.path, bytes: base), edits: taken + change.edits)
    }
    self.init(title: title, files: files)
  }
}

extension TextEdit {
  /// They share a byte, or both insert at one place.
  fileprivate func touches(_ other: TextEdit) -> Bool {
    if span == other.span { return true }
    return span.start < other.span.end && other.span.start < span.end
  }
}
