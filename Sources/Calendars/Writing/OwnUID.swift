/// The names of events that `mm` writes: `mm-` and a UUID made of what the event is about (version 5, RFC 9562).
///
/// The same milestone has the same name on every machine, and an event that comes back through somebody else's calendar
/// is known again by its name alone.
package enum OwnUID {
  private static let prefix = "mm-"
  /// The name space of all of them, itself a UUID: 7d0d5b5e-6c0b-5d0c-8f0e-2f6d61703a31.
  private static let nameSpace: [UInt8] = [
    0x7D, 0x0D, 0x5B, 0x5E, 0x6C, 0x0B, 0x5D, 0x0C, 0x8F, 0x0E, 0x2F, 0x6D, 0x61, 0x70, 0x3A, 0x31,
  ]

  /// - Parameter subject: what the event is about: its kind and name.
  static func uid(of subject: String) -> String {
    var bytes = Array(SHA1.digest(of: nameSpace + Array(subject.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    var text = prefix
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text += "-" }
      text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return text
  }

  /// An event of this name was written by `mm`.
  package static func isOwn(_ uid: String) -> Bool {
    let text = Array(uid.utf8)
    guard text.count == 39, uid.hasPrefix(prefix) else { return false }
    return text.dropFirst(3).enumerated().allSatisfy { index, byte in
      switch index {
      case 8, 13, 18, 23: byte == UInt8(ascii: "-")
      case 14: byte == UInt8(ascii: "5")
      default: (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
      }
    }
  }
}
