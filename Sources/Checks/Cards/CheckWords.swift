import PlanDocuments
import PlanModel

/// Words that several checks use in their sentences.
package enum CheckWords {
  /// Such as `12.5 h`.
  package static func hours(_ minutes: Int) -> String {
    Amount.written(thousandths: Int64((minutes * 10 + 59) / 60 * 100)) + " h"
  }

  /// Such as `1 day`, `12 days`.
  package static func days(_ count: Int) -> String { counted(count, "day") }

  /// Such as `1 milestone`, `3 milestones`.
  static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  /// Such as `a, b and c`.
  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Plan {
  /// The title of a milestone in quotation marks.
  func quoted(_ milestone: Int) -> String { "“\(milestones[milestone].title)”" }
}
