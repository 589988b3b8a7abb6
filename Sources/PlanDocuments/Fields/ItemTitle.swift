extension PlanDocument {
  /// The text of an item's first paragraph without its fields; runs of white space, and line ends with the marks of
  /// quotes after them, become one space.
  ///
  /// Made when it is needed: reading a vault makes no title of a task.
  package func title(of item: Int) -> String {
    if let part = onlyTitlePart(of: item), isOneLine(part) { return text.string(part) }
    var title: [UInt8] = []
    forEachTitlePart(of: item) { append($0, to: &title) }
    if title.last == .space { title.removeLast() }
    return String(decoding: title, as: UTF8.self)
  }

  /// The stretches of an item's first paragraph that belong to no field and no comment.
  private func forEachTitlePart(of item: Int, _ body: (ByteSpan) -> Void) {
    let item = items[item]
    var start = Int(item.paragraph.start)
    func part(to end: Int) {
      for comment in InlineComments.spans(in: text.bytes, ByteSpan(start, end)) {
        body(ByteSpan(start, Int(comment.start)))
        start = Int(comment.end)
      }
      body(ByteSpan(start, end))
    }
    for field in item.fields {
      part(to: Int(fields[field].span.start))
      start = Int(fields[field].span.end)
    }
    part(to: Int(item.paragraph.end))
  }

  /// The one stretch that holds more than white space, without white space around it; nil where there are more, or none.
  private func onlyTitlePart(of item: Int) -> ByteSpan? {
    var only: ByteSpan?
    var count = 0
    forEachTitlePart(of: item) { part in
      let part = text.bytes.trimmed(part)
      guard !part.isEmpty else { return }
      only = part
      count += 1
    }
    return count == 1 ? only : nil
  }

  /// Its only white space is single spaces.
  private func isOneLine(_ part: ByteSpan) -> Bool {
    text.bytes.withUnsafeBufferPointer { bytes in
      var last: UInt8 = 0
      for byte in bytes[part.range] {
        if byte <= .space, byte.isWhiteSpace, byte != .space || last == .space { return false }
        last = byte
      }
      return true
    }
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

extension PlanDocument {
  /// The link that is an item's whole title; nil for every other title.
  ///
  /// `[Pricing](consulting/pricing.md)`, `[[pricing]]`
  package func link(of item: Int) -> NoteLink? {
    guard let part = onlyTitlePart(of: item), text.bytes[Int(part.start)] == UInt8(ascii: "[") else { return nil }
    return NoteLink(reading: text.bytes[part.range])
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
