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

  /// The files of `templates/` but for its words: the playbooks, sorted by path.
  package static var templates: [BundledFile] {
    templateFiles.map(BundledFile.init).filter { !$0.path.hasPrefix(wordsFolder) }
  }

  /// The files of `templates/words/`, sorted by path: the words that drafting knows.
  package static var words: [BundledFile] {
    templateFiles.map(BundledFile.init).filter { $0.path.hasPrefix(wordsFolder) }
  }

  private static let wordsFolder = "words/"
}
