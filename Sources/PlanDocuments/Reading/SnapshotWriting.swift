extension VaultSnapshot {
  /// The vault as it would be read after a change.
  ///
  /// New files that are no part of the plan are left out.
  package func applying(_ change: VaultChange) -> VaultSnapshot {
    var result = self
    var reader = DocumentReader()
    for file in change.files {
      let text = SourceText(path: file.path, bytes: file.result)
      if file.path == settings.text.path {
        result.settings = reader.document(from: text)
      } else if let index = result.documents.firstIndex(where: { $0.text.path == file.path }) {
        result.documents[index] = reader.document(from: text)
      } else if file.base == nil {
        let document = reader.document(from: text)
        guard document.kind != .other, document.kind != .settings else { continue }
        let index = result.documents.firstIndex { file.path < $0.text.path } ?? result.documents.count
        result.documents.insert(document, at: index)
      }
    }
    return result
  }
}
