/// Finds where code, links and tags end that begin inside a paragraph.
///
/// After a few openings that nobody closes, further ones are taken as text, so that no line takes longer than its length.
struct InlineSpans: ~Copyable {
  private let bytes: [UInt8]
  private var failuresLeft = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// To be called at the beginning of each paragraph.
  mutating func begin() {
    failuresLeft = 16
  }

  /// The end of the code span that the backticks at `start` open; the end of the backticks if they open none.
  mutating func codeEnd(at start: Int, before end: Int) -> Int {
    let runEnd = endOfRun(at: start, before: end)
    guard failuresLeft > 0 else { return runEnd }
    var index = runEnd
    while index < end {
      guard bytes[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let close = endOfRun(at: index, before: end)
      if close - index == runEnd - start { return close }
      index = close
    }
    failuresLeft -= 1
    return runEnd
  }

  private func endOfRun(at start: Int, before end: Int) -> Int {
    var index = start
    while index < end, bytes[index] == UInt8(ascii: "`") { index += 1 }
    return index
  }

  /// Not too many were left open already.
  var mayLookOn: Bool { failuresLeft > 0 }

  /// To be called where something was opened and nobody closes it.
  mutating func noteUnclosed() { failuresLeft -= 1 }

  /// The end of `[[link]]`; nil where it is not closed in its line.
  mutating func wikilinkEnd(at start: Int, before end: Int) -> Int? {
    guard failuresLeft > 0 else { return nil }
    var index = start + 2
    while index < end, !bytes[index].isLineEnd {
      if bytes.holds("]]", at: index, before: end) { return index + 2 }
      index += 1
    }
    failuresLeft -= 1
    return nil
  }

  /// The end of what the bracket at `start` opens: `[text]`, with `(destination)` or `[label]` after it; nil where nobody
  /// closes it.
  mutating func bracketEnd(at start: Int, before end: Int) -> Int? {
    guard let close = partner(of: start, closedBy: UInt8(ascii: "]"), before: end) else { return nil }
    guard close < end else { return close }
    switch bytes[close] {
    case UInt8(ascii: "("): return partner(of: close, closedBy: UInt8(ascii: ")"), before: end) ?? close
    case UInt8(ascii: "["): return partner(of: close, closedBy: UInt8(ascii: "]"), before: end) ?? close
    default: return close
    }
  }

  /// The end of `<https://…>` or `<span>`; nil for a mere less-than sign.
  mutating func angleEnd(at start: Int, before end: Int) -> Int? {
    guard failuresLeft > 0, start + 1 < end, bytes[start + 1].isLetter || bytes[start + 1] == UInt8(ascii: "/") else {
      return nil
    }
    var index = start + 1
    while index < end {
      if bytes[index] == UInt8(ascii: ">") { return index + 1 }
      index += 1
    }
    failuresLeft -= 1
    return nil
  }

  /// The offset after the byte that closes the one at `start`; pairs in between, code and escaped bytes are passed over.
  private mutating func partner(of start: Int, closedBy close: UInt8, before end: Int) -> Int? {
    guard failuresLeft > 0 else { return nil }
    let open = bytes[start]
    var depth = 0
    var index = start
    while index < end {
      switch bytes[index] {
      case open:
        depth += 1
      case close:
        depth -= 1
        if depth == 0 { return index + 1 }
      case UInt8(ascii: "\\"):
        index += 1
      case UInt8(ascii: "`"):
        index = codeEnd(at: index, before: end)
        continue
      default:
        break
      }
      index += 1
    }
    failuresLeft -= 1
    return nil
  }
}
