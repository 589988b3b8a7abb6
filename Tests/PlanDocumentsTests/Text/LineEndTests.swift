import PlanDocuments
import TestSupport
import Testing

/// Lines end at `\n`, `\r\n` and a lone `\r`, and new lines end as the note's first line does.
@Suite struct LineEndTests {
  static func text(_ words: String) -> SourceText {
    SourceText(path: VaultPath("goals/a.md"), bytes: Array(words.utf8))
  }

  @Test(arguments: 0..<300)
  func linesEndWhereTheRuleSaysAndNowhereElse(seed: Int) {
    var random = SeededGenerator(seed: seed)
    // What other programs take for the end of a line is text.
    let pieces = ["a", "\n", "\r", "\r\n", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}", "word word word "]
    let text = Self.text(
      (0..<Int.random(in: 0...30, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined())
    var lines: [[UInt8]] = [[]]
    var index = 0
    while index < text.bytes.count {
      let byte = text.bytes[index]
      index += 1
      guard byte == 10 || byte == 13 else {
        lines[lines.count - 1].append(byte)
        continue
      }
      if byte == 13, index < text.bytes.count, text.bytes[index] == 10 { index += 1 }
      if index < text.bytes.count { lines.append([]) }
    }
    #expect(text.lineStarts.indices.map { Array(text.bytes[text.lineSpan($0).range]) } == lines)
    for start in text.lineStarts { #expect(text.beginsLine(at: Int(start))) }
  }

  @Test(arguments: [
    ("", "\n"), ("one line", "\n"), ("a\nb\r\nc\r\n", "\n"), ("a\r\nb\nc\n", "\r\n"), ("a\rb\rc", "\r"),
    ("\n\r\r", "\n"),
    ("a\u{2028}b\u{0B}\r\nc", "\r\n"),
  ])
  func newLinesEndAsTheFirstLineDoes(words: String, end: String) {
    #expect(Self.text(words).lineEnd == end)
  }

  static let note = """
    ---
    goal: Build a shed
    time:
      - 2h sat
    ---

    ## Milestones

    - [ ] Ground levelled
      - [ ] Turf off
    - [ ] Frame up
    """

  /// The note with these line ends, and one lone CR inside a paragraph at its end.
  static func note(_ end: String, stray: String) -> PlanDocument {
    PlanDocument(reading: text(note.replacing("\n", with: end) + "\(end)\(end)Words\(stray)and more."))
  }

  static func ends(of text: SourceText) -> [String: Int] {
    var counts: [String: Int] = [:]
    for line in text.lineStarts.indices {
      let next = line + 1 < text.lineStarts.count ? Int(text.lineStarts[line + 1]) : text.bytes.count
      counts[String(decoding: text.bytes[Int(text.lineSpan(line).end)..<next], as: UTF8.self), default: 0] += 1
    }
    return counts
  }

  @Test(arguments: ["\n", "\r\n", "\r"], ["\r", "\n", "\r\n", " "])
  func whateverAddsLinesEndsThemAsTheNoteDoes(end: String, stray: String) throws {
    let document = Self.note(end, stray: stray)
    try #require(document.items.count == 3)
    let changes = try [
      document.change(addingTasks: ["- [ ] Stakes set", "- [ ] Levelled"], below: 0),
      document.change(applying: [.setFrontMatter(key: "deadline", .scalar("2027-05-01"))]),
      document.change(applying: [.setFrontMatter(key: "time", .list(["2h sat", "1h sun"]))]),
      FileChange(of: document.text, edits: [document.insertion(ofMilestones: "- [ ] Roof on\n  - [ ] Felt\n")]),
      FileChange(of: document.text, edits: [document.insertion(of: "  - [ ] Posts\n", below: 2)]),
    ]
    let before = Self.ends(of: document.text)
    for change in changes {
      let after = Self.ends(of: Self.text(String(decoding: change.result, as: UTF8.self)))
      for other in ["\n", "\r\n", "\r"] where other != end { #expect(after[other] == before[other]) }
      #expect((after[end] ?? 0) > (before[end] ?? 0))
    }
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func aNoteWhoseLastLineHasNoEndGetsItsOwn(end: String) {
    let note = Self.note.replacing("\n", with: end)
    let document = PlanDocument(reading: Self.text(note))
    let change = FileChange(of: document.text, edits: [document.insertion(ofMilestones: "- [ ] Roof on\n")])
    #expect(change.result == Array((note + end + "- [ ] Roof on" + end).utf8))
  }
}
