/// What would be a field without one slip of the pen.
///
/// A slip is only reported where its value has the field's shape, so that ordinary prose (`Due: nothing yet`) is left
/// in peace.
struct FieldSlip {
  enum Kind: Equatable {
    /// `due: 2026-07-19`
    case space
    /// `Due:2026-07-19`
    case capital
    /// `after:a, b`
    case comma
    /// `due:2026-7-1`
    case day
    /// `📅 2026-7-1`
    case emojiDay
    /// `effort:3 h`
    case unit
    /// `due:: 2026-07-19` without brackets
    case doubleColon
    /// `due：2026-07-19`
    case fullWidth
    /// `(due:2026-07-19)`, `**📅 2026-07-19**`: with what is inside.
    case wrapped(inner: ByteSpan)
    /// `Rehearsal📅 2026-07-19`
    case glued
    /// `afer:research`: `name` is not known yet.
    case name
  }

  var kind: Kind
  var name: FieldName
  /// The first byte of the name or sign.
  var start: Int
  /// The colon; for a sign its end.
  var colon: Int
  /// Where to stop looking: the end of the paragraph, or of the value where that is known.
  var end: Int

  /// The finding with its fix; nil where it is prose after all.
  func finding(in text: SourceText) -> Finding? {
    switch kind {
    case .space, .capital: nameSlip(in: text)
    case .comma: commaSlip(in: text)
    case .day: daySlip(in: text, from: colon + 1)
    case .emojiDay: daySlip(in: text, from: colon)
    case .unit: unitSlip(in: text)
    case .name: misspeltName(in: text)
    case .doubleColon: signSlip(in: text, length: 2)
    case .fullWidth: signSlip(in: text, length: 3)
    case .wrapped(let inner): wrappedSlip(in: text, inner)
    case .glued: gluedSlip(in: text)
    }
  }

  /// The marks that people put around a field.
  static let opening = Set("([{*_=~\"'".utf8)
  static let closing = Set(")]}*_=~\"'".utf8)

  /// Another sign than one colon between name and value.
  private func signSlip(in text: SourceText, length: Int) -> Finding? {
    let value = word(in: text.bytes, from: text.bytes.skippingBlanks(from: colon + length, before: end))
    guard !value.isEmpty, name != .after, name != .id, ValueShape.fits(text.string(value), name),
      let key = FieldTable[name].key
    else { return nil }
    let span = ByteSpan(start, Int(value.end))
    let right = "\(key):\(text.string(value))"
    return finding(
      text, span, "`\(text.string(span))` is read as title text. Write `\(right)`.",
      fix: TextEdit(span: ByteSpan(start, Int(value.start)), new: "\(key):"))
  }

  /// Marks around a field.
  private func wrappedSlip(in text: SourceText, _ inner: ByteSpan) -> Finding? {
    let value = word(
      in: text.bytes, from: text.bytes.skippingBlanks(from: colon, before: Int(inner.end)), to: Int(inner.end))
    guard !value.isEmpty, name != .after, name != .id, ValueShape.fits(text.string(value), name) else { return nil }
    let span = ByteSpan(start, end)
    let right = text.string(inner)
    return finding(
      text, span, "`\(text.string(span))` is read as title text. Write `\(right)`, with nothing around it.",
      fix: TextEdit(span: span, new: right))
  }

  /// A sign without a blank before it.
  private func gluedSlip(in text: SourceText) -> Finding? {
    let span = ByteSpan(start, end)
    return finding(
      text, span, "`\(text.string(span))` is read as title text. Put a space before it.",
      fix: TextEdit(span: ByteSpan(start, start), new: " "))
  }

  private func finding(_ text: SourceText, _ span: ByteSpan, _ message: String, fix: TextEdit) -> Finding {
    Finding(
      check: "bad-value", severity: .warning, place: Place(path: text.path, span: span), message: message,
      fix: FileChange(of: text, edits: [fix]))
  }

  /// A space after the colon, or a capital letter in the name.
  private func nameSlip(in text: SourceText) -> Finding? {
    let valueStart = text.bytes.skippingBlanks(from: colon + 1, before: end)
    let value = word(in: text.bytes, from: valueStart)
    guard !value.isEmpty, ValueShape.fits(text.string(value), name), let key = FieldTable[name].key else { return nil }
    let right = "\(key):\(text.string(value))"
    let span = ByteSpan(start, Int(value.end))
    let message = "`\(text.string(span))` is read as title text. Write `\(right)`."
    return finding(text, span, message, fix: TextEdit(span: ByteSpan(start, Int(value.start)), new: "\(key):"))
  }

  /// A comma at the end of a value: the list goes on after a space, or nothing follows.
  private func commaSlip(in text: SourceText) -> Finding? {
    let bytes = text.bytes
    let value = word(in: bytes, from: colon + 1)
    var words = [value]
    while name == .after, let last = words.last, bytes[Int(last.end) - 1] == UInt8(ascii: ",") {
      let next = word(in: bytes, from: bytes.skippingBlanks(from: Int(last.end), before: end))
      guard !next.isEmpty, !bytes[next.range].contains(UInt8(ascii: ":")) else { break }
      words.append(next)
    }
    var right = words.map { text.string($0) }.joined()
    while right.hasSuffix(",") { right.removeLast() }
    guard name == .after || ValueShape.fits(right, name), let last = words.last else { return nil }
    let span = ByteSpan(Int(value.start), Int(last.end))
    let message =
      words.count > 1
      ? "`\(text.string(span))` ends at its first space. Write `\(right)`, without spaces."
      : "`\(text.string(span))` ends with a comma. Write `\(right)`."
    return finding(text, span, message, fix: TextEdit(span: span, new: right))
  }

