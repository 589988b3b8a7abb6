import PlanDocuments
package import PlanModel
package import Recalibration

/// Suggestions that a note has already, and nobody has answered: they stay until they are ticked or can no longer be written.
package enum CarriedSuggestions {
  /// - Parameter settled: the block ids whose ticks are done with.
  package static func choices(in note: ReviewNote?, settled: Set<String>, of plan: Plan) -> [Choice] {
    (note?.proposals ?? []).compactMap { proposal in
      let id = proposal.line.blockID
      guard id.hasPrefix(SuggestionTrial.blockIDLead), !settled.contains(id), let writes = proposal.writes,
        !writes.isEmpty
      else { return nil }
      var attempt = MakeWrites(in: plan)
      guard (try? attempt.add(writes)) != nil, let change = try? attempt.change(titled: ""), !change.files.isEmpty
      else {
        return nil
      }
      // The line is the note's own text, and goes back there as it stands.
      return Choice(number: 0, slug: String(id.dropFirst(2)), sentence: "\(words: proposal.line.words)", writes: writes)
    }
  }
}
