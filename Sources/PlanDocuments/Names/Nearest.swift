/// The names that are likely meant by a word that is none of them: "did you mean".
package struct Nearest {
  private let word: [UInt8]

  package init(to word: String) {
    self.word = Array(word.lowercased().utf8)
  }

  /// The nearest of `names` by the edits between them (a letter more, less, other, or two swapped); nil where none is near.
  ///
  /// Near is one edit for every three letters, at least one. Of equally near names the first is taken.
  package func first(among names: some Sequence<String>) -> String? {
    ranked(names).first
  }

  /// The nearest name, if no other is as near.
  package func unique(among names: some Sequence<String>) -> String? {
    let ranked = ranked(names)
    return ranked.count == 1 ? ranked.first : nil
  }

  /// All names at the least distance, in their order, each once.
  private func ranked(_ names: some Sequence<String>) -> [String] {
    var least = max(1, word.count / 3) + 1
    var nearest: [String] = []
    for name in names {
      guard let distance = distance(to: Array(name.lowercased().utf8), below: least + 1) else { continue }
      if distance < least {
        least = distance
        nearest = [name]
      } else if distance == least, !nearest.isEmpty, !nearest.contains(name) {
        nearest.append(name)
      }
    }
    return nearest
  }

  /// Optimal string alignment distance; nil where it is not below `limit`.
  private func distance(to other: [UInt8], below limit: Int) -> Int? {
    guard abs(word.count - other.count) < limit, word.count <= 256 else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for row in 0..<word.count {
      var current = [row + 1]
      current.reserveCapacity(other.count + 1)
      for column in 0..<other.count {
        var cost = min(last[column + 1] + 1, current[column] + 1)
        cost = min(cost, last[column] + (word[row] == other[column] ? 0 : 1))
        if row > 0, column > 0, word[row] == other[column - 1], word[row - 1] == other[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      if current.allSatisfy({ $0 >= limit }) { return nil }
      beforeLast = last
      last = current
    }
    return last[other.count] < limit ? last[other.count] : nil
  }
}
