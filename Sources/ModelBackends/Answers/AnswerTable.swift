import JSONText

/// Milestones that a model wrote as a Markdown table or a numbered list, where no JSON was to be had.
enum AnswerTable {
  /// An object with `milestones`; nil where there are fewer than three.
  static func plan(in text: String) -> JSONValue? {
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    let milestones = rows(lines) ?? items(lines)
    guard let milestones, milestones.count >= 3 else { return nil }
    return .object([JSONValue.Member("milestones", .array(milestones))])
  }

  // MARK: Tables

  private static func cells(_ line: String) -> [String]? {
    let line = trimmed(line)
    guard line.first == "|", line.count > 2 else { return nil }
    var cells = line.dropFirst().split(separator: "|", omittingEmptySubsequences: false).map { plain(String($0)) }
    if cells.last?.isEmpty == true { cells.removeLast() }
    return cells
  }

  private static func rows(_ lines: [String]) -> [JSONValue]? {
    guard let head = lines.firstIndex(where: { cells($0) != nil }), let names = cells(lines[head]).map({ $0.map(key) }),
      let title = names.firstIndex(of: "title")
    else { return nil }
    var rows: [JSONValue] = []
    for line in lines[(head + 1)...] {
      guard let cells = cells(line) else { break }
      if cells.allSatisfy({ $0.allSatisfy { "-: ".contains($0) } }) { continue }
      guard cells.count > title, !cells[title].isEmpty else { continue }
      rows.append(
        .object(
          zip(names, cells).filter { !$0.0.isEmpty && !$0.1.isEmpty && $0.1 != "-" && $0.1 != "–" }
            .map { JSONValue.Member($0.0, .string($0.1)) }))
    }
    return rows
  }

  /// What a column holds, by its heading; empty where that is not known.
  private static func key(_ heading: String) -> String {
    let heading = heading.lowercased()
    func has(_ words: [String]) -> Bool { words.contains { heading.contains($0) } }
    if has(["milestone", "step", "title", "task", "what"]) { return "title" }
    if has(["hour", "effort"]) { return "hours" }
    if has(["why", "reason"]) { return "why" }
    if has(["wait"]) { return "wait" }
    if has(["after", "depend"]) { return "after" }
    return ""
  }

  // MARK: Lists

  /// `1. **Outline agreed** (6–8 h): the editor decides on it`.
  private static func items(_ lines: [String]) -> [JSONValue]? {
    var items: [JSONValue] = []
    for line in lines {
      // Nested lines are notes.
      guard line.first?.isWhitespace != true, let text = item(line) else { continue }
      var title = text
      var members: [JSONValue.Member] = []
      if let open = text.lastIndex(of: "("), let close = text[open...].firstIndex(of: ")") {
        let inside = String(text[text.index(after: open)..<close])
        if AnswerFigures(inside).hours != nil, AnswerFigures(inside).unit != nil {
          members.append(JSONValue.Member("hours", .string(inside)))
          title = String(text[..<open])
          let rest = trimmed(String(text[text.index(after: close)...].drop { ":–—-. ".contains($0) }))
          if !rest.isEmpty { members.append(JSONValue.Member("why", .string(plain(rest)))) }
        }
      }
      // Without hours a line is prose.
      guard !members.isEmpty else { continue }
      items.append(.object([JSONValue.Member("title", .string(plain(title)))] + members))
    }
    return items
  }

  private static func item(_ line: String) -> String? {
    let digits = line.prefix { $0.isNumber }
    if !digits.isEmpty, let mark = line.dropFirst(digits.count).first, mark == "." || mark == ")" {
      return trimmed(String(line.dropFirst(digits.count + 1)))
    }
    guard let mark = line.first, "-*+".contains(mark), line.dropFirst().first == " " else { return nil }
    var text = trimmed(String(line.dropFirst(2)))
    for box in ["[ ] ", "[x] "] where text.hasPrefix(box) { text = String(text.dropFirst(box.count)) }
    return text
  }

  private static func plain(_ text: String) -> String {
    var text = trimmed(text.replacing("**", with: "").replacing("`", with: ""))
    while let last = text.last, ":–—- ".contains(last) { text.removeLast() }
    return text
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
