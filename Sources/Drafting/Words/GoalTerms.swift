/// A goal as matching reads it: for each word what it can stand for.
struct GoalTerms: Sendable {
  /// For each word its stem, or the known one that it is a slip for, and its kinds.
  let spellings: [[String]]
  /// What each word counts where it parts the words of a phrase: 0 for one that only joins others, 0.5 for a common one.
  let gaps: [Double]
  /// The indices of the words that say something about the subject.
  let telling: Set<Int>
  /// The indices of the words that say what the goal is about; the others say when, where or what for.
  let head: Range<Int>

  /// - Parameter meant: the known stem that an unknown one is a slip for; itself where there is none.
  init(_ words: [String], _ lists: WordLists, meant: (String) -> String) {
    spellings = words.map { word in
      let stem = meant(lists.matchStem(of: word))
      let own = lists.kinds(of: word, stem: TextWords.stem(of: word))
      let kinds = own.isEmpty ? lists.kindsByStem[stem] ?? [] : own
      return [stem] + kinds
    }
    gaps = words.map { word in
      if lists[.joining].contains(word) { return 0 }
      return lists.weight(of: word) == 0 ? 0.5 : 1
    }
    telling = Set(words.indices.filter { lists.weight(of: words[$0]) > 0 })
    head = GoalClauses(words, lists).headRange
  }
}
