extension Amount {
  /// Reads `15000/20000 words`, `420>505/1000`, `84>80/72 kg`.
  package init(reading bytes: ArraySlice<UInt8>) throws(BadValue) {
    let expected = "progress is written 15000/20000 words, or 420>505/1000 where it does not begin at 0"
    if let grouped = GroupedNumbers(bytes) {
      throw BadValue(
        "a point before three digits can be read in two ways: write 1500 or 1.5", suggestion: grouped.withoutGroups)
    }
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

/// Numbers of an amount whose points look as if they separate thousands: `900/1.500`, `850.000/1.200.000`.
private struct GroupedNumbers {
  let withoutGroups: String

  /// So many times nearer to each other the numbers must be without their points, where nothing else shows what is meant.
  private static let nearer = 20.0

  /// Nil where the points are decimal points, or may well be.
  init?(_ bytes: ArraySlice<UInt8>) {
    let point = UInt8(ascii: ".")
    let end = bytes.firstIndex { !$0.isDigit && !" .>/-".utf8.contains($0) } ?? bytes.endIndex
    let numbers = bytes[..<end].split { !$0.isDigit && $0 != point }
    let grouped = numbers.filter { $0.contains(point) }
    guard !grouped.isEmpty, grouped.allSatisfy(Self.isGrouped) else { return nil }
    let hasTwoPoints = grouped.contains { $0.count { $0 == point } > 1 }
    // mm itself ends no number like this.
    let hasZeros = grouped.contains { $0.suffix(2).allSatisfy { $0 == UInt8(ascii: "0") } }
    let apart = Self.distance(numbers.map { number in Self.value(number) / (number.contains(point) ? 1_000 : 1) })
    guard hasTwoPoints || hasZeros || apart > Self.nearer * Self.distance(numbers.map(Self.value)) else { return nil }
    let kept = bytes[..<end].filter { $0 != point } + bytes[end...]
    withoutGroups = String(decoding: kept, as: UTF8.self)
  }

  /// One to three digits that do not begin with 0, then groups of three.
  private static func isGrouped(_ number: ArraySlice<UInt8>) -> Bool {
    let groups = number.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count), first.first != UInt8(ascii: "0") else {
      return false
    }
    return groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  /// Its digits as one number.
  private static func value(_ number: ArraySlice<UInt8>) -> Double {
    number.reduce(0) { $1.isDigit ? $0 * 10 + Double($1 - UInt8(ascii: "0")) : $0 }
  }

  /// The largest ÷ the smallest that is not 0.
  private static func distance(_ values: [Double]) -> Double {
    let some = values.filter { $0 > 0 }
    guard let least = some.min(), let most = some.max() else { return 1 }
    return most / least
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
