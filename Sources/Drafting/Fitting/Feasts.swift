import PlanDocuments

/// Feasts that people name as an end.
enum Feasts {
  /// Those of the same day each year: month and day.
  private static let fixed: [String: (month: Int, day: Int)] = [
    "christmas": (12, 25), "xmas": (12, 25), "christmas eve": (12, 24), "boxing": (12, 26), "new years eve": (12, 31),
    "new years day": (1, 1), "new year": (12, 31), "new years": (12, 31), "valentines": (2, 14), "valentine": (2, 14),
    "halloween": (10, 31), "st patricks": (3, 17), "bonfire night": (11, 5), "independence": (7, 4), "epiphany": (1, 6),
    "all saints": (11, 1), "hogmanay": (12, 31), "bastille": (7, 14),
  ]
  /// Days after Easter Sunday.
  private static let aroundEaster: [String: Int] = [
    "easter": 0, "good friday": -2, "easter monday": 1, "ash wednesday": -46, "palm sunday": -7, "ascension": 39,
    "pentecost": 49, "whitsun": 49, "whit monday": 50, "corpus christi": 60, "maundy thursday": -3,
  ]
  /// They are another day in each country.
  private static let unclear: Set<String> = ["mothers day", "fathers day", "labor day", "labour day", "memorial day"]

  /// The longest name that begins at an index, and how many words it has.
  static func name(_ words: [String], _ index: Int) -> (name: String, count: Int)? {
    for count in [3, 2, 1] where index + count <= words.count {
      let name = words[index..<(index + count)].joined(separator: " ")
      // “In the new year” is some day after it.
      if name.hasPrefix("new year"), words[..<index].suffix(2).elementsEqual(["in", "the"]) { return nil }
      if fixed[name] != nil || aroundEaster[name] != nil || unclear.contains(name) || name == "thanksgiving" {
        return (name == "xmas" ? "christmas" : name, count)
      }
    }
    return nil
  }

  /// nil where it is another day in each country.
  static func day(_ name: String, _ year: Int) -> Day? {
    if let (month, day) = fixed[name] { return Day(year: year, month: month, day: day) }
    if let days = aroundEaster[name] { return easter(year).map { $0 + days } }
    guard name == "thanksgiving", let first = Day(year: year, month: 11, day: 1) else { return nil }
    return first + (Weekday.thursday.fromMonday - first.weekday.fromMonday + 7) % 7 + 21
  }

  /// Easter Sunday, after the anonymous Gregorian algorithm (Meeus, 1991).
  static func easter(_ year: Int) -> Day? {
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let (d, e) = (b / 4, b % 4)
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = (c / 4, c % 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 19 * l) / 433
    let month = (h + l - 7 * m + 90) / 25
    let day = (h + l - 7 * m + 33 * month + 19) % 32
    return Day(year: year, month: month, day: day)
  }
}
