import PlanDocuments
import Planning

/// Facts of the plan in the words of the terminal.
struct PlanWords {
  var outlook: Outlook
  var today: Day { outlook.plan.today }

  init(_ outlook: Outlook) {
    self.outlook = outlook
  }

  func day(_ day: Day?) -> StyledText {
    StyledText(day.map { DayWords.narrow($0, today: today) } ?? "")
  }

  func weekday(_ day: Day) -> StyledText {
    StyledText(DayWords.weekdays[day.weekday.fromMonday]) + " " + self.day(day)
  }

  /// `7 Aug`, `19 Jul, 14 days past due`, `24 Sep, fixed`
  func due(_ milestone: Milestone, isNarrow: Bool = false) -> StyledText {
    guard let due = milestone.due else { return StyledText("no date", .quiet) }
    let fixed = milestone.isFixed ? ", fixed" : ""
    guard milestone.state == .open, due < today else { return "\(day(due))\(fixed)" }
    let past: StyledText = "\(day(due)), \(WorkWords.count(today - due, "day")) past\(isNarrow ? "" : " due")\(fixed)"
    return past.styled(.attention)
  }

  /// The milestone to work on next: the first planned one of the goal whose work comes first in the plan.
  func nextMilestone(ofGoal goal: Int) -> Int? {
    let planned = outlook.plan.goals[goal].milestones.filter { outlook.jobs[$0] != nil }
    let ready = planned.filter { outlook.plan.milestones[$0].predecessors.isEmpty && outlook.work[$0].remaining > 0 }
    func first(_ milestone: Int) -> Int32 {
      (outlook.dates(of: milestone)?.portions.first?.day ?? outlook.plan.milestones[milestone].due)?.number ?? .max
    }
    return ready.min { (first($0), $0) < (first($1), $1) } ?? planned.first
  }

  /// What comes of a goal on paper, in a few words.
  func onPaper(_ goal: Int) -> StyledText {
    let dates = outlook.schedule.goals[goal]
    let isPlanned = outlook.plan.goals[goal].milestones.contains { outlook.jobs[$0] != nil }
    guard isPlanned else { return nothingPlanned(goal) }
    guard let completion = dates.completion else {
      return StyledText("its hours do not come within ten years", .attention)
    }
    let complete: StyledText = "on paper \(day(completion))"
    guard let deadline = outlook.plan.goals[goal].deadline else { return complete }
    let target = outlook.plan.target(of: goal) ?? deadline
    if completion > deadline {
      var late: StyledText = ", \(WorkWords.count(completion - deadline, "day")) late"
      if dates.shortfallMinutes > 0 { late += ", \(WorkWords.hoursWithUnit(dates.shortfallMinutes)) too many" }
      return complete + late.styled(.attention)
    }
    let spare = outlook.daysToSpare(ofGoal: goal, completion: completion, target: target)
    if spare < 0 { return complete + ", \(WorkWords.count(-spare, "day")) into its buffer" }
    return complete + (spare == 0 ? ", in time" : ", \(WorkWords.count(spare, "day")) to spare")
  }

  private func nothingPlanned(_ goal: Int) -> StyledText {
    switch outlook.plan.goals[goal].status {
    case .paused: return "rests"
    case .done: return "complete"
    case .dropped: return "dropped"
    case .active: break
    }
    let milestones = outlook.plan.goals[goal].milestones.map { outlook.plan.milestones[$0] }
    if milestones.isEmpty { return "no milestones yet" }
    let blocked = milestones.compactMap { $0.state == .open ? $0.blockedBy : nil }
    guard let chain = blocked.first else { return "every milestone is complete" }
    let rests = chain.contains { outlook.plan.goals[outlook.plan.milestones[$0].goal].status == .paused }
    return rests ? "waits for something that rests" : "waits for itself: mm check names the loop"
  }

  /// `16.7 h too many between 3 Aug and 10 Oct: cpacc 25.0, website 24.0; free 55.0.`
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
