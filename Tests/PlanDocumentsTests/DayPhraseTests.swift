import PlanDocuments
import Testing

@Suite struct DayPhraseTests {
  // A Wednesday.
  static let today = Day(number: 20_691)

  @Test(arguments: [
    ("2026-11-22", "2026-11-22"), ("today", "2026-08-26"), ("Tomorrow", "2026-08-27"), ("yesterday", "2026-08-25"),
    ("thu", "2026-08-27"), ("wed", "2026-09-02"), ("monday", "2026-08-31"), ("+3w", "2026-09-16"),
    ("-2d", "2026-08-24"),
    ("W35", "2026-08-30"), ("w34", "2027-08-29"), ("2026-W34", "2026-08-23"), ("W53", "2027-01-03"),
    ("+0d", "2026-08-26"),
  ])
  func wordsMeanOneDay(phrase: String, day: String) {
    #expect(Self.today.description == "2026-08-26")
    #expect(DayPhrase.day(phrase, today: Self.today)?.description == day)
  }

  @Test(arguments: [
    "", "2026-02-30", "2026-7-1", "fr", "3w", "+w", "+3m", "W54", "W0", "2025-W53", "2026-W", "+99999999999999999999d",
    "--2d",
  ])
  func anythingElseMeansNone(phrase: String) {
    #expect(DayPhrase.day(phrase, today: Self.today) == nil)
  }

  @Test(arguments: 0..<800)
  func aWeekdayIsOneOfTheNextSevenAndAWeekEndsOnItsSunday(offset: Int) throws {
    let today = Self.today + offset
    for name in ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] {
      let day = try #require(DayPhrase.day(name, today: today))
      #expect((1...7).contains(day - today))
    }
    let week = try #require(DayPhrase.day("W\(today.week.number)", today: today))
    #expect(week == today.monday + 6)
    #expect(DayPhrase.day(today.description, today: Self.today) == today)
  }
}
