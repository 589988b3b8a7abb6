import PlanDocuments

/// The words of a goal, and of the entry of facts that it is about, for the slots of a playbook.
struct GoalSlots: Sendable {
  /// The amount, where the playbook has one.
  private(set) var amount: Double?
  private(set) var unit = ""
  /// What the goal is about: `local history`.
  private(set) var subject: String?
  private(set) var place: String?
  /// A sum of money, with how it is written.
  private var sum: (number: Double, before: String, after: String)?
  let entry: FactTable.Entry?

  init(_ playbook: Playbook, goal: String, entry: FactTable.Entry?, amount: Double?, words lists: WordLists) {
    self.entry = entry
    self.amount = amount
    unit = playbook.measure?.unit ?? ""
    // The general playbook's phrases are goals of many kinds, and name no subject.
    let phrases = playbook.isGeneral ? [] : playbook.match
    let matched: [String] = phrases.flatMap { phrase in phrase.split(separator: " ").map(String.init) }
    let subjects = Set(matched.filter { $0.first == "(" })
    let words = goal.split(separator: " ").map(String.init)
    subject =
      (playbook.isGeneral ? nil : Self.subject(words, lists))
      ?? Self.ofKind(subjects.subtracting(["(city)", "(country)", "(sum)"]), words, lists)
    if let entry, playbook.facts == ["languages"] { subject = entry.heading }
    place = Self.ofKind(["(city)", "(country)"], words, lists)
    if amount == nil { sum = Self.sum(in: goal, lists) }
  }

  /// The value of a slot; nil where there is none.
  ///
  /// - Parameters:
  ///   - pieces: the cumulative part of the amount at which a piece begins and ends.
  func value(_ slot: SlotText.Slot, pieces: (from: Double, to: Double)? = nil, subject part: String? = nil) -> String? {
    if let percent = slot.percent { return amountWords(percent) ?? sumWords(percent) }
    switch slot.key {
    case "amount": return amountWords(1) ?? sumWords(1)
    case "from": return pieces.flatMap { number($0.from) }
    case "to": return pieces.flatMap { amountWords($0.to) }
    case "subject": return part ?? subject
    case "place": return place
    case "name": return entry?.name
    case "longest": return entry?["longest"].map { Self.plain($0.split(separator: ";").first.map(String.init) ?? $0) }
    default: return entry?[slot.key].flatMap { $0 == "none" ? nil : Self.plain($0) }
    }
  }

  // MARK: Amounts

  private func amountWords(_ part: Double) -> String? {
    guard let amount else { return nil }
    let value = Self.round(amount * part, isCount: isCount)
    let unit = value == 1 && self.unit.hasSuffix("s") ? String(self.unit.dropLast()) : self.unit
    return Self.written(value) + (unit.isEmpty ? "" : " \(unit)")
  }

  private func number(_ part: Double) -> String? {
    amount.map { Self.written(Self.round($0 * part, isCount: isCount)) }
  }

  /// Things are whole: there is no third of an episode.
  private var isCount: Bool { unit.hasSuffix("s") || unit == "people" }

  private func sumWords(_ part: Double) -> String? {
    guard let sum else { return nil }
    return sum.before + Self.written(Self.round(sum.number * part, isCount: true)) + sum.after
  }

  /// As people say parts: two figures that count, and whole things.
  static func round(_ value: Double, isCount: Bool) -> Double {
    if isCount, value < 100 { return max(value > 0 ? 1 : 0, value.rounded()) }
    var step = 1.0
    while step * 100 <= value { step *= 10 }
    if !isCount, value < 100 { return (value * 10).rounded() / 10 }
    return (value / step).rounded() * step
  }

  static func written(_ value: Double) -> String {
    guard value == value.rounded() else { return "\((value * 10).rounded() / 10)" }
    var digits = String(Int(value))
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + groups).joined(separator: ",")
  }

  private static func sum(in goal: String, _ lists: WordLists) -> (Double, String, String)? {
    let words = goal.split(separator: " ").map { $0.trimmingPunctuation }
    for (index, word) in words.enumerated() {
      var plain = word
      var sign = ""
      if let first = plain.first, "£$€¥".contains(first) {
        sign = String(plain.removeFirst())
      }
      var after = ""
      if let last = plain.last, "£$€¥".contains(last) {
        after = " " + String(plain.removeLast())
      }
      var factor = 1.0
      if plain.lowercased().hasSuffix("k") {
        plain.removeLast()
        factor = 1000
      }
      guard let number = Double(plain.filter { $0 != "," }), number > 0 else { continue }
      let next = index + 1 < words.count ? words[index + 1] : ""
      if sign.isEmpty, after.isEmpty, lists[.money].contains(next.lowercased()) { after = " " + next }
      guard
        !sign.isEmpty || !after.isEmpty || factor == 1000 && number * factor >= 1000
          || number >= 1000 && !(1900...2200).contains(number)
      else {
        continue
      }
      return (number * factor, sign, after)
    }
    return nil
  }

  // MARK: Subject and place

  /// Behind `about` or `on`, up to what begins the rest.
  private static func subject(_ words: [String], _ lists: WordLists) -> String? {
    for (index, word) in words.enumerated() where ["about", "on"].contains(word.lowercased()) && index > 0 {
      var part: [String] = []
      for next in words[(index + 1)...] {
        let plain = next.lowercased().trimmingPunctuation
        if ["by", "before", "in", "until", "within", "with", "while", "this", "next", "at", "sale", "time"].contains(
          plain)
          || lists[.beginsRest].contains(plain)
        {
          break
        }
        part.append(next.trimmingPunctuation)
        if next.last.map({ ",.;:".contains($0) }) == true { break }
      }
      let subject = part.joined(separator: " ")
      if !subject.isEmpty, part.count <= 7, part.contains(where: { lists.tellingStem(of: $0.lowercased()) != nil }),
        !part.contains(where: { MonthNames.month($0.lowercased()) != nil })
      {
        return subject
      }
    }
    return nil
  }

  /// The first word that stands for one of its kinds; a name keeps its capital.
  private static func ofKind(_ kinds: Set<String>, _ words: [String], _ lists: WordLists) -> String? {
    guard !kinds.isEmpty else { return nil }
    for word in words {
      let plain = word.trimmingPunctuation
      let own = lists.kinds(of: plain.lowercased(), stem: TextWords.stem(of: plain.lowercased()))
      guard own.contains(where: kinds.contains) else { continue }
      let isName = own.contains { ["(city)", "(country)", "(language)"].contains($0) }
      return isName ? plain.prefix(1).uppercased() + plain.dropFirst() : plain
    }
    return nil
  }

  /// `5-8w` as `5 to 8 weeks`.
  static func plain(_ value: String) -> String {
    let names: [Character: String] = ["d": "day", "w": "week", "m": "month"]
    return value.split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
      let core = word.prefix { $0.isNumber || $0 == "-" }
      guard let first = core.first, first.isNumber, let letter = word.dropFirst(core.count).first,
        let name = names[letter], word.dropFirst(core.count + 1).allSatisfy({ ",;.".contains($0) })
      else { return String(word) }
      return core.replacing("-", with: " to ") + " " + name + (core == "1" ? "" : "s") + word.dropFirst(core.count + 1)
    }.joined(separator: " ")
  }
}

extension StringProtocol {
  /// Without stops, commas and quotes at both ends.
  var trimmingPunctuation: String {
    var rest = self[...]
    while let last = rest.last, ",.;:!?\"“”()".contains(last) { rest.removeLast() }
    while let first = rest.first, "\"“”(".contains(first) { rest.removeFirst() }
    return String(rest)
  }
}
