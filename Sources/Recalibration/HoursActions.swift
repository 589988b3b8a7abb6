import PlanDocuments
import PlanModel

/// More hours for a goal: on one more day of the week, or, where it is counted by the week, in each week.
struct HoursActions {
  let plan: Plan
  let goal: Int
  /// The days on which the hours would come: whole weeks from the next Monday to the end.
  let days: DayRange
  /// The most that is asked of anybody: ten hours more in a week.
  static let mostHalfHours = 20

  init?(plan: Plan, goal: Int, from today: Day) {
    guard let deadline = plan.goals[goal].deadline else { return nil }
    let first = today.weekday == .monday ? today : today.monday + 7
    guard first < deadline else { return nil }
    self.plan = plan
    self.goal = goal
    days = DayRange(first, deadline)
  }

  /// One way to more hours: what comes on top of the vault's and of the goal's own.
  struct Way: Hashable {
    let goal: Int
    let slug: String
    let sentence: Sentence
    var vault: AddedHours?
    var own: AddedHours?
  }

  /// The ways to add `minutes` a week, the ones that ask least of a life first: of the hours that there are already, then more
  /// in a week that is counted as one, then on days that are free so far, from Saturday on.
  func ways(minutes: Int) -> [Way] {
    let name: Sentence = "\(title: plan.goals[goal].title)"
    let inTheWeek = AddedHours(minutes: minutes, place: .week, days: days)
    var ways: [Way] = []
    if isByTheWeek(goalEntries) {
      let isShared = !vaultEntries.isEmpty
      ways.append(
        Way(
          goal: goal, slug: "share-" + Identifier.slug(of: plan.goals[goal].id, limit: 24),
          sentence: more(minutes, for: name) + "\(words: isShared ? ", of the hours that there are" : ""), \(days)",
          own: inTheWeek))
      if !isShared { return ways }
    }
    if !vaultEntries.isEmpty, vaultEntries.allSatisfy({ $0.rhythm == .week }),
      goalEntries.isEmpty || isByTheWeek(goalEntries)
    {
      ways.append(
        Way(
          goal: goal, slug: "hours-a-week", sentence: "\(minutes: minutes) more a week for \(name), \(days)",
          vault: inTheWeek, own: goalEntries.isEmpty ? nil : inTheWeek))
    }
    if vaultEntries.isEmpty && goalEntries.isEmpty { return ways }
    return ways
      + weekdays.map { weekday in
        let more = AddedHours(minutes: minutes, place: .weekday(weekday), days: days)
        return Way(
          goal: goal, slug: "hours-" + weekday.name.lowercased() + "s",
          sentence: "\(minutes: minutes) more on \(words: weekday.name)s for \(name), \(days)",
          vault: vaultEntries.isEmpty ? nil : more, own: goalEntries.isEmpty ? nil : more)
      }
  }

  /// What the ways of one goal or several write together; nil where it cannot be written.
  ///
  /// The vault's hours are those of all of them, so that no period holds the usual hours twice.
  static func actions(_ ways: [Way], in plan: Plan) -> [RecoveryAction]? {
    var actions: [RecoveryAction] = []
    var shared: [PlannedWrite]?
    let inTheVault = ways.compactMap(\.vault)
    if !inTheVault.isEmpty {
      shared = writes(
        inTheVault, to: plan.settings.hours, written: plan.writtenSettings(of: "time"), subject: .settings)
      if shared == nil { return nil }
    }
    for way in ways {
      var writes: [PlannedWrite] = []
      if way.vault != nil, let vaultWrites = shared {
        writes = vaultWrites
        shared = nil
      }
      if let own = way.own {
        guard
          let ownWrites = self.writes(
            [own], to: plan.goals[way.goal].hours, written: plan.writtenEntries(of: "time", goal: way.goal),
            subject: .goal(plan.goals[way.goal].id))
        else { return nil }
        writes += ownWrites
      }
      actions.append(RecoveryAction(slug: way.slug, sentence: way.sentence, writes: writes))
    }
    return actions
  }

  private static func writes(
    _ added: [AddedHours], to hours: Hours?, written: [String], subject: PlannedWrite.Subject
  ) -> [PlannedWrite]? {
    var list = HoursList(entries(hours), isVault: subject == .settings)
    guard list.add(added) else { return nil }
    return [PlannedWrite](hours: subject, written: written, to: list.entries)
  }

  /// A goal that is counted by the week, as hours or as times.
  private func isByTheWeek(_ entries: [HoursEntry]) -> Bool {
    !entries.isEmpty && !entries.contains(where: \.isOfDays)
  }

  /// Hours a week, or, for a goal that is counted in times, what these become.
  private func more(_ minutes: Int, for name: Sentence) -> Sentence {
    guard goalEntries.count == 1, case .timesAWeek(let before) = goalEntries[0].rhythm,
      case .timesAWeek(let times) = goalEntries[0].grown(by: minutes).rhythm
    else { return "\(minutes: minutes) more a week for \(name)" }
    let length = Effort(minutes: goalEntries[0].grown(by: minutes).minutes).written
    let shorter = Effort(minutes: goalEntries[0].minutes).written
    return times > before
      ? "\(words: length) \(times) times a week for \(name) instead of \(before)"
      : "\(words: length) \(times) times a week for \(name) instead of \(words: shorter)"
  }

  private var vaultEntries: [HoursEntry] { Self.entries(plan.settings.hours) }
  private var goalEntries: [HoursEntry] { Self.entries(plan.goals[goal].hours) }

  private static func entries(_ hours: Hours?) -> [HoursEntry] {
    if case .entries(let entries) = hours { entries } else { [] }
  }

  private var weekdays: [Weekday] {
    let order: [Weekday] = [.saturday, .sunday, .monday, .tuesday, .wednesday, .thursday, .friday]
    func isTaken(_ day: Weekday) -> Bool {
      (vaultEntries + goalEntries).contains { entry in
        if case .days(let days) = entry.rhythm { entry.minutes > 0 && days.contains(day) } else { false }
      }
    }
    return order.filter { !isTaken($0) } + order.filter(isTaken)
  }
}
