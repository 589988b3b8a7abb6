/// Reads JSON that others wrote (RFC 8259), strictly and within limits: bytes in, one value out.
package struct JSONReader {
  /// What may be read.
  package struct Limits: Hashable, Sendable {
    package var bytes = 16 * 1_048_576
    /// Arrays and objects within each other.
    package var depth = 64

    package init() {}
  }

  /// Why it could not be read, and the byte where it stopped making sense.
  package enum Failure: Error, Hashable, Sendable {
    /// The text ends in the middle: it was cut off.
    case endsTooSoon
    case unexpected(offset: Int)
    /// Not UTF-8, or half of a surrogate pair.
    case badText(offset: Int)
    case keyTwice(String, offset: Int)
    case tooDeep(offset: Int)
    case tooLarge
  }

  private let bytes: ArraySlice<UInt8>
  private var index: Int
  private var depthLeft: Int

  /// The value that all of the bytes are.
  package static func value(of bytes: some Collection<UInt8>, limits: Limits = Limits()) throws(Failure) -> JSONValue {
    guard bytes.count <= limits.bytes else { throw .tooLarge }
    var reader = JSONReader(Array(bytes)[...], depth: limits.depth)
    let value = try reader.value()
    reader.skipBlanks()
    guard reader.index == reader.bytes.endIndex else { throw .unexpected(offset: reader.offset) }
    return value
  }

  /// The value at the beginning of the bytes, and how many bytes it takes; what follows is not looked at.
  package static func prefix(of bytes: ArraySlice<UInt8>, limits: Limits = Limits()) throws(Failure)
    -> (value: JSONValue, count: Int)
  {
    guard bytes.count <= limits.bytes else { throw .tooLarge }
    var reader = JSONReader(bytes, depth: limits.depth)
    let value = try reader.value()
    return (value, reader.offset)
  }

  private init(_ bytes: ArraySlice<UInt8>, depth: Int) {
    self.bytes = bytes
    index = bytes.startIndex
    depthLeft = depth
  }

  private var offset: Int { index - bytes.startIndex }
  private var next: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 { index += 1 }
  }

  private mutating func take() throws(Failure) -> UInt8 {
    guard let byte = next else { throw .endsTooSoon }
    index += 1
    return byte
  }

  private mutating func expect(_ byte: UInt8) throws(Failure) {
    guard let found = next else { throw .endsTooSoon }
    guard found == byte else { throw .unexpected(offset: offset) }
    index += 1
  }

  private mutating func value() throws(Failure) -> JSONValue {
    skipBlanks()
    guard let first = next else { throw .endsTooSoon }
    switch first {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw .unexpected(offset: offset)
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Failure) -> JSONValue {
    for position in 0..<word.utf8CodeUnitCount { try expect(word.utf8Start[position]) }
    return value
  }

  private mutating func array() throws(Failure) -> JSONValue {
    try open()
    var values: [JSONValue] = []
    skipBlanks()
    if next == UInt8(ascii: "]") { return close(.array([])) }
    while true {
      values.append(try value())
      skipBlanks()
      if next == UInt8(ascii: "]") { return close(.array(values)) }
      try expect(UInt8(ascii: ","))
    }
  }

  private mutating func object() throws(Failure) -> JSONValue {
    try open()
    var members: [JSONValue.Member] = []
    var keys: Set<String> = []
    skipBlanks()
    if next == UInt8(ascii: "}") { return close(.object([])) }
    while true {
      skipBlanks()
      let start = offset
      guard next == nil || next == UInt8(ascii: "\"") else { throw .unexpected(offset: start) }
      let key = try string()
      guard keys.insert(key).inserted else { throw .keyTwice(key, offset: start) }
      skipBlanks()
      try expect(UInt8(ascii: ":"))
      members.append(JSONValue.Member(key, try value()))
      skipBlanks()
      if next == UInt8(ascii: "}") { return close(.object(members)) }
      try expect(UInt8(ascii: ","))
    }
  }

  private mutating func open() throws(Failure) {
    if depthLeft == 0 { throw .tooDeep(offset: offset) }
    depthLeft -= 1
    index += 1
  }

  private mutating func close(_ value: JSONValue) -> JSONValue {
    depthLeft += 1
    index += 1
    return value
  }

  private mutating func number() throws(Failure) -> JSONValue {
    let start = index
    if next == UInt8(ascii: "-") { index += 1 }
    if next == UInt8(ascii: "0") { index += 1 } else { _ = try digits() }
    var decimals = 0
    var isWhole = true
    if next == UInt8(ascii: ".") {
      index += 1
      decimals = try digits()
      isWhole = false
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      index += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { index += 1 }
      _ = try digits()
      isWhole = false
      decimals = 9
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if isWhole, let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else { throw .unexpected(offset: start - bytes.startIndex) }
    return .number(number, decimals: min(decimals, 9))
  }

  private mutating func digits() throws(Failure) -> Int {
    let start = index
    while let byte = next, byte >= 0x30, byte <= 0x39 { index += 1 }
    guard index > start else { throw next == nil ? .endsTooSoon : .unexpected(offset: offset) }
    return index - start
  }
}

extension JSONReader {
  private mutating func string() throws(Failure) -> String {
    let start = offset
    try expect(UInt8(ascii: "\""))
    var text: [UInt8] = []
    while true {
      let byte = try take()
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else { throw .badText(offset: start) }
        return string
      case UInt8(ascii: "\\"): try escape(&text)
      case 0..<0x20: throw .unexpected(offset: offset - 1)
      default: text.append(byte)
      }
    }
  }

  private mutating func escape(_ text: inout [UInt8]) throws(Failure) {
    switch try take() {
    case UInt8(ascii: "\""): text.append(0x22)
    case UInt8(ascii: "\\"): text.append(0x5c)
    case UInt8(ascii: "/"): text.append(0x2f)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0c)
    case UInt8(ascii: "n"): text.append(0x0a)
    case UInt8(ascii: "r"): text.append(0x0d)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text += String(try scalar()).utf8
    default: throw .unexpected(offset: offset - 1)
    }
  }

  /// The character of `\uXXXX`, or of two of these where it needs a pair.
  private mutating func scalar() throws(Failure) -> Unicode.Scalar {
    let start = offset
    var value = try fourDigits()
    if (0xd800..<0xdc00).contains(value) {
      if let byte = next, byte != UInt8(ascii: "\\") { throw .badText(offset: start) }
      try expect(UInt8(ascii: "\\"))
      guard try take() == UInt8(ascii: "u") else { throw .badText(offset: start) }
      let low = try fourDigits()
      guard (0xdc00..<0xe000).contains(low) else { throw .badText(offset: start) }
      value = 0x10000 + (value - 0xd800) << 10 + (low - 0xdc00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw .badText(offset: start) }
    return scalar
  }

  private mutating func fourDigits() throws(Failure) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let byte = try take()
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw .unexpected(offset: offset - 1)
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}

extension JSONValue {
  /// The member of an object; nil where this is none, or has no such member.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  package var integer: Int? {
    switch self {
    case .integer(let number): number
    case .number(let number, _) where number == number.rounded() && abs(number) < 1e15: Int(number)
    default: nil
    }
  }

  package var double: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number, _): number
    default: nil
    }
  }

  package var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  package var array: [JSONValue]? {
    if case .array(let values) = self { values } else { nil }
  }
}
