import PlanDocuments

/// One proposal of a note, as its line has it: `- [ ] **1** The exam first. ^p-1-exam-first`.
package struct ProposalLine: Hashable, Sendable {
  /// What ticking left on the line.
  package struct Tick: Hashable, Sendable {
    /// The mark in the box: `x`, `X`.
    package var mark: Character
    /// What Obsidian Tasks adds: `✅ 2026-08-03`.
    package var stamp: String?

    package init(mark: Character, stamp: String? = nil) {
      self.mark = mark
      self.stamp = stamp
    }
  }

  /// Everything before the box's mark: `- [`.
  private var lead = "- ["
  /// What stands between the box and the block id, without a stamp.
  package var words: String
  /// Without the `^`.
  package var blockID: String
  /// Nil while the box is open.
  package var tick: Tick?

  /// An open box; `words` are one line of Markdown.
  package init(words: String, blockID: String) {
    self.words = words
    self.blockID = blockID
  }

  /// The line as a proposal; nil where it is none.
  package init?(_ line: String) {
    let scalars = Array(line.unicodeScalars)
    var index = 0
    while index < scalars.count, scalars[index] == " " || scalars[index] == "\t" { index += 1 }
    guard index + 5 < scalars.count, "-*+".unicodeScalars.contains(scalars[index]), scalars[index + 1] == " ",
      scalars[index + 2] == "[", scalars[index + 4] == "]", scalars[index + 5] == " "
    else { return nil }
    let mark = scalars[index + 3]
    var parts = scalars[(index + 6)...].split(separator: " ").map { String(String.UnicodeScalarView($0)) }
    var stamp: String?
    // The stamp stands at the line's end, on either side of the block id; elsewhere it is a title's own.
    for ending in [parts.count - 2, parts.count - 3] where ending >= 0 && stamp == nil {
      guard parts[ending] == "✅" || parts[ending] == "✅\u{FE0F}", Day(written: parts[ending + 1]) != nil else {
        continue
      }
      stamp = "✅ " + parts[ending + 1]
      parts.removeSubrange(ending...(ending + 1))
    }
    guard let id = parts.last.flatMap(BlockID.proposal(markedBy:)) else { return nil }
    lead = String(String.UnicodeScalarView(scalars[...(index + 2)]))
    words = parts.dropLast().joined(separator: " ")
    blockID = id
    if mark == "x" || mark == "X" { tick = Tick(mark: Character(mark), stamp: stamp) }
  }

  /// The line again, with its tick where it has one.
  package var text: String {
    let stamp = tick?.stamp.map { " " + $0 } ?? ""
    return lead + String(tick?.mark ?? " ") + "] " + words + stamp + BlockID.mark(blockID)
  }

  /// The number that a choice has for people: the `2` of `**2** Cut …`; nil where it has none.
  package var number: String? {
    guard words.hasPrefix("**") else { return nil }
    let digits = words.dropFirst(2).prefix { ("0"..."9").contains($0) }
    return digits.isEmpty ? nil : String(digits)
  }

  package var isChoice: Bool { BlockID.isChoice(blockID) }

  /// What the person wrote behind the colon of a line that asks for a day; nil where it asks for none, empty where nothing is
  /// written yet.
  package var answer: String? {
    get { question.map { String(words[$0...].drop { $0 == " " }) } }
    set {
      guard let question, let newValue else { return }
      words = String(words[..<question]) + (newValue.isEmpty ? "" : " " + newValue)
    }
  }

  /// Where the words of `mm` end in a line that asks for a day.
  private var question: String.Index? {
    guard BlockID.asksForDay(blockID), let colon = words.utf8.lastIndex(of: UInt8(ascii: ":")) else { return nil }
    return words.utf8.index(after: colon)
  }
}

/// The line that says what was decided: `- Written on 3 Aug: **1** The exam first. ^decided-2026-08-03-1-exam-first`.
package struct DecidedLine: Hashable, Sendable {
  /// `Written on 3 Aug`: for people, without a colon.
  var lead: String
  package var words: String
  /// Without the `^`.
  package var blockID: String

  package init(lead: String, words: String, blockID: String) {
    self.lead = lead
    self.words = words
    self.blockID = blockID
  }

  package init?(_ line: String) {
    guard line.hasPrefix(Self.bullet), let (before, id) = BlockID.lastDecision(in: line),
      let colon = before.utf8.firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    lead = String(before[..<colon].dropFirst(Self.bullet.count))
    words = String(before[before.utf8.index(after: colon)...].drop { $0 == " " })
    blockID = id
  }

  package var text: String { Self.bullet + lead + ": " + words + BlockID.mark(blockID) }

  private static let bullet = "- "
}
