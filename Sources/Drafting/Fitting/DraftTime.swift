import Forecasting
import PlanDocuments
import PlanModel
import Scheduling

/// The end, the hours and the dates of a draft: what the person named, else what such goals usually take.
struct DraftTime {
  private let home: PlacedDraft.Owner
  private let ground: DraftingGround
  private let plan: Plan
  private var minutes: Int
  /// Minutes a week beyond which more doesn't help.
  private let most: Int?
  /// The goal's own minutes a week at the pace that is assumed.
  private(set) var weeklyMinutes = 0

  private var today: Day { ground.today }
  private var pace: Double { max(0.05, Double(ground.record.pace) / 100) }

  /// - Parameter minutes: the work in all.
  ///   - entry: the facts that the goal is about; the largest week of a training is the most that helps.
  init(
    _ home: PlacedDraft.Owner, _ ground: DraftingGround, _ plan: Plan, minutes: Int, entry: FactTable.Entry?
  ) {
    let week = entry?["peak"] ?? entry?["hours-week"]
    let hours = week?.split(separator: ";").first.map(String.init)
    most = hours.flatMap { try? Effort(reading: Array($0.utf8)[...]) }?.high
    self.home = home
    self.ground = ground
    self.plan = plan
    self.minutes = minutes
  }

  /// Settles the end and the hours, in the order in which they depend on each other.
  mutating func settle(_ chosen: ChosenSteps, _ made: inout PlaybookDraft) {
    let lasts = made.playbook.lasts
    let buffer = made.draft.anchor.buffer ?? plan.settings.buffer ?? 0
    if made.draft.anchor.deadline == nil {
      let words = made.draft.anchor.goal + " " + (made.draft.anchor.success ?? "")
      // A month that is nearly here is next year's, where such a goal takes half a year.
      if let day = DeadlineWords.day(in: words, today: today, least: (lasts?.low ?? 21) / 3) {
        made.draft.anchor.deadline = day
        made.assumptions.append(.deadlineRead(day))
      } else if let words = DeadlineWords.unread(in: words) {
        made.assumptions.append(.endNotRead(words))
      }
      if made.draft.anchor.deadline == nil, !made.draft.anchor.time.isEmpty || plan.settings.hours != nil && isWorkKnown
      {
        settleComputedEnd(chosen, &made, buffer)
      }
      if made.draft.anchor.deadline == nil {
        let day = (today + (lasts?.middle ?? 13 * 7)).monday + 6
        made.draft.anchor.deadline = day
        made.assumptions.append(.deadlineUsual(day, lasts ?? Wait(low: 56, high: 182)))
      }
    }
    if made.draft.anchor.time.isEmpty, let deadline = made.draft.anchor.deadline {
      let weekly = weeklyNeed(chosen, until: deadline - buffer)
      made.draft.anchor.time = [Self.written(weekly)]
      made.assumptions.append(.hours(weekly))
    }
    let until = made.draft.anchor.deadline ?? today + 182
    weeklyMinutes = Int(hours(made.draft).weekly(until: until) * pace)
  }

  private var isWorkKnown: Bool { minutes > 0 }

  /// The first days that are possible at the pace, with the buffer, on the Sunday of that week.
  private mutating func settleComputedEnd(_ chosen: ChosenSteps, _ made: inout PlaybookDraft, _ buffer: Int) {
    let hours = hours(made.draft)
    guard !hours.isEmpty, !made.draft.anchor.time.isEmpty else { return }
    let steps = chosen.bare
    let first = StepDates(
      steps, from: made.draft.anchor.start ?? today, hours: hours, pace: pace, day: nil, buffer: buffer, most: most)
    let ends = zip(steps, first.due).filter { $0.0.placing.timing != .afterEnd }.map(\.1)
    guard let last = ends.max(), last - today < GoalHours.horizon / 2 else { return }
    let least = made.leftOut.isEmpty ? (made.playbook.lasts?.low ?? 0) : 0
    // What others need is long, too: windows before the day want their weeks.
    let day = max(last + buffer, today + min(least, 7 * 60)).monday + 6
    made.draft.anchor.deadline = day
    made.assumptions.append(.deadlineComputed(day))
  }

  /// Minutes a week, in half hours, with which the work is done by the target at the pace; waits leave less room.
  private func weeklyNeed(_ chosen: ChosenSteps, until target: Day) -> Int {
    let steps = chosen.bare
    let waits = DraftPlan(anchor: GoalAnchor(goal: ""), milestones: steps).longestWait
    let days = max(7, target - today - min(waits, (target - today) * 2 / 3))
    let exact = Double(minutes) * 7 / Double(days) / pace
    let wanted = max(60, Int((exact / 30).rounded(.up)) * 30)
    guard let most = mostMinutes(until: target) else { return wanted }
    return max(30, min(wanted, most))
  }

