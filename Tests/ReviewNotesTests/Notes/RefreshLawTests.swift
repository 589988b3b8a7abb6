import PlanDocuments
import PlanModel
import ReviewNotes
import TestSupport
import Testing

/// Laws of the refresh: whatever a person does to a note, their text outside the block stays where it is, byte for byte,
/// their lines inside it survive below it, their ticks stay, and doing it twice is doing it once.
@Suite struct RefreshLawTests {
  static let lineEnds = ["\n", "\r\n", "\r"]

  /// Lines that a person could write anywhere in the note.
  static let ownLines = [
    "Call Ada about the radio.", "- [ ] buy stamps", "- [x] mine, not a proposal ^mine", "    indented, as code",
    "# Heading",
    "| a | b |", "> quoted", "```", "ümlaut — and 漢字 🎉", "<!-- a comment of my own -->", "away: nowhere",
    "<!-- mm:end review -->!", " <!-- mm:begin review 0 -->", "text with trailing blanks   ", "---", "^p-1-exam-first",
  ]

  /// A note as a person left it: what they wrote inside and outside the block, and which proposals they ticked.
  struct Edited {
    var lines: [String]
    var inside: [String] = []
    var ticked: Set<String> = []
    var end: String

    init(_ note: String, _ random: inout SeededGenerator) {
      lines = note.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      lines.removeLast()
      end = lineEnds[Int.random(in: 0..<3, using: &random)]
      for _ in 0..<Int.random(in: 0...6, using: &random) { edit(&random) }
    }

    private mutating func edit(_ random: inout SeededGenerator) {
      let begin = lines.firstIndex { $0.hasPrefix("<!-- mm:begin") } ?? 0
      let close = lines.firstIndex(of: "<!-- mm:end review -->") ?? 0
      let own = ownLines[Int.random(in: 0..<ownLines.count, using: &random)]
      switch Int.random(in: 0..<6, using: &random) {
      case 0:
        lines.insert(own, at: Int.random(in: (begin + 1)...close, using: &random))
        inside.append(own)
      case 1:
        lines.insert(own, at: Int.random(in: (close + 1)...lines.count, using: &random))
      case 2:
        // A line of the note is rewritten: it is the person's now.
        let place = Int.random(in: (begin + 1)..<close, using: &random)
        if lines[place].isEmpty || lines[place].hasPrefix("<!-- mm:") || lines[place].hasPrefix("- [") { return }
        if inside.contains(lines[place]) { return }
        lines[place] += " (I doubt it)"
        inside.append(lines[place])
      case 3:
        let place = Int.random(in: (begin + 1)..<close, using: &random)
        // Their own lines they may keep; a deleted line of the note comes back.
        if !inside.contains(lines[place]), ProposalLine(lines[place]) == nil { lines.remove(at: place) }
      default:
        let open = lines.indices.filter { ProposalLine(lines[$0]) != nil && lines[$0].hasPrefix("- [ ]") }
        guard let place = open.randomElement(using: &random), var line = ProposalLine(lines[place]) else { return }
        line.tick = .init(mark: "x", stamp: Bool.random(using: &random) ? "✅ 2026-08-03" : nil)
        lines[place] = line.text
        ticked.insert(line.blockID)
      }
    }

    var text: String { lines.map { $0 + end }.joined() }
  }

  /// Another week's facts with the same proposals, so that the block differs.
  static var later: ReviewFacts {
    var facts = SampleFacts.week
    facts.headline = ["The exam is within reach.", "Nothing has to move."]
    facts.questions = []
    return facts
  }

