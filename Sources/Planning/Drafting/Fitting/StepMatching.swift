import PlanDocuments

/// Which of two lists of steps mean the same, by the words of their titles.
struct StepMatching {
  /// For each step of the first list the index in the second that it is nearest to; nil where none is near. None twice.
  let pairs: [Int?]

  init(_ one: [String], _ other: [String]) {
    let left = one.map(Self.words)
    let right = other.map(Self.words)
    var candidates: [(nearness: Double, left: Int, right: Int)] = []
    for (l, words) in left.enumerated() {
      for (r, others) in right.enumerated() {
        let nearness = Self.nearness(words, others)
        if nearness >= 0.5 { candidates.append((nearness, l, r)) }
      }
    }
    candidates.sort { ($0.nearness, -$0.left, -$0.right) > ($1.nearness, -$1.left, -$1.right) }
    var pairs = [Int?](repeating: nil, count: one.count)
    var taken: Set<Int> = []
    for candidate in candidates where pairs[candidate.left] == nil && !taken.contains(candidate.right) {
      pairs[candidate.left] = candidate.right
      taken.insert(candidate.right)
    }
    self.pairs = pairs
  }

  /// The share of the shorter one's words that both have; one common word alone is enough only where it is all of it.
  private static func nearness(_ one: Set<String>, _ other: Set<String>) -> Double {
    let common = one.intersection(other).count
    let least = min(one.count, other.count)
    guard common > 0, least > 0 else { return 0 }
    // A title of one word says little, so that its share counts less.
    let alike = 0.1 * Double(common) / Double(one.union(other).count)
    return alike + Double(common) / Double(least)
      - (common == 1 && max(one.count, other.count) > 3 && least > 1 ? 0.2 : 0)
  }

  private static func words(of title: String) -> Set<String> {
    let numbers = title.split { !$0.isNumber && !$0.isLetter }.filter { $0.allSatisfy(\.isNumber) }.map(String.init)
    return Set(GoalWords.stems(of: title).map { sameAs[$0] ?? $0 } + numbers)
  }

  /// Words that people use for the same kind of step, as stems.
  private static let sameAs: [String: String] = {
    let groups: [[String]] = [
      ["draft", "write", "written", "wrote", "writing"], ["publish", "launch", "release", "live", "online", "ship"],
      ["research", "collect", "gather"], ["edit", "revise", "revision", "self-edit"], ["reader", "beta", "feedback"],
      ["price", "pric", "rate", "fee"], ["contract", "agreement", "sow"],
      ["legal", "register", "registr", "llc", "company"],
      ["choose", "chosen", "pick", "select", "decide"], ["practice", "practise", "train", "exercise"],
      ["site", "website", "page"],
      ["portfolio", "case study", "case"], ["book", "reserve"], ["client", "customer"], ["find", "found", "search"],
      ["race", "marathon", "event"], ["test", "try", "tri", "trial"], ["plan", "outline"], ["layout", "format"],
    ]
    var map: [String: String] = [:]
    for group in groups { for word in group { map[GoalWords.stem(of: word)] = group[0] } }
    return map
  }()
}
