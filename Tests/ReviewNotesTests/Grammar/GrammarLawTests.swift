import Forecasting
import PlanDocuments
import PlanModel
import Recalibration
import ReviewNotes
import TestSupport
import Testing
import TextStyling

/// What the grammar of a note writes, it reads back as the same value, whatever stands in the vault.
@Suite struct GrammarLawTests {
  private static let pieces =
    HostileTitleTests.titles + [
      "\"", "'", "-->", "--", "->", ">", "<", "%", "%41", "%2D", "%2", "\n", "\r\n", "\u{2028}", "\u{0301}", "\u{0600}",
      "👩‍👩‍👧", "🔺", "✅", "✅ 2026-08-03", "due:2026-01-01", ";", ":", "to", "none", " ^decided-2026-08-03-1-x", "книга", "é",
    ]

  private struct Source {
    var random: SeededGenerator

    mutating func number(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
    mutating func text() -> String {
      (0..<number(5)).map { _ in pieces[number(pieces.count)] }.joined(separator: number(2) == 0 ? " " : "")
    }
    mutating func day() -> Day { SampleFacts.day("2026-01-01") + number(900) }
    mutating func title() -> Sentence { "Cut \(title: text())." }
    /// A sentence of the program with any title in it, as the note shows it.
    mutating func words() -> String {
      NoteWords(folder: VaultPath("reviews"), today: SampleFacts.day("2026-08-02")).text(title())
    }
    mutating func id() -> String {
      let isNumbered = number(2) == 0
      let write = PlannedWrite(subject: .goal(text()), key: "first", action: .set(old: nil, new: text()))
      return Choice(
        number: isNumbered ? 1 : 0, slug: isNumbered ? "" : "cut-" + Identifier.slug(of: text(), limit: 24),
        sentence: "", writes: [write]
      ).blockID
    }
    mutating func record() -> WritesRecord {
      let name = "book/" + Identifier.slug(of: text())
      let actions: [PlannedWrite.Action] = [
        .set(old: number(2) == 0 ? nil : text(), new: number(2) == 0 ? nil : text()),
        .add(text(), old: [text(), text()]),
        .box(old: .open, new: .cancelled), .task(number(9), title: text(), old: .open, new: .done), .newLines(text()),
      ]
      return WritesRecord(
        id(),
        (0..<number(4)).map { _ in
          let action = actions[number(actions.count)]
          let key =
            switch action {
            case .set, .add: "due"
            default: ""
            }
          return PlannedWrite(subject: .milestone(name), key: key, action: action)
        })
    }
    mutating func snapshot() -> PlanSnapshot {
      PlanSnapshot(
        day: day(),
        entries: (0..<number(4)).map { _ in
          PlanSnapshot.Entry(
            name: "book/" + Identifier.slug(of: text()), minutesLeft: number(99), totalMinutes: number(99),
            due: number(2) == 0 ? nil : day(), amount: number(2) == 0 ? nil : Int64(number(9_999)),
            isDone: number(2) == 0)
        })
    }
    mutating func weeks() -> [KeptPast.Week] {
      (0...number(4)).map { _ in
        let goals = (0..<number(4)).map { (Identifier.slug(of: "g\($0)" + text()), number(9_999)) }
        return KeptPast.Week(
          monday: day().monday, days: (0..<7).map { _ in number(1_440) },
          goals: Dictionary(goals, uniquingKeysWith: { one, _ in one }))
      }
    }
    mutating func uncommitted() -> KeptPast.Uncommitted {
      KeptPast.Uncommitted(
        day: day(),
        progress: (0...number(4)).map { _ in
          KeptPast.Progress(
            name: "book/" + Identifier.slug(of: text()), isDone: number(2) == 0,
            amount: number(2) == 0 ? nil : Int64(number(9_999)), boxes: (0..<number(4)).map { _ in number(20) })
        })
    }
    mutating func proposal() -> ProposalLine {
      var line = ProposalLine(words: words(), blockID: id())
      if number(2) == 0 { line.tick = .init(mark: "x", stamp: number(2) == 0 ? nil : "✅ 2026-08-03") }
      return line
    }

    /// A line that asks for a day, with what the person wrote there.
    mutating func asking() -> (line: ProposalLine, answer: String) {
      let answer = ["", "2026-08-12", "12 Aug", "fri", "W33"][number(5)]
      var line = ProposalLine(words: words() + " then tick:", blockID: "p-new-day-book-part-1")
      if number(2) == 0 { line.tick = .init(mark: "x", stamp: number(2) == 0 ? nil : "✅ 2026-08-03") }
      line.answer = answer
      return (line, answer)
    }

    /// One element of each kind.
    mutating func elements() -> [NoteElement] {
      let first = day()
      return [
        .week("2026-W31"), .made(day()), .begin(hash: LineFingerprint.hash(of: [text()])), .end,
        .covers(DayRange(first, first + number(28))), .pace(RecordedPace(percent: number(120), weeks: number(200))),
        .chances((0..<number(4)).map { KeptChance(goal: "goal-\($0)", percent: number(101)) }),
        .hours(weeks()), .uncommitted(uncommitted()), .choice(record()), .decided(record()),
        .question(SuggestedQuestion(source: "claude-4.1_x", words: "a" + text())),
        .lineMarks((0..<number(5)).map { _ in LineFingerprint.mark(of: text()) }), .snapshot(snapshot()),
        .proposal(proposal()),
        .decision(
          DecidedLine(
            lead: "Written on 3 Aug", words: words(), blockID: "decided-\(day())-" + id())),
        .heading(NoteHeading(level: 1 + number(6), title: MarkdownText.oneLine(text()))),
        .words(WordsLine(number(2) == 0 ? .away : .hours, MarkdownText.oneLine(text()))),
      ]
    }
  }

