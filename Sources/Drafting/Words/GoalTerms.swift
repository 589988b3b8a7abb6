/// What of a goal's words is compared with playbooks: words, pairs of words, and runs as they stand.
struct GoalTerms: Sendable {
  /// A word or pair with what it can stand for: `play guitar`, `play (instrument)`.
  ///
  /// What is found of it counts once.
  struct Term: Sendable {
    /// The goal's own first.
    var spellings: [String]
    /// What it counts, 0 to 1.
    var share: Double
  }

  private(set) var terms: [Term] = []
  /// Every run of two to five words, written like `WordLists.phrase`; also with kinds, and without numbers.
  private(set) var phrases: Set<String> = []

  /// What a pair counts that has other words in between.
  private static let looseShare = 0.6
  /// What a word counts that was taken for a slip of the fingers.
  private static let guessShare = 0.7

  /// - Parameter meant: the known stem that an unknown one is a slip for; itself where there is none.
  init(_ words: [String], _ lists: WordLists, meant: (String) -> String) {
    var places: [Term] = []
    for word in words {
      guard let stem = lists.tellingStem(of: word) else { continue }
      var kinds = lists.kinds(of: word, stem: stem)
      let known = kinds.isEmpty ? meant(stem) : stem
      if known != stem { kinds = lists.kinds(of: known, stem: known) }
      places.append(Term(spellings: [known] + kinds, share: known == stem ? 1 : Self.guessShare))
    }
    var seen: Set<String> = []
    func isNew(_ term: Term) -> Bool { term.spellings.first.map { seen.insert($0).inserted } ?? false }
    terms = places.filter(isNew)
    for apart in 1...3 {
      for (one, other) in zip(places, places.dropFirst(apart)) {
        let spellings = one.spellings.flatMap { first in
          other.spellings.filter { !WordLists.areKinds(first, $0) }.map { first + " " + $0 }
        }
        let pair = Term(spellings: spellings, share: apart == 1 ? 1 : Self.looseShare)
        if isNew(pair) { terms.append(pair) }
      }
    }
    phrases = Self.runs(words, lists)
    let sums = words.filter { $0.first?.isNumber != true || WordLists.isSum($0) }
    if sums.count < words.count { phrases.formUnion(Self.runs(sums, lists)) }
    let plain = words.filter { $0.first?.isNumber != true }
    if plain.count < sums.count { phrases.formUnion(Self.runs(plain, lists)) }
  }

  private static func runs(_ words: [String], _ lists: WordLists) -> Set<String> {
    let places = words.map { word in
      let stem = TextWords.stem(of: word)
      return [stem] + lists.kinds(of: word, stem: stem)
    }
    var runs: Set<String> = []
    for first in places.indices {
      var begun = places[first]
      for place in places[(first + 1)...].prefix(4) {
        begun = begun.flatMap { run in place.map { run + " " + $0 } }
        runs.formUnion(begun)
      }
    }
    return runs
  }
}
