/// Cuts server-sent events (HTML Living Standard, 9.2) out of the bytes of a stream, piece by piece.
package struct EventStream: Sendable {
  package struct Event: Hashable, Sendable {
    /// Empty where the server gave none.
    package var name: String
    package var data: String

    package init(name: String = "", data: String) {
      self.name = name
      self.data = data
    }
  }

  private var line: [UInt8] = []
  private var name = ""
  private var data: [String] = []
  private var endsWithReturn = false

  package init() {}

  /// The events that are complete with this piece.
  package mutating func events(in piece: some Sequence<UInt8>) -> [Event] {
    var events: [Event] = []
    for byte in piece {
      // CR, LF and CR LF each end one line.
      if byte == 10, endsWithReturn {
        endsWithReturn = false
        continue
      }
      endsWithReturn = byte == 13
      if byte == 10 || byte == 13 {
        if let event = endLine() { events.append(event) }
      } else {
        line.append(byte)
      }
    }
    return events
  }

  private mutating func endLine() -> Event? {
    defer { line = [] }
    guard !line.isEmpty else {
      defer { (name, data) = ("", []) }
      return data.isEmpty ? nil : Event(name: name, data: data.joined(separator: "\n"))
    }
    let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.count
    var value = line[min(colon + 1, line.count)...]
    if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
    switch String(decoding: line[..<colon], as: UTF8.self) {
    case "event": name = String(decoding: value, as: UTF8.self)
    case "data": data.append(String(decoding: value, as: UTF8.self))
    default: break
    }
    return nil
  }
}
