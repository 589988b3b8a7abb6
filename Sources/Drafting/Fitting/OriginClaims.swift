import PlanDocuments
import PlanModel

/// What the words on where a goal starts say is done, and what they say is not.
struct OriginClaims {
  /// The stems of each part that says something is done, with the words as they stand.
  private var done: [(words: String, stems: Set<String>, part: (number: Double, unit: String)?)] = []

  private let lists: WordLists
  /// Stems that say that something is done, not what.
  private let weak: Set<String>

  /// - Parameter goal: the destination in words; of an amount in it some may be done, and not all.
  init(_ origin: [String], goal: String = "", words lists: WordLists) {
    self.lists = lists
    weak = Set(lists[.onlyDone].map(TextWords.stem))
    for text in origin {
      for clause in clauses(of: text) {
        let words = TextWords.words(of: clause, .letters, and: "'")
        guard !words.contains(where: lists[.denying].contains), words.contains(where: lists[.done].contains) else {
          continue
        }
        let stems = Set(lists.stems(of: clause)).subtracting(weak)
        if !stems.isEmpty { done.append((clause.trimmedBlanks, stems, GoalAmount.part(in: clause, of: goal))) }
      }
    }
  }

  /// The part of the origin that says a milestone is done; nil where none does.
  ///
  /// It names the milestone's id, or at least half of the words of its title.
  func claim(for milestone: Playbook.Milestone) -> String? {
    let title = Set(lists.stems(of: milestone.title)).subtracting(weak)
    let id = Set(lists.stems(of: milestone.id.replacing("-", with: " "))).subtracting(weak)
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
  private func clauses(of text: String) -> [String] {
    var clauses: [String] = [""]
    let words = text.split(separator: " ", omittingEmptySubsequences: true)
    for word in words {
      let lower = word.lowercased()
      if lists[.parting].contains(lower) {
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
}
