import PlanDocuments
import TextStyling

/// One line of a file with a caret below what is meant.
struct Excerpt {
  private let number: Int
  private let before: StyledText
  private let marked: StyledText
  private let after: StyledText

  /// The line that `span` begins on; what of the span lies on further lines is not marked.
  ///
  /// - Parameter width: the most columns that will be shown; what is far beyond them is not looked at.
  init(_ span: ByteSpan, in source: SourceText, width: Int) {
    let start = min(Int(span.start), source.bytes.count)
    let line = source.line(of: start)
    let whole = source.lineSpan(line).range
    let from = min(max(start, whole.lowerBound), whole.upperBound)
    let to = min(max(Int(span.end), from), whole.upperBound)
    func part(_ range: Range<Int>) -> StyledText { Excerpt.visible(source.string(ByteSpan(range))) }
    let most = Excerpt.mostBytes(columns: width)
    number = line + 1
    before = part(source.bytes.characterStart(max(whole.lowerBound, from - most), before: from)..<from)
    marked = part(from..<source.bytes.characterStart(min(to, from + most), before: to))
    after = part(to..<source.bytes.characterStart(min(whole.upperBound, to + most), before: whole.upperBound))
  }

  /// So many bytes are wider than the columns, whatever they say.
  static func mostBytes(columns: Int) -> Int { min(max(columns, 80), 1 << 20) * 64 }

  /// Tabs become two blanks, so that the caret below stands right.
  static func visible(_ text: String) -> StyledText {
    guard text.utf8.contains(UInt8(ascii: "\t")) else { return StyledText(text) }
    return StyledText(text.split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "  "))
  }

  /// Two lines, no wider than `width` where the marked part allows it: of a long line the part around it is shown.
  func text(gutter: Int, width: Int) -> StyledText {
    let room = max(20, width - gutter - 2)
    let shownMark = marked.fitted(room)
    var lead = before
    if before.width + shownMark.width > room {
      lead = "…" + before.lastColumns(max(0, min(before.width, room - shownMark.width - 12)))
    }
    let line = (lead + shownMark + after).fitted(room)
    let blank = String(repeating: " ", count: gutter)
    let caret = String(repeating: " ", count: lead.width) + String(repeating: "^", count: max(1, shownMark.width))
    let numbered: StyledText = "\(StyledText(String(number)).padded(gutter - 1, toRight: true)) | \(line)"
    return numbered.withoutTrailingBlanks + "\n"
      + "\(blank)| \(caret, .attention)\n"
  }
}

extension [UInt8] {
  /// The first byte from `offset` on that continues no character.
  fileprivate func characterStart(_ offset: Int, before end: Int) -> Int {
    var index = offset
    while index < end, self[index] & 0xC0 == 0x80 { index += 1 }
    return index
  }
}

extension StyledText {
  /// The end of the text, at most so many columns of it.
  fileprivate func lastColumns(_ columns: Int) -> StyledText {
    var kept: [Character] = []
    var left = columns
    for character in plain.reversed() {
      left -= TerminalWidth.columns(of: character)
      if left < 0 { break }
      kept.append(character)
    }
    return StyledText(String(kept.reversed()))
  }
}
