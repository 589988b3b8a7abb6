import BundledFiles
import Drafting

extension WordLists {
  /// The words that ship inside the program.
  static let bundled = WordLists(BundledFile.words.map(\.text))
}
