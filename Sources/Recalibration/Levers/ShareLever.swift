import PlanDocuments
import PlanModel
import Scheduling

/// Divides the hours that there are in another way: a goal's weekly limit is raised, or hours go from one goal to another.
enum ShareLever {
  static func actions(_ ground: LeverGround) -> [RecoveryAction] {
    ground.goalsToHelp.flatMap { goal in
      HoursLever.entries(ground.plan.settings.hours).isEmpty
        ? ground.workedOn.compactMap { $0 == goal ? nil : shift(from: $0, to: goal, ground) }
        : [raise(goal, ground)].compactMap(\.self)
    }
  }

  /// Half as much again of the shared hours, until the goal's end or, where that is past hope, its likely day.
  private static func raise(_ goal: Int, _ ground: LeverGround) -> RecoveryAction? {
    guard let entry = weekly(goal, ground), let days = days(goal, ground) else { return nil }
    let more = (entry.minutes / 2 + 29) / 30 * 30
    var list = HoursList(HoursLever.entries(ground.plan.goals[goal].hours), isVault: false)
    guard more > 0, list.add([AddedHours(minutes: more, place: .week, days: days)]),
      let writes = writes(goal, list, ground)
    else { return nil }
    return RecoveryAction(
      .share,
      phrase:
        "let \(ground.name(goal)) have \(minutes: entry.minutes + more) a week instead of \(minutes: entry.minutes) until \(days.last)",
      writes: writes, disruption: Disruption.shiftedHours)
  }

  /// Half of another goal's weekly hours.
  private static func shift(from giver: Int, to goal: Int, _ ground: LeverGround) -> RecoveryAction? {
    guard let given = weekly(giver, ground), let had = weekly(goal, ground), let days = days(goal, ground) else {
      return nil
    }
    let minutes = given.minutes / 60 * 30
    guard minutes > 0 else { return nil }
    func list(_ owner: Int, _ entry: HoursEntry, _ change: Int) -> HoursList {
      var list = HoursList(HoursLever.entries(ground.plan.goals[owner].hours), isVault: false)
      var changed = entry
      changed.minutes += change
      changed.period = days
      list.put(changed)
      return list
    }
    guard let less = writes(giver, list(giver, given, -minutes), ground),
      let more = writes(goal, list(goal, had, minutes), ground)
    else { return nil }
    return RecoveryAction(
      .share,
      phrase:
        "give \(minutes: minutes) of the \(minutes: given.minutes) a week for \(ground.name(giver)) to \(ground.name(goal)) until \(days.last)",
      writes: less + more, disruption: Disruption.shiftedHours, goals: [giver])
  }

  /// The one figure by the week that a goal is limited to.
  private static func weekly(_ goal: Int, _ ground: LeverGround) -> HoursEntry? {
    let entries = HoursLever.entries(ground.plan.goals[goal].hours)
    guard entries.count == 1, entries[0].rhythm == .week, entries[0].period == nil, entries[0].cycle == nil else {
      return nil
    }
    return entries[0]
  }

  private static func days(_ goal: Int, _ ground: LeverGround) -> DayRange? {
    let monday = ground.today.weekday == .monday ? ground.today : ground.today.monday + 7
    guard let last = [ground.end(of: goal), ground.lastDays.last].compactMap(\.self).max(), last >= monday + 6 else {
      return nil
    }
    return DayRange(monday, last)
  }

  private static func writes(_ goal: Int, _ list: HoursList, _ ground: LeverGround) -> [PlannedWrite]? {
    [PlannedWrite](
      hours: .goal(ground.plan.goals[goal].id), written: ground.plan.writtenEntries(of: "time", goal: goal),
      to: list.entries)
  }
}
