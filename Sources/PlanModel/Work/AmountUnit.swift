package import PlanDocuments

extension Milestone {
  /// Its amount, with the unit that its title gives where none is written: `20,000 words` is one, as is `10 km without walking`.
  package var shownAmount: Amount? { progress?.shown(in: title) }
}

extension Amount {
  package func shown(in title: String) -> Amount {
    var amount = self
    if amount.unit.isEmpty { amount.unit = Self.unit(of: amount.to, in: title) ?? "" }
    return amount
  }

  private static let symbols: Set<String> = ["km", "m", "mi", "kg", "lb", "g", "l", "h", "min"]

  /// The word behind the number, if it ends its part of the title or is a symbol of a measure; what it measures is then clear.
  private static func unit(of thousandths: Int64, in title: String) -> String? {
    guard thousandths > 0, thousandths % 1000 == 0 else { return nil }
    let digits = String(thousandths / 1000)
    let words = title.split(separator: " ")
    for (index, word) in words.enumerated().dropLast() {
      guard word.allSatisfy({ $0.isNumber || $0 == "," || $0 == "." || $0 == "'" }), word.last?.isNumber == true,
        String(word.filter(\.isNumber)) == digits
      else { continue }
      let next = words[index + 1]
      let unit = next.prefix { $0.isLetter }
      let isEnd = index + 2 == words.count ? next.count - unit.count <= 1 : next.count == unit.count + 1
      if !unit.isEmpty, isEnd || (next.count == unit.count && symbols.contains(String(unit))) { return String(unit) }
    }
    return nil
  }
}
