/// A text file that ships inside the program.
package struct BundledFile: Sendable {
  /// Below its folder, with `/` between the parts.
  package var path: String
  package var text: String

  init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  init(_ file: (path: StaticString, text: StaticString)) {
    self.init(path: file.path.description, text: file.text.description)
  }

  /// The files of `sample-vault/`, sorted by path.
  package static var sampleVault: [BundledFile] { sampleVaultFiles.map(BundledFile.init) }

  /// The files of `templates/` itself, sorted by path: the playbooks.
  package static var templates: [BundledFile] {
    templateFiles.map(BundledFile.init).filter { !$0.path.contains("/") }
  }

  /// The files of `templates/words/`, sorted by path: the words that drafting knows.
  package static var words: [BundledFile] { templates(in: "words/") }

  /// The files of `templates/facts/`, sorted by path: what is known of exams, languages, races and journals.
  package static var facts: [BundledFile] { templates(in: "facts/") }

  private static func templates(in folder: String) -> [BundledFile] {
    templateFiles.map(BundledFile.init).filter { $0.path.hasPrefix(folder) }
  }
}
