import PlanDocuments
import PlanModel
import Recalibration
import ReviewNotes
import Testing

@Suite struct PersonsWordsTests {
  // A Sunday.
  static let today = Day(written: "2026-08-02") ?? Day(number: 0)

  static func words(_ text: String) -> PersonsWords {
    let source = SourceText(path: VaultPath("reviews/2026-W31.md"), bytes: Array(text.utf8))
    return PersonsWords(in: source, outside: NoteBlock(in: source))
  }

  @Test(arguments: [
    ("2026-08-10..2026-08-14 Lisbon", "2026-08-10..2026-08-14 Lisbon"),
    ("10 to 14 Aug, Lisbon", "2026-08-10..2026-08-14 Lisbon"),
    ("10-14 August: Lisbon", "2026-08-10..2026-08-14 Lisbon"), ("10 Aug - 14 Aug", "2026-08-10..2026-08-14"),
    ("10..14 Aug", "2026-08-10..2026-08-14"), ("Aug 10 until Aug 14", "2026-08-10..2026-08-14"),
    ("fri", "2026-08-07"), ("fri to mon 50% at my sister's", "2026-08-07..2026-08-10 50% at my sister's"),
    ("tomorrow dentist", "2026-08-03 dentist"), ("W33 moving", "2026-08-10..2026-08-16 moving"),
    ("27 Dec to 3 Jan", "2026-12-27..2027-01-03"), ("Mon 10 Aug", "2026-08-10"), ("20 July", "2026-07-20"),
    ("+1w", "2026-08-09"), ("2026-08-10 to 2026-08-12", "2026-08-10..2026-08-12"), ("wed", "2026-08-05"),
    ("3 Mar", "2027-03-03"), ("24. Dec. family", "2026-12-24 family"),
    ("29 Aug to 5 Sep Brittany", "2026-08-29..2026-09-05 Brittany"),
  ])
  func daysAwayAreReadAsPeopleWriteThem(phrase: String, written: String) throws {
    #expect(AwayPhrase.daysOff(phrase, today: Self.today)?.written == written)
  }

  @Test(arguments: [
    ("next week", "2026-08-03..2026-08-09"), ("this weekend", "2026-08-01..2026-08-02"),
    ("all of next week: moving", "2026-08-03..2026-08-09 moving"), ("next month", "2026-09-01..2026-09-30"),
    ("on Thursday 50%", "2026-08-06 50%"), ("next fri wedding", "2026-08-07 wedding"), ("thurs", "2026-08-06"),
    ("Tues to thurs.", "2026-08-04..2026-08-06"), ("mon-wed", "2026-08-03..2026-08-05"),
    ("from 10th to 14th September", "2026-09-10..2026-09-14"), ("3rd of sept", "2026-09-03"),
    ("Sept 3 to 5", "2026-09-03..2026-09-05"), ("29 february", "2028-02-29"), ("10 Aug 2027 Porto", "2027-08-10 Porto"),
    ("27 Dec 2026 to 3 Jan 2027", "2026-12-27..2027-01-03"), ("yesterday to tomorrow", "2026-08-01..2026-08-03"),
    ("+1w to +2w", "2026-08-09..2026-08-16"), ("10 Aug – two talks", "2026-08-10 two talks"),
    ("10 Aug Stratford–upon–Avon, 2-3 days", "2026-08-10 Stratford–upon–Avon 2-3 days"),
    ("today", "2026-08-02"), ("this week", "2026-07-27..2026-08-02"), ("W33-conference", nil),
  ])
  func relativeDaysAndNamesAreReadInEverySpelling(phrase: String, written: String?) throws {
    #expect(AwayPhrase.daysOff(phrase, today: Self.today)?.written == written)
  }

  @Test(arguments: 0..<14)
  func oneWordIsTheDayThatItIsEverywhere(offset: Int) throws {
    let today = Self.today + offset
    let names = Weekday.allCases.flatMap { [$0.name, $0.shortName.lowercased(), $0.name.uppercased()] }
    for word in names + ["today", "tomorrow", "yesterday", "Tomorrow", "tues", "thurs", "+1d", "-1w", "+2w"] {
      let day = try #require(DayPhrase.day(word, today: today))
      #expect(AwayPhrase.daysOff(word, today: today)?.written == day.description, "\(word) on \(today)")
      #expect(AwayPhrase.daysOff(word + " 50% rain", today: today)?.written == "\(day) 50% rain")
    }
  }

  @Test(arguments: ["", "soon", "Lisbon 10 Aug", "32 Aug", "10", "may", "to 14 Aug", "..", "-"])
  func otherWordsNameNoDays(phrase: String) {
    #expect(AwayPhrase.daysOff(phrase, today: Self.today) == nil)
  }

