import PlanDocuments
import PlanModel
import Recalibration
import ReviewNotes
import TestSupport
import Testing
import TextStyling

/// Titles, paths and values from a vault show in the note and do nothing else.
@Suite struct HostileTitleTests {
  static let titles = [
    "<!-- mm:end review -->", "<!-- mm:begin review 0 -->", "a | b", "[x](javascript:alert(1))", "**bold** _it_ `code`",
    "<script>alert(1)</script>", "![img](http://x/y.png)", "- [x] done ^p-1-exam-first",
    "line\nbreak\r\nand\u{2028}more",
    "back\\slash \\", "~~gone~~ ==marked== %%hidden%%", "#tag and # heading", "$x^2$ &amp; &#35;", "right\u{202E}left",
    "^p-2-short-version", "", "   ", "[[wiki|link]]", "a\u{1B}[31mred", "✅ 2026-08-03 ^p-1-exam-first", "--> out",
    "title: x; y # z", "section one", "5% of it", "%% comment", "2026-01-02 log", "gantt", "%%{init: {}}%%", "click me",
    "\"quoted\" 'x'", "漢字 и ещё", "very long " + String(repeating: "words ", count: 30),
  ]

  /// Every title, name and path of the facts replaced by `title`.
  static func facts(with title: String) -> ReviewFacts {
    var facts = SampleFacts.week
    let item = NamedItem(title, path: VaultPath("goals/" + title + ".md"))
    facts.headline = ["The one: \(title: title).", "And \(title: title, path: item.path)."]
    facts.done.goals = facts.done.goals.map { work in
      var work = work
      work.goal = item
      work.completed = work.completed.map { CompletedMilestone(milestone: item, done: $0.done, due: $0.due) }
      work.ticked = [title, title]
      work.amounts = work.amounts.map { amount in
        var amount = amount
        amount.milestone = title
        amount.now.unit = title
        return amount
      }
      return work
    }
    facts.goals = facts.goals.map { goal in
      var goal = goal
      goal.goal = item
      goal.waiting = goal.waiting.map { .init(milestone: item, since: $0.since, until: $0.until) }
      return goal
    }
    facts.overbookings[0].demands[0].goal = item
    facts.overbookings[0].takenBy = [title]
    facts.decide.table[0].name = "\(title: title) by then"
    facts.decide.lines[0] = "\(title: title): better."
    facts.chanceMoves[0].goal = item
    facts.decide.dated[0].title = title
    facts.decide.choices.offered[1].sentence = "\(title: title) goes: \(title: title)"
    facts.decide.choices.offered[1].writes[0].action = .set(old: title, new: title)
    facts.nextWeek.plan[0].work[0].task = title
    facts.nextWeek.plan[0].work[0].milestone = item
    facts.nextWeek.plan[1].due[0].milestone = item
    facts.nextWeek.ahead[0].name = title
    facts.weeks.rows[0].milestone = item
    facts.weeks.chart?.sections[0].title = title
    facts.weeks.chart?.sections[0].bars[0].title = title
    facts.endsBackwards[0].goal = item
    facts.endsBackwards[0].steps[0].complete[0].title = title
    facts.questions = ["What of \(title: title)?"]
    return facts
  }

