import PlanDocuments

/// Text from outside (a model, a playbook, a web page) as it may stand in a note: one line that shows its words and does
/// nothing else.
///
/// Control, format and bidirectional characters go, so do HTML and its comments; of links and images the words stay; what
/// `mm`, Obsidian Tasks or Dataview would read as a field or a block id loses its sign.
package enum HarmlessText {
  /// - Parameter limit: characters; a longer text ends in “…”.
  package static func line(_ text: String, limit: Int = 300) -> String {
    // A sign that goes may bring two others together: until nothing changes, and each round that changes makes it shorter.
    var line = singleSpaced(text)
    for _ in 0..<100 {
      let cleaned = singleSpaced(withoutFields(withoutMarkup(line)))
      if cleaned == line { break }
      line = cleaned
    }
    return line.count <= limit ? line : trimmed(String(line.prefix(limit - 1))) + "…"
  }

  // MARK: Characters

  private static func singleSpaced(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isSpace = scalar.isControlOrBreak || scalar.properties.isWhitespace
      if isSpace {
        if let last = result.last, last != " " { result.append(" ") }
      } else if scalar.properties.generalCategory != .format || scalar.value == 0x200C || scalar.value == 0x200D {
        result.append(scalar)
      }
    }
    return trimmed(String(result))
  }

  private static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while rest.last == " " { rest.removeLast() }
    while rest.first == " " { rest.removeFirst() }
    return String(rest)
  }

  // MARK: Markup

  /// `<b>`, `<!-- -->`, `![image](url)`, `[words](url)`, `[[note|words]]`.
  private static func withoutMarkup(_ text: String) -> String {
    let letters = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    while index < letters.count {
      let rest = letters[index...]
      switch letters[index] {
      case "<" where opensTag(rest):
        let end =
          rest.starts(with: "<!--".unicodeScalars) ? endOfComment(rest) : rest.firstIndex(of: ">").map { $0 + 1 }
        index = end ?? index + 1
      case "!" where rest.dropFirst().first == "[":
        index += 1
      case "[":
        index += 1
      case "]":
        index += 1
        // The destination goes with its brackets.
        if index < letters.count, letters[index] == "(", let end = letters[index...].firstIndex(of: ")") {
          index = end + 1
        }
      case "\\" where rest.dropFirst().first.map({ $0 == " " }) ?? true:
        // It would take its meaning from what comes next.
        index += 1
      case "%" where rest.dropFirst().first == "%":
        index += 2
      default:
        result.append(letters[index])
        index += 1
      }
    }
    return String(result)
  }

  private static func opensTag(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let next = rest.dropFirst().first else { return false }
    return next == "!" || next == "/" || next == "?" || next.properties.isAlphabetic
  }

  private static func endOfComment(_ rest: ArraySlice<Unicode.Scalar>) -> Int? {
    rest.indices.first { rest[$0] == ">" && $0 >= rest.startIndex + 6 && rest[$0 - 1] == "-" && rest[$0 - 2] == "-" }
      .map { $0 + 1 }
  }

  // MARK: Fields

  /// `due:2026-01-01` becomes `due 2026-01-01`; the signs of Obsidian Tasks go, and so does the sign of a block id.
  private static func withoutFields(_ text: String) -> String {
    text.split(separator: " ").map { word in
      var word = String(word.unicodeScalars.filter { !signs.contains($0) })
      while word.hasPrefix("^") { word.removeFirst() }
      if isHours(word) { word = String(word.dropFirst().dropLast()) }
      guard let colon = word.firstIndex(of: ":") else { return word }
      let name = word[..<colon].drop { !$0.isLetter }.lowercased()
      let isShort = name.allSatisfy(\.isLetter) && (2...9).contains(name.count)
      // Near a field's name is near enough: a slip is a finding.
      guard isShort, !NearestWords.to(name, in: names).isEmpty, word.index(after: colon) != word.endIndex else {
        return names.contains(name) ? word.replacing(":", with: " –") : word
      }
      return word[..<colon] + " " + word[colon...].drop { $0 == ":" }
    }.joined(separator: " ")
  }

  /// `(2h)`, which at the end of a task is its effort.
  private static func isHours(_ word: String) -> Bool {
    word.hasPrefix("(") && (word.hasSuffix("h)") || word.hasSuffix("m)")) && word.dropFirst().first?.isNumber == true
  }

  private static let names: [String] = FieldTable.rows.compactMap { $0.key?.description }
  private static let signs = Set(FieldTable.rows.flatMap(\.emoji).flatMap { Array($0.description.unicodeScalars) })
    .filter { !$0.isASCII }
}

extension Unicode.Scalar {
  fileprivate var isControlOrBreak: Bool {
    properties.generalCategory == .control || value == 0x2028 || value == 0x2029
  }
}
