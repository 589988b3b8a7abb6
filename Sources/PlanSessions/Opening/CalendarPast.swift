import Calendars
import Forecasting
import PlanDocuments
import PlanModel
import VaultStorage

extension PlanSession {
  /// The appointments of past weeks, as the vault's calendars were committed by the end of each.
  ///
  /// Calendars that git does not have count as they are today.
  func pastCalendars(of history: PlanHistory, _ repository: GitRepository?) -> PastCalendars {
    let configuration = self.configuration
    let areForgotten = !configuration.calendars.isEmpty || !configuration.feeds.isEmpty
    var past = PastCalendars(areForgotten: areForgotten)
    guard let repository, !history.past.states.isEmpty else { return past }
    let weeks = history.committedCalendars.map { week in
      (monday: week.monday, calendars: CommittedCalendars(week.state))
    }
    if weeks.contains(where: { !$0.calendars.areWhole }) { past.areForgotten = true }
    let named = history.plan.settings.calendars + history.plan.settings.holidays
    let committed = history.past.states.last.map { Array($0.calendarFiles.keys) } ?? []
    if named.contains(where: { name in !committed.contains { CalendarFiles.names(name, $0) } }) {
      past.areForgotten = true
    }
    let blobs = Array(Set(weeks.flatMap(\.calendars.blobs)))
    guard !blobs.isEmpty, let contents = try? repository.contents(of: blobs.map(GitBlob.init)) else { return past }
    let texts = Dictionary(zip(blobs, contents.map { $0 ?? [] }), uniquingKeysWith: { one, _ in one })
    // Calendars elsewhere have no past of their own.
    let sources = history.plan.busy.sources
    let elsewhere = history.plan.busy.events.filter { event in !named.contains(sources[event.source].name) }
    var rest = weeks[...]
    while let week = rest.first {
      let same = rest.prefix { $0.calendars == week.calendars }
      rest = rest.dropFirst(same.count)
      let days = DayRange(same.last?.monday ?? week.monday, week.monday + 6)
      var reading = BusyReading(
        days: days, zones: MachineZones(machine).finder, addresses: configuration.addresses)
      for source in week.calendars.sources {
        reading.begin(BusyCalendar.Source(name: source.name, isHolidays: source.isHolidays))
        for blob in source.blobs { reading.add(texts[blob] ?? []) }
      }
      let calendar = BusyCalendar(events: reading.calendar.events + elsewhere)
      let busy = BusyTimes(of: calendar)
      for week in same { past.weeks[week.monday] = busy }
    }
    return past
  }
}

/// The calendars that one state of the vault names, as it has them.
private struct CommittedCalendars: Equatable {
  struct Source: Equatable {
    var name: String
    var isHolidays: Bool
    var blobs: [String]
  }

  var sources: [Source] = []

  init(_ state: VaultPast.State) {
    let settings = Settings(of: state.snapshot.settings)
    let files = state.calendarFiles.sorted { $0.key < $1.key }
    for (names, isHolidays) in [(settings.calendars, false), (settings.holidays, true)] {
      for name in names {
        let blobs = files.filter { CalendarFiles.names(name, $0.key) }.map(\.value)
        sources.append(Source(name: name, isHolidays: isHolidays, blobs: blobs))
      }
    }
  }

  var blobs: [String] { sources.flatMap(\.blobs) }
  /// git has all that was named.
  var areWhole: Bool { sources.allSatisfy { !$0.blobs.isEmpty } }
}
