/// A line under *Your words* that `mm` reads: `- away: 10 to 14 Aug Lisbon`.
package struct WordsLine: Hashable, Sendable {
  package enum Key: String, CaseIterable, Sendable {
    case away, hours

    /// The key as people write it, in code.
    var marked: String { "`" + rawValue + ":`" }
  }

  package var key: Key
  /// The text after the colon, without blanks around it.
  package var text: String

  package init(_ key: Key, _ text: String = "") {
    self.key = key
    self.text = text
  }

  /// The line of a list, or a line of its own.
  init?(_ line: String) {
    var rest = line.trimmedAtStart.unicodeScalars[...]
    if let first = rest.first, "-*+".unicodeScalars.contains(first), rest.dropFirst().first == " " {
      rest = String(rest.dropFirst(2)).trimmedAtStart.unicodeScalars[...]
    }
    for key in Key.allCases {
      let sign = key.rawValue + ":"
      guard String(rest.prefix(sign.count)).lowercased() == sign else { continue }
      self.init(key, String(rest.dropFirst(sign.count)).trimmedAtStart.trimmedAtEnd)
      return
    }
    return nil
  }

  /// The whole line.
  var line: String { "- " + key.rawValue + ":" + (text.isEmpty ? "" : " " + text) }

  /// Nothing is asked for.
  var isEmpty: Bool { Self.nothing.contains(text.lowercased()) }

  private static let nothing: Set<String> = ["", "-", "–", "no", "none", "nothing", "as ever", "as before"]

  /// The section as `mm` lays it out, for the person to fill in.
  static var form: [String] {
    [
      NoteHeading.yourWords.text, "",
      "\(question) Fill in a line, such as `away: 12 to 14 Feb`, and the next review offers what follows from it.",
      "",
    ] + Key.allCases.map { WordsLine($0).line }
  }

  private static let question = "What has changed?"

  /// A line of the form as `mm` wrote it, or blank: it says nothing of the person's.
  package static func isForm(_ line: Substring) -> Bool {
    let bare = line.drop { "-*+ \t".contains($0) }
    return bare.isEmpty || Key.allCases.contains { bare == $0.rawValue + ":" }
      || bare.hasPrefix(question + " Fill in a line") || bare.hasPrefix(question + " The next run reads")
  }
}

/// A heading of a note: `## Decide`.
package struct NoteHeading: Hashable, Sendable {
  package var level: Int
  package var title: String

  /// Where decisions are recorded.
  static let decide = NoteHeading(level: 2, title: "Decide")
  /// Whose section the person's lines are read from.
  static let yourWords = NoteHeading(level: 2, title: "Your words")

  package init(level: Int, title: String) {
    self.level = level
    self.title = title
  }

  init?(_ line: String) {
    let bytes = line.utf8
    let level = bytes.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(level), bytes.dropFirst(level).first == UInt8(ascii: " ") else { return nil }
    self.init(level: level, title: String(Substring(bytes.dropFirst(level))).trimmedAtStart.trimmedAtEnd)
  }

  var text: String { String(repeating: "#", count: level) + " " + title }

  /// Whatever its level and the size of its letters.
  var isYourWords: Bool { title.lowercased() == Self.yourWords.title.lowercased() }
}
