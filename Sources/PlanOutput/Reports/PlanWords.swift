import Forecasting
import PlanDocuments
import PlanModel
import Scheduling
import TextStyling

/// Facts of the plan in the words of the terminal.
struct PlanWords {
  var outlook: ForecastedPlan
  var today: Day { outlook.plan.today }

  init(_ outlook: ForecastedPlan) {
    self.outlook = outlook
  }

  func day(_ day: Day?) -> StyledText {
    StyledText(day.map { DayWords.narrow($0, today: today) } ?? "")
  }

  func weekday(_ day: Day) -> StyledText {
    StyledText(day.weekday.shortName) + " " + self.day(day)
  }

  /// Such as `7 Aug`, `19 Jul, 14 days past due`, `24 Sep, fixed`.
  func due(_ milestone: Milestone, isNarrow: Bool = false) -> StyledText {
    guard let due = milestone.due else { return StyledText("no date", .quiet) }
    let fixed = milestone.isFixed ? ", fixed" : ""
    guard milestone.state == .open, due < today else { return "\(day(due))\(fixed)" }
    let past: StyledText = "\(day(due)), \(WorkWords.count(today - due, "day")) past\(isNarrow ? "" : " due")\(fixed)"
    return past.styled(.attention)
  }

  /// The milestone to work on next: the first planned one of the goal whose work comes first in the plan.
  func nextMilestone(ofGoal goal: Int) -> Int? {
    let planned = outlook.plan.goals[goal].milestones.filter(outlook.plan.isPlanned)
    let ready = planned.filter {
      outlook.plan.milestones[$0].predecessors.isEmpty && outlook.work[$0].handedOver == nil
    }
    func first(_ milestone: Int) -> Int32 {
      (outlook.dates(of: milestone)?.portions.first?.day ?? outlook.plan.milestones[milestone].due)?.number ?? .max
    }
    return ready.min { (first($0), $0) < (first($1), $1) } ?? planned.first
  }

  /// What comes of a goal with every free hour used, in a few words.
  func onPaper(_ goal: Int) -> StyledText {
    let verdict = outlook.verdict(ofGoal: goal)
    func complete(_ completion: Day) -> StyledText { "at best \(day(completion))" }
    switch verdict {
    case .notActive:
      return outlook.plan.goals[goal].status == .done ? "complete" : "\(outlook.plan.goals[goal].status.rawValue)"
    case .noMilestones: return "no milestones yet"
    case .complete: return "every milestone is complete"
    case .blocked, .unknownHours, .dayPassed, .never:
      return verdict.reasonForNoEnd(in: outlook.plan).map { SentenceText.text($0, today: today).styled(.attention) }
        ?? ""
    case .late(let completion, let days):
      var late: StyledText = ", \(WorkWords.count(days, "day")) late"
      let shortfall = outlook.schedule.goals[goal].shortfallMinutes
      let doubt = outlook.scheduled.doubtByAssumedHours(ofGoal: goal)
      if !doubt.isEmpty {
        late += SentenceText.text(doubt, today: today)
      } else if shortfall > 0 {
        late += ", \(WorkWords.hoursWithUnit(shortfall)) too many"
      }
      return complete(completion) + late.styled(.attention)
    case .usesBuffer(let completion, let days):
      return complete(completion) + ", \(WorkWords.count(days, "day")) into its buffer"
    case .inTime(let completion, 0): return complete(completion) + ", in time"
    case .inTime(let completion, let days): return complete(completion) + ", \(WorkWords.count(days, "day")) to spare"
    case .withoutDeadline(let completion): return complete(completion)
    }
  }

  /// The day by which a milestone is complete in 5 of 10 cases.
  func will(_ milestone: Int) -> StyledText {
    guard let forecast = outlook.forecast, let will = forecast.will(ofMilestone: milestone) else { return "" }
    return will.p50.map { day($0) } ?? "never"
  }