  /// A day in another shape than `2026-07-19`.
  private func daySlip(in text: SourceText, from start: Int) -> Finding? {
    let bytes = text.bytes
    var valueStart = bytes.skippingBlanks(from: start, before: end)
    // A no-break space looks like a space and stops Obsidian Tasks from reading on.
    while kind == .emojiDay, bytes.holds("\u{A0}", at: valueStart, before: end) {
      valueStart = bytes.skippingBlanks(from: valueStart + 2, before: end)
    }
    let value = word(in: bytes, from: valueStart)
    guard let day = ValueShape.looseDay(text.string(value)) else { return nil }
    let message = "`\(text.string(value))` is no day as `mm` reads it. Write `\(day)`."
    if kind == .emojiDay {
      return finding(text, value, message, fix: TextEdit(span: ByteSpan(start, Int(value.end)), new: " \(day)"))
    }
    return finding(text, value, message, fix: TextEdit(span: value, new: day.description))
  }

  /// A space between a number and its unit.
  private func unitSlip(in text: SourceText) -> Finding? {
    let number = word(in: text.bytes, from: colon + 1)
    let unit = word(in: text.bytes, from: text.bytes.skippingBlanks(from: Int(number.end), before: end))
    let letter: String? =
      switch text.string(unit) {
      case "h", "hr", "hrs", "hour", "hours": "h"
      case "m", "min", "mins", "minutes": "m"
      case "d", "day", "days": "d"
      case "w", "week", "weeks": "w"
      default: nil
      }
    guard let letter, ValueShape.fits(text.string(number) + letter, name) else { return nil }
    let span = ByteSpan(Int(number.start), Int(unit.end))
    let right = text.string(number) + letter
    let message = "`\(text.string(span))` ends at its first space. Write `\(right)`, without a space."
    return finding(text, span, message, fix: TextEdit(span: span, new: right))
  }

  /// A name that is one slip away from a field's, or another tool's word for it.
  private func misspeltName(in text: SourceText) -> Finding? {
    let value = word(in: text.bytes, from: colon + 1)
    let written = text.string(ByteSpan(start, colon))
    guard !value.isEmpty, let key = ValueShape.key(meantBy: written, value: text.string(value)) else { return nil }
    let span = ByteSpan(start, Int(value.end))
    let message = "`\(text.string(span))` is read as title text. Did you mean `\(key):\(text.string(value))`?"
    return finding(text, span, message, fix: TextEdit(span: ByteSpan(start, colon), new: key))
  }

  private func word(in bytes: [UInt8], from start: Int, to last: Int? = nil) -> ByteSpan {
    var index = start
    let end = last ?? end
    while index < end, !bytes[index].isWhiteSpace { index += 1 }
    return ByteSpan(start, max(start, index))
  }
}

/// Whether a word could be meant as the value of a field.
enum ValueShape {
  static func fits(_ word: String, _ name: FieldName) -> Bool {
    let bytes = Array(word.utf8)
    switch FieldTable[name].shape {
    case .day: return looseDay(word) != nil
    case .effort: return isNumber(bytes, units: "hm")
    case .calendarTime: return isNumber(bytes, units: "dw")
    case .amount: return bytes.contains(UInt8(ascii: "/")) && isNumber(bytes, units: "", others: "/>")
    case .yes: return word == "yes" || word == "true"
    case .identifier, .references, .words, .none: return false
    }
  }

  /// Words for our fields that people bring from elsewhere.
  private static let otherWords: [String: FieldName] = [
    "deadline": .due, "by": .due, "until": .due, "estimate": .effort, "hours": .effort, "depends": .after,
    "blockedby": .after,
  ]

  /// The field's name that `written` is a slip of, where the value has the field's shape.
  static func key(meantBy written: String, value: String) -> String? {
    let rows = FieldTable.rows.filter { $0.isWritable && $0.name != .id }
    if let name = otherWords[written.lowercased()] {
      return name == .after || fits(value, name) ? name.key : nil
    }
    let word = Array(written.lowercased().unicodeScalars)
    let near = rows.filter { row in
      let key = Array(row.name.key.unicodeScalars)
      guard abs(key.count - word.count) <= 1, NearestWords.distance(word, key) == 1 else { return false }
      return row.name == .after ? word.count >= 4 : fits(value, row.name)
    }
    return near.count == 1 ? near[0].name.key : nil
  }

  /// Digits, dots and hyphens, and then one of the units where there are any.
  private static func isNumber(_ bytes: [UInt8], units: String, others: String = "") -> Bool {
    guard let first = bytes.first, let last = bytes.last, first.isDigit else { return false }
    guard units.isEmpty || units.utf8.contains(last) else { return false }
    return bytes.dropLast(units.isEmpty ? 0 : 1).allSatisfy { byte in
      byte.isDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || units.utf8.contains(byte)
        || others.utf8.contains(byte)
    }
  }

  /// `2026-7-1`, `2026/07/19`, `2026.7.1`, each with a comma or full stop after it: the day that is meant, where it exists.
  static func looseDay(_ word: String) -> Day? {
    var bytes = Array(word.utf8)
    while let last = bytes.last, [UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";")].contains(last) {
      bytes.removeLast()
    }
    let separators: [UInt8] = [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")]
    let parts = bytes.split(omittingEmptySubsequences: false) { separators.contains($0) }
    guard parts.count == 3, parts[0].count == 4, (1...2).contains(parts[1].count), (1...2).contains(parts[2].count),
      parts.allSatisfy({ $0.allSatisfy(\.isDigit) })
    else { return nil }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } }
    return Day(year: numbers[0], month: numbers[1], day: numbers[2])
  }
}
