import PlanDocuments
import PlanModel

/// The dates of a plan's steps: in the order of the list, at a person's pace, each as soon as its turn comes.
///
/// A step leaves its turn for a reason of its own: it waits for another, wants to be early, belongs near the goal's day, or is
/// the day.
struct StepDates {
  /// The day on which each is complete, with its wait.
  private(set) var due: [Day]
  /// Everything is complete where it has to be.
  private(set) var isInTime = false

  private let steps: [DraftPlan.Milestone]
  private let before: [[Int]]
  private let hours: GoalHours
  private let start: Day
  private let most: Double?

  /// Shares of the free hours, tried in turn where a pace isn't enough: beyond 1 the dates only show the order.
  private static let rates = [0.7, 0.8, 0.9, 1.0, 1.2, 1.5, 2, 3, 5, 10]

  /// - Parameters:
  ///   - pace: the share of free hours that becomes work, above 0.
  ///   - day: the goal's day; nil where no end is known, which gives the first days that are possible.
  ///   - buffer: days kept free before it.
  ///   - most: minutes a week beyond which more doesn't help: a body grows no faster.
  init(
    _ steps: [DraftPlan.Milestone], from start: Day, hours: GoalHours, pace: Double, day: Day?, buffer: Int,
    most: Int? = nil
  ) {
    self.steps = steps
    self.most = most.map(Double.init)
    self.hours = hours
    self.start = max(start, hours.today)
    let index = Dictionary(steps.enumerated().map { ($1.id, $0) }) { first, _ in first }
    before = steps.map { $0.after.compactMap { index[$0] } }
    due = []
    guard let day else {
      due = laid(rate: pace, day: nil, isShort: false)
      isInTime = true
      return
    }
    let limits = limits(day, buffer)
    var least = Int.max
    for (isShort, rates) in [(false, [pace] + Self.rates.filter { $0 > pace }), (true, [1.0, 3, 10])] {
      for rate in rates where least > 0 {
        let days = laid(rate: rate, day: day, isShort: isShort)
        let late = steps.indices.reduce(0) { $0 + max(0, days[$1] - limits[$1]) }
        // More hours than there are have to help much: some windows are too narrow at any pace.
        if late < least - (rate > 1.0001 ? 2 : 0) || late == 0 {
          least = late
          due = days
          isInTime = late == 0 && rate <= 1.0001
        }
      }
    }
    for index in steps.indices { due[index] = steps[index].due ?? min(due[index], limits[index]) }
  }

  /// The last day that a step may be complete on.
  private func limit(_ index: Int, _ day: Day, _ buffer: Int) -> Day {
    let placing = steps[index].placing
    if placing.timing == .afterEnd { return Day(number: 10_000_000) }
    if let due = steps[index].due { return due }
    if placing.isOnTheDay { return day }
    // A step of the last days uses the buffer.
    if let window = placing.daysBefore { return max(day - max(window.low, 0), start) }
    if let earliest = placing.earliestDaysBefore, earliest < buffer + 21 { return max(day - 1, start) }
    return max(day - buffer, start)
  }

  /// The same, with room for the steps that come after: a taper of two weeks wants the long runs done before it.
  private func limits(_ day: Day, _ buffer: Int) -> [Day] {
    var limits = steps.indices.map { limit($0, day, buffer) }
    for index in steps.indices.reversed() where steps[index].placing.timing != .afterEnd {
      let step = steps[index]
      var room = limits[index] - (step.wait?.low ?? 0) - (step.placing.leastDays ?? 0)
      if step.placing.isOnTheDay { room = day - 1 }
      if let earliest = step.placing.earliestDaysBefore, earliest <= 28 { room = min(room, day - earliest) }
      for earlier in before[index] { limits[earlier] = max(start, min(limits[earlier], room)) }
    }
    return limits
  }

  private func laid(rate: Double, day: Day?, isShort: Bool) -> [Day] {
    var left = steps.map { Double($0.effort?.middle ?? 0) }
    var began = [Day?](repeating: nil, count: steps.count)
    // A date of the person's own holds.
    var complete = steps.map(\.due)
    let waits = steps.map { isShort ? $0.wait?.low ?? 0 : $0.wait?.middle ?? 0 }
    func opens(_ index: Int) -> Day {
      guard let day else { return start }
      let placing = steps[index].placing
      var first = steps[index].start ?? start
      if let window = placing.daysBefore { first = max(first, day - window.high - waits[index]) }
      if let earliest = placing.earliestDaysBefore { first = max(first, day - earliest) }
      return first
    }
    let opening = steps.indices.map(opens)
    let isLater = steps.indices.map { index in
      steps[index].placing.timing == .afterEnd || day != nil && steps[index].placing.isOnTheDay
    }
    func rank(_ index: Int) -> (Int, Int) {
      let placing = steps[index].placing
      if day != nil, placing.daysBefore != nil { return (0, index) }
      return (placing.timing == .early ? 1 : 2, index)
    }
    var open = steps.indices.filter { !isLater[$0] && steps[$0].due == nil }
    let ranks = steps.indices.map(rank)
    open.sort { ranks[$0] < ranks[$1] }
    var today = start
    var leftOfWeek = most ?? .infinity
    while !open.isEmpty, today - start < GoalHours.horizon {
      if today.weekday == .monday { leftOfWeek = most ?? .infinity }
      var budget = min(hours.minutes(on: today) * rate, leftOfWeek)
      var goesOn = true
      while goesOn {
        goesOn = false
        guard
          let place = open.firstIndex(where: { index in
            opening[index] <= today && (left[index] <= 0 || budget > 0)
              && before[index].allSatisfy { isLater[$0] || complete[$0].map { $0 <= today } ?? false }
          })
        else { break }
        let index = open[place]
        began[index] = began[index] ?? today
        let done = min(left[index], budget)
        left[index] -= done
        budget -= done
        leftOfWeek -= done
        if left[index] < 0.5 {
          let least = (began[index] ?? today) + max(0, (steps[index].placing.leastDays ?? 0) - 1)
          complete[index] = max(today, least) + waits[index]
          open.remove(at: place)
        }
        goesOn = true
      }
      today = today + 1
    }
    for index in open { complete[index] = today }
    for index in steps.indices where isLater[index] && complete[index] == nil {
      if steps[index].placing.isOnTheDay {
        complete[index] = day
      } else {
        let end =
          ([day ?? complete.compactMap(\.self).max() ?? start] + before[index].compactMap { complete[$0] }).max()
          ?? start
        let weekly = max(30, hours.weekly(until: end) * rate)
        complete[index] = end + max(3, Int((left[index] / weekly * 7).rounded(.up))) + waits[index]
      }
    }
    return complete.map { $0 ?? start }
  }
}
