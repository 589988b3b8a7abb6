import PlanDocuments
import TestSupport
import Testing

@testable import Drafting
@testable import PlanModel

@Suite struct FittingTests {
  // MARK: Amounts

  @Test(arguments: [
    ("Publish a 60,000-word book", "words", 60_000), ("a novel of 80000 words", "words", 80_000),
    ("90k words", "words", 90_000),
    ("run the berlin half marathon in under 2 hours", "km", 21.1), ("my first marathon", "km", 42.2),
    ("run 10 km", "km", 10),
    ("couch to 5k", "km", 5), ("do a parkrun", "km", 5), ("21,1 km", "km", 21.1),
    ("three clients by may", "clients", 3),
    ("read 30 books this year", "books", 30),
  ])
  func anAmountIsReadWithItsUnit(text: String, unit: String, number: Double) {
    #expect(WordLists.bundled.largestAmount(in: text, unit: unit) == number)
  }

  @Test func noAmountIsReadWhereNoneStands() {
    for text in ["write the book", "by 2027 a book", "in 12 months", "chapter 4", ""] {
      #expect(WordLists.bundled.largestAmount(in: text, unit: "words") == nil, "\(text)")
    }
  }

  // MARK: Ends

  @Test(arguments: [
    ("do a sprint triathlon next june", "2027-06-30"), ("hand in my thesis by september", "2026-09-30"),
    ("move to hamburg by march", "2027-03-31"), ("leave the flat by 31 may", "2027-05-31"),
    ("within 12 months", "2027-08-02"),
    ("in six weeks", "2026-09-13"), ("in 90 days", "2026-10-31"), ("this year", "2026-12-31"),
    ("next year", "2027-12-31"),
    ("new kitchen by christmas", "2026-12-24"), ("lose 8 kilos before summer", "2027-05-31"),
    ("get married next summer", "2027-08-31"),
    ("a garden by summer", "2027-05-31"), ("cut churn in q4", "2026-12-31"), ("b2 in german by december", "2026-12-31"),
    ("on 2027-02-03", "2027-02-03"), ("by 1 june 2028", "2028-06-01"), ("before may", "2027-04-30"),
    ("by the end of october", "2026-10-31"), ("write a novel in half a year", "2027-02-02"),
    ("learn guitar in a year and a half", "2028-02-02"), ("in three months' time", "2026-11-02"),
    ("run a 10k before the summer holidays on 20 september", "2026-09-20"),
    ("get fit before summer, by 15 may", "2027-05-15"), ("save for a trip in summer 2028", "2028-08-31"),
    ("read 12 books in 2027", "2027-12-31"), ("a novel by end of year", "2026-12-31"), ("by year end", "2026-12-31"),
    ("before the end of 2026", "2026-12-31"), ("by new year", "2026-12-31"), ("by 30.9.2026", "2026-09-30"),
    ("by 30/9", "2026-09-30"), ("by the end of the month", "2026-08-31"), ("by easter", "2027-03-28"),
    ("by thanksgiving", "2026-11-26"), ("launch my shop by mid october", "2026-10-15"),
    ("in early november", "2026-11-10"), ("by 2028", "2027-12-31"),
  ])
  func anEndIsReadInWords(text: String, day: String) {
    #expect(DeadlineWords.day(in: text, today: august2)?.description == day)
  }

  @Test func wordsThatLookLikeAnEndAndAreNotReadAreTold() {
    #expect(DeadlineWords.unread(in: "couch to 5k before my 40th") == "before my 40th")
    #expect(DeadlineWords.unread(in: "travel by train and by foot") == nil)
    #expect(DeadlineWords.day(in: "by 3/4", today: august2) == nil)
  }

  @Test func whatIsNoEndIsNotReadAsOne() {
    for text in [
      "ride 200 km in one day", "may the force", "walk for five minutes", "run 10 km", "every 6 weeks", "march on",
    ] {
      #expect(DeadlineWords.day(in: text, today: august2) == nil, "\(text)")
    }
    // A month that is nearly here is next year's, where such a goal takes half a year.
    #expect(DeadlineWords.day(in: "wedding in august", today: august2, least: 60)?.description == "2027-08-31")
  }

  // MARK: The same step in other words

  @Test func theSameStepIsFoundInOtherWords() {
    let own = ["Write part 1", "Beta readers", "Publish", "Set prices", "Buy a boat"]
    let steps = ["Published", "part 1", "Beta readers' feedback in", "Market rates researched, first price set"]
    #expect(StepMatching(own, steps.map { [$0] }, words: .bundled).pairs == [1, 2, 0, 3, nil])
  }

  // MARK: What the person has shown

  @Test func finishedStepsWithTheirHoursMakeARatioFromThreeOn() {
    func ratio(_ lines: String...) -> Double? {
      OwnRecord(in: plan(["a.md": "---\ngoal: A\n---\n## Milestones\n" + lines.joined(separator: "\n")])).effortRatio
    }
    #expect(ratio("- [x] A effort:10h spent:20h", "- [x] B effort:10h spent:15h") == nil)
    #expect(ratio("- [x] A effort:10h spent:20h", "- [x] B effort:10h spent:15h", "- [x] C effort:4h spent:4h") == 1.5)
    #expect(ratio("- [ ] A effort:10h spent:20h", "- [x] B effort:10h", "- [x] C effort:4h spent:4h") == nil)
  }
}