  /// Minutes a week that the vault has for all goals, on average until the target; nil where it shares none.
  private func mostMinutes(until target: Day) -> Int? {
    let hours = WorkHours(of: plan)
    guard hours.isShared else { return nil }
    let weeks = min(260, max(1, (target - today) / 7))
    let free = FreeHours(hours, today: today, from: today, through: today + 7 * weeks - 1)
    let minutes = (0..<7 * weeks).reduce(0) { $0 + (free.sharedMinutes(on: today + $1) ?? 0) }
    return minutes / weeks / 30 * 30
  }

  static func written(_ minutes: Int) -> String { HoursEntry(minutes: minutes, rhythm: .week).written }

  /// The hours that the goal would have with its front matter as it is drafted.
  private func hours(_ draft: DraftPlan) -> GoalHours {
    var empty = draft
    empty.milestones = []
    guard let written = PlacedDraft.plan(of: empty, home: home, in: ground.snapshot, today: today) else {
      return GoalHours(goal: 0, in: plan, beside: nil)
    }
    return GoalHours(goal: written.goal, in: written.plan, beside: others(without: written.plan.goals[written.goal].id))
  }

  /// What the other goals want; nothing is known of them where the vault wasn't planned.
  private func others(without id: String) -> ScheduledPlan? {
    guard let before = ground.before, before.plan.goals.contains(where: { $0.id != id && $0.status == .active }),
      !before.plan.goals.contains(where: { $0.id == id })
    else { return nil }
    return before.scheduled
  }

  // MARK: Dates

  /// Lays the dates, and puts the list into their order.
  ///
  /// - Parameter isAgain: the dates that are there were laid here, and go.
  mutating func date(_ made: inout PlaybookDraft, isAgain: Bool = false) {
    if isAgain {
      made.draft.milestones += made.draft.afterwards
      made.draft.afterwards = []
      made.draft.milestones.sort { $0.placing.order < $1.placing.order }
      made.assumptions.removeAll { if case .onTheDay = $0 { true } else { false } }
    } else {
      for index in made.draft.milestones.indices { made.draft.milestones[index].placing.order = index }
    }
    guard let deadline = made.draft.anchor.deadline else { return }
    if made.kept != nil { return dateBesideOwn(&made, deadline) }
    let buffer = made.draft.anchor.buffer ?? plan.settings.buffer ?? 0
    stretchWaits(&made.draft, until: deadline - buffer)
    let hours = hours(made.draft)
    let isNamed = !made.assumptions.contains(where: \.isOurDeadline)
    let dates = StepDates(
      made.draft.milestones, from: made.draft.anchor.start ?? today, hours: hours, pace: pace, day: deadline,
      buffer: buffer, most: most)
    for index in made.draft.milestones.indices {
      made.draft.milestones[index].due = dates.due[index]
      guard made.draft.milestones[index].placing.isOnTheDay else { continue }
      made.draft.milestones[index].due = deadline
      if isNamed {
        made.draft.milestones[index].isFixed = true
        made.assumptions.append(.onTheDay(made.draft.milestones[index].title, deadline))
      }
    }
    let order = made.draft.milestones.indices.sorted {
      (made.draft.milestones[$0].due ?? deadline, $0) < (made.draft.milestones[$1].due ?? deadline, $1)
    }
    let sorted = order.map { made.draft.milestones[$0] }
    made.draft.milestones = sorted.filter { $0.placing.timing != .afterEnd }
    made.draft.afterwards = sorted.filter { $0.placing.timing == .afterEnd }
    let later = Set(made.draft.afterwards.map(\.id))
    for index in made.draft.milestones.indices {
      made.draft.milestones[index].after.removeAll(where: later.contains)
    }
  }

