/// A phrase of a playbook as matching looks for it in a goal.
///
/// Words that only join others may be left out, and up to two others may stand in between: `read (language)` is in *read a
/// whole book in Danish*. A phrase that says little without its small words has to be there as it stands: `set up as a`.
struct GoalPattern: Hashable, Sendable {
  /// The stems of its words, one at least; a kind stands as it is.
  let stems: [String]
  /// Its words have to follow each other as they stand.
  let isExact: Bool

  /// nil for a text without words.
  init?(_ text: String, _ lists: WordLists) {
    let words = lists.words(of: text)
    guard !words.isEmpty else { return nil }
    let core = words.filter { !lists[.joining].contains($0) }
    let said = core.reduce(0.0) { $0 + lists.weight(of: $1) }
    isExact = core.count < 2 || said < 1
    stems = (isExact ? words : core).map(lists.matchStem)
  }

  init(stem: String) {
    stems = [stem]
    isExact = true
  }

  /// Where a goal has it that begins with its first stem at an index; nil where it has not.
  ///
  /// - Parameter spellings: for each word of the goal the stems and kinds that it can stand for.
  /// - Returns: the indices of its words, and how well they fit, 0 to 1.
  func places(in goal: GoalTerms, from first: Int) -> (places: [Int], quality: Double)? {
    var places = [first]
    var quality = 1.0
    for stem in stems.dropFirst() {
      guard let last = places.last, let (place, gap) = next(stem, in: goal, after: last) else { return nil }
      if gap >= 1 { quality *= Self.gapQuality }
      if gap >= 2 { quality *= Self.gapQuality }
      places.append(place)
    }
    return (places, quality)
  }

  /// What a phrase counts with another word in between.
  private static let gapQuality = 0.85
  private static let largestGap = 2.0

  private func next(_ stem: String, in goal: GoalTerms, after last: Int) -> (place: Int, gap: Double)? {
    var gap = 0.0
    for place in goal.spellings.indices.dropFirst(last + 1) {
      if goal.spellings[place].contains(stem) { return (place, gap) }
      if isExact { return nil }
      gap += goal.gaps[place]
      if gap > Self.largestGap { return nil }
    }
    return nil
  }
}
