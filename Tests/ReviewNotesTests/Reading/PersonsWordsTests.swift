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
}
