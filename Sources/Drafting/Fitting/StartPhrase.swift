/// Words on a start, a goal or in a playbook's *Start*, as they are compared: what they are about, and what they say of it.
struct StartPhrase: Sendable {
  /// As they were written.
  var text: String
  /// All words, lower case.
  var words: [String]
  /// What they are about.
  var stems: Set<String> = []
  /// Common words that say something here: the end of a lease, the day before.
  var exact: Set<String> = []
  /// That it is there or done.
  var done: Set<String> = []
  var denying: Set<String> = []
  var intent: Set<String> = []
  var past: Set<String> = []
  var amounts: [NamedAmount] = []

  init(_ text: String, _ lists: WordLists) {
    self.text = text
    let plain = text.lowercased().replacing("’", with: "'")
    words = TextWords.words(of: plain, and: "'.+#").map(Self.trimmed).filter { !$0.isEmpty }
    amounts = lists.amounts(in: plain)
    let counted = Set(amounts.flatMap(\.units))
    for word in words {
      if lists[.denying].contains(word) {
        denying.insert(word)
      } else if lists[.intent].contains(word) {
        intent.insert(word)
      } else if lists[.past].contains(word) {
        past.insert(word)
      } else if lists[.done].contains(word) {
        done.insert(word)
      } else if let stem = lists.tellingStem(of: word), !isNumber(word, lists),
        counted.isDisjoint(with: lists.unitNames(of: word))
      {
        stems.insert(stem)
      } else if lists.isCommon(word), !lists[.glue].contains(word), lists.figures[word] == nil {
        exact.insert(word)
      }
    }
    // `used to speak it` is past, `used it at work` isn't.
    if zip(words, words.dropFirst()).contains(where: { $0 == "used" && $1 == "to" }) { past.insert("used") }
  }

  private func isNumber(_ word: String, _ lists: WordLists) -> Bool {
    lists.figures[word] != nil || word.first?.isNumber == true
  }

  private static func trimmed(_ word: String) -> String {
    var word = word
    while let last = word.last, ".'".contains(last) { word.removeLast() }
    return word
  }

  /// Nothing but the name of a thing.
  private var isBareThing: Bool {
    words.allSatisfy { ["a", "an", "the", "my", "our", "some"].contains($0) || stems.contains(TextWords.stem(of: $0)) }
  }

  /// It says neither what it is about nor how much.
  var isEmpty: Bool { stems.isEmpty && amounts.allSatisfy(\.units.isEmpty) }
}

extension StartPhrase {
  enum Found { case yes, denied, no }

  /// Whether words on where somebody starts say what this phrase of a playbook says.
  ///
  /// - Parameters:
  ///   - isLevel: its amounts hold for all larger ones, and it is about today.
  ///   - scale: what an amount in a unit is multiplied by before it is compared.
  func isSaid(in said: StartPhrase, isLevel: Bool, scale: (NamedAmount) -> Double = \.number) -> Found {
    if isEmpty { return said.contains(words) ? .yes : .no }
    guard stems.isSubset(of: said.stems), exact.isSubset(of: said.words) else { return .no }
    for amount in amounts where !amount.units.isEmpty {
      let mayBeMore = isLevel || !done.isEmpty
      guard said.amounts.contains(where: { amount.isReached(by: $0, scale($0), mayBeMore: mayBeMore) }) else {
        return .no
      }
    }
    // “An editor” in a list of what is there is one; “work as an editor” and “I can swim” say nothing of a booking.
    if !done.isEmpty, said.done.isEmpty, amounts.isEmpty, !said.isBareThing || said.stems != stems { return .no }
    // “Half” alone says nothing of what.
    if stems.count == 1, amounts.isEmpty, denying.isEmpty == false, done.isDisjoint(with: said.done) { return .no }
    if !denying.isSubset(of: said.denying) { return .no }
    let denied = said.denying.subtracting(denying).subtracting(amounts.isEmpty ? [] : ["without"])
    if !denied.isEmpty { return .denied }
    if !done.isEmpty, !said.intent.subtracting(intent).isEmpty, said.done.isDisjoint(with: done) { return .denied }
    if isLevel, !said.past.subtracting(past).isEmpty { return .no }
    return .yes
  }

  /// Whether a goal's own words say it: that something is done they say with the same word, or it is what is wanted.
  func isSaid(inGoal goal: StartPhrase, isLevel: Bool) -> Bool {
    if isEmpty { return words.count > 1 && goal.contains(words) }
    guard stems.isSubset(of: goal.stems), exact.isSubset(of: goal.words), done.isSubset(of: goal.done),
      denying.isSubset(of: goal.denying),
      goal.denying.isSubset(of: denying)
    else { return false }
    return amounts.allSatisfy { amount in
      amount.units.isEmpty
        || goal.amounts.contains { amount.isReached(by: $0, $0.number, mayBeMore: isLevel) }
    }
  }

  private func contains(_ run: [String]) -> Bool {
    guard !run.isEmpty, run.count <= words.count else { return false }
    return (0...(words.count - run.count)).contains { words[$0..<($0 + run.count)].elementsEqual(run) }
  }
}

extension NamedAmount {
  fileprivate func isReached(by said: NamedAmount, _ number: Double, mayBeMore: Bool) -> Bool {
    guard isRate == said.isRate, units.contains(where: said.units.contains) else { return false }
    return mayBeMore ? number >= self.number * 0.98 : abs(number - self.number) < 0.02 * self.number
  }
}
