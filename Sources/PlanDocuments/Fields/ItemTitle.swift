extension PlanDocument {
  /// The text of an item's first paragraph without its fields; runs of white space, and line ends with the marks of
  /// quotes after them, become one space.
  ///
  /// Made when it is needed: reading a vault makes no title of a task.
  package func title(of item: Int) -> String {
    var title: [UInt8] = []
    for part in titleParts(of: item) { append(part, to: &title) }
    if title.last == .space { title.removeLast() }
    return String(decoding: title, as: UTF8.self)
  }

  /// The stretches of an item's first paragraph that belong to no field.
  func titleParts(of item: Int) -> [ByteSpan] {
    let item = items[item]
    var parts: [ByteSpan] = []
    var start = Int(item.paragraph.start)
    for field in fields[item.fields] {
      parts.append(ByteSpan(start, Int(field.span.start)))
      start = Int(field.span.end)
    }
    parts.append(ByteSpan(start, Int(item.paragraph.end)))
    return parts
  }

  private func append(_ part: ByteSpan, to title: inout [UInt8]) {
    let bytes = text.bytes
    var index = Int(part.start)
    let end = Int(part.end)
    while index < end {
      let byte = bytes[index]
      index += 1
      guard byte.isWhiteSpace else {
        title.append(byte)
        continue
      }
      if byte.isLineEnd {
        while index < end, bytes[index].isWhiteSpace || bytes[index] == UInt8(ascii: ">") { index += 1 }
      }
      if let last = title.last, last != .space { title.append(.space) }
    }
  }
}

/// An item whose whole title is one link: `[Pricing](consulting/pricing.md)`, `[[pricing]]`.
package struct TitleLink: Hashable, Sendable {
  /// `[[pricing]]` and not `[Pricing](pricing.md)`: the target is a note's name, not a path from this file.
  package var isWikilink: Bool
  /// Where it leads, without alias, heading and title; `%20` and the like are read in paths.
  package var target: String
  /// What the link shows.
  package var label: String
}

extension PlanDocument {
  /// The link that is an item's whole title; nil for every other title.
  package func link(of item: Int) -> TitleLink? {
    let span = titleParts(of: item).map(text.bytes.trimmed).filter { !$0.isEmpty }
    guard span.count == 1, text.bytes[Int(span[0].start)] == UInt8(ascii: "[") else { return nil }
    return TitleLink(text.bytes, span[0])
  }

  /// The lines of a quote without its marks: each from the first byte after `>` and one space.
  package func lines(of quote: NoteQuote) -> [ByteSpan] {
    let bytes = text.bytes
    guard !quote.span.isEmpty else { return [] }
    let lines = text.line(of: Int(quote.span.start))...text.line(of: Int(quote.span.end) - 1)
    return lines.map { line in
      let whole = text.lineSpan(line)
      let end = min(Int(whole.end), Int(quote.span.end))
      var start = bytes.skippingBlanks(from: max(Int(whole.start), Int(quote.span.start)), before: end)
      while start < end, bytes[start] == UInt8(ascii: ">") {
        start = bytes.skippingBlanks(from: start + 1, before: end)
      }
      return bytes.trimmed(ByteSpan(min(start, end), end))
    }
  }
}

extension TitleLink {
  init?(_ bytes: [UInt8], _ span: ByteSpan) {
    let end = Int(span.end)
    var spans = InlineSpans(bytes)
    spans.begin()
    if bytes.holds("[[", at: Int(span.start), before: end) {
      guard spans.wikilinkEnd(at: Int(span.start), before: end) == end else { return nil }
      let inside = String(decoding: bytes[Int(span.start) + 2..<end - 2], as: UTF8.self)
      let parts = inside.split(separator: "|", maxSplits: 1)
      guard let name = parts.first?.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).first,
        !name.isEmpty
      else { return nil }
      self.init(isWikilink: true, target: String(name), label: String(parts.last ?? name))
      return
    }
    guard spans.bracketEnd(at: Int(span.start), before: end) == end, bytes[end - 1] == UInt8(ascii: ")"),
      let open = Self.destinationStart(bytes, span)
    else { return nil }
    var destination = bytes[open..<end - 1]
    destination = destination.drop(while: \.isWhiteSpace)
    if destination.first == UInt8(ascii: "<") {
      destination = destination.dropFirst().prefix { $0 != UInt8(ascii: ">") }
    } else {
      destination = destination.prefix { !$0.isWhiteSpace }
    }
    let path = destination.prefix { $0 != UInt8(ascii: "#") }
    guard !path.isEmpty else { return nil }
    let label = String(decoding: bytes[Int(span.start) + 1..<open - 2], as: UTF8.self)
    self.init(isWikilink: false, target: Self.decoded(path), label: label)
  }

  /// The byte after `](`: where the brackets of the label are closed.
  private static func destinationStart(_ bytes: [UInt8], _ span: ByteSpan) -> Int? {
    var depth = 0
    for index in span.range {
      if bytes[index] == UInt8(ascii: "[") { depth += 1 }
      if bytes[index] == UInt8(ascii: "]") {
        depth -= 1
        if depth == 0 { return bytes.holds("](", at: index, before: Int(span.end)) ? index + 2 : nil }
      }
    }
    return nil
  }

  /// `%20` and the like, read.
  private static func decoded(_ path: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    var index = path.startIndex
    while index < path.endIndex {
      if path[index] == UInt8(ascii: "%"), index + 2 < path.endIndex,
        let byte = UInt8(String(decoding: path[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        result.append(byte)
        index += 3
      } else {
        result.append(path[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
