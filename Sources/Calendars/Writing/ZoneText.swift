import PlanDocuments

extension CalendarText {
  /// The rules of a zone for readers that do not know it by its name: those that hold from now on.
  mutating func add(_ rules: ZoneRules, name: String) {
    add("BEGIN", "VTIMEZONE")
    add("TZID", name)
    if let yearly = rules.rule, let daylight = yearly.daylight, let begins = yearly.begins, let ends = yearly.ends {
      addChange("DAYLIGHT", from: yearly.standard, to: daylight, begins)
      addChange("STANDARD", from: daylight, to: yearly.standard, ends)
    } else {
      let offset = rules.rule?.standard ?? rules.offset(at: .max / 2)
      addChange("STANDARD", from: offset, to: offset, nil)
    }
    add("END", "VTIMEZONE")
  }

  private mutating func addChange(_ kind: String, from: Int, to: Int, _ turn: YearlyChanges.Turn?) {
    add("BEGIN", kind)
    if let turn, let rule = turn.rule {
      add("DTSTART", Self.clock(turn.seconds(of: 1970)))
      add("RRULE", rule)
    } else if let turn {
      // What no rule can say, such as an hour before midnight of a last Sunday, is listed.
      let times = Self.listedYears.map { Self.clock(turn.seconds(of: $0)) }
      add("DTSTART", times[0])
      add("RDATE", times.dropFirst().joined(separator: ","))
    } else {
      add("DTSTART", "19700101T000000")
    }
    add("TZOFFSETFROM", Self.offset(from))
    add("TZOFFSETTO", Self.offset(to))
    add("END", kind)
  }

  private static let listedYears = 2020...2050

  private static func clock(_ seconds: Int) -> String {
    let midnight = seconds.flooredQuotient(86_400)
    let time = seconds - midnight * 86_400
    return date(Day(number: midnight)) + "T" + twoDigits(time / 3600) + twoDigits(time / 60 % 60) + twoDigits(time % 60)
  }

  private static func offset(_ seconds: Int) -> String {
    let minutes = abs(seconds) / 60
    return (seconds < 0 ? "-" : "+") + twoDigits(minutes / 60) + twoDigits(minutes % 60)
  }
}

extension YearlyChanges.Turn {
  /// The rule that it repeats by; nil where no rule says it.
  fileprivate var rule: String? {
    guard case .weekday(let month, let week, let weekday, let seconds) = self, (0..<86_400).contains(seconds) else {
      return nil
    }
    let days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"]
    return "FREQ=YEARLY;BYMONTH=\(month);BYDAY=\(week == 5 ? -1 : week)\(days[weekday])"
  }
}
