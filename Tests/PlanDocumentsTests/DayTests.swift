import PlanDocuments
import Testing

@Suite struct DayTests {
  @Test func everyDayOfTwoCenturiesComesBackFromItsDate() throws {
    var expected = try #require(Day(year: 1950, month: 1, day: 1))
    for year in 1950..<2150 {
      for month in 1...12 {
        for day in 1...Day.length(ofMonth: month, year: year) {
          let made = try #require(Day(year: year, month: month, day: day))
          #expect(made == expected)
          #expect(made.civil == (year, month, day))
          expected = expected + 1
        }
      }
    }
  }

  @Test func theEpochWasAThursday() {
    #expect(Day(number: 0).description == "1970-01-01")
    #expect(Day(number: 0).weekday == .thursday)
  }

  @Test(arguments: [
    ("2026-12-31", 2026, 53), ("2027-01-01", 2026, 53), ("2027-01-04", 2027, 1), ("2024-12-30", 2025, 1),
    ("2021-01-03", 2020, 53), ("2026-08-02", 2026, 31),
  ])
  func weeksFollowISO(text: String, year: Int, number: Int) throws {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    let day = try #require(Day(year: parts[0], month: parts[1], day: parts[2]))
    #expect(day.description == text)
    #expect(day.week == (year, number))
  }

  @Test func daysThatDoNotExistAreNone() {
    #expect(Day(year: 2026, month: 2, day: 29) == nil)
    #expect(Day(year: 2026, month: 13, day: 1) == nil)
    #expect(Day(year: 2028, month: 2, day: 29) != nil)
  }
}
