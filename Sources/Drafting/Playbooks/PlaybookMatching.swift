import Forecasting
import PlanDocuments
import Recalibration

/// Finds the playbook for a goal by its words.
///
/// Each playbook is a text of weighted words; scores are BM25 (Robertson and Zaragoza, 2009, “The probabilistic relevance
/// framework”), with the fields' weights inside the term frequency (BM25F). Besides words, terms are pairs of words, in the goal
/// also with one or two others between them, and whole phrases of `match` as they stand. What a goal is about counts more than
/// what it is for (`GoalClauses`), and a word also counts as its kind (`WordLists`).
package struct PlaybookMatching: Sendable {
  package struct Match: Hashable, Sendable {
    /// Its index in the list that was given.
    package var playbook: Int
    /// From 0, without upper end.
    package var score: Double
    /// The words of the goal that stand in its title or `match`, as stems, in their order, pairs behind them; without those
    /// that go with goals of every kind.
    package var words: [String]
  }

  /// What was found for one goal.
  package struct Choice: Sendable {
    /// The playbook to use: the best, or the general one where none fits well; nil where there is neither.
    package var playbook: Int?
    /// Nothing fits well.
    package var isGeneral: Bool
    /// The matches in their order, the playbook to use among them where it matched.
    package var ranked: [Match]
  }

  fileprivate struct Entry: Sendable {
    var weights: [String: Double] = [:]
    /// What names the subject by itself: words of the title, single words and pairs under `match`.
    var subject: Set<String> = []
    /// All words and pairs of the title and of `match`.
    var known: Set<String> = []
    /// The phrases under `match`, whole.
    var phrases: Set<String> = []
    var length = 0.0
    var isOwn = false
    var isGeneral = false
  }

  // Title and `match` name the subject; milestones only help to tell two near ones apart.
  private static let titleWeight = 2.0
  private static let matchWeight = 2.0
  private static let milestoneWeight = 0.15
  /// What people call a milestone themselves.
  private static let alsoWeight = 0.08
  private static let saturation = 1.2
  /// Low, since a long list under `match` is care, not chatter.
  private static let lengthShare = 0.2
  /// What a phrase adds that stands in the goal as it stands under `match`, besides its words and pairs.
  private static let phraseShare = 0.5
  /// What the words count that say when, where or what for.
  private static let tailShare = 0.4
  /// A playbook fits from so many times the rarity of a word that no other has: one such word will do, or two that some
  /// have.
  private static let leastFit = 0.85
  /// From so many times that score many words of phrases name the subject together, though none does by itself.
  private static let leastWithoutSubject = 2.5
  /// How much more a goal has to score of whose words a playbook knows none: what it is about may be the words unknown.
  private static let unknownShare = 0.8
  /// An own playbook comes before a built-in one that scores up to this many times as high.
  private static let ownAdvantage = 2.0

  private let words: WordLists
  private var entries: [Entry] = []
  private var rarity: [String: Double] = [:]
  /// The words that stand in a title or under `match` or are of a kind, as stems.
  private var vocabulary: Set<String> = []
  private var meanLength = 1.0
  /// The least score that fits.
  package private(set) var leastScore = 0.0

  /// - Parameter own: which of them are the vault's own; these come first where they fit.
  package init(_ playbooks: [Playbook], own: Set<Int> = [], words: WordLists) {
    self.words = words
    for (index, playbook) in playbooks.enumerated() {
      var entry = Entry()
      entry.isOwn = own.contains(index)
      entry.isGeneral = playbook.isGeneral
      entry.add(playbook.title, words, weight: Self.titleWeight, isSubject: true)
      for phrase in Set(playbook.match) {
        entry.add(phrase, words, weight: Self.matchWeight, isSubject: true, isPhrase: true)
      }
      for milestone in playbook.milestones {
        entry.add(milestone.title, words, weight: Self.milestoneWeight, isSubject: false)
        for name in milestone.also { entry.add(name, words, weight: Self.alsoWeight, isSubject: false) }
      }
      entries.append(entry)
    }
    let searched = entries.filter { !$0.isGeneral }
    guard !searched.isEmpty else { return }
    meanLength = max(1, searched.reduce(0) { $0 + $1.length } / Double(searched.count))
    // A word counts as known where it stands in a title or under `match`: chance mentions in milestones do not make it common.
    var holders: [String: Int] = [:]
    for entry in searched {
      for term in entry.known.union(entry.phrases) { holders[term, default: 0] += 1 }
    }
    for entry in searched { for term in entry.weights.keys where holders[term] == nil { holders[term] = 1 } }
    vocabulary = Set(searched.flatMap(\.known).filter { !$0.contains(" ") }).union(words.kindsByStem.keys)
    func rarityOfTerm(in count: Int) -> Double {
      Exponentials.log(1 + (Double(searched.count - count) + 0.5) / (Double(count) + 0.5))
    }
    for (term, count) in holders { rarity[term] = rarityOfTerm(in: count) }
    leastScore = Self.leastFit * rarityOfTerm(in: 1)
  }

  /// The playbooks that have a word with the goal in common, best first; own ones before others where they fit.
  package func ranked(_ goal: String) -> [Match] {
    let clauses = GoalClauses(words.words(of: goal), words)
    var matches = matches(of: clauses.head + clauses.tail)
    if !clauses.tail.isEmpty {
      let heads = self.matches(of: clauses.head)
      // Where the head names a subject by itself, the tail only helps.
      if heads.contains(where: fits) {
        let scores = Dictionary(heads.map { ($0.playbook, $0.score) }) { first, _ in first }
        for index in matches.indices {
          let head = scores[matches[index].playbook] ?? 0
          matches[index].score = head + Self.tailShare * (matches[index].score - head)
        }
      }
    }
    let best = matches.map(\.score).max() ?? 0
    func comesFirst(_ match: Match) -> Bool {
      entries[match.playbook].isOwn && fits(match) && match.score * Self.ownAdvantage >= best
    }
    return matches.sorted { one, other in
      let (oneFirst, otherFirst) = (comesFirst(one), comesFirst(other))
      if oneFirst != otherFirst { return oneFirst }
      return one.score != other.score ? one.score > other.score : one.playbook < other.playbook
    }
  }

  private func matches(of words: [String]) -> [Match] {
    let goal = GoalTerms(words, self.words, meant: meant)
    return entries.indices.filter { !entries[$0].isGeneral }.compactMap { index in
      let entry = entries[index]
      var score = 0.0
      var words: [String] = []
      for term in goal.terms {
        score += term.share * (term.spellings.map { part(of: $0, in: entry) }.max() ?? 0)
        let isSubject = term.spellings.contains { entry.subject.contains($0) && !self.words.saysLittle($0) }
        if isSubject, let own = term.spellings.first, !words.contains(own) { words.append(own) }
      }
      let whole = entry.phrases.intersection(goal.phrases).sorted()
      for phrase in whole { score += Self.phraseShare * part(of: phrase, weight: Self.matchWeight, in: entry) }
      words += whole.filter { !words.contains($0) }
      return score > 0 ? Match(playbook: index, score: score, words: words) : nil
    }
  }

  /// What one term of the goal adds to the score of a playbook.
  private func part(of term: String, weight: Double? = nil, in entry: Entry) -> Double {
    guard let weight = weight ?? entry.weights[term], let rarity = rarity[term] else { return 0 }
    let length = 1 - Self.lengthShare + Self.lengthShare * entry.length / meanLength
    let share = words.saysLittle(term) ? 0.5 : 1
    return share * rarity * weight * (Self.saturation + 1) / (weight + Self.saturation * length)
  }

  /// The known word that a slip of the fingers made this of: one letter too many, too few, wrong or swapped, never the first.
  private func meant(_ stem: String) -> String {
    guard stem.count >= 6, !vocabulary.contains(stem) else { return stem }
    let letters = Array(stem.unicodeScalars)
    let near = vocabulary.filter { word in
      word.first == stem.first && word.count >= 5 && abs(word.count - stem.count) <= 1
        && NearestWords.distance(letters, Array(word.unicodeScalars)) == 1
    }
    return near.count == 1 ? near.first ?? stem : stem
  }

  /// The score is high enough, and words of the subject made it so.
  package func fits(_ match: Match) -> Bool {
    match.score >= leastScore * (match.words.isEmpty ? Self.leastWithoutSubject : 1)
  }

  /// The part of a goal's telling words that no playbook knows, 0 to 1.
  private func unknownPart(of goal: String) -> Double {
    let stems = words.words(of: goal).filter { words.kinds(of: $0, stem: TextWords.stem(of: $0)).isEmpty }
      .compactMap(words.tellingStem).filter { !words.saysLittle($0) }
    let unknown = stems.count { !vocabulary.contains($0) && meant($0) == $0 }
    return stems.isEmpty ? 0 : Double(unknown) / Double(stems.count)
  }

  package func choice(for goal: String) -> Choice {
    let ranked = ranked(goal)
    let strangeness = 1 + Self.unknownShare * unknownPart(of: goal)
    if let best = ranked.prefix(3).first(where: { fits($0) && $0.score >= leastScore * strangeness }) {
      return Choice(playbook: best.playbook, isGeneral: false, ranked: ranked)
    }
    // The vault's own general plan before the built-in one.
    let general = entries.indices.filter { entries[$0].isGeneral }
    return Choice(
      playbook: general.first { entries[$0].isOwn } ?? general.first, isGeneral: true, ranked: ranked)
  }
}

extension PlaybookMatching.Entry {
  /// - Parameter isPhrase: its words mean something together, so that each alone counts less: a bar exam is no bar.
  fileprivate mutating func add(
    _ text: String, _ lists: WordLists, weight: Double, isSubject: Bool, isPhrase: Bool = false
  ) {
    let words = lists.words(of: text)
    let count = isPhrase ? Double(words.count) : 1
    let single = count > 1 ? weight / (count * count.squareRoot()) : weight
    if isPhrase, let phrase = WordLists.phrase(words) { phrases.insert(phrase) }
    for term in lists.terms(words) {
      let isPair = term.contains(" ")
      // Sums and relatives go with goals of every kind.
      if !isPair, count > 1, ["(sum)", "(relative)"].contains(term) { continue }
      weights[term, default: 0] += isPair ? weight : single
      length += isPair ? weight : single
      guard isSubject else { continue }
      known.insert(term)
      if isPair || count == 1 { subject.insert(term) }
    }
  }
}
