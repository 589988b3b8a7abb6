package import Checks
package import JSONText
package import TextStyling

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
    for example in examples { text += "\n" + self.example(example) }
    return text
  }

  /// One that is found, and one that is fixed, or else one that is fine; the shortest.
  private var examples: [CheckExample] {
    func shortest(_ holds: (CheckExample.Expectation) -> Bool) -> CheckExample? {
      card.examples.filter { holds($0.expectation) }.min { $0.length < $1.length }
    }
    let fixed = shortest { if case .fixes = $0 { true } else { false } }
    return [shortest { $0 == .fires }, fixed ?? shortest { $0 == .silent }].compactMap(\.self)
  }

  private func example(_ example: CheckExample) -> StyledText {
    let heading: StyledText =
      switch example.expectation {
      case .fires: "Found, at the ↓:"
      case .silent: "Fine:"
      case .fixes: "Fixed by mm check --fix:"
      }
    var text = heading + "\n\n" + shown(example.shown)
    for file in example.files.dropFirst() where !file.text.isEmpty {
      text += "\n  with \(file.path, .place)\n\n" + shown(file.text)
    }
    if case .fixes(let fixed) = example.expectation {
      text += "\n  becomes\n\n" + shown(example.shown.hasPrefix("---") ? fixed : CheckExplanation.list(in: fixed))
    }
    return text
  }

  /// What stands below the heading of the milestones.
  private static func list(in text: String) -> String {
    let heading = "## Milestones"
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let line = lines.firstIndex(of: heading[...]) else { return text }
    return lines[(line + 1)...].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func shown(_ text: String) -> StyledText {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    return lines.map { line in line.isEmpty ? "\n" : "    \(line)\n" as StyledText }.joined(by: "")
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

extension CheckExample {
  fileprivate var length: Int { shown.utf8.count + files.dropFirst().reduce(0) { $0 + $1.text.utf8.count } }
}
