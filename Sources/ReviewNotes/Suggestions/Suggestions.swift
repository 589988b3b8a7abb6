package import Recalibration

/// What somebody else proposes and asks, of one plan.
package struct Suggestions: Hashable, Sendable {
  /// Who.
  package var source: String
  package var choices: [Choice]
  package var questions: [SuggestedQuestion]
  /// What was proposed and cannot be offered, and why.
  package var refused: [String]

  package init(from source: String, choices: [Choice] = [], questions: [String] = [], refused: [String] = []) {
    self.source = source
    self.choices = choices
    self.questions = questions.map { SuggestedQuestion(source: source, words: $0) }
    self.refused = refused
  }

  /// Nothing was proposed and nothing asked.
  package var isEmpty: Bool { choices.isEmpty && questions.isEmpty }

  /// Those that a note has and new ones; of two with one block id the new one.
  package static func together(_ carried: [Choice], _ new: Suggestions?) -> [Choice] {
    var seen: Set<String> = []
    let fresh = (new?.choices ?? []).filter { seen.insert($0.blockID).inserted }
    return carried.filter { !seen.contains($0.blockID) } + fresh
  }
}

extension ReviewFacts {
  /// One question of somebody else's stands beside one of our own.
  package mutating func ask(_ suggested: [SuggestedQuestion]) {
    suggestedQuestions = suggested
    guard let first = suggested.first else { return }
    questions = Array(questions.prefix(1)) + [first.sentence] + suggested.dropFirst().map(\.sentence)
  }
}