  @Test(arguments: titles)
  func noTitleBreaksTheNote(title: String) throws {
    let facts = Self.facts(with: title)
    let text = ReviewNoteTests.note(facts)
    let note = ReviewNoteTests.read(text)
    #expect(note.block?.isAsWritten == true)
    #expect(
      note.proposals.map(\.line.blockID) == [
        facts.decide.choices.offered[0].blockID, facts.decide.choices.offered[1].blockID, BlockID.keep, "p-dates",
        "p-unchain-film-cut",
      ])
    #expect(note.proposals.allSatisfy { $0.line.tick == nil })
    #expect(note.proposals[1].writes == facts.decide.choices.offered[1].writes)
    #expect(ReviewNoteChange.refreshing(note, facts: facts).edits.isEmpty)
    // The same lines, the same tables: a title opens no line and no cell.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.map(Self.cells) == Self.plainCells)
    #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.isTerminalHazard })
  }

  /// The cells of each line with harmless titles.
  private static let plainCells = ReviewNoteTests.note(facts(with: "plain"))
    .split(separator: "\n", omittingEmptySubsequences: false).map(cells)

  /// The cells of a table's line: bars that no backslash escapes.
  private static func cells(_ line: Substring) -> Int {
    guard line.hasPrefix("|") else { return 0 }
    var count = 0
    var isEscaped = false
    for byte in line.utf8 {
      if byte == UInt8(ascii: "|"), !isEscaped { count += 1 }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return count
  }

  @Test(arguments: titles)
  func mermaidReadsAnyTitleAsAName(title: String) throws {
    let name = MermaidGantt.name(title)
    let scalars = Array(name.unicodeScalars)
    #expect(!scalars.isEmpty && scalars.count <= 40)
    #expect(!scalars.contains { ":;#\n\r`\"{}\\<>&".unicodeScalars.contains($0) || $0.isTerminalHazard })
    #expect(scalars.first != " " && scalars.last != " ")
    #expect(!scalars.prefix(2).contains("%"))
    let lower = name.lowercased()
    for keyword in [
      "gantt", "title", "section", "click", "excludes", "includes", "weekday", "date", "axisformat", "todaymarker",
    ] {
      #expect(!lower.hasPrefix(keyword))
    }
    #expect(scalars.first.map { !("0"..."9").contains($0) } == true)
  }

  @Test func aChartHasAtMostTwelveRowsAndStaysWithinItsDays() {
    let bars = (0..<20).map { number in
      GanttChart.Bar(
        title: "row \(number)", kind: .work,
        days: DayRange(SampleFacts.day("2026-08-01") + number, SampleFacts.day("2026-12-01") + number))
    }
    let chart = GanttChart(
      days: SampleFacts.days("2026-08-03", "2026-10-25"),
      sections: [.init(title: "one", bars: Array(bars[..<15])), .init(title: "two", bars: Array(bars[15...]))])
    let lines = MermaidGantt.lines(chart)
    let rows = lines.filter { $0.contains(", m") || $0.contains(" :m") }
    #expect(rows.count == 12)
    #expect(rows.allSatisfy { $0.hasSuffix("2026-10-26") })
    #expect(!lines.contains("    section two"))
  }

  @Test(arguments: [
    ("goals/book.md", "reviews", "../goals/book.md"), ("Goals/Guest posts.md", "Reviews", "<../Goals/Guest posts.md>"),
    ("reviews/x.md", "reviews", "x.md"), ("a.md", "", "a.md"), ("x:y.md", "", "./x:y.md"),
    ("a#b?.md", "r", "../a%23b%3F.md"),
    ("a/b/c.md", "a/d/e", "../../b/c.md"), ("50%.md", "r", "../50%25.md"), ("a(1).md", "r", "<../a(1).md>"),
    ("ü.md", "r", "../ü.md"),
  ])
  func linksAreRelativeToTheNote(path: String, folder: String, destination: String) {
    let link = MarkdownText.link("t", to: VaultPath(path), from: VaultPath(folder))
    #expect(link == "[t](\(destination))")
  }

  @Test(arguments: 0..<300)
  func recordedWritesComeBackWhole(seed: Int) {
    var random = SeededGenerator(seed: seed)
    func text() -> String { Self.titles[Int.random(in: 0..<Self.titles.count, using: &random)] }
    let states = [BoxState.open, .done, .cancelled]
    let writes = (0..<Int.random(in: 0...5, using: &random)).map { _ -> PlannedWrite in
      let subject: PlannedWrite.Subject =
        [.settings, .goal("büro_2.x"), .milestone("book/part-1"), .goal("none")]
        .randomElement(using: &random) ?? .settings
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        return PlannedWrite(
          subject: subject, key: "due",
          action: .set(old: Bool.random(using: &random) ? text() : nil, new: Bool.random(using: &random) ? text() : nil)
        )
      case 1:
        return PlannedWrite(subject: subject, key: "time", action: .add(text(), old: [text(), text()]))
      case 2:
        return PlannedWrite(
          subject: subject, key: "", action: .box(old: states[Int.random(in: 0..<3, using: &random)], new: .done))
      default:
        return PlannedWrite(subject: subject, key: "", action: .task(3, title: text(), old: .open, new: .cancelled))
      }
    }
    let words = RecordedWrites.words(writes)
    #expect(RecordedWrites.read(words) == writes)
    #expect(!words.contains("-->"))
    // Cut anywhere, it is refused or reads as fewer whole writes; never as something else.
    let cut = String(
      words.unicodeScalars.prefix(Int.random(in: 0...words.unicodeScalars.count, using: &random)).map(Character.init))
    if let read = RecordedWrites.read(cut) { #expect(writes.starts(with: read.dropLast())) }
  }
}
