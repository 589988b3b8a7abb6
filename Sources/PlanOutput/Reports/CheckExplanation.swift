package import Planning

/// What a check means: what it finds, why it matters, what to do, and an example.
package struct CheckExplanation: Sendable {
  private let card: CheckCard

  package init(_ card: CheckCard) {
    self.card = card
  }

  package func text(width: Int) -> StyledText {
    let width = min(width, 100)
    var text: StyledText = "\(card.name, .strong)  \(card.severity.word, card.severity.role), \(card.code)\n\n"
    for (name, words) in [("finds", card.finds), ("matters", card.matters), ("cure", card.cure)] {
      text += StyledText(name, .quiet).padded(9) + StyledText(words).wrapped(width - 9).indented(9) + "\n"
    }
    for example in card.examples.prefix(3) { text += "\n" + self.example(example, width: width) }
    return text
  }

  private func example(_ example: CheckExample, width: Int) -> StyledText {
    let heading: StyledText =
      switch example.expectation {
      case .fires: "Found here, at the ↓:"
      case .silent: "Fine:"
      case .fixes: "Can be fixed by mm check --fix:"
      }
    var text = heading + "\n"
    for file in example.files where !file.text.isEmpty {
      if example.files.count > 1 { text += "\n  \(file.path, .place)\n" }
      text += shown(file.text)
    }
    if case .fixes(let fixed) = example.expectation { text += "\n  becomes\n\n" + shown(fixed) }
    return text
  }

  private func shown(_ text: String) -> StyledText {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.isEmpty ? "\n" : "    \(line)\n" as StyledText
    }.joined(by: "")
  }

  package static let version = 1

  package var json: JSONValue {
    [
      "schema": "mm.explain.check", "version": .integer(CheckExplanation.version), "name": .string(card.name),
      "code": .string(card.code), "severity": .string(card.severity.word), "finds": .string(card.finds),
      "matters": .string(card.matters), "cure": .string(card.cure),
    ]
  }
}
