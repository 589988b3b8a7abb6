import Testing
import TextStyling

@Suite struct StyledTextTests {
  @Test func whatIsInterpolatedCannotActOnTheTerminal() {
    let hostile = "a\u{1B}[31mb\u{202E}c\u{7}d\ne\tf\u{9B}g\u{200F}h"
    let text: StyledText = "\(hostile)\n"
    #expect(text.plain == "a\\u{1B}[31mb\\u{202E}c\\u{7}d\\u{A}e\\u{9}f\\u{9B}g\\u{200F}h\n")
    #expect(StyledText("Größe 📅 👨‍👩‍👧 प्र", .strong).plain == "Größe 📅 👨‍👩‍👧 प्र")
  }

  @Test func coloursStandAroundEachLineAndOnlyWhereTheyAreWanted() {
    let text: StyledText = "a \("b", .strong)\("\nc" as StyledText, .wrong)"
    #expect(TerminalStyle().render(text) == "a b\nc")
    #expect(
      TerminalStyle(hasColour: true).render(text) == "a \u{1B}[1mb\u{1B}[0m\n\u{1B}[31mc\u{1B}[0m")
  }

  @Test(arguments: [
    ("abc", 3), ("日本", 4), ("📅", 2), ("👨‍👩‍👧", 2), ("é", 1), ("e\u{301}", 1), ("❤️", 2), ("ｱ", 1), ("한글", 4), ("█░", 2),
    ("", 0),
  ])
  func widthCountsColumns(text: String, columns: Int) {
    #expect(TerminalWidth.columns(text) == columns)
  }

  @Test(arguments: 1..<40)
  func cutAndWrappedTextFits(columns: Int) {
    let text: StyledText = "Domain 2, \("日本語のノート", .strong) and cards are written, with 120 questions"
    #expect(text.fitted(columns).width <= columns)
    let longest = text.lines[0].plain.split(separator: " ").map { TerminalWidth.columns($0) }.max() ?? 0
    for line in text.wrapped(columns, indent: 2).lines { #expect(line.width <= max(columns, longest + 2)) }
    let words = text.wrapped(columns, indent: 2).plain.split { $0 == " " || $0 == "\n" }
    #expect(words == text.plain.split(separator: " "))
  }

  @Test func aTableKeepsItsColumnsAndGivesWayWhereItMay() {
    var table = TextTable([.init("goal", shrinks: true), .init("left", .right)])
    table.add(["Publish my book 日本", "3.2 h"])
    table.add(["Race", "12.0 h"])
    #expect(
      table.text(width: 80).plain == """
        goal                    left
        Publish my book 日本   3.2 h
        Race                  12.0 h

        """)
    #expect(
      table.text(width: 18, indent: 1).plain == """
         goal         left
         Publish …   3.2 h
         Race       12.0 h

        """)
  }

  @Test func barsAreFullOnlyWhenAllIsDone() {
    #expect(Bars.progress(0).plain == "░░░░░░░░░░")
    #expect(Bars.progress(0.001).plain == "█░░░░░░░░░")
    #expect(Bars.progress(0.999).plain == "█████████░")
    #expect(Bars.progress(1).plain == "██████████")
    #expect(WorkWords.percent(0.999) == "99 %")
    #expect(WorkWords.hours(1) == "0.1")
    #expect(WorkWords.hours(195) == "3.3")
  }
}
