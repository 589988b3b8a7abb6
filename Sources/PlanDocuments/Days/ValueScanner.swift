/// Reads the bytes of one value from front to back.
///
/// Where the format is strict and a person's meaning is still plain, the readers go on and note the slip: a value read with
/// slips is refused, and offered as the format writes it.
struct ValueScanner {
  private let bytes: ArraySlice<UInt8>
  private(set) var index: Int
  /// The value was not written as the format has it, though it could be understood.
  var hasSlip = false

  /// Blanks around the value are not part of it.
  init(_ bytes: ArraySlice<UInt8>) {
    var trimmed = bytes
    while trimmed.first?.isWhiteSpace == true { trimmed.removeFirst() }
    while trimmed.last?.isWhiteSpace == true { trimmed.removeLast() }
    self.bytes = trimmed
    index = trimmed.startIndex
  }

  var isAtEnd: Bool { index == bytes.endIndex }
  var next: UInt8? { isAtEnd ? nil : bytes[index] }
  var rest: ArraySlice<UInt8> { bytes[index...] }
  /// What is left, as text.
  var restText: String { String(decoding: rest, as: UTF8.self) }

  mutating func skip() {
    if !isAtEnd { index += 1 }
  }

  mutating func take(_ byte: Character) -> Bool {
    guard let ascii = byte.asciiValue, next == ascii else { return false }
    index += 1
    return true
  }

  /// Takes an ASCII word of that text, in any case.
  mutating func take(word: String) -> Bool {
    guard rest.count >= word.utf8.count, zip(rest, word.utf8).allSatisfy({ $0.lowercased == $1 }) else { return false }
    index += word.utf8.count
    return true
  }

  /// Takes blanks, and says whether there were any.
  @discardableResult
  mutating func takeBlanks() -> Bool {
    let start = index
    while next?.isWhiteSpace == true { index += 1 }
    return index > start
  }

  /// Takes the bytes up to the next blank.
  mutating func takeToken() -> ArraySlice<UInt8> {
    let start = index
    while let byte = next, !byte.isWhiteSpace { index += 1 }
    return bytes[start..<index]
  }

  /// Takes ASCII letters, lower-cased.
  mutating func takeLetters() -> String {
    let start = index
    while let byte = next, byte.isLetter { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
  }

  /// Takes a whole number of at most nine digits.
  mutating func takeWhole() -> Int? {
    let start = index
    var value = 0
    while let byte = next, byte.isDigit, index - start < 9 {
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      index += 1
    }
    guard index > start, next?.isDigit != true else {
      index = start
      return nil
    }
    return value
  }

  /// Takes a decimal number of at most twelve digits before and three after the point, in thousandths.
  ///
  /// A comma before one or two digits is read as a point, commas before groups of three as nothing; both are slips.
  mutating func takeThousandths() -> Int64? {
    let start = index
    var whole: Int64 = 0
    var digits = 0
    while let byte = next {
      if byte.isDigit, digits < 12 {
        whole = whole * 10 + Int64(byte - UInt8(ascii: "0"))
        digits += 1
      } else if byte == UInt8(ascii: ","), digits > 0, digitsAhead(from: index + 1) == 3 {
        hasSlip = true
      } else {
        break
      }
      index += 1
    }
    var fraction: Int64 = 0
    if digits > 0, let byte = next, byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","),
      (1...3).contains(digitsAhead(from: index + 1))
    {
      if byte == UInt8(ascii: ",") { hasSlip = true }
      index += 1
      var unit: Int64 = 100
      while let byte = next, byte.isDigit {
        fraction += Int64(byte - UInt8(ascii: "0")) * unit
        unit /= 10
        index += 1
      }
    }
    guard digits > 0, next?.isDigit != true else {
      index = start
      return nil
    }
    return whole * 1000 + fraction
  }

  /// Takes the dash of a range; a long dash and blanks around it are slips.
  mutating func takeDash() -> Bool {
    let start = self
    if takeBlanks() { hasSlip = true }
    if take("-") {
      if takeBlanks() { hasSlip = true }
      return true
    }
    for dash in ["–", "—", "…", "to "] where rest.starts(with: dash.utf8) {
      index += dash.utf8.count
      hasSlip = true
      takeBlanks()
      return true
    }
    self = start
    return false
  }

  private func digitsAhead(from start: Int) -> Int {
    var end = start
    while end < bytes.endIndex, bytes[end].isDigit { end += 1 }
    return end - start
  }
}
