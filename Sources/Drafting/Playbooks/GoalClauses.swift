/// What a goal is about, and what it is for: `sing a solo` and `at my sister's wedding`.
struct GoalClauses: Sendable {
  /// Words, as `GoalWords.words`.
  let head: [String]
  /// Empty where all of it is the subject.
  let tail: [String]

  init(_ words: [String]) {
    if let first = words.first, Self.turning.contains(first), let into = words.firstIndex(of: "into"),
      into + 1 < words.count
    {
      // What something is turned into is the subject: a back yard, into a garden.
      head = Array(words[(into + 1)...])
      tail = Array(words[...into])
    } else {
      let end = Self.endOfHead(words) ?? words.count
      head = Array(words[..<end])
      tail = Array(words[end...])
    }
  }

  private static func endOfHead(_ words: [String]) -> Int? {
    for index in words.indices.dropFirst() {
      let telling = words[..<index].filter { !GoalWords.isCommon($0) && ($0.count > 1 || $0.allSatisfy(\.isNumber)) }
      guard let first = telling.first else { continue }
      let word = words[index]
      if beginsTail.contains(word) { return index }
      guard index + 1 < words.count else { continue }
      let next = words[index + 1]
      if word == "with", determiners.contains(next) { return index }
      // “Train for a marathon” and “learn to swim” have their subject behind the one word before; “a new website for my
      // practice” has it there.
      guard telling.count > 1 || isThing(first, in: words) else { continue }
      if word == "to", purposes.contains(next), !leaving.contains(first) { return index }
      if ["for", "at", "in"].contains(word), determiners.contains(next) {
        // Who comes is counted for the sake of something: “500 readers for my newsletter”.
        if word == "for", words[..<index].contains(where: audiences.contains) { continue }
        return index
      }
    }
    return nil
  }

  /// A word that stands behind an article or the like names a thing, and nothing that is done.
  private static func isThing(_ word: String, in words: [String]) -> Bool {
    guard let place = words.firstIndex(of: word), place > 0 else { return false }
    return determiners.contains(words[place - 1]) || ["new", "own", "better", "first"].contains(words[place - 1])
  }

  private static let turning: Set<String> = ["turn", "convert", "make", "transform", "develop", "grow"]

  /// A time, a reason or a condition follows.
  private static let beginsTail: Set<String> = [
    "before", "because", "while", "until", "till", "after", "without", "when", "by", "so", "despite", "during",
  ]

  private static let determiners: Set<String> = [
    "my", "our", "his", "her", "their", "your", "the", "a", "an", "mum", "dad", "charity", "fun", "work",
  ]

  /// `learn python to get …`
  private static let purposes: Set<String> = [
    "get", "buy", "become", "be", "do", "run", "travel", "help", "pay", "move", "start", "talk", "speak", "go", "make",
    "build", "visit", "impress", "play", "read", "win", "find", "work", "earn", "use", "write", "give", "live", "climb",
    "hike", "ride", "swim", "order", "chat", "sell", "launch", "show", "see", "understand", "feel", "look", "fit",
    "keep",
    "have", "stay", "reach", "save",
  ]

  /// What is left is not the subject: “quit my job to freelance”.
  private static let leaving: Set<String> = ["quit", "leave", "stop", "retrain", "switch", "change"]

  private static let audiences: Set<String> = [
    "users", "subscribers", "customers", "clients", "readers", "followers", "members", "donors", "orders", "sales",
    "downloads", "stars", "people", "listeners", "guests", "installs", "students",
  ]
}
