import Forecasting
import PlanDocuments

/// Which steps of a person's list a plan has too, by the words of their titles.
struct StepMatching {
  /// For each of the person's steps the index of the plan's that it is nearest to; nil where none is near.
  ///
  /// None twice.
  let pairs: [Int?]

  /// Two titles are the same step from here: half of their words, weighted by their rarity.
  private static let leastNearness = 0.5

  /// That something is done, and all of it, says nothing about what (`idle`); of words for the same kind of step each is the
  /// first of its group.
  ///
  /// - Parameters:
  ///   - own: the titles of the person's steps.
  ///   - steps: the plan's, each with all that it is called.
  init(_ own: [String], _ steps: [[String]], words lists: WordLists) {
    let sameAs = Self.sameAs(lists)
    let idle = Set(lists[.idle].map(TextWords.stem))
    func name(_ title: String) -> Name {
      let numbers = lists.words(of: title).compactMap { $0.allSatisfy(\.isNumber) ? $0 : lists.figures[$0] }
      let stems = lists.stems(of: title)
      let telling = stems.filter { !idle.contains($0) }
      let roots = (telling.isEmpty ? stems : telling).map(Self.root).map { sameAs[$0] ?? $0 }
      return Name(words: Set(roots + numbers), all: Set(lists.words(of: title)))
    }
    let left = own.map(name)
    let right = steps.map { $0.map(name).filter { !$0.words.isEmpty } }
    let rarity = Self.rarity(of: right.map { $0.reduce(into: Set()) { $0.formUnion($1.words) } })
    var candidates: [(nearness: Double, left: Int, right: Int)] = []
    for (l, name) in left.enumerated() where !name.words.isEmpty {
      for (r, names) in right.enumerated() {
        let nearness = names.map { Self.nearness(name, $0, rarity) }.max() ?? 0
        if nearness >= Self.leastNearness { candidates.append((nearness, l, r)) }
      }
    }
    candidates.sort { ($0.nearness, -$0.left, -$0.right) > ($1.nearness, -$1.left, -$1.right) }
    var pairs = [Int?](repeating: nil, count: own.count)
    var taken: Set<Int> = []
    for candidate in candidates where pairs[candidate.left] == nil && !taken.contains(candidate.right) {
      pairs[candidate.left] = candidate.right
      taken.insert(candidate.right)
    }
    self.pairs = pairs
  }

  /// A title with the words that tell it apart, and with all of them as they stand.
  private struct Name {
    var words: Set<String>
    var all: Set<String>
  }

  /// The weight of the common words against that of the shorter title, with a little of the longer one's: a short title says
  /// what it says, a word out of a long sentence says less.
  ///
  /// Among equals the same letters decide.
  private static func nearness(_ one: Name, _ other: Name, _ rarity: (String) -> Double) -> Double {
    func weight(_ words: Set<String>) -> Double { words.sorted().reduce(0) { $0 + rarity($1) } }
    let common = weight(one.words.intersection(other.words))
    guard common > 0 else { return 0 }
    let (first, second) = (weight(one.words), weight(other.words))
    let alike = Double(one.all.intersection(other.all).count) / Double(one.all.union(other.all).count)
    // One word names a short step, and only brushes a long one.
    let share = other.words.count == 1 && one.words.count > 2 ? 0.7 : 1
    return share * common / (0.75 * min(first, second) + 0.25 * max(first, second)) + 0.01 * alike
  }

  /// As in BM25: a word that many steps of the plan have tells them apart badly.
  private static func rarity(of steps: [Set<String>]) -> (String) -> Double {
    var holders: [String: Int] = [:]
    for words in steps { for word in words { holders[word, default: 0] += 1 } }
    let count = Double(steps.count)
    return { word in
      let holding = Double(holders[word] ?? 0)
      return Exponentials.log(1 + (count - holding + 0.5) / (holding + 0.5)) + 0.5
    }
  }

  // MARK: Words

  /// Without the endings of who does it or what it is called: `editor` is `edit`, `payment` is `pay`.
  private static func root(_ stem: String) -> String {
    for ending in ["ation", "ition", "ment", "ion", "er", "or"] {
      if stem.hasSuffix(ending), stem.count - ending.count >= (ending == "ment" ? 3 : 4) {
        return String(stem.dropLast(ending.count))
      }
    }
    return stem
  }

  /// Words that people use for the same kind of step, as roots.
  private static func sameAs(_ lists: WordLists) -> [String: String] {
    var map: [String: String] = [:]
    for group in lists.sameGroups {
      for word in group { map[root(TextWords.stem(of: word))] = root(TextWords.stem(of: group[0])) }
    }
    return map
  }
}
