import PlanDocuments
package import PlanModel

/// What the words on where a goal starts say is done, and what they say is not.
struct OriginClaims {
  /// The stems of each part that says something is done, with the words as they stand.
  private var done: [(words: String, stems: Set<String>, part: (number: Double, unit: String)?)] = []

  /// - Parameter goal: the destination in words; of an amount in it some may be done, and not all.
  init(_ origin: [String], goal: String = "") {
    for text in origin {
      for clause in OriginClaims.clauses(of: text) {
        let words = clause.lowercased().split { !$0.isLetter && $0 != "'" }.map(String.init)
        guard !words.contains(where: Self.denying.contains), words.contains(where: Self.saysDone) else { continue }
        let stems = Set(GoalWords.stems(of: clause)).subtracting(Self.weak)
        if !stems.isEmpty { done.append((clause.trimmedBlanks, stems, GoalAmount.part(in: clause, of: goal))) }
      }
    }
  }

  /// The part of the origin that says a milestone is done; nil where none does.
  ///
  /// It names the milestone's id, or at least half of the words of its title.
  func claim(for milestone: Playbook.Milestone) -> String? {
    let title = Set(GoalWords.stems(of: milestone.title)).subtracting(Self.weak)
    let id = Set(GoalWords.stems(of: milestone.id.replacing("-", with: " "))).subtracting(Self.weak)
    return done.first { claim in
      // “Three songs written” of five is done with a step of three, and with no other.
      if let part = claim.part {
        guard let amount = GoalAmount.number(in: milestone.title, unit: part.unit), amount <= part.number else {
          return false
        }
      }
      let common = title.intersection(claim.stems)
      if !id.isEmpty, id.isSubset(of: claim.stems) { return true }
      return !common.isEmpty && common.count * 2 >= title.count
    }?.words
  }

  /// Commas, semicolons, stops, “and”, “but” part what is said; a comma within a number does not.
  private static func clauses(of text: String) -> [String] {
    var clauses: [String] = [""]
    let words = text.split(separator: " ", omittingEmptySubsequences: true)
    for word in words {
      let lower = word.lowercased()
      if ["and", "but", "though", "while", "&", "-", "–", "—"].contains(lower) {
        clauses.append("")
        continue
      }
      clauses[clauses.count - 1] += (clauses[clauses.count - 1].isEmpty ? "" : " ") + word
      if let last = word.last, ",;.:".contains(last) { clauses.append("") }
    }
    return clauses.filter { !$0.isEmpty }.map { clause in
      var clause = clause
      while let last = clause.last, ",;.:".contains(last) { clause.removeLast() }
      return clause
    }
  }

  private static let denying: Set<String> = [
    "no", "not", "never", "nothing", "none", "without", "nobody", "yet", "isn't", "haven't", "hasn't", "don't",
    "cannot",
    "can't", "almost", "nearly", "partly", "half", "unfinished", "incomplete", "missing", "lack", "lacking", "need",
    "needs", "todo",
    "barely", "hardly",
  ]

  private static func saysDone(_ word: String) -> Bool { doneWords.contains(word) }

  private static let doneWords: Set<String> = [
    "accepted", "agreed", "already", "approved", "arranged", "booked", "bought", "built", "checked", "chosen",
    "collected", "complete",
    "completed", "decided", "defined", "designed", "done", "drafted", "entered", "exist", "exists", "finished", "fixed",
    "found",
    "have", "has", "in", "installed", "known", "live", "made", "own", "paid", "passed", "picked", "planned", "ready",
    "recorded",
    "registered", "researched", "saved", "selected", "sent", "set", "settled", "signed", "submitted", "tested", "there",
    "up",
    "written",
  ]

  /// Stems that say that something is done, not what.
  private static let weak: Set<String> = Set(
    [
      "already", "complete", "completed", "done", "exist", "exists", "finished", "fixed", "has", "have", "in", "known",
      "made", "own",
      "ready", "set", "settled", "there", "up", "written",
    ].map(GoalWords.stem))
}
