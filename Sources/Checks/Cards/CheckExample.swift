package import PlanDocuments

/// A small vault that shows what a check finds, and what not.
///
/// The text is a goal's list of milestones, or a whole file where it begins with `---`. A `↓` stands before the place of
/// each finding and is no part of the text.
package struct CheckExample: Sendable {
  package enum Expectation: Hashable, Sendable {
    /// The check finds something at each `↓` and nowhere else.
    case fires
    /// The check finds nothing.
    case silent
    /// The check finds one thing, and its fix makes this text.
    case fixes(to: String)
  }

  package var expectation: Expectation
  /// The files by their paths, `mm.md` among them where it is not empty.
  package var files: [(path: String, text: String)]
  /// The first file as the card gives it: a list without the goal around it.
  package var shown: String
  package var history: CheckHistory

  /// The day of all examples, a Sunday: 2 August 2026.
  package static let today = Day(number: 20_667)

  private init(
    _ expectation: Expectation, _ text: String, _ others: KeyValuePairs<String, String>, _ history: CheckHistory
  ) {
    self.expectation = expectation
    shown = text
    files = [("book.md", CheckExample.whole(text))] + others.map { ($0.key, CheckExample.whole($0.value)) }
    self.history = history
  }

  package static func fires(
    _ text: String, beside others: KeyValuePairs<String, String> = [:], history: CheckHistory = CheckHistory()
  ) -> CheckExample {
    CheckExample(.fires, text, others, history)
  }

  package static func silent(
    _ text: String, beside others: KeyValuePairs<String, String> = [:], history: CheckHistory = CheckHistory()
  ) -> CheckExample {
    CheckExample(.silent, text, others, history)
  }

  package static func fixes(
    _ text: String, to fixed: String, beside others: KeyValuePairs<String, String> = [:]
  ) -> CheckExample {
    CheckExample(.fixes(to: whole(fixed)), text, others, CheckHistory())
  }

  /// A list becomes a file of a goal that nothing is missing in.
  private static func whole(_ text: String) -> String {
    if text.hasPrefix("---") || text.hasPrefix("<") || text.hasPrefix("↓") { return text }
    return """
      ---
      goal: Publish a book of 60,000 words
      success: on sale in two stores
      origin: outline complete, no chapter written
      start: 2026-06-08
      deadline: 2026-12-01
      time: 10h/week
      ---

      ## Milestones

      \(text)

      """
  }
}