  /// Dates for new steps among the person's own, which keep theirs.
  private mutating func dateBesideOwn(_ made: inout PlaybookDraft, _ deadline: Day) {
    guard case .goal(let goal, _) = home else { return }
    let buffer = made.draft.anchor.buffer ?? plan.settings.buffer ?? 0
    let all = made.draft.milestones
    made.draft.milestones = all.filter { $0.placing.timing != .afterEnd }
    made.draft.afterwards = all.filter { $0.placing.timing == .afterEnd }
    let isInOrder = plan.goals[goal].isInOrder
    var steps: [DraftPlan.Milestone] = []
    func add(at place: DraftPlan.ListPlace?) {
      steps += made.draft.milestones.filter { $0.placing.place == place }
    }
    for index in plan.goals[goal].milestones {
      let own = plan.milestones[index]
      guard case .item(let item) = own.origin else { continue }
      add(at: .above(item))
      if own.state == .open {
        let wished = made.kept?.after[own.id] ?? own.after.map(\.text)
        steps.append(
          DraftPlan.Milestone(
            id: own.id, title: own.title, effort: own.effort ?? made.kept?.efforts[own.id], after: wished,
            wait: own.wait ?? made.kept?.waits[own.id],
            start: own.start, due: own.due))
        if own.id == made.kept?.dayID { steps[steps.count - 1].placing.isOnTheDay = true }
      }
      add(at: .below(item))
    }
    add(at: nil)
    if isInOrder {
      for index in steps.indices.dropFirst() { steps[index].after.append(steps[index - 1].id) }
    }
    // With own steps below it, the playbook's day isn't the end.
    let added = Set(made.draft.milestones.map(\.id))
    let lastOwn = steps.lastIndex { !added.contains($0.id) } ?? 0
    for index in steps.indices where index < lastOwn { steps[index].placing.isOnTheDay = false }
    let dates = StepDates(
      steps, from: made.draft.anchor.start ?? today, hours: hours(made.draft), pace: pace, day: deadline,
      buffer: buffer,
      most: most)
    let days = Dictionary(zip(steps.map(\.id), dates.due)) { first, _ in first }
    for index in made.draft.milestones.indices {
      made.draft.milestones[index].due = days[made.draft.milestones[index].id]
    }
    let order = made.draft.milestones.indices.sorted {
      (made.draft.milestones[$0].due ?? deadline, $0) < (made.draft.milestones[$1].due ?? deadline, $1)
    }
    made.draft.milestones = order.map { made.draft.milestones[$0] }
    for index in plan.goals[goal].milestones {
      let own = plan.milestones[index]
      guard own.state == .open, own.due == nil, let day = days[own.id], case .item(let item) = own.origin,
        made.kept?.removed.contains(own.title) != true
      else { continue }
      made.kept?.edits.append(.setField(item: item, .due, day.description))
    }
  }

  /// Where an end or hours were not named, they give way until the plan is as likely as not to hold.
  mutating func makeRoom(_ made: inout PlaybookDraft) {
    guard made.kept == nil else { return }
    let buffer = made.draft.anchor.buffer ?? plan.settings.buffer ?? 0
    for _ in 0..<6 {
      guard let deadline = made.draft.anchor.deadline,
        let outlook = PlacedDraft.outlook(
          of: made.draft, home: made.home(home), in: ground.snapshot, today: today, before: ground.before),
        outlook.chance < 0.56
      else { return }
      if let index = made.assumptions.firstIndex(where: { if case .hours = $0 { true } else { false } }),
        case .hours(let minutes) = made.assumptions[index]
      {
        let most = mostMinutes(until: deadline - buffer) ?? 40 * 60
        let more = min(most, (minutes * 5 / 4 + 29) / 30 * 30)
        if more > minutes {
          made.draft.anchor.time = [Self.written(more)]
          made.assumptions[index] = .hours(more)
          date(&made, isAgain: true)
          continue
        }
      }
      guard let index = made.assumptions.firstIndex(where: \.isOurDeadline), let likely = outlook.likely else { return }
      let later = max(likely + buffer, deadline + 7).monday + 6
      made.draft.anchor.deadline = later
      made.assumptions[index] = made.assumptions[index].moved(to: later)
      date(&made, isAgain: true)
    }
  }

  /// A wait that is a share of the goal's time takes it of the time that there is.
  private func stretchWaits(_ draft: inout DraftPlan, until target: Day) {
    let days = target - max(today, draft.anchor.start ?? today)
    guard days > 0 else { return }
    for index in draft.milestones.indices {
      guard let share = draft.milestones[index].placing.waitShare else { continue }
      draft.milestones[index].wait = Wait(low: days, high: days).share(share)
    }
  }
}

extension PlaybookDraft.Assumption {
  fileprivate func moved(to day: Day) -> Self {
    if case .deadlineUsual(_, let lasts) = self { return .deadlineUsual(day, lasts) }
    return .deadlineComputed(day)
  }

  /// Nobody named the end.
  package var isOurDeadline: Bool {
    switch self {
    case .deadlineUsual, .deadlineComputed: true
    default: false
    }
  }
}
