/// Finds the fields in the first paragraphs of checkbox items, in every spelling.
///
/// A field begins after white space (or at the paragraph's beginning) and never inside code, a link, an angle bracket or
/// a pair of square brackets. Anything that is no field is title text.
struct FieldScanner: ~Copyable {
  private let bytes: [UInt8]
  private(set) var found: [LineField] = []
  /// Places where a field has one slip; they are looked at once the document is known.
  private(set) var slips: [FieldSlip] = []

  private var spans: InlineSpans
  /// The last `(2h)` of the paragraph, and how many fields had been found before it.
  private var bareHours: (span: ByteSpan, position: Int)?
  private var hasEffort = false

  init(_ text: SourceText) {
    bytes = text.bytes
    spans = InlineSpans(text.bytes)
  }

  /// Reads one paragraph.
  ///
  /// `allowsBareHours`: it is a task's, a `(2h)` at its end is its effort.
  mutating func scan(_ paragraph: ByteSpan, allowsBareHours: Bool) {
    guard var index = firstCandidate(in: paragraph) else { return }
    let end = Int(bytes.trimmed(paragraph).end)
    let firstField = found.count
    bareHours = nil
    hasEffort = false
    spans.begin()
    var isAfterSpace = true
    while index < end {
      let byte = bytes[index]
      if byte.isWhiteSpace {
        isAfterSpace = true
        index += 1
        continue
      }
      var next: Int?
      switch byte {
      case UInt8(ascii: "`"):
        next = spans.codeEnd(at: index, before: end)
      case UInt8(ascii: "["):
        next = isAfterSpace ? dataview(at: index, before: end) ?? wrapped(at: index, before: end) : nil
        next = next ?? spans.bracketEnd(at: index, before: end)
      case UInt8(ascii: "("):
        next = isAfterSpace ? dataview(at: index, before: end) ?? hours(at: index, before: end) : nil
        if isAfterSpace, next == nil { next = wrapped(at: index, before: end) }
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "="), UInt8(ascii: "~"), UInt8(ascii: "{"),
        UInt8(ascii: "\""), UInt8(ascii: "'"):
        next = isAfterSpace ? wrapped(at: index, before: end) : nil
      case UInt8(ascii: "<"):
        next = comment(at: index, before: end) ?? spans.angleEnd(at: index, before: end)
      case UInt8(ascii: "%"):
        next = comment(at: index, before: end)
      case UInt8(ascii: "\\"):
        next = min(index + 2, end)
      case UInt8(ascii: "^"):
        next = isAfterSpace ? blockID(at: index, before: end) : nil
      case 0xE2, 0xF0:
        next = isAfterSpace ? emoji(at: index, before: end) : gluedSign(at: index, before: end)
      default:
        next = isAfterSpace && byte.isLetter ? own(at: index, before: end) : nil
      }
      index = next ?? index + 1
      isAfterSpace = false
    }
    finish(from: firstField, end: end, allowsBareHours: allowsBareHours)
  }

  /// The beginning of the first word that may be a field; nil in most tasks, which have none.
  ///
  /// Every spelling has a colon, a caret, a parenthesis or an emoji. Where something before it may hide it (code, a link, an
  /// angle bracket, an escape), that is the paragraph's beginning.
  private func firstCandidate(in paragraph: ByteSpan) -> Int? {
    let start = Int(paragraph.start)
    let sign = ByteWords.first(in: bytes, from: start, before: Int(paragraph.end)) { word in
      ByteWords.matches(of: UInt8(ascii: ":"), in: word) | ByteWords.matches(of: UInt8(ascii: "^"), in: word)
        | ByteWords.matches(of: UInt8(ascii: "("), in: word) | ByteWords.matches(of: 0xE2, in: word)
        | ByteWords.matches(of: 0xF0, in: word) | ByteWords.matches(of: 0xEF, in: word)
    }
    guard var index = sign else { return nil }
    let hiding = ByteWords.first(in: bytes, from: start, before: index) { word in
      ByteWords.matches(of: UInt8(ascii: "`"), in: word) | ByteWords.matches(of: UInt8(ascii: "["), in: word)
        | ByteWords.matches(of: UInt8(ascii: "<"), in: word) | ByteWords.matches(of: UInt8(ascii: "\\"), in: word)
        | ByteWords.matches(of: UInt8(ascii: "%"), in: word)
    }
    if hiding != nil { return start }
    while index > start, !bytes[index - 1].isWhiteSpace { index -= 1 }
    return index
  }

  private mutating func add(_ name: FieldName, _ spelling: FieldSpelling, _ start: Int, _ value: ByteSpan, end: Int) {
    found.append(LineField(name: name, spelling: spelling, span: ByteSpan(start, end), value: value))
    if name == .effort { hasEffort = true }
  }

  // MARK: Spellings

  /// `due:2026-07-19`.
  ///
  /// Gives the offset to go on from, which is the end of the letters where they are no field's name.
  private mutating func own(at start: Int, before end: Int) -> Int? {
    let index = bytes.skippingLetters(from: start, before: end)
    guard index < end, index - start <= 8 else { return index }
    if bytes[index] == 0xEF, bytes.holds("：", at: index, before: end) {
      if let name = FieldTable.name(ofPackedKey: packedKey(start..<index)) {
        slips.append(FieldSlip(kind: .fullWidth, name: name, start: start, colon: index, end: end))
      }
      return index
    }
    guard bytes[index] == UInt8(ascii: ":") else { return index }
    let packed = packedKey(start..<index)
    guard let name = FieldTable.name(ofPackedKey: packed) else {
      if let name = FieldTable.name(ofPackedKey: packed | 0x2020_2020_2020_2020 >> UInt64(64 - 8 * (index - start))) {
        slips.append(FieldSlip(kind: .capital, name: name, start: start, colon: index, end: end))
      } else if index + 1 < end, bytes[index + 1].isLetterOrDigit || bytes[index + 1] == UInt8(ascii: "[") {
        slips.append(FieldSlip(kind: .name, name: .after, start: start, colon: index, end: end))
      }
      return index
    }
    if bytes.holds("::", at: index, before: end) {
      slips.append(FieldSlip(kind: .doubleColon, name: name, start: start, colon: index, end: end))
      return index + 2
    }
    let value = ownValue(after: index + 1, before: end)
    guard !value.isEmpty else {
      slips.append(FieldSlip(kind: .space, name: name, start: start, colon: index, end: end))
      return index + 1
    }
    if FieldTable.shape(of: name) == .day, !DayShape.isDay(bytes, value) {
      slips.append(FieldSlip(kind: .day, name: name, start: start, colon: index, end: Int(value.end)))
    } else if bytes[Int(value.end) - 1] == UInt8(ascii: ",") {
      slips.append(FieldSlip(kind: .comma, name: name, start: start, colon: index, end: end))
    } else if bytes[Int(value.end) - 1].isDigit, Int(value.end) < end {
      let shape = FieldTable.shape(of: name)
      if shape == .effort || shape == .calendarTime {
        slips.append(FieldSlip(kind: .unit, name: name, start: start, colon: index, end: end))
      }
    }
    add(name, .own, start, value, end: Int(value.end))
    return Int(value.end)
  }

  private func packedKey(_ letters: Range<Int>) -> UInt64 {
    letters.reduce(0) { $0 << 8 | UInt64(bytes[$1]) }
  }

  /// `(due:2026-07-19)`, `**📅 2026-07-19**`: a field with marks around it is read as title text, and reported.
  ///
  /// Always nil but where it is one: then its end.
  private mutating func wrapped(at start: Int, before end: Int) -> Int? {
    guard spans.mayLookOn else { return nil }
    var index = start
    while index < end, FieldSlip.opening.contains(bytes[index]) { index += 1 }
    guard index < end, index - start <= 4, !bytes.holds("[[", at: start, before: end) else { return nil }
    let name: FieldName
    let colon: Int
    if bytes[index].isLetter {
      let letters = bytes.skippingLetters(from: index, before: end)
      guard letters - index <= 8, letters < end, bytes[letters] == UInt8(ascii: ":"),
        let found = FieldTable.name(ofPackedKey: packedKey(index..<letters))
      else { return nil }
      (name, colon) = (found, letters + 1)
    } else {
      guard let (found, length) = FieldTable.name(ofEmojiAt: index, before: end, in: bytes),
        FieldTable.shape(of: found) == .day
      else { return nil }
      (name, colon) = (found, index + length)
    }
    var valueEnd = bytes.skippingBlanks(from: colon, before: end)
    if colon > index + 1, bytes[colon - 1] == UInt8(ascii: ":") { valueEnd = colon }
    while valueEnd < end, !bytes[valueEnd].isWhiteSpace, !FieldSlip.closing.contains(bytes[valueEnd]) { valueEnd += 1 }
    let inner = valueEnd
    while valueEnd < end, FieldSlip.closing.contains(bytes[valueEnd]) { valueEnd += 1 }
    guard valueEnd > inner, valueEnd == end || bytes[valueEnd].isWhiteSpace || ".,;".utf8.contains(bytes[valueEnd])
    else { return nil }
    slips.append(
      FieldSlip(kind: .wrapped(inner: ByteSpan(index, inner)), name: name, start: start, colon: colon, end: valueEnd))
    return valueEnd
  }

  /// `Rehearsal📅2026-12-11`: a sign with its day, glued to the word before it.
  private mutating func gluedSign(at start: Int, before end: Int) -> Int? {
    guard let (name, length) = FieldTable.name(ofEmojiAt: start, before: end, in: bytes),
      FieldTable.shape(of: name) == .day
    else { return nil }
    var index = start + length
    if bytes.holds("\u{FE0F}", at: index, before: end) { index += 3 }
    while index < end, bytes[index] == .space { index += 1 }
    guard let value = EmojiValue.find(in: bytes, for: name, at: index, before: end) else { return nil }
    slips.append(FieldSlip(kind: .glued, name: name, start: start, colon: index, end: Int(value.end)))
    return Int(value.end)
  }

  /// The end of a comment, in which nothing is a field.
  private mutating func comment(at start: Int, before end: Int) -> Int? {
    guard spans.mayLookOn, bytes.holds("%%", at: start, before: end) || bytes.holds("<!--", at: start, before: end)
    else { return nil }
    if let close = InlineComments.end(in: bytes, at: start, before: end) { return close }
    spans.noteUnclosed()
    return nil
  }

  /// Everything up to the next white space; a `[[link]]` inside may hold spaces.
  private mutating func ownValue(after start: Int, before end: Int) -> ByteSpan {
    var index = start
    while index < end, !bytes[index].isWhiteSpace {
      if bytes[index] == UInt8(ascii: "["), bytes.holds("[[", at: index, before: end),
        let close = spans.wikilinkEnd(at: index, before: end)
      {
        index = close
      } else {
        index += 1
      }
    }
    return ByteSpan(start, index)
  }

  /// `[due:: 2026-07-19]`, `(due:: 2026-07-19)`.
  private mutating func dataview(at start: Int, before end: Int) -> Int? {
    var index = start + 1
    while index < end, bytes[index].isLetter { index += 1 }
    guard index > start + 1, bytes.holds("::", at: index, before: end), spans.mayLookOn else { return nil }
    let key = start + 1..<index
    guard let name = FieldTable.name(ofDataviewKey: key, in: bytes) else { return nil }
    let open = bytes[start]
    let close = open == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: ")")
    var depth = 1
    index += 2
    let valueStart = index
    while index < end, !bytes[index].isLineEnd {
      if bytes[index] == open { depth += 1 }
      if bytes[index] == close { depth -= 1 }
      if depth == 0 {
        var value = bytes.trimmed(ByteSpan(valueStart, index))
        if value.isEmpty { value = ByteSpan(valueStart, valueStart) }
        add(name, .dataview, start, value, end: index + 1)
        return index + 1
      }
      index += 1
    }
    spans.noteUnclosed()
    return nil
  }

  /// A sign of Obsidian Tasks with its value: `📅 2026-07-19`.
  private mutating func emoji(at start: Int, before end: Int) -> Int? {
    guard let (name, length) = FieldTable.name(ofEmojiAt: start, before: end, in: bytes) else { return nil }
    var index = start + length
    if bytes.holds("\u{FE0F}", at: index, before: end) { index += 3 }
    let signEnd = index
    while index < end, bytes[index] == .space { index += 1 }
    guard let value = EmojiValue.find(in: bytes, for: name, at: index, before: end) else {
      if FieldTable.shape(of: name) == .day {
        slips.append(FieldSlip(kind: .emojiDay, name: name, start: start, colon: signEnd, end: end))
      }
      return signEnd
    }
    if value.isEmpty {
      add(name, .emoji, start, ByteSpan(signEnd, signEnd), end: signEnd)
      return signEnd
    }
    add(name, .emoji, start, value, end: Int(value.end))
    return Int(value.end)
  }

  /// `^part-1`, the paragraph's last word.
  private mutating func blockID(at start: Int, before end: Int) -> Int? {
    var index = start + 1
    while index < end, bytes[index].isLetterOrDigit || bytes[index] == UInt8(ascii: "-") { index += 1 }
    guard index == end, index > start + 1 else { return nil }
    add(.id, .blockID, start, ByteSpan(start + 1, end), end: end)
    return end
  }

  /// `(2h)`, which counts if nothing but fields follows.
  private mutating func hours(at start: Int, before end: Int) -> Int? {
    var index = start + 1
    var hasDigit = false
    while index < end, bytes[index].isDigit || bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: "-") {
      hasDigit = hasDigit || bytes[index].isDigit
      index += 1
    }
    guard hasDigit, index + 1 < end, bytes[index] == UInt8(ascii: "h") || bytes[index] == UInt8(ascii: "m"),
      bytes[index + 1] == UInt8(ascii: ")"), index + 2 == end || bytes[index + 2].isWhiteSpace
    else { return nil }
    bareHours = (ByteSpan(start, index + 2), found.count)
    return index + 2
  }

  // MARK: The paragraph's end

  private mutating func finish(from firstField: Int, end: Int, allowsBareHours: Bool) {
    dropPrioritiesWithinTheTitle(from: firstField, end: end)
    guard allowsBareHours, !hasEffort, let (span, position) = bareHours, position <= found.count,
      isFieldsOnly(from: Int(span.end), to: end, fields: position..<found.count)
    else { return }
    let value = ByteSpan(Int(span.start) + 1, Int(span.end) - 1)
    found.insert(LineField(name: .effort, spelling: .bareHours, span: span, value: value), at: position)
  }

  /// A priority's sign has no value, so it is a field only where nothing but fields follows: `🔺` in a title stays there.
  private mutating func dropPrioritiesWithinTheTitle(from firstField: Int, end: Int) {
    guard found[firstField...].contains(where: { $0.name == .priority && $0.spelling == .emoji }) else { return }
    var rest = end
    var isFieldsOnly = true
    var titles: Set<Int> = []
    for index in (firstField..<found.count).reversed() {
      let span = found[index].span
      isFieldsOnly = isFieldsOnly && bytes.isWhiteSpace(Int(span.end)..<max(rest, Int(span.end)))
      rest = Int(span.start)
      if !isFieldsOnly, found[index].name == .priority, found[index].spelling == .emoji { titles.insert(index) }
    }
    guard !titles.isEmpty else { return }
    if let (span, position) = bareHours { bareHours = (span, position - titles.count { $0 < position }) }
    var index = firstField - 1
    let kept = found[firstField...].filter { _ in
      index += 1
      return !titles.contains(index)
    }
    found.replaceSubrange(firstField..., with: kept)
  }

  private func isFieldsOnly(from start: Int, to end: Int, fields: Range<Int>) -> Bool {
    var index = start
    for field in fields {
      guard bytes.isWhiteSpace(index..<Int(found[field].span.start)) else { return false }
      index = Int(found[field].span.end)
    }
    return bytes.isWhiteSpace(index..<max(index, end))
  }
}
