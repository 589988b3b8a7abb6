import ModelBackends
import PlanDocuments
import ReviewNotes

extension ModelConsultation {
  /// Asks for proposals to a plan that is under way; nil where only the question was wanted.
  ///
  /// What cannot be offered after two repairs is in `refused`, and the rest is offered.
  func suggestions(_ brief: PartnerBrief, titled title: String, on snapshot: VaultSnapshot) throws -> Suggestions? {
    let answer = try answer(to: PartnerPrompt.request(brief), titled: title, for: "proposals") { value, source in
      SuggestionAnswer.suggestions(
        value, from: source, on: SuggestionTrial(on: snapshot, brief.outlook, from: source))
    }
    guard let answer else { return nil }
    if let suggestions = answer.reading.value { return suggestions }
    return Suggestions(from: answer.source, refused: answer.reading.problems)
  }
}
