import Forecasting
import PlanDocuments

/// Finds the playbook for a goal by its words, or none.
///
/// It is a classification of text with a reject option (Chow, 1970, “On optimum recognition error and reject tradeoff”): evidence
/// is added up for each playbook, and the best one is taken only where it has enough and the next is clearly behind. Evidence is
/// `match`, phrases that name the subject and are enough alone; `hints`, words that go with it, three of which are enough; single
/// words out of `match`, by their rarity; and `against`. Each word of the goal counts once for a playbook. The general
/// playbook's `match` are goals that no playbook is for. What a goal is about counts more than what it is for (`GoalClauses`).
package struct PlaybookMatching: Sendable {
  package struct Match: Hashable, Sendable {
    /// Its index in the list that was given.
    package var playbook: Int
    /// 1 is one phrase that names the subject; without upper end.
    package var score: Double
    /// The phrases of its title or `match` that were found, the longest first.
    package var words: [String]
  }

  /// What was found for one goal.
  package struct Choice: Sendable {
    /// The playbook to use: the best, or the general one where none fits well; nil where there is neither.
    package var playbook: Int?
    /// Nothing fits well, or two fit alike.
    package var isGeneral: Bool
    /// The matches in their order, the playbook to use among them where it matched.
    package var ranked: [Match]
  }

  private static let phraseWeight = 1.0
  /// What a phrase adds for each word after its first.
  private static let longerPhrase = 0.12
  /// What a goal that no playbook is for counts; below a phrase, since these name less.
  private static let generalWeight = 0.8
  private static let hintWeight = 0.4
  /// How much less a hint counts for each doubling, and so on, of the playbooks that share it: by the logarithm of their number.
  private static let sharedHint = 0.3
  private static let titleWeight = 0.2
  /// What a single word counts that no other playbook has in a phrase.
  private static let wordWeight = 0.24
  private static let againstWeight = -0.5
  /// What a part of a phrase counts whose other words another phrase has taken.
  private static let restShare = 0.6
  /// What the words count that say when, where or what for: where the head has a playbook of its own, and where not.
  private static let tailShare = (known: 0.4, unknown: 0.8)
  /// The least score that fits, and how far the next has to be behind: with four in ten phrases of the playbooks left out, 2 % of
  /// the project's own goals then get a wrong one, and with all of them as many.
  package static let leastScore = 0.85
  private static let margin = 0.3
  /// What each telling word of the goal adds to the least score that a playbook has no evidence for, but for so many, and at most
  /// so much: one phrase in a long story is chance.
  private static let unexplained = (each: 0.15, free: 2, most: 0.6)
  /// An own playbook comes before a built-in one that scores up to this many times as high.
  private static let ownAdvantage = 2.0

  private let words: WordLists
  private var index = EvidenceIndex()
  private var isGeneral: [Bool] = []
  private var isOwn: [Bool] = []
  private var isBroad: [Bool] = []

  /// - Parameter own: which of them are the vault's own; these come first where they fit.
  package init(_ playbooks: [Playbook], own: Set<Int> = [], words: WordLists) {
    self.words = words
    isGeneral = playbooks.map(\.isGeneral)
    isOwn = playbooks.indices.map(own.contains)
    isBroad = playbooks.map(\.isBroad)
    let sharers = Self.holders(of: playbooks.map { Set($0.hints.map { $0.lowercased() }) })
    let stems = playbooks.map { $0.isGeneral ? [] : tellingStems(of: $0.match) }
    let holders = Self.holders(of: stems)
    for (number, playbook) in playbooks.enumerated() {
      var known: Set<String> = []
      func add(_ text: String, _ weight: Double, _ kind: EvidenceIndex.Kind) {
        guard let pattern = GoalPattern(text, words) else { return }
        if pattern.stems.count == 1 { known.formUnion(pattern.stems) }
        let more = kind == .name && !pattern.isExact ? Self.longerPhrase * Double(pattern.stems.count - 1) : 0
        index.add(.init(pattern: pattern, playbook: number, weight: weight + more, kind: kind, text: text))
      }
      let names = playbook.isGeneral ? playbook.match : playbook.match + [playbook.title]
      for text in Set(names) { add(text, playbook.isGeneral ? Self.generalWeight : Self.phraseWeight, .name) }
      for hint in Set(playbook.hints) {
        let count = Double(max(1, sharers[hint.lowercased()] ?? 1))
        add(hint, Self.hintWeight / (1 + Self.sharedHint * Exponentials.log(count)), .hint)
      }
      for text in Set(playbook.against) { add(text, Self.againstWeight, .against) }
      guard !playbook.isGeneral else { continue }
      let titled = tellingStems(of: [playbook.title]).subtracting(words.littleStems)
      for stem in stems[number].union(titled).subtracting(known) {
        let rarity = Self.rarity(of: holders[stem] ?? 1, in: playbooks.count)
        var weight = (words.littleStems.contains(stem) ? 0.5 : 1) * rarity * Self.wordWeight
        if titled.contains(stem) { weight = max(weight, Self.titleWeight) }
        // A person's own playbook has few phrases, often its title alone.
        if isOwn[number] { weight *= 2 }
        index.add(
          .init(pattern: GoalPattern(stem: stem), playbook: number, weight: weight, kind: .hint, text: stem))
      }
    }
    index.learn(words.kindsByStem.keys)
  }

  private func tellingStems(of texts: [String]) -> Set<String> {
    Set(
      texts.flatMap(words.words).filter { words.weight(of: $0) > 0 && $0.first != "(" }.map(words.matchStem))
  }

  private static func holders(of sets: [Set<String>]) -> [String: Int] {
    var holders: [String: Int] = [:]
    for text in sets.joined() { holders[text, default: 0] += 1 }
    return holders
  }

  /// 1 for a word of one playbook, 0 for one of all.
  private static func rarity(of count: Int, in all: Int) -> Double {
    all < 2 ? 1 : Exponentials.log(Double(all) / Double(count)) / Exponentials.log(Double(all))
  }

  /// The playbooks that have evidence in a goal, best first, the general one among them; own ones before others where they fit.
  ///
  /// And for each the least score that fits this goal.
  private func scored(_ goal: String) -> (matches: [Match], floors: [Int: Double]) {
    let terms = GoalTerms(words.words(of: goal), words, meant: index.meant)
    let found = index.found(in: terms)
    let floors = found.mapValues { pieces in
      let explained = Set(pieces.filter { $0.weight > 0 }.flatMap(\.places)).intersection(terms.telling)
      let left = max(0, terms.telling.count - explained.count - Self.unexplained.free)
      return Self.leastScore + min(Self.unexplained.most, Self.unexplained.each * Double(left))
    }
    let heads = found.mapValues { pieces in sum(pieces.filter { terms.head.contains($0.first) }, terms, tail: 1) }
    let tail = heads.values.contains { $0 >= Self.leastScore } ? Self.tailShare.known : Self.tailShare.unknown
    let matches = found.map { number, pieces in
      let names = pieces.filter { $0.evidence.kind == .name }
      let texts = names.sorted { ($1.places.count, $0.evidence.text) < ($0.places.count, $1.evidence.text) }
      return Match(
        playbook: number, score: sum(pieces, terms, tail: tail), words: texts.map(\.evidence.text))
    }
    let best = matches.map(\.score).max() ?? 0
    func comesFirst(_ match: Match) -> Bool { isOwnThatFits(match, best: best) }
    let sorted = matches.filter { $0.score > 0 }.sorted { one, other in
      let (oneFirst, otherFirst) = (comesFirst(one), comesFirst(other))
      if oneFirst != otherFirst { return oneFirst }
      return one.score != other.score ? one.score > other.score : one.playbook < other.playbook
    }
    return (sorted, floors)
  }

  private func isOwnThatFits(_ match: Match, best: Double) -> Bool {
    isOwn[match.playbook] && !isGeneral[match.playbook] && match.score >= Self.leastScore
      && match.score * Self.ownAdvantage >= best
  }

  /// Adds evidence up, the strongest first; words that are taken already add little more.
  private func sum(_ pieces: [EvidenceIndex.Piece], _ terms: GoalTerms, tail: Double) -> Double {
    var taken: Set<Int> = []
    var total = 0.0
    let sorted = pieces.sorted { ($1.weight, $0.first, $0.evidence.text) < ($0.weight, $1.first, $1.evidence.text) }
    for piece in sorted where piece.weight > 0 {
      let new = piece.places.filter { !taken.contains($0) }
      guard !new.isEmpty else { continue }
      let part = Double(new.count) / Double(piece.places.count)
      total += piece.weight * (part < 1 ? part * Self.restShare : 1) * (terms.head.contains(piece.first) ? 1 : tail)
      taken.formUnion(new)
    }
    var seen: Set<String> = []
    for piece in sorted where piece.weight < 0 && seen.insert(piece.evidence.text).inserted {
      total += piece.weight * (terms.head.contains(piece.first) ? 1 : tail)
    }
    return total
  }

  /// A playbook that fits comes before a broad one that isn't clearly better.
  private func narrowFirst(_ ranked: [Match]) -> [Match] {
    guard let best = ranked.first, isBroad[best.playbook],
      let narrow = ranked.firstIndex(where: { !isBroad[$0.playbook] }),
      ranked[narrow].score >= max(Self.leastScore, best.score - Self.margin)
    else { return ranked }
    return [ranked[narrow]] + ranked[..<narrow] + ranked[(narrow + 1)...]
  }

  package func choice(for goal: String) -> Choice {
    let (scored, floors) = scored(goal)
    let ranked = narrowFirst(scored.filter { !isGeneral[$0.playbook] })
    if let best = ranked.first, best.score >= floors[best.playbook] ?? Self.leastScore {
      // A broad playbook beside a narrow one is no doubt about the subject.
      let rivals = scored.filter { $0.playbook != best.playbook && (!isBroad[$0.playbook] || isBroad[best.playbook]) }
      let next = rivals.map(\.score).max() ?? 0
      if isOwnThatFits(best, best: scored.map(\.score).max() ?? 0) || best.score - next >= Self.margin {
        return Choice(playbook: best.playbook, isGeneral: false, ranked: ranked)
      }
    }
    // The vault's own general plan before the built-in one.
    let general = isGeneral.indices.filter { isGeneral[$0] }
    return Choice(playbook: general.first { isOwn[$0] } ?? general.first, isGeneral: true, ranked: ranked)
  }
}
