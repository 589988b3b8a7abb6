/// Finds what a person probably meant.
package enum NearestWords {
  /// The candidates that are a slip away from `word`, nearest first, at most three: one edit for every three letters
  /// (insert, delete, replace, swap two neighbours), case left out, or a beginning of at least three letters.
  package static func to(_ word: String, in candidates: some Sequence<String>) -> [String] {
    ranked(word, candidates).prefix(3).map(\.candidate)
  }

  /// The candidate that is nearest to `word`, if it is a slip away and no other is as near.
  package static func only(to word: String, in candidates: some Sequence<String>) -> String? {
    let ranked = ranked(word, candidates)
    guard let first = ranked.first, ranked.count == 1 || ranked[1].edits > first.edits else { return nil }
    return first.candidate
  }

  private static func ranked(
    _ word: String, _ candidates: some Sequence<String>
  ) -> [(candidate: String, edits: Int)] {
    let wanted = Array(word.lowercased().unicodeScalars.prefix(256))
    guard !wanted.isEmpty else { return [] }
    let limit = max(1, min(wanted.count, 64) / 3)
    var found: [(candidate: String, edits: Int)] = []
    for candidate in candidates {
      let letters = Array(candidate.lowercased().unicodeScalars)
      let isBeginning = wanted.count >= 3 && letters.starts(with: wanted)
      let edits = abs(letters.count - wanted.count) > limit ? limit + 1 : distance(wanted, letters)
      if edits <= limit || isBeginning { found.append((candidate, min(edits, limit + 1))) }
    }
    return found.sorted { ($0.edits, $0.candidate) < ($1.edits, $1.candidate) }
  }

  /// Optimal string alignment: the edits between two words, where a swap of neighbours counts once.
  package static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var previous = Array(0...other.count)
    for (row, scalar) in one.enumerated() {
      var current = [row + 1]
      for (column, otherScalar) in other.enumerated() {
        var least = min(
          previous[column + 1] + 1, current[column] + 1, previous[column] + (scalar == otherScalar ? 0 : 1))
        if row > 0, column > 0, scalar == other[column - 1], one[row - 1] == otherScalar {
          least = min(least, before[column - 1] + 1)
        }
        current.append(least)
      }
      before = previous
      previous = current
    }
    return previous[other.count]
  }
}
