/// The lines of a calendar as they go into a file: folded, escaped, ended by CR LF (RFC 5545, 3.1 and 3.3.11).
struct CalendarText {
  private(set) var bytes: [UInt8] = []

  /// A line whose value is written as it stands.
  mutating func add(_ name: String, _ value: String) {
    fold(Array("\(name):\(value)".utf8))
  }

  /// A line whose value is text.
  mutating func add(_ name: String, text: String) {
    add(name, CalendarText.escaped(text))
  }

  /// At most 75 bytes a line, never cut inside a character.
  private mutating func fold(_ line: [UInt8]) {
    var start = 0
    var room = 75
    while line.count - start > room {
      var end = start + room
      while end > start, line[end] & 0xC0 == 0x80 { end -= 1 }
      bytes += line[start..<end]
      bytes += [0x0D, 0x0A, 0x20]
      start = end
      room = 74
    }
    bytes += line[start...]
    bytes += [0x0D, 0x0A]
  }

  /// Backslash, semicolon, comma and line ends escaped; other control characters are left out, since a calendar cannot
  /// hold them.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        escaped.append("\\")
        escaped.append(scalar)
      case "\n":
        escaped.append("\\")
        escaped.append("n")
      default:
        if scalar.value >= 0x20, !(0x7F...0x9F).contains(scalar.value) { escaped.append(scalar) }
      }
    }
    return String(escaped)
  }
}
