import PlanDocuments
import PlanModel
import Testing

struct AmountUnitTests {
  @Test(arguments: [
    ("Part 1 drafted: what comes in, 20,000 words", 20_000, "words"),
    ("20,000 words: part 1", 20_000, "words"),
    ("10 km without walking", 10, "km"),
    ("Read 300 pages.", 300, "pages"),
    ("Write 20.000 words", 20_000, "words"),
    ("20 personal messages sent", 20, ""),
    ("10 of them", 10, ""),
    ("First sixty lessons", 60, ""),
    ("Chapter 3, 40 pages", 30, ""),
    ("Lose 12", 12, ""),
    ("5k race", 5, ""),
  ])
  func theTitleGivesTheUnit(title: String, to: Int64, unit: String) {
    #expect(Amount(from: 0, now: 0, to: to * 1000, unit: "").shown(in: title).unit == unit)
  }

  @Test func aWrittenUnitStays() {
    #expect(Amount(from: 0, now: 0, to: 10_000, unit: "laps").shown(in: "10 km without walking").unit == "laps")
  }
}
