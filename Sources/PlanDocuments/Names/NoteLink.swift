/// A link to another note: `[[Landing page|the page]]` or `[the page](consulting/landing%20page.md)`.
package struct NoteLink: Hashable, Sendable {
  /// `[[pricing]]` and not `[Pricing](pricing.md)`: the target is a note's name, not a path from the file it stands in.
  package var isWikilink: Bool
  /// The note's name or path, as the link gives it, with `%20` and the like read, without an anchor.
  package var target: String
  /// The block that an anchor names: `part-1` in `[[Book#^part-1]]`.
  package var blockID: String?
  /// What the reader sees instead of the name, where the link gives it.
  package var label: String?

  /// Reads bytes that are one link and nothing else but white space around it; nil for anything else, and for web addresses.
  package init?(reading bytes: ArraySlice<UInt8>) {
    let trimmed = ValueScanner(bytes).rest
    let inside = trimmed.dropFirst().dropLast()
    if trimmed.starts(with: "[[".utf8), trimmed.count > 4, trimmed.suffix(2).elementsEqual("]]".utf8) {
      self.init(wiki: inside.dropFirst().dropLast())
    } else if trimmed.first == UInt8(ascii: "["), trimmed.last == UInt8(ascii: ")") {
      self.init(markdown: inside)
    } else {
      return nil
    }
  }

  /// Such as `Landing page#^id|the page`.
  private init?(wiki inside: ArraySlice<UInt8>) {
    guard !inside.contains(where: { "[]".utf8.contains($0) }) else { return nil }
    let bar = inside.firstIndex(of: UInt8(ascii: "|"))
    var name = inside[..<(bar ?? inside.endIndex)]
    // A bar in a table is written `\|`.
    if bar != nil, name.last == UInt8(ascii: "\\") { name.removeLast() }
    self.init(address: name, isWikilink: true)
    label = bar.map { String(decoding: ValueScanner(inside[($0 + 1)...]).rest, as: UTF8.self) }
  }

  /// Such as `the page](folder/page.md`.
  private init?(markdown inside: ArraySlice<UInt8>) {
    var depth = 1
    let end = inside.firstIndex { byte in
      if byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: "]") { depth -= 1 }
      return depth == 0
    }
    guard let close = end, close + 1 < inside.endIndex, inside[close + 1] == UInt8(ascii: "(") else { return nil }
    var address = ValueScanner(inside[(close + 2)...]).rest
    if address.first == UInt8(ascii: "<"), let close = address.firstIndex(of: UInt8(ascii: ">")) {
      address = address[(address.startIndex + 1)..<close]
    } else if let blank = address.firstIndex(where: \.isWhiteSpace) {
      // `page.md "a title"`
      guard address[blank...].last == UInt8(ascii: "\"") else { return nil }
      address = address[..<blank]
    }
    guard !address.contains(where: { "()<>".utf8.contains($0) }), !NoteLink.isWebAddress(address) else { return nil }
    self.init(address: NoteLink.percentDecoded(address)[...], isWikilink: false)
    label = String(decoding: inside[..<close], as: UTF8.self)
  }

  private init(address: ArraySlice<UInt8>, isWikilink: Bool) {
    self.isWikilink = isWikilink
    let hash = address.firstIndex(of: UInt8(ascii: "#"))
    target = String(decoding: ValueScanner(address[..<(hash ?? address.endIndex)]).rest, as: UTF8.self)
    guard let hash, address[hash...].starts(with: "#^".utf8) else { return }
    blockID = String(decoding: ValueScanner(address[(hash + 2)...]).rest, as: UTF8.self)
  }

  private static func isWebAddress(_ address: ArraySlice<UInt8>) -> Bool {
    guard let colon = address.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return colon > address.startIndex && address[..<colon].allSatisfy { $0.isLetterOrDigit || "+.-".utf8.contains($0) }
  }

  private static func percentDecoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    func digit(_ byte: UInt8) -> UInt8? {
      if byte.isDigit { return byte - UInt8(ascii: "0") }
      let letter = byte.lowercased
      return (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(letter) ? letter - UInt8(ascii: "a") + 10 : nil
    }
    var decoded: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex, let high = digit(bytes[index + 1]),
        let low = digit(bytes[index + 2])
      {
        decoded.append(high * 16 + low)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return decoded
  }
}
