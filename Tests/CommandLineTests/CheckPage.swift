import Checks
import Foundation
import PlanDocuments
import PlanOutput

/// The page of a check in `docs/checks`, written from its card.
enum CheckPage {
  static func text(of card: CheckCard) -> String {
    var text = """
      # \(card.name)

      `\(card.code)`, \(article(card.severity.word)) \(card.severity.word)

      \(card.finds)

      **Why it matters.** \(card.matters)

      **What to do.** \(card.cure)

      """
    for example in card.examples { text += "\n" + self.example(example) }
    return text + "\n[All checks](index.md)\n"
  }

  static func index(of cards: [CheckCard]) -> String {
    let subjects = [
      ("1", "How it is written"), ("2", "What it refers to"), ("3", "Dates and hours"), ("4", "Progress"),
      ("5", "The goal as a whole"),
    ]
    var text = """
      # Everything that `mm check` can find

      Errors and warnings count for the exit status, hints never do and are shown with `--hints`. `mm explain NAME` shows the
      same in the terminal. In the examples `↓` stands before the place of a finding; where only a list is shown, it stands
      in a goal that nothing else is missing in. Their day is Sunday, 2 August 2026.

      """
    for (hundred, subject) in subjects {
      text += "\n## \(subject)\n\n| check | code | | finds |\n|---|---|---|---|\n"
      for card in cards.filter({ $0.code.hasPrefix("MM" + hundred) }).sorted(by: { $0.code < $1.code }) {
        text += "| [\(card.name)](\(card.name).md) | \(card.code) | \(card.severity.word) | \(card.finds) |\n"
      }
    }
    return text
  }

  private static func example(_ example: CheckExample) -> String {
    var text =
      switch example.expectation {
      case .fires: "Found:\n\n"
      case .silent: "Fine:\n\n"
      case .fixes: "Fixed by `mm check --fix`:\n\n"
      }
    text += block(example.shown)
    for file in example.files.dropFirst() where !file.text.isEmpty {
      text += "\nwith `\(file.path)`\n\n" + block(file.text)
    }
    if case .fixes(let fixed) = example.expectation {
      text += "\nbecomes\n\n" + block(example.shown.hasPrefix("---") ? fixed : list(in: fixed))
    }
    return text
  }

  /// A fence that is longer than any in the text.
  private static func block(_ text: String) -> String {
    var fence = "```"
    while text.contains(fence) { fence += "`" }
    return fence + "markdown\n" + text + (text.hasSuffix("\n") ? "" : "\n") + fence + "\n"
  }

  /// What stands below the heading of the milestones.
  private static func list(in text: String) -> String {
    guard let heading = text.range(of: "## Milestones\n") else { return text }
    return String(text[heading.upperBound...].drop { $0 == "\n" })
  }

  private static func article(_ word: String) -> String { word.first == "e" ? "an" : "a" }
}
