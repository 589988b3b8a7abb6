/// The instances of a series that other events stand for.
struct ReplacedInstances {
  /// An event that stands for an instance and for all after it.
  struct Future {
    var event: Int
    /// The instant of its `RECURRENCE-ID`.
    var from: Int
    /// How many seconds later than there it takes place, on its own clock.
    var shift: Int
  }

  private var instants: Set<Int> = []
  /// Days of the series' clock: a `RECURRENCE-ID` that says only the day.
  private var days: Set<Int> = []
  private(set) var futures: [Future] = []
  /// The most seconds by which instances may have been moved.
  private(set) var longestReach = 0
  private let clock: EventClock

  init(_ changes: [CalendarEvent], _ clock: EventClock) {
    self.clock = clock
    for change in changes {
      guard let id = change.recurrenceID else { continue }
      if id.clock == .day, !clock.isAllDay {
        days.insert(id.seconds.flooredQuotient(86_400))
      } else {
        instants.insert(clock.isAllDay ? id.seconds.flooredQuotient(86_400) * 86_400 : clock.instant(of: id))
      }
    }
  }

  mutating func addFuture(_ index: Int, _ event: CalendarEvent, from instant: Int) {
    let own = clock.isAllDay == event.isAllDay ? event.start.seconds - clock.clock(at: instant) : 0
    futures.append(Future(event: index, from: instant, shift: own))
    futures.sort { $0.from < $1.from }
    longestReach = max(longestReach, min(abs(own), 400 * 86_400) + 86_400)
  }

  func contains(_ start: Int, _ instant: Int) -> Bool {
    instants.contains(instant) || !days.isEmpty && days.contains(start.flooredQuotient(86_400))
  }

  func future(at instant: Int) -> Future? { futures.last { $0.from <= instant } }
}

/// The instances that an event itself leaves out.
struct ExcludedStarts {
  private var instants: Set<Int> = []
  private var days: Set<Int> = []

  /// A date without a time leaves out whatever begins on that day.
  init(_ dates: [WrittenTime], _ clock: EventClock) {
    for date in dates {
      if clock.isAllDay {
        instants.insert(date.seconds.flooredQuotient(86_400) * 86_400)
      } else if date.clock == .day {
        days.insert(date.seconds.flooredQuotient(86_400))
      } else {
        instants.insert(clock.instant(of: date))
      }
    }
  }

  var count: Int { instants.count }

  mutating func add(_ start: Int, _ clock: EventClock) { instants.insert(clock.instant(of: start)) }

  func contains(_ start: Int, _ instant: Int) -> Bool {
    instants.contains(instant) || !days.isEmpty && days.contains(start.flooredQuotient(86_400))
  }
}
