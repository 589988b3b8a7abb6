import PlanDocuments
import PlanModel

/// Finds hours of a goal that lie outside of all hours there are.
struct EmptyWindow: Check {
  static let card = CheckCard(
    code: "MM307", name: "empty-window", severity: .warning,
    finds: "Hours of a goal on weekdays or at times of day at which `mm.md` has none.",
    matters: "A goal's hours count inside the vault's, so none of these can be used.",
    cure: "Move the goal's hours, or widen those in `mm.md`.",
    examples: [
      .fires(
        "---\ngoal: Run a marathon\ntime: ↓1h mon-fri 19:00-21:00\n---\n",
        beside: ["mm.md": "---\ntime: 2h mon-fri 06:00-08:00\n---\n"]),
      .fires(
        "---\ngoal: Run a marathon\ntime: [1h mon, ↓2h sun]\n---\n",
        beside: ["mm.md": "---\ntime: [2h mon-fri, 4h sat]\n---\n"]),
      .fires(
        "---\ngoal: Sail a dinghy\ntime: ↓4h sun\n---\n", beside: ["mm.md": "---\ntime: 8h/week\n---\n"]),
      .silent("---\ngoal: Sail a dinghy\ntime: 2h wed\n---\n", beside: ["mm.md": "---\ntime: 8h/week\n---\n"]),
      .silent(
        "---\ngoal: Run a marathon\ntime: 1h mon-fri 07:00-09:00\n---\n",
        beside: ["mm.md": "---\ntime: 2h mon-fri 06:00-08:00\n---\n"]),
      .silent("---\ngoal: Run a marathon\ntime: 1h mon-fri 07:00-09:00\n---\n"),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    guard case .entries(let vault) = facts.plan.settings.hours else { return [] }
    func isEmpty(_ own: HoursEntry) -> Bool { !vault.contains { Self.meet(own, $0) } }
    return facts.activeGoals.flatMap { goal -> [Finding] in
      guard case .entries(let entries) = facts.plan.goals[goal].hours, entries.contains(where: isEmpty) else {
        return []
      }
      let document = facts.plan.documents[facts.plan.goals[goal].document]
      return (document.frontMatter?["time"]?.scalars ?? []).compactMap { scalar in
        guard case .entries(let entries) = try? Hours(reading: scalar.text.valueBytes),
          let entry = entries.first(where: isEmpty)
        else { return nil }
        return card.finding(
          at: Place(path: document.text.path, span: scalar.span),
          "`\(entry.written)` lies outside of the hours in `mm.md`\(days(of: vault)), so none of them can be used.")
      }
    }
  }

  /// Where the figures in `mm.md` name no days, those that they are laid on.
  private func days(of vault: [HoursEntry]) -> String {
    guard let weekly = vault.first(where: { !$0.isOfDays }), vault.allSatisfy({ !$0.isOfDays }) else { return "" }
    let days = Self.weekdaysOfVault(weekly)
    if days == .all { return "" }
    return ", whose `\(weekly.written)` is laid on Monday to \(days == .mondayToFriday ? "Friday" : "Saturday")"
  }

  /// Some minute of the week belongs to a goal's entry and to one of the vault's.
  private static func meet(_ one: HoursEntry, _ other: HoursEntry) -> Bool {
    guard !weekdays(one).intersection(weekdaysOfVault(other)).isEmpty else { return false }
    if let period = one.period, let otherPeriod = other.period,
      period.first > otherPeriod.last || otherPeriod.first > period.last
    {
      return false
    }
    guard let window = one.window, let otherWindow = other.window else { return true }
    return window.start < otherWindow.end && otherWindow.start < window.end
  }

  private static func weekdays(_ entry: HoursEntry) -> WeekdaySet {
    if case .days(let days) = entry.rhythm { days } else { .all }
  }

  /// A figure by the week in `mm.md` is laid on days.
  private static func weekdaysOfVault(_ entry: HoursEntry) -> WeekdaySet {
    switch entry.rhythm {
    case .days(let days): days
    case .timesAWeek(7...): .all
    case .timesAWeek(6): WeekdaySet.all.subtracting(WeekdaySet(.sunday))
    case .week, .timesAWeek: .mondayToFriday
    }
  }
}
