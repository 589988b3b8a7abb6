package import Drafting
package import PlanDocuments
package import PlanModel
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

extension SuggestedQuestion {
  fileprivate var sentence: Sentence { "\(words: source) asks: \(title: words)" }
}

extension ReviewFacts {
  /// One question of somebody else's stands beside one of our own.
  package mutating func ask(_ suggested: [SuggestedQuestion]) {
    suggestedQuestions = suggested
    guard let first = suggested.first else { return }
    questions = Array(questions.prefix(1)) + [first.sentence] + suggested.dropFirst().map(\.sentence)
  }
}

/// Suggestions that a note has already, and nobody has answered: they stay until they are ticked or can no longer be written.
package enum CarriedSuggestions {
  /// - Parameter settled: the block ids whose ticks are done with.
  package static func choices(in note: ReviewNote?, settled: Set<String>, of plan: Plan) -> [Choice] {
    (note?.proposals ?? []).compactMap { proposal in
      let id = proposal.line.blockID
      guard BlockID.isSuggested(id), !settled.contains(id), let writes = proposal.writes,
        !writes.isEmpty
      else { return nil }
      var attempt = MakeWrites(in: plan)
      guard (try? attempt.add(writes)) != nil, let change = try? attempt.change(titled: ""), !change.files.isEmpty
      else {
        return nil
      }
      // The line is the note's own text, and goes back there as it stands.
      return Choice(number: 0, slug: BlockID.slug(of: id), sentence: "\(words: proposal.line.words)", writes: writes)
    }
  }
}

/// One change to a plan that somebody proposes who sees only what they were told: a closed set of kinds, each of which the
/// scheduler tries before it is shown.
package struct Suggestion: Hashable, Sendable {
  package enum Change: Hashable, Sendable {
    /// Another due day.
    case move(milestone: String, to: Day)
    /// Left out of the plan.
    case cut(milestone: String)
    /// Tasks below a milestone that has none.
    case split(milestone: String, into: [DraftPlan.Task])
    /// A milestone more.
    case add(goal: String, DraftPlan.Milestone)
    case estimate(milestone: String, Effort)
  }

  package var change: Change
  /// One or two sentences, harmless text.
  package var why: String

  package init(_ change: Change, why: String) {
    self.change = change
    self.why = why
  }
}

/// Why a suggestion cannot be offered, in a sentence for whoever made it and for the person.
package struct SuggestionRefusal: Error, Hashable, Sendable {
  package var words: String

  init(_ words: String) {
    self.words = words
  }
}
