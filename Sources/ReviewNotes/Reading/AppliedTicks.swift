package import PlanDocuments
package import PlanModel

/// What the ticks of a note come to: one change, what is recorded of it, and what is not written and why.
package struct AppliedTicks: Sendable {
  /// Without effect where nothing is to be written.
  package var change = VaultChange(title: "Review", files: [])
  /// To be recorded in the note, once the change is made.
  package var decisions: [NoteDecision] = []
  package var notWritten: [Sentence] = []
  /// The block ids whose ticks are done with: written, or refused.
  package var settled: Set<String> = []

  /// - Parameter plan: the vault as it is now; its today is the day of the decision.
  package init(_ note: ReviewNote, in plan: Plan) {
    let ticks = Ticks(in: note)
    var writes = MakeWrites(in: plan)
    if !ticks.conflicting.isEmpty {
      let names = ticks.conflicting.map { $0.number ?? "^" + $0.blockID }.joined(separator: " and ")
      notWritten.append("\(words: names) are both ticked, and only one can be: tick one of them.")
    }
    // What was completed since keeps its date: a choice moves what is still to come.
    let wishes = ticks.taken.map { proposal in
      proposal.wishes(on: plan.today)?.filter { !$0.movesCompleted(in: plan) }
    }
    let refusals = writes.add(each: wishes.map { $0 ?? [] })
    for ((proposal, wanted), refusal) in zip(zip(ticks.taken, wishes), refusals) {
      let id = proposal.line.blockID
      guard let wanted else {
        let asksForDay = proposal.writes != nil
        refuse(
          proposal,
          asksForDay
            ? "no day is written behind the colon; write it like \(words: DayPhrase.examples)"
            : "the note no longer says what it would write")
        continue
      }
      if let refusal {
        refuse(proposal, refusal.reason)
      } else {
        settled.insert(id)
        decisions.append(NoteDecision(day: plan.today, blockID: id, words: proposal.line.words, writes: wanted))
      }
    }
    // What was taken in was proved already.
    if let proved = try? writes.change(titled: "Review: " + decisions.map(\.blockID).joined(separator: ", ")) {
      change = proved
    }
  }

  /// A numbered choice was ticked here, or several were.
  package var answersChoices: Bool {
    decisions.contains { BlockID.isChoice($0.blockID) } || !notWritten.isEmpty
  }

  /// One change for the ticks of several notes; nil where they cannot be written together.
  package static func together(_ all: [AppliedTicks?], in plan: Plan) -> VaultChange? {
    var writes = MakeWrites(in: plan)
    let decisions = all.compactMap(\.self).flatMap(\.decisions)
    guard writes.add(each: decisions.map(\.writes)).allSatisfy({ $0 == nil }) else { return nil }
    return try? writes.change(titled: "Review")
  }

  private mutating func refuse(_ proposal: ReviewNote.Proposal, _ reason: Sentence) {
    settled.insert(proposal.line.blockID)
    notWritten.append("\(words: proposal.line.words) The reason: \(reason).")
  }
}

extension PlannedWrite {
  fileprivate func movesCompleted(in plan: Plan) -> Bool {
    guard key == "due", case .milestone(let name) = subject else { return false }
    return plan.milestones.indices.contains { plan.milestones[$0].state == .done && plan.name(of: $0) == name }
  }
}

extension ReviewNote.Proposal {
  /// What it writes, with the day that the person wrote where one is asked for; nil where that cannot be read.
  fileprivate func wishes(on today: Day) -> [PlannedWrite]? {
    guard let answer = line.answer else { return writes }
    let words = answer.split(separator: " ").map(String.init)
    guard let writes, let found = DayPhrase.days(atBeginningOf: words[...], today: today, earliest: today) else {
      return nil
    }
    return writes.map { write in
      guard case .set(let old, PlannedWrite.askedDay) = write.action else { return write }
      return PlannedWrite(
        subject: write.subject, key: write.key, action: .set(old: old, new: found.days.last.description))
    }
  }
}
