/// What a `BEGIN` begins and an `END` ends, of the kinds that say anything about times.
enum CalendarComponent {
  case calendar, event, freeBusy, zone, observance, task, journal, other

  init(named name: ArraySlice<UInt8>) {
    self = Self.names.first { name.says($0.key) }?.value ?? .other
  }

  private static let names: KeyValuePairs<StaticString, Self> = [
    "VEVENT": .event, "VCALENDAR": .calendar, "VFREEBUSY": .freeBusy, "VTIMEZONE": .zone, "STANDARD": .observance,
    "DAYLIGHT": .observance, "VTODO": .task, "VJOURNAL": .journal,
  ]
}
