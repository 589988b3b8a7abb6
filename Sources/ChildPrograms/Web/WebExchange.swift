/// What is sent to a web server.
package struct WebRequest: Sendable {
  package struct Header: Hashable, Sendable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package var address: WebAddress
  package var headers: [Header]
  /// Sent as POST; nil asks with GET.
  package var body: String?

  package init(_ address: WebAddress, headers: [Header] = [], body: String? = nil) {
    self.address = address
    self.headers = headers
    self.body = body
  }
}

/// What a web server said.
package struct WebAnswer: Hashable, Sendable {
  /// What stands before the body.
  package struct Head: Hashable, Sendable {
    /// 200 is fine, 4xx and 5xx are not.
    package var status: Int
    fileprivate(set) var headers: [String: String] = [:]

    package init(status: Int, headers: [String: String] = [:]) {
      self.status = status
      self.headers = headers
    }

    /// The value of a header; its name in lower case.
    package subscript(name: String) -> String? { headers[name] }
  }

  package var head: Head
  package var body: [UInt8]

  package init(head: Head, body: [UInt8]) {
    self.head = head
    self.body = body
  }
}

/// Why a web server did not answer.
package enum WebFailure: Error, Hashable, Sendable {
  /// There is no program `curl` on this machine.
  case noCurl
  case unknownHost
  case notConnected
  case tookTooLong
  case fellSilent
  case saidTooMuch
  /// It cannot prove that it is the one that the address names.
  case untrusted
  /// The connection ended early or made no sense; what curl said.
  case broken(String)
  case interrupted
}

/// Cuts what `curl --include` prints into the head and the body, piece by piece.
struct WebAnswerReader {
  private(set) var head: WebAnswer.Head?
  private var pending: [UInt8] = []
  private static let longestHead = 256 * 1_024

  /// The part of the piece that belongs to the body; nil where the head makes no sense.
  mutating func body(in piece: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    if head != nil { return piece }
    pending += piece
    while let end = Self.endOfHead(pending) {
      let read = Self.head(of: pending[..<end])
      pending.removeFirst(end)
      guard let read else { return nil }
      // 1xx announces another head.
      if read.status >= 200 {
        head = read
        defer { pending = [] }
        return pending[...]
      }
    }
    return pending.count > Self.longestHead ? nil : []
  }

  /// The offset behind the first empty line.
  private static func endOfHead(_ bytes: [UInt8]) -> Int? {
    var start = 0
    while let end = bytes[start...].firstIndex(of: 10) {
      if bytes[start..<end].allSatisfy({ $0 == 13 }) { return end + 1 }
      start = end + 1
    }
    return nil
  }

  private static func head(of bytes: ArraySlice<UInt8>) -> WebAnswer.Head? {
    let lines = bytes.split(separator: 10).map { String(decoding: $0.filter { $0 != 13 }, as: UTF8.self) }
    guard let first = lines.first?.split(separator: " "), first.count >= 2, first[0].hasPrefix("HTTP/"),
      let status = Int(first[1]), (100...999).contains(status)
    else { return nil }
    var head = WebAnswer.Head(status: status)
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      head.headers[line[..<colon].lowercased()] = String(value)
    }
    return head
  }
}
