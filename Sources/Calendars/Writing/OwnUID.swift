/// The names of events that `mm` writes: `mm-` and a UUID made of what the event is about (version 5, RFC 9562).
///
/// The same milestone has the same name on every machine, and an event that comes back through somebody else's calendar is known
/// again by its name alone.
package enum OwnUID {
  private static let prefix = "mm-"
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
