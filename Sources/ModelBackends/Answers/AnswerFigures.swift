/// Numbers with a unit in words of a model: `12 h`, `about 8-10 hours`, `1–2 weeks`.
struct AnswerFigures {
  /// One or two numbers, the smaller first; empty where there is none, or something that is no range.
  private(set) var numbers: [Double] = []
  /// The word behind them, lower case.
  private(set) var unit: String?

  init(_ text: String) {
    var current = ""
    var found: [Double] = []
    for character in text.lowercased() + " " {
      if character.isNumber || character == "." && !current.isEmpty {
        current.append(character)
        continue
      }
      if !current.isEmpty {
        while current.last == "." { current.removeLast() }
        if let number = Double(current) { found.append(number) }
        current = ""
      }
    }
    unit = text.lowercased().split { !$0.isLetter }.map(String.init).first {
      Self.hoursOfUnit[$0] != nil || Self.daysOfUnit[$0] != nil
    }
    if found.count == 1 || found.count == 2 && found[0] <= found[1] { numbers = found }
  }

  private static let hoursOfUnit = [
    "h": 1.0, "hr": 1, "hrs": 1, "hour": 1, "hours": 1, "min": 1.0 / 60, "mins": 1.0 / 60, "minutes": 1.0 / 60,
    "m": 1.0 / 60,
  ]
  private static let daysOfUnit = [
    "d": 1.0, "day": 1, "days": 1, "w": 7, "wk": 7, "week": 7, "weeks": 7, "month": 30, "months": 30,
  ]

  /// The least and the most hours; nil where the unit is another.
  ///
  /// A number alone is hours.
  var hours: (low: Double, high: Double)? {
    let factor = unit.map { Self.hoursOfUnit[$0] } ?? 1
    guard let factor, let low = numbers.first, let high = numbers.last else { return nil }
    return (low * factor, high * factor)
  }

  /// The least and the most days; a number alone is days.
  var days: (low: Int, high: Int)? {
    let factor = unit.map { Self.daysOfUnit[$0] } ?? 1
    guard let factor, let low = numbers.first, let high = numbers.last, high * factor < 100_000 else { return nil }
    return (Int((low * factor).rounded()), Int((high * factor).rounded()))
  }
}
