extension Amount {
  /// Reads `15000/20000 words`, `420>505/1000`, `84>80/72 kg`.
  package init(reading bytes: ArraySlice<UInt8>) throws(BadValue) {
    let expected = "progress is written 15000/20000 words, or 420>505/1000 where it does not begin at 0"
    var scanner = ValueScanner(bytes)
    guard let first = scanner.takeSigned() else { throw BadValue(expected) }
    var from: Int64 = 0
    var now = first
    if scanner.takeSeparator(">", or: "->", "→") {
      guard let second = scanner.takeSigned() else { throw BadValue(expected) }
      from = first
      now = second
    } else if scanner.take("%") {
      throw BadValue(expected, suggestion: "\(Amount.written(thousandths: first))/100")
    }
    guard scanner.takeSeparator("/", or: "of "), let to = scanner.takeSigned() else { throw BadValue(expected) }
    scanner.takeBlanks()
    let unit = scanner.restText
    // Digits or separators here are a third number, no unit.
    guard unit.utf8.first.map({ !$0.isDigit && !"/>.,-+".utf8.contains($0) }) ?? true else { throw BadValue(expected) }
    guard from != to else { throw BadValue("it ends where it begins, so there is nothing to measure") }
    let meant = Amount(from: from, now: now, to: to, unit: unit)
    if scanner.hasSlip { throw BadValue(expected, suggestion: meant.written) }
    self = meant
  }

  /// `15000/20000 words`, `84>80/72 kg`: what `init(reading:)` reads back.
  package var written: String {
    let start = from == 0 ? "" : Amount.written(thousandths: from) + ">"
    let end = Amount.written(thousandths: now) + "/" + Amount.written(thousandths: to)
    return start + end + (unit.isEmpty ? "" : " " + unit)
  }

  /// A number in thousandths with as many places as it needs: `1.5`, `80`, `-0.25`.
  package static func written(thousandths: Int64) -> String {
    let whole = thousandths.magnitude / 1000
    var fraction = String(thousandths.magnitude % 1000 + 1000).dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    return (thousandths < 0 ? "-" : "") + "\(whole)" + (fraction.isEmpty ? "" : "." + fraction)
  }
}

extension ValueScanner {
  fileprivate mutating func takeSigned() -> Int64? {
    let isNegative = take("-")
    return takeThousandths().map { isNegative ? -$0 : $0 }
  }

  /// Takes the separator; blanks around it and the other spellings are slips.
  fileprivate mutating func takeSeparator(_ separator: Character, or others: String...) -> Bool {
    let start = self
    if takeBlanks() { hasSlip = true }
    if take(separator) {
      if takeBlanks() { hasSlip = true }
      return true
    }
    for other in others where take(word: other) {
      hasSlip = true
      takeBlanks()
      return true
    }
    self = start
    return false
  }
}
