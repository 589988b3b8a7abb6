import PlanDocuments
import PlanModel
import Scheduling

/// Asks for one to four hours a week more, once for all goals: on one weekday, or in the week where hours are counted so.
enum HoursLever {
  private static let hoursAWeek = 1...4
  /// No day gets more than this.
  private static let mostMinutesADay = 600

  static func actions(_ ground: LeverGround) -> [RecoveryAction] {
    let monday = ground.today.weekday == .monday ? ground.today : ground.today.monday + 7
    let stretches = Set(ground.lastDays.filter { $0 >= monday + 6 }).sorted().map { DayRange(monday, $0) }
    return stretches.flatMap { days in
      hoursAWeek.compactMap { hours in
        entries(ground.plan.settings.hours).isEmpty
          ? own(60 * hours, days, ground) : shared(60 * hours, days, ground)
      }
    }
  }

  /// The vault's hours grow, and with them the limits of the goals that shall be helped.
  private static func shared(_ minutes: Int, _ days: DayRange, _ ground: LeverGround) -> RecoveryAction? {
    let plan = ground.plan
    guard let place = place(entries(plan.settings.hours), minutes, plan) else { return nil }
    let added = AddedHours(minutes: minutes, place: place, days: days)
    guard
      var writes = writes(added, plan.settings.hours, written: plan.writtenSettings(of: "time"), .settings)
    else { return nil }
    for goal in ground.goalsToHelp where !entries(plan.goals[goal].hours).isEmpty {
      guard let own = own(writes: added, goal, plan) else { return nil }
      writes += own
    }
    return action(minutes, place, days, writes, for: nil, ground)
  }

  /// Nothing is shared: the worst goal's own hours grow.
  private static func own(_ minutes: Int, _ days: DayRange, _ ground: LeverGround) -> RecoveryAction? {
    guard let goal = ground.goalsToHelp.first, !entries(ground.plan.goals[goal].hours).isEmpty,
      let place = place(entries(ground.plan.goals[goal].hours), minutes, ground.plan),
      let writes = own(writes: AddedHours(minutes: minutes, place: place, days: days), goal, ground.plan)
    else { return nil }
    return action(minutes, place, days, writes, for: goal, ground)
  }

  private static func own(writes added: AddedHours, _ goal: Int, _ plan: Plan) -> [PlannedWrite]? {
    let isByTheWeek = entries(plan.goals[goal].hours).allSatisfy { !$0.isOfDays }
    let own = isByTheWeek ? AddedHours(minutes: added.minutes, place: .week, days: added.days) : added
    return writes(
      own, plan.goals[goal].hours, written: plan.writtenEntries(of: "time", goal: goal), .goal(plan.goals[goal].id))
  }

  private static func action(
    _ minutes: Int, _ place: AddedHours.Place, _ days: DayRange, _ writes: [PlannedWrite], for goal: Int?,
    _ ground: LeverGround
  ) -> RecoveryAction {
    var times = (days.last - days.first + 1) / 7
    var when: Sentence = "a week"
    if case .weekday(let weekday) = place {
      when = "on \(words: weekday.name)s"
      let first = days.first + weekday.fromMonday
      times = first > days.last ? 0 : (days.last - first) / 7 + 1
    }
    let whom: Sentence = goal.map { " for " + ground.name($0) } ?? ""
    return RecoveryAction(
      .hours, phrase: "work \(minutes: minutes) more \(when)\(whom) until \(days.last)", writes: writes,
      disruption: Disruption.hours(minutesInAll: minutes * times), minutesAdded: minutes * times)
  }

  /// The weekday that asks least: free so far, from Saturday on; else the one with the fewest hours.
  ///
  /// Nil where no day has room or all are excluded.
  private static func place(_ entries: [HoursEntry], _ minutes: Int, _ plan: Plan) -> AddedHours.Place? {
    if entries.allSatisfy({ !$0.isOfDays }) { return .week }
    let order: [Weekday] = [.saturday, .sunday, .monday, .tuesday, .wednesday, .thursday, .friday]
    func taken(_ weekday: Weekday) -> Int {
      entries.reduce(0) { sum, entry in
        if case .days(let days) = entry.rhythm, days.contains(weekday) { sum + entry.minutes } else { sum }
      }
    }
    let open = order.filter { !plan.settings.never.contains($0) && taken($0) + minutes <= mostMinutesADay }
    return (open.first { taken($0) == 0 } ?? open.min { taken($0) < taken($1) }).map { .weekday($0) }
  }

  private static func writes(
    _ added: AddedHours, _ hours: Hours?, written: [String], _ subject: PlannedWrite.Subject
  ) -> [PlannedWrite]? {
    var list = HoursList(entries(hours), isVault: subject == .settings)
    guard list.add([added]) else { return nil }
    return [PlannedWrite](hours: subject, written: written, to: list.entries)
  }

  static func entries(_ hours: Hours?) -> [HoursEntry] {
    if case .entries(let entries) = hours { entries } else { [] }
  }
}
