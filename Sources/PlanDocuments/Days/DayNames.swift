extension Weekday {
  /// The whole name: `Monday`.
  package var name: String { Weekday.names[fromMonday] }

  /// Three letters: `Mon`.
  package var shortName: String { String(name.prefix(3)) }

  private static let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

  /// Reads a weekday as people write it, in any case: `mon`, `Monday`, `tues`, `thurs`; a point after it may stay.
  package init?(word: some StringProtocol) {
    guard let index = NameReading.index(of: word, in: Weekday.names) else { return nil }
    self.init(fromMonday: index)
  }
}

/// The months of a year by their names; 1 is January.
package enum MonthNames {
  private static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// The whole name: `July`.
  ///
  /// - Parameter month: 1 to 12.
  package static func name(_ month: Int) -> String { names[month - 1] }

  /// Three letters: `Jul`.
  ///
  /// - Parameter month: 1 to 12.
  package static func shortName(_ month: Int) -> String { String(name(month).prefix(3)) }

  /// Reads a month as people write it, in any case: `jul`, `July`, `sept`, `Dec.`.
  package static func month(_ word: some StringProtocol) -> Int? {
    NameReading.index(of: word, in: names).map { $0 + 1 }
  }
}

/// How the names of weekdays and months are read: a beginning of three letters or more.
private enum NameReading {
  static func index(of word: some StringProtocol, in names: [String]) -> Int? {
    var written = word.lowercased()[...]
    if written.last == "." { written.removeLast() }
    guard written.utf8.count >= 3 else { return nil }
    return names.firstIndex { $0.lowercased().hasPrefix(written) }
  }
}
