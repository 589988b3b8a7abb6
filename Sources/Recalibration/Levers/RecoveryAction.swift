import PlanDocuments
package import PlanModel

/// One thing that can be done about a plan that doesn't fit: how it is said, what it writes, what it asks of the person.
package struct RecoveryAction: Sendable {
  package enum Kind: Hashable, Sendable {
    case order, pause, share, cut, shrink, hours, laterEnd, givingUp, other
  }

  var kind: Kind
  /// Begins with a verb in lower case and has no full stop: `leave out *Bonus chapter* (8 h)`; of a later end only
  /// whose it is and where it goes: `*book* to 30 Apr`.
  var phrase: Sentence
  var writes: [PlannedWrite]
  /// See `Disruption`.
  var disruption: Double
  /// Minutes of work that it takes out of the plan.
  var minutesSaved: Int
  /// Minutes of work that it asks for in all, beyond the hours that there are.
  var minutesAdded: Int
  /// The goals whose hours it takes or whose end it moves, by their index in `Plan.goals`: a harm to them is no surprise.
  var goals: [Int]

  package init(
    _ kind: Kind = .other, phrase: Sentence, writes: [PlannedWrite], disruption: Double = 0, minutesSaved: Int = 0,
    minutesAdded: Int = 0, goals: [Int] = []
  ) {
    self.kind = kind
    self.phrase = phrase
    self.writes = writes
    self.disruption = disruption
    self.minutesSaved = minutesSaved
    self.minutesAdded = minutesAdded
    self.goals = goals
  }
}

extension [RecoveryAction] {
  var writes: [PlannedWrite] { flatMap(\.writes) }
  var disruption: Double { reduce(0) { $0 + $1.disruption } }
  var minutesSaved: Int { reduce(0) { $0 + $1.minutesSaved } }
  var minutesAdded: Int { reduce(0) { $0 + $1.minutesAdded } }

  /// `Leave out *A*, work 2 h more on Sundays until 28 Apr, and move the deadline of *book* to 30 Apr`, without a full stop.
  var phrase: Sentence {
    var phrases = filter { $0.kind != .laterEnd && !$0.phrase.isEmpty }.map(\.phrase)
    let ends = filter { $0.kind == .laterEnd }
    if !ends.isEmpty {
      phrases.append((ends.count == 1 ? "move the deadline of " : "move the deadlines of ") + ends.map(\.phrase).list)
    }
    return phrases.list.capitalized
  }
}

extension [Sentence] {
  /// `A`, `A and B`, `A, B, and C`.
  package var list: Sentence {
    var list: Sentence = ""
    for (index, sentence) in enumerated() {
      if index > 0 { list = list + (index == count - 1 ? (count > 2 ? ", and " : " and ") : ", ") }
      list = list + sentence
    }
    return list
  }
}

extension Sentence {
  /// With a capital first letter, where it begins with words.
  package var capitalized: Sentence {
    guard case .words(let words)? = pieces.first, let first = words.first else { return self }
    return Sentence(pieces: [.words(first.uppercased() + words.dropFirst())] + pieces.dropFirst())
  }
}
