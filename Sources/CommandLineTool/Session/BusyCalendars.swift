import Calendars
import PlanDocuments
import PlanModel
import VaultStorage

/// Reads the calendars that a vault and the person name; nothing is opened where none is named.
struct BusyCalendars {
  /// Appointments count from a year back, for the pace of past weeks, to three years ahead.
  private static let weeksBack = 53
  private static let weeksAhead = 157

  private let session: Session
  private let configuration: PersonalConfiguration

  init(_ session: Session) {
    self.session = session
    configuration = PersonalConfiguration(session.surroundings)
  }

  func calendar(for settings: Settings) throws -> BusyCalendar {
    let named = Self.sources(settings.calendars, holidays: settings.holidays)
    let own = Self.sources(configuration.calendars, holidays: configuration.holidays)
    guard !named.isEmpty || !own.isEmpty || !configuration.feeds.isEmpty else { return BusyCalendar() }
    let monday = session.today.monday
    let days = DayRange(monday - 7 * Self.weeksBack, monday + 7 * Self.weeksAhead - 1)
    var reading = BusyReading(
      days: days, zones: MachineZones(session.surroundings).finder, addresses: configuration.addresses)
    let vault = try session.vault()
    for calendar in named {
      reading.begin(calendar)
      read(try vault.calendarFiles(named: calendar.name), of: calendar.name, into: &reading)
    }
    for calendar in own {
      reading.begin(calendar)
      read(CalendarFiles(onMachine: absolute(calendar.name)), of: calendar.name, into: &reading)
    }
    for feed in try CalendarFeeds(session).copies() {
      var source = BusyCalendar.Source(name: feed.name)
      source.fetched = feed.day
      reading.begin(source)
      reading.add(feed.copy.bytes)
    }
    return reading.calendar
  }

  private static func sources(_ names: [String], holidays: [String]) -> [BusyCalendar.Source] {
    names.map { BusyCalendar.Source(name: $0) } + holidays.map { BusyCalendar.Source(name: $0, isHolidays: true) }
  }

  /// Calls `take` with the bytes of every calendar that is read, copies of feeds too.
  func forEachFile(of settings: Settings, _ take: ([UInt8]) -> Void) throws {
    func each(_ files: CalendarFiles?) {
      files?.forEach { file in
        if case .success(let bytes) = file.bytes { take(bytes) }
      }
    }
    let vault = try session.vault()
    for name in settings.calendars { each(try vault.calendarFiles(named: name)) }
    for name in configuration.calendars { each(CalendarFiles(onMachine: absolute(name))) }
    for feed in try CalendarFeeds(session).copies() { take(feed.copy.bytes) }
  }

  private func read(_ files: CalendarFiles?, of name: String, into reading: inout BusyReading) {
    var isEmpty = true
    files?.forEach { file in
      isEmpty = false
      switch file.bytes {
      case .success(let bytes): reading.add(bytes, from: file.path == name ? "" : file.path)
      case .failure(let problem): reading.passOver(.unreadableFile(problem.reason), in: file.path)
      }
    }
    if isEmpty { reading.passOver(.unreadableFile("no calendar is there"), in: name) }
  }

  /// `~/` is the person's home; a path without a slash before it lies beside the configuration.
  private func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    if path.hasPrefix("~/"), let home = session.surroundings["HOME"] { return home + path.dropFirst() }
    return (session.surroundings.configurationFolder ?? "") + "/" + path
  }
}

extension Session {
  /// What stands in the vault now, with the appointments of the calendars that it and the person name.
  ///
  /// - Parameter quietly: nothing is told of what cannot be read in the personal configuration.
  func snapshot(quietly: Bool = false) throws -> VaultSnapshot {
    var snapshot = try vault().snapshot()
    if !quietly { tellConfigurationProblems() }
    snapshot.busy = try BusyCalendars(self).calendar(for: Settings(of: snapshot.settings))
    return snapshot
  }

  /// Names what cannot be read in the personal configuration.
  func tellConfigurationProblems() {
    for problem in PersonalConfiguration(surroundings).problems { tell(problem.words) }
  }
}
