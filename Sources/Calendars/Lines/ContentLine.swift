/// One logical line of a calendar, folds undone: `DTSTART;TZID=Europe/Berlin:20260302T090000`.
struct ContentLine {
  let name: PropertyName
  /// Where it begins in its file, counted from 1.
  let number: Int
  /// Name, parameters and value as they stand.
  let bytes: ArraySlice<UInt8>
  private let colon: Int
  private let nameEnd: Int

  /// nil where the line has no value.
  init?(name: PropertyName, number: Int, bytes: ArraySlice<UInt8>, nameEnd: Int) {
    self.name = name
    self.number = number
    self.bytes = bytes
    self.nameEnd = nameEnd
    var isQuoted = false
    var index = nameEnd
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: ":"), !isQuoted { break }
      index += 1
    }
    guard index < bytes.endIndex else { return nil }
    colon = index
  }

  var value: ArraySlice<UInt8> { bytes[(colon + 1)...].trimmed }

  /// A parameter's value without its quotes; letters of the name in any case.
  func parameter(_ wanted: StaticString) -> ArraySlice<UInt8>? {
    var index = nameEnd
    while index < colon, bytes[index] == UInt8(ascii: ";") {
      let start = index + 1
      var isQuoted = false
      var equals: Int?
      index = start
      while index < colon, isQuoted || bytes[index] != UInt8(ascii: ";") {
        if bytes[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
        if bytes[index] == UInt8(ascii: "="), equals == nil { equals = index }
        index += 1
      }
      guard let equals, bytes[start..<equals].trimmed.says(wanted) else { continue }
      var value = bytes[(equals + 1)..<index].trimmed
      if value.count >= 2, value.first == UInt8(ascii: "\""), value.last == UInt8(ascii: "\"") {
        value = value.dropFirst().dropLast()
      }
      return value
    }
    return nil
  }

  /// The value as text, its escapes undone, on one line.
  var text: String {
    var text: [UInt8] = []
    text.reserveCapacity(value.count)
    var isEscaped = false
    for byte in value {
      if !isEscaped, byte == UInt8(ascii: "\\") {
        isEscaped = true
        continue
      }
      text.append(isEscaped && (byte | 0x20) == UInt8(ascii: "n") ? UInt8(ascii: " ") : byte)
      isEscaped = false
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The parts of a list of values.
  var values: [ArraySlice<UInt8>] {
    value.split(separator: UInt8(ascii: ",")).map(\.trimmed).filter { !$0.isEmpty }
  }
}

extension ArraySlice<UInt8> {
  /// Without blanks at both ends.
  var trimmed: ArraySlice<UInt8> {
    var slice = self
    while let first = slice.first, first == 0x20 || first == 0x09 { slice = slice.dropFirst() }
    while let last = slice.last, last == 0x20 || last == 0x09 { slice = slice.dropLast() }
    return slice
  }

  /// The bytes are those of `text`, ASCII letters in any case.
  func says(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    for (offset, byte) in enumerated() where byte.uppercased != text.utf8Start[offset].uppercased { return false }
    return true
  }

  /// The digits as a number; nil where there is anything else, or more than nine of them.
  var number: Int? {
    guard !isEmpty, count <= 9 else { return nil }
    var number = 0
    for byte in self {
      guard byte.isDigit else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }

  /// A number with or without a sign.
  var signedNumber: Int? {
    switch first {
    case UInt8(ascii: "-"): dropFirst().number.map { -$0 }
    case UInt8(ascii: "+"): dropFirst().number
    default: number
    }
  }
}
