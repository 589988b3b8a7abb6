extension VaultSnapshot {
  /// The vault as it would be read after a change. New files are left out: nothing in the plan depends on them yet.
  package func applying(_ change: VaultChange) -> VaultSnapshot {
    var result = self
    var reader = DocumentReader()
    for file in change.files where file.base != nil {
      let text = SourceText(path: file.path, bytes: file.result)
      if file.path == settings.text.path {
        result.settings = reader.document(from: text)
      } else if let index = documents.firstIndex(where: { $0.text.path == file.path }) {
        result.documents[index] = reader.document(from: text)
      }
    }
    return result
  }
}
