/// Finds what keeps a note that is plainly a plan from being read: another fence, no blank after a colon, a capital key,
/// another encoding.
///
/// A note counts as plainly a plan where a line at its beginning, in a block of its own, has one of the keys that make a plan.
struct UnreadPlan {
  /// The keys of which one makes a note what it is, and those that make it likely.
  private let deciding: Set<String>
  private let others: Set<String>
  private let text: SourceText
  private let what: String
  private let isSettings: Bool

  private static let mostLines = 64
  private static let settings = Set(SettingsKey.allCases.map(\.rawValue))
  private static let kinds: Set = ["goal", "milestone", "playbook"]
  private static let keys = Set(GoalKey.allCases.map(\.rawValue) + FieldTable.rows.compactMap { $0.key?.description })

  private init(_ text: SourceText, isSettings: Bool) {
    self.text = text
    self.isSettings = isSettings
    deciding = isSettings ? Self.settings : Self.kinds
    others = Self.keys
    what = isSettings ? "These settings" : "This plan"
  }

  /// The finding for a note of which nothing was read; nil where it is no plan.
  static func finding(in text: SourceText, isSettings: Bool, fences: FrontMatterFences?) -> Finding? {
    let plan = UnreadPlan(text, isSettings: isSettings)
    if let finding = plan.otherEncoding() { return finding }
    guard let fences else { return plan.otherFences() }
    return plan.misspeltKeys(in: fences)
  }

  /// No key of `mm.md` was read.
  static func holdsNoSetting(_ document: PlanDocument) -> Bool {
    !(document.frontMatter?.entries ?? []).contains { settings.contains($0.key) }
  }

  private func finding(at span: ByteSpan, _ message: String, fix edits: [TextEdit] = []) -> Finding {
    Finding(
      check: "bad-front-matter", severity: .error, place: Place(path: text.path, span: span), message: message,
      fix: edits.isEmpty ? nil : FileChange(of: text, edits: edits))
  }

  // MARK: Encoding

  /// Two bytes a letter: by its first two bytes, or by a NUL in each second place of its beginning.
  private func otherEncoding() -> Finding? {
    let bytes = text.bytes.prefix(4096)
    guard bytes.count >= 8 else { return nil }
    let isMarked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let start = isMarked ? 2 : 0
    let zeros = (start..<start + 6).filter { bytes[$0] == 0 }
    guard isMarked || zeros.count == 3 && Set(zeros.map { $0 % 2 }).count == 1 else { return nil }
    let letters = bytes.filter { $0 != 0 && $0 < 0x80 }
    let lines = letters.split { $0.isLineEnd }
    let isPlan = lines.contains { line in
      deciding.contains { line.starts(with: Array(($0 + ":").utf8)) }
    }
    guard isPlan else { return nil }
    return finding(
      at: ByteSpan(0, 0), "\(what) can't be read: the file is UTF-16. Save it as UTF-8 in your editor.")
  }

  // MARK: Fences

  /// A block whose fences are others than `---`, or do not open the file.
  private func otherFences() -> Finding? {
    var line = 0
    var isAfterComment = false
    while line < min(Self.mostLines, text.lineStarts.count) {
      let words = trimmed(line)
      if words.isEmpty {
        line += 1
      } else if words.hasPrefix("<!--") {
        while line < text.lineStarts.count, !text.string(text.lineSpan(line)).contains("-->") { line += 1 }
        isAfterComment = true
        line += 1
      } else {
        break
      }
    }
    guard line < text.lineStarts.count, let fence = Fence(trimmed(line)) else { return nil }
    guard let close = closing(fence, after: line), let key = decidingKey(in: line + 1..<close, fence) else {
      return nil
    }
    let start = text.lineSpan(key)
    let place = ByteSpan(text.markLength, text.markLength)
    if fence.isTOML {
      return finding(
        at: start, "\(what) is written between `+++`, which `mm` doesn't read. Write `---`, and `key: value`.")
    }
    if isAfterComment {
      return finding(at: start, "\(what) can't be read: its `---` must be the first line. Move the comment below it.")
    }
    let opening = TextEdit(span: ByteSpan(text.markLength, Int(text.lineSpan(line).end)), new: "---")
    let ending = TextEdit(span: text.lineSpan(close), new: "---")
    return finding(
      at: place,
      trimmed(line) == "---"
        ? "\(what) can't be read: the line `---` must be the first, with nothing before it."
        : "\(what) can't be read: it begins with `\(trimmed(line))`. Write `---` above and below its keys.",
      fix: [opening, ending])
  }

  /// A line that may be meant as a fence.
  private struct Fence {
    var mark: Character
    var isTOML: Bool { mark == "+" }

