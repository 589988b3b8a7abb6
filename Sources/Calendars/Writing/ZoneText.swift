import PlanDocuments

extension CalendarText {
  /// The rules of a zone for readers that do not know it by its name: those that hold from now on, for ever.
  mutating func add(_ rules: ZoneRules, name: String) {
    add("BEGIN", "VTIMEZONE")
    add("TZID", name)
    if let yearly = rules.rule, let daylight = yearly.daylight, let begins = yearly.begins?.rule,
      let ends = yearly.ends?.rule
    {
      addChange("DAYLIGHT", from: yearly.standard, to: daylight, begins)
      addChange("STANDARD", from: daylight, to: yearly.standard, ends)
    } else {
      let offset = rules.rule?.standard ?? rules.offset(at: .max / 2)
      addChange("STANDARD", from: offset, to: offset, nil)
    }
    add("END", "VTIMEZONE")
  }

  private mutating func addChange(_ kind: String, from: Int, to: Int, _ rule: (start: String, rule: String)?) {
    add("BEGIN", kind)
    add("DTSTART", rule?.start ?? "19700101T000000")
    if let rule { add("RRULE", rule.rule) }
    add("TZOFFSETFROM", Self.offset(from))
    add("TZOFFSETTO", Self.offset(to))
    add("END", kind)
  }

  private static func offset(_ seconds: Int) -> String {
    let minutes = abs(seconds) / 60
    return (seconds < 0 ? "-" : "+") + twoDigits(minutes / 60) + twoDigits(minutes % 60)
  }
}

extension YearlyChanges.Turn {
  /// Its first time in 1970 and the rule that it repeats by; nil for the kinds that no zone of today uses.
  fileprivate var rule: (start: String, rule: String)? {
    guard case .weekday(let month, let week, let weekday, let seconds) = self, (0..<86_400).contains(seconds) else {
      return nil
    }
    let days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"]
    let first = self.seconds(of: 1970)
    let midnight = first.flooredQuotient(86_400)
    let time = first - midnight * 86_400
    let start =
      CalendarText.date(Day(number: midnight)) + "T" + CalendarText.twoDigits(time / 3600)
      + CalendarText.twoDigits(time / 60 % 60) + "00"
    return (start, "FREQ=YEARLY;BYMONTH=\(month);BYDAY=\(week == 5 ? -1 : week)\(days[weekday])")
  }
}
