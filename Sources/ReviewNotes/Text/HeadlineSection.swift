import PlanDocuments
import PlanModel
import TextStyling

/// The week, its one decision in two sentences, and what became of the last one.
enum HeadlineSection {
  static func lines(_ facts: ReviewFacts, _ words: NoteWords) -> [String] {
    var lines = ["# Week \(facts.period.week.number), \(DayRangeWords.long(facts.period.days))"]
    if let first = facts.headline.first {
      let rest = facts.headline.dropFirst().map { " " + words.text($0) }.joined()
      lines += ["", "**" + words.text(first, plainly: true) + "**" + rest]
    }
    if let past = facts.lookingBack {
      let outcome = past.outcome.isEmpty ? "" : " " + words.text(past.outcome)
      lines += ["", "*Decided on \(words.day(past.decision.day)):* \(past.decision.words)" + outcome]
    }
    if facts.lookingBack == nil, facts.wasLeftOpen {
      lines += ["", "*Last time* no choice was ticked; the dates stayed as they were."]
    }
    return lines
  }
}