  /// What will probably come of a goal: `25 %; 8 in 10 by 11 Feb`, `ready in 20 %; 16 of 23 h by then`, a range of days
  /// in words before four weeks of one's own; nil without a forecast.
  func likely(_ goal: Int) -> StyledText? {
    guard let forecast = outlook.forecast, let will = forecast.will(ofGoal: goal), hasForecast(goal) else {
      return nil
    }
    let deadline = outlook.plan.goals[goal].deadline
    guard forecast.hasPercentages else {
      if let ready = outlook.plan.fixedEnd(of: goal).flatMap({ forecast.fixed(ofMilestone: $0) }) {
        return "\(ChanceWords.word(ready.chance)) to be ready"
      }
      return "likely \(ChanceWords.range(p50: will.p50, p80: will.p80) { DayWords.narrow($0, today: today) })"
    }
    guard let deadline, let chance = forecast.chance(ofGoal: goal, by: deadline) else {
      return will.p80.map { "safe \(day($0))" } ?? "not within ten years in 8 of 10"
    }
    let share = StyledText(ChanceWords.percent(chance), chance < 0.5 ? .attention : .plain)
    if let fixed = outlook.plan.fixedEnd(of: goal), let ready = forecast.fixed(ofMilestone: fixed) {
      let hours =
        ready.minutes > 0
        ? "; \(WorkWords.hours(Int(ready.doneP50))) of \(WorkWords.hoursWithUnit(Int(ready.minutes))) by then" : ""
      return "ready in " + StyledText(ChanceWords.percent(ready.chance), ready.chance < 0.5 ? .attention : .plain)
        + StyledText(hours)
    }
    return share + (will.p80.map { "; safe \(day($0))" } ?? "; 8 in 10 not within ten years")
  }

  /// Something in it can come sooner or later: hours count, or a wait is a range.
  private func hasForecast(_ goal: Int) -> Bool {
    outlook.hours.counts(goal: goal)
      || outlook.plan.goals[goal].milestones.contains { outlook.plan.milestones[$0].wait?.isRange == true }
  }

  /// Why a goal misses its deadline whatever comes first, such as `book can't fit even at best: short by 20 h until 31 Jan.`;
  /// nil where it need not.
  func trouble(_ goal: Int) -> StyledText? {
    let name = StyledText(outlook.plan.goals[goal].id, .strong)
    switch outlook.verdict(ofGoal: goal) {
    case .blocked, .never:
      let reason = outlook.verdict(ofGoal: goal).reasonForNoEnd(in: outlook.plan)
      return reason.map { "\(name): \(SentenceText.text($0, today: today))." }
    case .late:
      let dates = outlook.schedule.goals[goal]
      guard !dates.fitsAlone, let target = outlook.plan.target(of: goal) else { return nil }
      if dates.shortfallDays > 0 {
        return
          "\(name) can't fit even at best: its waits and first days are \(WorkWords.count(dates.shortfallDays, "day")) too long."
      }
      return
        "\(name) can't fit even at best\(SentenceText.text(outlook.scheduled.doubtByAssumedHours(ofGoal: goal), today: today)): short by \(WorkWords.hoursWithUnit(dates.shortfallMinutes)) until \(day(target))."
    default: return nil
    }
  }

  /// Such as `16.7 h too many between 3 Aug and 10 Oct: cpacc 25.0, website 24.0; free 55.0.`.
  func conflict(_ conflict: PlanSchedule.Conflict) -> StyledText {
    let demands = conflict.demands.map { demand in
      "\(outlook.plan.goals[demand.goal].id) \(WorkWords.hours(demand.minutes))" as StyledText
    }
    let days = conflict.days
    let stretch: StyledText =
      days.first == days.last ? "on \(day(days.first))" : "between \(day(days.first)) and \(day(days.last))"
    return
      "\(WorkWords.hoursWithUnit(conflict.excessMinutes), .strong) too many \(stretch): \(demands.joined(by: ", ")); free \(WorkWords.hours(conflict.freeMinutes))."
  }
}
