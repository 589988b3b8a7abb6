import PlanDocuments

/// Makes ids different from each other: the second of a name gets `-2`.
struct UniqueIDs<Key: Hashable> {
  private var taken: Set<Key> = []
  private var lastNumber: [Key: Int] = [:]

  /// The id to use for `wanted`, or for the first free of `m-1`, `m-2`, … where nothing is left of a name.
  ///
  /// `key` makes an id into what must be unique, such as the id within its goal.
  mutating func take(_ wanted: String, orElse base: String = "m", key: (String) -> Key) -> String {
    if !wanted.isEmpty, taken.insert(key(wanted)).inserted { return wanted }
    let base = wanted.isEmpty ? base : wanted
    var number = lastNumber[key(base)] ?? (wanted.isEmpty ? 0 : 1)
    var id: String
    repeat {
      number += 1
      id = wanted.isEmpty ? "\(base)-\(number)" : Identifier.numbered(base, number)
    } while !taken.insert(key(id)).inserted
    lastNumber[key(base)] = number
    return id
  }
}