  @Test(arguments: 0..<120)
  func whatAPersonDidSurvivesARefresh(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let edited = Edited(ReviewNoteTests.note(), &random)
    let before = ReviewNoteTests.read(edited.text)
    let facts = Bool.random(using: &random) ? SampleFacts.week : Self.later
    let change = ReviewNoteChange.refreshing(before, facts: facts)
    let result = change.result
    let after = ReviewNote(SourceText(path: ReviewNoteTests.path, bytes: result))

    // Outside: the bytes before the block and after it, with the moved lines between block and rest.
    let old = try #require(before.block)
    let new = try #require(after.block)
    let head = Array(before.text.bytes[..<Int(before.text.lineStarts[old.beginLine])])
    let tail = Array(before.text.bytes[Int(before.text.lineStarts[old.endLine + 1])...])
    #expect(result.starts(with: head))
    #expect(result.suffix(tail.count) == tail[...])
    let between = result[Int(after.text.lineStarts[new.endLine + 1])..<(result.count - tail.count)]
    let moved = String(decoding: between, as: UTF8.self).split { $0.isNewline }.map(String.init)
    #expect(moved.sorted() == edited.inside.sorted())

    // The block is whole, as written, and keeps the ticks and the note's line ends.
    #expect(new.isAsWritten)
    #expect(Set(after.proposals.filter { $0.line.tick != nil }.map(\.line.blockID)) == edited.ticked)
    let block = result[Int(after.text.lineStarts[new.beginLine])..<Int(after.text.lineStarts[new.endLine + 1])]
    let ends = String(decoding: block, as: UTF8.self).unicodeScalars.filter { $0 == "\r" || $0 == "\n" }
    #expect(ends.count == (new.endLine - new.beginLine + 1) * edited.end.unicodeScalars.count)

    #expect(ReviewNoteChange.refreshing(after, facts: facts).edits.isEmpty)
  }

  @Test func personsLinesThatStandTogetherStayTogether() {
    let note = ReviewNoteTests.note().replacing(
      "## Decide\n", with: "## Decide\nMy thoughts:\n\n- one\n- two\n"
    ).replacing(
      "## Questions\n", with: "Apart.\n## Questions\n")
    let change = ReviewNoteChange.refreshing(ReviewNoteTests.read(note), facts: SampleFacts.week)
    let result = String(decoding: change.result, as: UTF8.self)
    #expect(result.contains("<!-- mm:end review -->\n\nMy thoughts:\n\n- one\n- two\n\nApart.\n\n## Your words\n"))
  }

  @Test func anEditorThatPadsTheTablesChangesNothing() {
    let padded = ReviewNoteTests.note().split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("|")
        ? String(line).replacing(" | ", with: "   | ").replacing("---", with: "--------") : String(line)
    }.joined(separator: "\n")
    let change = ReviewNoteChange.refreshing(ReviewNoteTests.read(padded), facts: SampleFacts.week)
    #expect(String(decoding: change.result, as: UTF8.self) == ReviewNoteTests.note())
  }

  @Test func withoutTheMarksNothingOfThePersonIsLost() {
    let note = ReviewNoteTests.note().split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("<!-- mm:lines") }.joined(separator: "\n")
      .replacing("## Decide\n", with: "## Decide\nMine.\n")
    let change = ReviewNoteChange.refreshing(ReviewNoteTests.read(note), facts: SampleFacts.week)
    let result = String(decoding: change.result, as: UTF8.self)
    #expect(result.contains("<!-- mm:end review -->\n\nMine.\n\n## Your words\n"))
  }

  @Test func anOrphanedBeginMarkerAndASecondBlockAreLeftAlone() throws {
    let note = ReviewNoteTests.note()
    let orphan = "<!-- mm:begin review 0123456789ab -->\nold\n\n" + note
    #expect(ReviewNoteChange.refreshing(ReviewNoteTests.read(orphan), facts: SampleFacts.week).edits.isEmpty)
    let stale = "<!-- mm:begin review 0123456789ab -->\nold\n<!-- mm:end review -->\n\n" + note
    let change = ReviewNoteChange.refreshing(ReviewNoteTests.read(stale), facts: Self.later)
    #expect(String(decoding: change.result, as: UTF8.self).hasPrefix("<!-- mm:begin review 0123456789ab -->\nold\n"))
  }
}