    init?(_ words: String) {
      guard let first = words.first, "-–—+*~`_=".contains(first) else { return nil }
      var rest = words[...]
      while rest.first == first { rest.removeFirst() }
      let count = words.count - rest.count
      guard count >= (first == "—" ? 1 : 3) || first == "–" && count >= 2 else { return nil }
      guard rest.isEmpty || "`~".contains(first) && ["yaml", "yml"].contains(rest.lowercased()) else { return nil }
      mark = first
    }
  }

  /// The next line of the same marks; an empty line ends the search, since people write none between their keys.
  private func closing(_ fence: Fence, after line: Int) -> Int? {
    var next = line + 1
    while next < min(line + Self.mostLines, text.lineStarts.count) {
      let words = trimmed(next)
      if words.isEmpty { return nil }
      if let close = Fence(words), close.mark == fence.mark || close.mark == "-" { return next }
      next += 1
    }
    return nil
  }

  private func decidingKey(in lines: Range<Int>, _ fence: Fence) -> Int? {
    lines.first { line in
      guard let key = Key(of: text, line: line, sign: fence.isTOML ? "=" : ":") else { return false }
      return deciding.contains(key.name.lowercased())
    }
  }

  /// The line's words without blanks, no-break spaces and a byte order mark around them.
  private func trimmed(_ line: Int) -> String {
    let span = text.lineSpan(line)
    let start = line == 0 ? text.markLength : Int(span.start)
    var words = Substring(text.string(ByteSpan(start, max(start, Int(span.end)))))
    while let first = words.first, " \t\u{A0}\u{200B}\u{FEFF}".contains(first) { words.removeFirst() }
    while let last = words.last, " \t\u{A0}\u{200B}\u{FEFF}".contains(last) { words.removeLast() }
    return String(words)
  }

  // MARK: Keys

  /// A line that has the look of a key and its value.
  private struct Key {
    var name: String
    /// The bytes of the name.
    var span: ByteSpan
    /// From the name's end to the value's beginning.
    var between: ByteSpan

    init?(of text: SourceText, line: Int, sign: Character) {
      let bytes = text.bytes
      let whole = text.lineSpan(line)
      let end = Int(whole.end)
      let start = bytes.skippingBlanks(from: Int(whole.start), before: end)
      var index = start
      while index < end, bytes[index].isLetterOrDigit || bytes[index] == UInt8(ascii: "-") { index += 1 }
      guard index > start, bytes[start].isLetter else { return nil }
      let nameEnd = index
      index = bytes.skippingBlanks(from: index, before: end)
      if sign == ":", bytes.holds("：", at: index, before: end) {
        index += 3
      } else if index < end, bytes[index] == (sign == ":" ? UInt8(ascii: ":") : UInt8(ascii: "=")) {
        index += 1
      } else {
        return nil
      }
      span = ByteSpan(start, nameEnd)
      name = text.string(span)
      between = ByteSpan(nameEnd, bytes.skippingBlanks(from: index, before: end))
    }
  }

  /// Keys between right fences that are not read: no blank after the colon, one before it, a capital, a full-width colon.
  private func misspeltKeys(in fences: FrontMatterFences) -> Finding? {
    guard !fences.content.isEmpty else { return nil }
    let first = text.line(of: Int(fences.content.start))
    let last = min(text.line(of: Int(fences.content.end) - 1), first + Self.mostLines)
    var decides: Key?
    var known = 0
    var edits: [TextEdit] = []
    for line in first...last {
      guard let key = Key(of: text, line: line, sign: ":") else { continue }
      let name = key.name.lowercased()
      guard deciding.contains(name) || others.contains(name) else { continue }
      if deciding.contains(name), decides == nil { decides = key } else { known += 1 }
      if name != key.name { edits.append(TextEdit(span: key.span, new: name)) }
      let between = text.string(key.between)
      let isEmpty = Int(key.between.end) == Int(text.lineSpan(line).end)
      if between != ": ", !isEmpty { edits.append(TextEdit(span: key.between, new: ": ")) }
    }
    // A key in capitals may be another tool's; beside a second one of ours it is not.
    guard let decides, !edits.isEmpty, isSettings || known > 0 || decides.name == decides.name.lowercased() else {
      return nil
    }
    let name = decides.name.lowercased()
    let between = text.string(decides.between)
    let reason =
      name != decides.name
      ? "`\(decides.name)` is written with a capital letter. Write `\(name): …`."
      : between.hasPrefix(":") ? "`\(name):` needs a space after it." : "write `\(name): …`, with a plain colon."
    return finding(at: decides.span, "\(what) can't be read: \(reason)", fix: edits)
  }
}
