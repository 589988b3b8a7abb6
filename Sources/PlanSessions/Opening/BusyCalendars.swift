import Calendars
import PlanDocuments
import PlanModel
import VaultStorage

/// Reads the calendars that a vault and the person name; nothing is opened where none is named.
struct BusyCalendars {
  /// Appointments count from a year back, for the pace of past weeks, to three years ahead.
  private static let weeksBack = 53
  private static let weeksAhead = 157

  private let session: PlanSession
  private let configuration: PersonalConfiguration

  init(_ session: PlanSession) {
    self.session = session
    configuration = session.configuration
  }

  func calendar(for settings: Settings) throws(SessionError) -> BusyCalendar {
    let named = Self.sources(settings.calendars, holidays: settings.holidays)
    let own = Self.sources(configuration.calendars, holidays: configuration.holidays)
    guard !named.isEmpty || !own.isEmpty || !configuration.feeds.isEmpty else { return BusyCalendar() }
    let monday = session.today.monday
    let days = DayRange(monday - 7 * Self.weeksBack, monday + 7 * Self.weeksAhead - 1)
    var reading = BusyReading(
      days: days, zones: MachineZones(session.machine).finder, addresses: configuration.addresses)
    for calendar in named {
      reading.begin(calendar)
      read(try files(named: calendar.name), of: calendar.name, into: &reading)
    }
    for calendar in own {
      reading.begin(calendar)
      read(ownFiles(named: calendar.name), of: calendar.name, into: &reading)
    }
    for feed in try feedCopies() {
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
  func forEachFile(of settings: Settings, _ take: ([UInt8]) -> Void) throws(SessionError) {
    func each(_ files: CalendarFiles?) {
      files?.forEach { file in
        if case .success(let bytes) = file.bytes { take(bytes) }
      }
    }
    for name in settings.calendars { each(try files(named: name)) }
    for name in configuration.calendars { each(ownFiles(named: name)) }
    for feed in try feedCopies() { take(feed.copy.bytes) }
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

  /// The files of a calendar that the vault's settings name.
  private func files(named name: String) throws(SessionError) -> CalendarFiles {
    try SessionError.onDisk { () throws(VaultError) in try session.vault.calendarFiles(named: name) }
  }

  /// The files of a calendar that the person's configuration names; nil where its folder is not there.
  private func ownFiles(named name: String) -> CalendarFiles? {
    CalendarFiles(onMachine: session.machine.pathBesideConfiguration(name))
  }

  /// The last good copies of the calendars elsewhere, each with the day on which it was fetched.
  private func feedCopies() throws(SessionError) -> [(name: String, copy: FeedStore.Copy, day: Day)] {
    if configuration.feeds.isEmpty { return [] }
    guard let stateFolder = session.machine.stateFolder else { throw .noStateFolder }
    let store = FeedStore(stateFolder: stateFolder)
    let zones = MachineZones(session.machine)
    return configuration.feeds.compactMap { feed in
      store.copy(of: feed.name).map { (feed.name, $0, zones.day(at: $0.fetched)) }
    }
  }
}
