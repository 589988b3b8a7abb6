import PlanDocuments
import Testing

@Suite struct DayNamesTests {
  @Test(arguments: Weekday.allCases)
  func aWeekdayIsReadFromEachOfItsSpellings(weekday: Weekday) {
    for length in 3...weekday.name.count {
      let beginning = weekday.name.prefix(length)
      #expect(Weekday(word: beginning) == weekday)
      #expect(Weekday(word: beginning.uppercased() + ".") == weekday)
    }
    #expect(Weekday(word: weekday.name.prefix(2)) == nil)
    #expect(Weekday(word: weekday.name + "x") == nil)
    #expect(weekday.shortName.count == 3)
  }

  @Test(arguments: 1...12)
  func aMonthIsReadFromEachOfItsSpellings(month: Int) {
    let name = MonthNames.name(month)
    for length in 3...name.count {
      #expect(MonthNames.month(name.prefix(length).lowercased()) == month)
      #expect(MonthNames.month(name.prefix(length) + ".") == month)
    }
    #expect(MonthNames.month(name.prefix(2)) == nil)
    #expect(MonthNames.month(name + "s") == nil)
    #expect(MonthNames.month(MonthNames.shortName(month)) == month)
  }

  @Test(arguments: ["", ".", "...", "tuseday", "week", "3", "mär", "月曜日"])
  func otherWordsAreNoNames(word: String) {
    #expect(Weekday(word: word) == nil)
    #expect(MonthNames.month(word) == nil)
  }

  @Test func whatPeopleWriteIsUnderstood() {
    #expect(Weekday(word: "Tues") == .tuesday)
    #expect(Weekday(word: "thurs.") == .thursday)
    #expect(MonthNames.month("Sept") == 9)
    #expect(MonthNames.month("sept.") == 9)
  }
}
