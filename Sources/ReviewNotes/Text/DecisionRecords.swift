import PlanDocuments
import Recalibration

/// What a note keeps of its own proposals and decisions, in plain sight, for the runs that follow.
enum DecisionRecords {
  /// The line of something that was decided here.
  static func line(_ decision: NoteDecision, _ words: NoteWords) -> String {
    let verb = decision.writes.isEmpty ? "Decided" : "Written"
    return "- \(verb) on \(words.day(decision.day)): \(decision.words) ^\(DecidedLine.blockID(decision))"
  }

  /// The comments at the end of the block: the days it covers, what each proposal would write, what was written.
  static func comments(_ facts: ReviewFacts) -> [String] {
    let days = facts.period.days
    let proposals = facts.decide.choices.offered + facts.decide.choices.small
    return [NoteComment(name: "covers", words: "\(days.first) to \(days.last)")].map(\.text)
      + proposals.map { NoteComment(name: "choice", words: $0.blockID + " " + RecordedWrites.words($0.writes)).text }
      + facts.suggestedQuestions.map { NoteComment(name: "question", words: $0.record).text }
      + comments(facts.decided)
  }

  /// What each decision wrote.
  static func comments(_ decisions: [NoteDecision]) -> [String] {
    decisions.filter { !$0.writes.isEmpty }.map {
      NoteComment(name: "decided", words: DecidedLine.blockID($0) + " " + RecordedWrites.words($0.writes)).text
    }
  }
}
