/// What a goal is about, and what it is for: `sing a solo` and `at my sister's wedding`.
struct GoalClauses: Sendable {
  /// Words, as `WordLists.words`.
  let head: [String]
  /// Empty where all of it is the subject.
  let tail: [String]
  /// Where the head is among the words.
  let headRange: Range<Int>

  init(_ words: [String], _ lists: WordLists) {
    if let first = words.first, lists[.turning].contains(first), let into = words.firstIndex(of: "into"),
      into + 1 < words.count
    {
      // What something is turned into is the subject: a back yard, into a garden.
      headRange = (into + 1)..<words.count
      head = Array(words[headRange])
      tail = Array(words[...into])
    } else {
      let end = Self.endOfHead(words, lists) ?? words.count
      headRange = 0..<end
      head = Array(words[headRange])
      tail = Array(words[end...])
    }
  }

  private static func endOfHead(_ words: [String], _ lists: WordLists) -> Int? {
    for index in words.indices.dropFirst() {
      let telling = words[..<index].filter { !lists.isCommon($0) && ($0.count > 1 || $0.allSatisfy(\.isNumber)) }
      guard let first = telling.first else { continue }
      let word = words[index]
      if lists[.beginsRest].contains(word) { return index }
      guard index + 1 < words.count else { continue }
      let next = words[index + 1]
      if word == "with", lists[.beforeThing].contains(next) { return index }
      // “Train for a marathon” and “learn to swim” have their subject behind the one word before; “a new website for my
      // practice” has it there.
      guard telling.count > 1 || isThing(first, in: words, lists) else { continue }
      if word == "to", lists[.purposes].contains(next), !lists[.leaving].contains(first) { return index }
      if ["for", "at", "in"].contains(word), lists[.beforeThing].contains(next) {
        // Who comes is counted for the sake of something: “500 readers for my newsletter”.
        if word == "for", words[..<index].contains(where: lists[.audiences].contains) { continue }
        return index
      }
    }
    return nil
  }

  /// A word that stands behind an article or the like names a thing, and nothing that is done.
  private static func isThing(_ word: String, in words: [String], _ lists: WordLists) -> Bool {
    guard let place = words.firstIndex(of: word), place > 0 else { return false }
    return lists[.beforeThing].contains(words[place - 1]) || lists[.newThings].contains(words[place - 1])
  }
}
