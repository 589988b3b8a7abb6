import PlanModel

/// A question that somebody else asks.
package struct SuggestedQuestion: Hashable, Sendable {
  package var source: String
  /// One line of harmless text.
  package var words: String

  package init(source: String, words: String) {
    self.source = source
    self.words = words
  }

  /// As a note keeps it: who, then what.
  package init?(record: String) {
    let (source, words) = record.cutAtFirstSpace
    guard !source.isEmpty, !words.isEmpty else { return nil }
    self.init(source: source, words: words.replacing("%2D", with: "-"))
  }

  /// Nothing in it ends the comment that it stands in.
  package var record: String { source + " " + words.replacing("--", with: "%2D%2D").replacing(">", with: "›") }

  var sentence: Sentence { "\(words: source) asks: \(title: words)" }
}
