package import PlanDocuments

/// The free minutes of every day, for the vault and for each goal, as dense tables over a range of whole weeks.
///
/// Goals that declare the same share one table. A *segment* is an ISO week; the week of `today` makes two of them, the days
/// before today and those from today, since what was done in it counts against its limit.
package struct FreeHours: Sendable {
  package let hours: WorkHours
  package let today: Day
  package let isShared: Bool
  /// The first day of the tables, a Monday, and how many days they hold.
  package private(set) var first: Day
  package private(set) var dayCount: Int
  /// The table of each goal.
  package let tableOfGoal: [Int32]
  /// Where today stands in the tables.
  package private(set) var todayIndex = 0
  private let sources: [WorkHours.Source]
  /// Minutes of the vault by day.
  package private(set) var vault: [UInt16] = []
  /// Minutes by table and day.
  package private(set) var free: [UInt16] = []
  /// The segment of each day.
  package private(set) var segment: [Int32] = []
  package private(set) var segmentCount = 0
  /// The first and the last day of each segment; the last lies before the first where today is a Monday and its week has
  /// no days before.
  private(set) var segmentFirst: [Int32] = []
  private(set) var segmentLast: [Int32] = []
  /// The most minutes by table and segment; `unlimited` where a goal has no limit for the week.
  package private(set) var weeklyCaps: [Int32] = []

  /// The share of all hours that counts, in hundredths.
  private var sharePercent = 100

  package static let unlimited = Int32.max

  package init(_ hours: WorkHours, today: Day, from first: Day, through last: Day) {
    self.hours = hours
    self.today = today
    isShared = hours.isShared
    var numbers: [WorkHours.Source: Int32] = [:]
    var sources: [WorkHours.Source] = []
    var tableOfGoal: [Int32] = []
    tableOfGoal.reserveCapacity(hours.goals.count)
    for source in hours.goals {
      if let number = numbers[source] {
        tableOfGoal.append(number)
      } else {
        numbers[source] = Int32(sources.count)
        tableOfGoal.append(Int32(sources.count))
        sources.append(source)
      }
    }
    self.sources = sources
    self.tableOfGoal = tableOfGoal
    self.first = min(first, today).monday
    dayCount = 0
    fill(through: max(last, today))
  }

  /// Widens the tables to hold these days.
  package mutating func cover(from earlier: Day, through later: Day) {
    guard earlier < first || later >= first + dayCount else { return }
    let last = max(later, first + dayCount - 1)
    first = min(first, earlier).monday
    fill(through: last)
  }

  private mutating func fill(through last: Day) {
    dayCount = (last.monday + 7) - first
    todayIndex = today - first
    segment = (0..<dayCount).map { [todayIndex] in Int32($0 / 7 + ($0 >= todayIndex ? 1 : 0)) }
    segmentCount = dayCount / 7 + 1
    segmentFirst = [Int32](repeating: 0, count: segmentCount)
    segmentLast = [Int32](repeating: -1, count: segmentCount)
    for day in (0..<dayCount).reversed() { segmentFirst[Int(segment[day])] = Int32(day) }
    for day in 0..<dayCount { segmentLast[Int(segment[day])] = Int32(day) }
    vault = [UInt16](repeating: 0, count: dayCount)
    free = [UInt16](repeating: 0, count: dayCount * sources.count)
    weeklyCaps = [Int32](repeating: Self.unlimited, count: segmentCount * sources.count)
    let vaultRule = DayRule(vault: hours.vault, goal: nil, isShared: isShared)
    fillDays(by: vaultRule) { index, minutes in vault[index] = UInt16(minutes.free) }
    var weekly = [Int32](repeating: Self.unlimited, count: dayCount)
    for (table, source) in sources.enumerated() {
      let rule = DayRule(vault: hours.vault, goal: source, isShared: isShared)
      var isLimited = false
      fillDays(by: rule) { index, minutes in
        free[table * dayCount + index] = UInt16(minutes.free)
        weekly[index] = minutes.weekly.map { Int32(clamping: $0) } ?? Self.unlimited
        if minutes.weekly != nil { isLimited = true }
      }
      if isLimited { fillCaps(table: table, weekly: weekly, worked: source.worked) }
    }
    if sharePercent != 100 { scale() }
  }

  /// Takes a minute of a day from all, and from a goal whose hours are nobody else's.
  package mutating func takeMinute(ofGoal goal: Int, at index: Int) {
    if isShared, vault[index] > 0 { vault[index] -= 1 }
    let table = tableOfGoal[goal]
    guard tableOfGoal.count(where: { $0 == table }) == 1 else { return }
    let place = Int(table) * dayCount + index
    if free[place] > 0 { free[place] -= 1 }
    let limit = Int(table) * segmentCount + Int(segment[index])
    if weeklyCaps[limit] != Self.unlimited, weeklyCaps[limit] > 0 { weeklyCaps[limit] -= 1 }
  }

  private mutating func scale() {
    func share(_ minutes: Int) -> Int { minutes * sharePercent / 100 }
    vault = vault.map { UInt16(share(Int($0))) }
    free = free.map { UInt16(share(Int($0))) }
    weeklyCaps = weeklyCaps.map { $0 == Self.unlimited ? $0 : Int32(share(Int($0))) }
  }

  /// Between two turning points the minutes of a day without events depend on its weekday only.
  private func fillDays(by rule: DayRule, set: (Int, DayRule.Minutes) -> Void) {
    guard dayCount > 0 else { return }
    let turns = rule.turningPoints(in: DayRange(first, first + dayCount - 1)).map { $0 - first }
    let borders = [0] + Set(turns.filter { $0 > 0 && $0 < dayCount }).sorted() + [dayCount]
    let plain = rule.withoutTimedEvents
    for (start, end) in zip(borders, borders.dropFirst()) {
      let pattern = (0..<min(7, end - start)).map { plain.minutes(on: first + start + $0) }
      for index in start..<end { set(index, pattern[(index - start) % 7]) }
    }
    for day in rule.daysWithEvents() where day >= first && day - first < dayCount {
      set(day - first, rule.minutes(on: day))
    }
  }

  /// The limit of a week.
  ///
  /// Where it does not hold on all of its days (a period begins), each part of the week has its share by free minutes:
  /// limit × free minutes of the part ÷ free minutes of the week, rounded down. From today on, the running week has left what
  /// was not done in it.
  private mutating func fillCaps(table: Int, weekly: [Int32], worked: WorkInWeek?) {
    for monday in stride(from: 0, to: dayCount, by: 7) {
      let row = table * dayCount + monday
      let minutes = (0..<7).map { Int(free[row + $0]) }
      let total = minutes.reduce(0, +)
      // In parts of 1 ÷ total of a minute, so that nothing is rounded before the end.
      let whole = (0..<7).reduce(0) { sum, day in
        let limit = weekly[monday + day]
        return sum + (limit == Self.unlimited ? total : Int(limit)) * minutes[day]
      }
      if (0..<7).allSatisfy({ weekly[monday + $0] == Self.unlimited }) { continue }
      let limit = whole / max(total, 1)
      let done = worked.map { $0.monday == first + monday ? min($0.minutes, limit) : 0 } ?? 0
      let before = Int(segment[monday])
      let after = Int(segment[monday + 6])
      weeklyCaps[table * segmentCount + before] = Int32(clamping: done)
      weeklyCaps[table * segmentCount + after] = Int32(
        clamping: before == after && monday < todayIndex ? limit : limit - done)
    }
  }

  /// Leaves only a share, in hundredths, of each free day and of each week's limit, rounded down to the minute.
  package mutating func keepShare(percent: Int) {
    precondition(sharePercent == 100, "a share of a share would be rounded twice")
    sharePercent = percent
    scale()
  }

  /// What a goal may take on a day beside its limit for the week; nil outside the tables.
  package func minutes(goal: Int, on day: Day) -> Int? {
    let index = day - first
    guard index >= 0, index < dayCount else { return nil }
    return Int(free[Int(tableOfGoal[goal]) * dayCount + index])
  }

  /// Days from one to the first beyond its segment, in the direction of `step`.
  @inline(__always) package func daysToNextSegment(from index: Int, step: Int) -> Int {
    let segment = Int(segment[index])
    return step > 0 ? Int(segmentLast[segment]) - index + 1 : index - Int(segmentFirst[segment]) + 1
  }

  /// The goal has hours on a day of the tables, whoever may take them.
  package func canWork(goal: Int, index: Int) -> Bool {
    guard index >= 0, index < dayCount else { return false }
    let table = Int(tableOfGoal[goal])
    return free[table * dayCount + index] > 0 && weeklyCaps[table * segmentCount + Int(segment[index])] > 0
  }

  /// What all goals share on a day; nil outside the tables, or where nothing is shared.
  package func sharedMinutes(on day: Day) -> Int? {
    let index = day - first
    guard isShared, index >= 0, index < dayCount else { return nil }
    return Int(vault[index])
  }

  /// The goal's own minutes between two days, both included, with its weeklyCaps by the day and by the week.
  ///
  /// - Parameter enough: counting stops with the day that reaches so many.
  package mutating func ownMinutes(goal: Int, from start: Day, through end: Day, enough: Int = .max) -> Int {
    guard start <= end, hours.counts(goal: goal) else { return 0 }
    cover(from: start, through: end)
    let table = Int(tableOfGoal[goal])
    var total = 0
    var inSegment = 0
    var current: Int32 = -1
    for index in (start - first)...(end - first) {
      if segment[index] != current {
        current = segment[index]
        inSegment = 0
      }
      let limit = Int(weeklyCaps[table * segmentCount + Int(current)])
      let taken = min(Int(free[table * dayCount + index]), limit - inSegment)
      inSegment += taken
      total += taken
      if total >= enough { break }
    }
    return total
  }
}

extension FreeHours {
  /// The segment of a day; nil outside the tables.
  package func segment(of day: Day) -> Int32? {
    let index = day - first
    return segment.indices.contains(index) ? segment[index] : nil
  }

  /// The most minutes that a goal may take in a segment; nil where nothing caps them.
  package func cap(goal: Int, segment: Int32) -> Int? {
    let cap = weeklyCaps[Int(tableOfGoal[goal]) * segmentCount + Int(segment)]
    return cap == FreeHours.unlimited ? nil : Int(cap)
  }

  /// The same with what the days of the running week before today may have left.
  package func capOfWholeWeek(goal: Int, segment: Int32) -> Int? {
    guard let cap = cap(goal: goal, segment: segment) else { return nil }
    guard let before = self.segment(of: today.monday), before != segment, segment == self.segment(of: today) else {
      return cap
    }
    return cap + (self.cap(goal: goal, segment: before) ?? 0)
  }
}
