import Drafting
package import JSONText
import PlanDocuments
import PlanModel
import PlanOutput
import Recalibration
package import ReviewNotes

/// A model's answer to `PartnerPrompt`: suggestions of the closed set, each tried by the scheduler.
package enum SuggestionAnswer {
  static let kinds = ["move", "cut", "split", "add", "re-estimate"]
  private static let most = 8
  private static let mostQuestions = 2

  /// What can be offered, and in `problems` what cannot.
  package static func suggestions(_ answer: JSONValue, from source: String, on trial: SuggestionTrial)
    -> AnswerReading<Suggestions>
  {
    var reader = AnswerReader()
    var refused: [String] = []
    var choices: [Choice] = []
    for (number, value) in reader.list(answer["proposals"], "proposals").prefix(most).enumerated() {
      let before = reader.problems.count
      let suggestion = suggestion(value, "proposals[\(number)]", &reader)
      guard let suggestion, reader.problems.count == before else { continue }
      do throws(SuggestionRefusal) {
        choices.append(try trial.choice(suggestion))
      } catch {
        refused.append(error.words)
      }
    }
    let questions = reader.texts(answer["questions"], "questions").prefix(mostQuestions)
    let problems = reader.problems + refused
    let found = Suggestions(from: source, choices: choices, questions: Array(questions), refused: problems)
    return AnswerReading(found, problems: problems)
  }

  private static func suggestion(_ value: JSONValue, _ name: String, _ reader: inout AnswerReader) -> Suggestion? {
    func path(_ member: String) -> String { name + "." + member }
    let why = reader.optionalText(value["why"], path("why")) ?? ""
    let milestone = value["milestone"]?.string.map { String($0.prefix(200)) } ?? ""
    let low = reader.minutes(value["effort_hours_low"], path("effort_hours_low"))
    let high = reader.minutes(value["effort_hours_high"], path("effort_hours_high"))
    let effort = (low ?? high).map { Effort(low: min($0, high ?? $0), high: max($0, high ?? $0)) }
    switch value["kind"]?.string {
    case "move":
      guard let day = reader.day(value["date"], path("date")) else {
        reader.report("`\(path("date"))` is missing: a move needs a day.")
        return nil
      }
      return Suggestion(.move(milestone: milestone, to: day), why: why)
    case "cut": return Suggestion(.cut(milestone: milestone), why: why)
    case "split":
      let parts = reader.list(value["parts"], path("parts")).prefix(20).enumerated().map { number, part in
        let place = path("parts[\(number)]")
        return DraftPlan.Task(
          title: reader.text(part["title"], place + ".title", limit: 120),
          minutes: reader.minutes(part["hours"], place + ".hours"))
      }
      return Suggestion(.split(milestone: milestone, into: parts), why: why)
    case "add":
      let title = reader.text(value["title"], path("title"), limit: 120)
      let goal = reader.text(value["goal"], path("goal"), limit: 100)
      let after = reader.texts(value["after"], path("after"), limit: 130).map { after in
        // The goal's own are named without it.
        after.hasPrefix(goal + "/") ? String(after.dropFirst(goal.count + 1)) : after
      }
      let added = DraftPlan.Milestone(
        id: Identifier.slug(of: title, limit: 32), title: title, effort: effort, after: after,
        reasons: why.isEmpty ? [] : [.init(.why, why)])
      return Suggestion(.add(goal: goal, added), why: why)
    case "re-estimate":
      guard let effort else {
        reader.report("`\(path("effort_hours_low"))` is missing: a new estimate needs hours.")
        return nil
      }
      return Suggestion(.estimate(milestone: milestone, effort), why: why)
    default:
      reader.report("`\(path("kind"))` is none of \(kinds.joined(separator: ", ")).")
      return nil
    }
  }
}