  @Test(arguments: 0..<300)
  func theDayThatThePersonWroteIsReadBackAndIsNoChangeOfTheLine(seed: Int) {
    var source = Source(random: SeededGenerator(seed: seed))
    let (line, answer) = source.asking()
    #expect(ProposalLine(line.text)?.answer == answer)
    #expect(ProposalLine(line.text) == line)
    var open = line
    open.answer = ""
    #expect(LineFingerprint.mark(of: line.text) == LineFingerprint.mark(of: open.text))
  }

  @Test(arguments: 0..<300)
  func everyElementIsReadBackAsItWasWritten(seed: Int) {
    var source = Source(random: SeededGenerator(seed: seed))
    for element in source.elements() {
      let text = element.text
      #expect(NoteElement(text) == element, "\(text)")
      #expect(
        !text.unicodeScalars.contains { $0.properties.generalCategory == .lineSeparator || $0 == "\n" || $0 == "\r" })
      let ends = text.ranges(of: "-->")
      if text.hasPrefix("<!--") { #expect(ends.map(\.upperBound) == [text.endIndex], "\(text)") }
    }
  }

  @Test(arguments: 0..<100)
  func whatARecordWritesIsReadBackWhole(seed: Int) throws {
    var source = Source(random: SeededGenerator(seed: seed))
    let write = PlannedWrite(
      subject: .goal(Identifier.slug(of: "g" + source.text())), key: "off",
      action: .add(source.text(), old: [source.text()]))
    guard case .choice(let record) = NoteElement(NoteElement.choice(WritesRecord("p-1", [write])).text) else {
      Issue.record("not a choice")
      return
    }
    #expect(record.writes == [write])
  }

  @Test func anIdInAnotherScriptIsReadBack() {
    let choice = Choice(number: 0, slug: "done-" + Identifier.slug(of: "Книга"), sentence: "", writes: [])
    #expect(ProposalLine("- [x] words ^" + choice.blockID)?.blockID == choice.blockID)
  }

  @Test func aStampInsideATitleIsNoTick() throws {
    let line = "- [x] **1** *Ship ✅ 2026-08-03 parcels* goes. ✅ 2026-08-09 ^c7f2"
    let proposal = try #require(ProposalLine(line))
    #expect(proposal.words == "**1** *Ship ✅ 2026-08-03 parcels* goes.")
    #expect(proposal.tick?.stamp == "✅ 2026-08-09")
    #expect(proposal.text == line)
  }
}