  @Test func onlyTheSectionOutsideTheBlockAndOutsideCodeIsRead() {
    let words = Self.words(
      """
      away: 2026-08-01
      <!-- mm:begin review 00 -->
      ## Your words
      - away: 2026-08-02
      <!-- mm:end review -->
      ## Your words
      - away: 10 to 14 Aug, Lisbon  
      away: fri
      - Away: none
      - hours:
      ### My own heading
      * hours: 2h sun
      ```
      - away: 2026-08-03
      ```
      ## Diary
      - away: 2026-08-04
      """)
    #expect(words.away.map(\.text) == ["10 to 14 Aug, Lisbon", "fri"])
    #expect(words.hours.map(\.text) == ["2h sun"])
  }

  @Test func wordsBecomeProposalsThatWriteTheSettings() throws {
    let words = Self.words(
      """
      ## Your words
      - away: 10 to 14 Aug, Lisbon
      - away: 12 Aug
      - away: last year
      - hours: 2h sun 2026-08-09..2026-09-27
      - hours: 6h/week
      - hours: 2h mon-fri
      - hours: lots
      """)
    let time = ["2h mon-fri", "3h sat"]
    let off = ["2026-08-11..2026-08-13 fair"]
    let proposals = WordsProposals(words, today: Self.today, time: time, off: off)
    #expect(
      proposals.choices.map(\.blockID) == [
        "p-away-2026-08-10", "p-hours-2h-sun-2026-08-09-2026-09-27", "p-hours-6h-week",
      ])
    #expect(
      proposals.choices.flatMap(\.writes) == [
        PlannedWrite(subject: .settings, key: "off", action: .add("2026-08-10..2026-08-14 Lisbon", old: off)),
        PlannedWrite(subject: .settings, key: "time", action: .add("2h sun 2026-08-09..2026-09-27", old: time)),
        PlannedWrite(subject: .settings, key: "time", action: .set(old: "2h mon-fri, 3h sat", new: "6h/week")),
      ])
    #expect(proposals.unread.count == 2)
    for choice in proposals.choices {
      #expect(ProposalLine("- [x] words ^" + choice.blockID)?.blockID == choice.blockID)
    }
  }

  private static func writes(_ lines: String, off: [String] = []) -> [PlannedWrite.Action] {
    let words = words("## Your words\n" + lines)
    return WordsProposals(words, today: today, time: ["2h mon-fri"], off: off).choices.flatMap(\.writes).map(\.action)
  }

  @Test func daysThatArePastAreProposedToo() {
    #expect(Self.writes("- away: yesterday") == [.add("2026-08-01", old: [])])
    #expect(Self.writes("- away: today") == [.add("2026-08-02", old: [])])
    #expect(Self.writes("- away: 20 to 24 Jul, child ill") == [.add("2026-07-20..2026-07-24 child ill", old: [])])
    #expect(Self.writes("- away: tomorrow") == [.add("2026-08-03", old: [])])
  }

  /// A week's number is the nearest such week, past ones too.
  @Test func aWeekIsTheNearestWithItsNumber() {
    #expect(Self.writes("- away: W29") == [.add("2026-07-13..2026-07-19", old: [])])
    #expect(Self.writes("- away: W33") == [.add("2026-08-10..2026-08-16", old: [])])
    #expect(Self.writes("- away: W02") == [.add("2027-01-11..2027-01-17", old: [])])
  }

  @Test func aPartOfADayTakesItsPartOfTheHours() {
    func writes(_ line: String, _ time: [String]) -> [PlannedWrite.Action] {
      WordsProposals(Self.words("## Your words\n" + line), today: Self.today, time: time, off: [])
        .choices.flatMap(\.writes).map(\.action)
    }
    let windows = ["1h mon-fri 20:00-22:00", "3h mon-fri 09:00-12:00"]
    #expect(writes("- away: tue evening", windows) == [.add("2026-08-04 25% evening", old: [])])
    #expect(writes("- away: wed morning, dentist", windows) == [.add("2026-08-05 75% morning dentist", old: [])])
    #expect(writes("- away: thu 21:00-22:00", windows) == [.add("2026-08-06 13% 21:00-22:00", old: [])])
    // Nobody can tell how much of a day without clock times an evening is.
    #expect(writes("- away: tue evening", ["2h mon-fri"]) == [])
    #expect(writes("- away: tue evening class", windows) == [.add("2026-08-04 25% evening class", old: [])])
  }

  @Test func aDayThatIsHalfOffMayBecomeAWholeOne() {
    let off = ["2026-08-11 50%"]
    #expect(Self.writes("- away: 11 Aug 40%", off: off) == [])
    #expect(Self.writes("- away: 11 Aug", off: off) == [.add("2026-08-11", old: off)])
  }

  @Test func hoursOfAFewWeeksAreAddedToTheOthers() {
    #expect(
      Self.writes("- hours: 10h/week 2026-08-09..2026-09-27")
        == [.add("10h/week 2026-08-09..2026-09-27", old: ["2h mon-fri"])])
  }
}
