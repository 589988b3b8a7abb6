import PlanDocuments
import PlanOutput
import TextStyling

/// Something in the person's own configuration that cannot be read; everything else in it counts all the same.
struct ConfigurationProblem: Sendable {
  /// From 1.
  var line: Int
  var column: Int
  /// What stands there, without the secret part of addresses.
  var quote: String
  /// What it means and what to do.
  var sentence: StyledText

  /// - Parameters:
  ///   - text: the configuration behind a line that opens a front matter.
  ///   - offset: where in it.
  init(_ sentence: StyledText, at offset: Int, in text: SourceText) {
    let place = text.position(of: offset)
    line = max(1, place.line - 1)
    column = place.column
    quote = Self.withoutSecrets(text.string(text.lineSpan(place.line - 1)))
    self.sentence = sentence
  }

  /// `config.yaml:3:5: …` and the line below.
  var words: StyledText {
    "config.yaml:\(line):\(column): \(sentence)\n  \(StyledText(String(line), .quiet)) | \(quote)"
  }

  /// `https://calendar.google.com/…`: an address is told to nobody but curl.
  private static func withoutSecrets(_ line: String) -> String {
    line.split(separator: " ", omittingEmptySubsequences: false).map { word in
      guard let scheme = word.firstRange(of: "://") else { return String(word) }
      let host = word[scheme.upperBound...].prefix { !"/?#@".contains($0) }
      return word[..<scheme.upperBound] + host + "/…"
    }.joined(separator: " ")
  }
}
