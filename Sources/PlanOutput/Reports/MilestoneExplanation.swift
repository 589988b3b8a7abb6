package import Forecasting
package import JSONText
import PlanDocuments
import PlanModel
import Recalibration
import ReviewNotes
import Scheduling
package import TextStyling

/// Why a milestone's dates are where they are.
package struct MilestoneExplanation: Sendable {
  private let outlook: ForecastedPlan
  private let index: Int
  private let words: PlanWords
  private var plan: Plan { outlook.plan }
  private var milestone: Milestone { outlook.plan.milestones[index] }
  private var work: RemainingWork.Entry { outlook.work[index] }
  private let chosen: ChosenDay?
  private let completionReasons: [PlanSchedule.Reason]
  private let latestReasons: [PlanSchedule.Reason]
  private let slackMinutes: Int?
  private let isCritical: Bool
  private var appointments: AppointmentEffect { AppointmentEffect(outlook, milestone: index) }

  package init(_ outlook: ForecastedPlan, milestone: Int) {
    self.outlook = outlook
    index = milestone
    words = PlanWords(outlook)
    chosen = ChosenDay(for: milestone, in: outlook)
    if let job = outlook.jobs[milestone] {
      var details = ScheduleDetails(of: outlook.scheduled)
      completionReasons = details.completionReasons(of: job)
      latestReasons = details.latestReasons(of: job)
      slackMinutes = details.slackMinutes(of: job)
      isCritical = details.isCritical(job)
    } else {
      (completionReasons, latestReasons, slackMinutes, isCritical) = ([], [], nil, false)
    }
  }

  package func text(width: Int) -> StyledText {
    let place = plan.place(of: index)
    var text: StyledText = "\(plan.name(of: index), .strong)  \(milestone.title)\n"
    text += "\("\(place.path):\(place.line)", .place)\n\n"
    for (name, value) in facts {
      text += "  " + StyledText(name, .quiet).padded(15) + value.wrapped(max(20, width - 17)).indented(17) + "\n"
    }
    guard let dates = outlook.dates(of: index) else { return text + unplanned }
    if let completion = dates.completion, !completionReasons.isEmpty {
      text += "\nWhy the plan has it complete on \(words.weekday(completion)), from there back:\n"
      text += completionReasons.map { line($0, width) }.joined(by: "")
    }
    if let must = dates.latestAlone, !latestReasons.isEmpty {
      text += "\nWhy \(words.weekday(must)) is the latest day with its goal alone:\n"
      text += latestReasons.map { line($0, width) }.joined(by: "")
    }
    return text
  }

  private func line(_ reason: PlanSchedule.Reason, _ width: Int) -> StyledText {
    ("  - " + self.reason(reason)).wrapped(width, indent: 4) + "\n"
  }

  private var facts: [(String, StyledText)] {
    var facts: [(String, StyledText)] = [("done", done)]
    let undated: StyledText =
      outlook.plan.hasUnreadDue(index) ? "not read; mm check shows it" : "no date yet; mm schedule proposes one"
    facts.append(("due", milestone.due == nil ? (work.hasUnknownEnd ? "no date" : undated) : words.due(milestone)))
    facts += choice
    if let dates = outlook.dates(of: index) {
      let alone: StyledText = dates.latestAlone.map { "; \(words.weekday($0)) with its goal alone" } ?? ""
      facts.append(
        (
          "at the latest",
          dates.latest.map { "\(words.weekday($0)) with all goals together" + alone } ?? "no end binds it"
        ))
      facts.append(("in the plan", inThePlan(dates)))
      if let will = will { facts.append(("forecast", will)) }
      if let sendBy = dates.sendBy, let wait = milestone.wait {
        facts.append(("hand over by", "\(words.weekday(sendBy)), the wait is \(WorkWords.wait(wait))"))
      }
      if let slack = slack(dates) { facts.append(("slack", slack)) }
      if outlook.schedule.isProvedBest { facts.append(("proved", "no plan of these goals is less late")) }
    }
    facts += appointments.facts
    let before = milestone.predecessors.map { plan.name(of: $0) }
    if !before.isEmpty { facts.append(("comes after", "\(WorkWords.list(before))")) }
    let followers = plan.milestones.indices.filter { plan.milestones[$0].predecessors.contains(index) }
    if !followers.isEmpty { facts.append(("holds up", "\(WorkWords.list(followers.map { plan.name(of: $0) }))")) }
    return facts
  }

  /// Why its date is where it is, or would be elsewhere.
  private var choice: [(String, StyledText)] {
    guard let chosen else { return [] }
    let choices = DateChoiceWords(outlook)
    var facts: [(String, StyledText)] = []
    if let failure = chosen.failure, let due = milestone.due {
      facts.append(("does not hold", choices.failure(failure, of: due) + "; mm recalibrate has the ways out"))
    }
    let why = ([choices.origin(chosen.origin)] + [chosen.shift.map(choices.shift)].compactMap(\.self)).joined(by: "; ")
    if milestone.due == chosen.day {
      facts.append(("why that day", why))
    } else {
      let name = milestone.due == nil ? "proposed" : "suggested"
      facts.append((name, "\(words.weekday(chosen.day)): " + why))
    }
    return facts
  }

  private var done: StyledText {
    if milestone.state == .done { return milestone.done.map { "complete since \(words.weekday($0))" } ?? "complete" }
    if milestone.state == .cancelled { return "cancelled" }
    var parts: [StyledText] = [StyledText(WorkWords.percent(work.doneShare))]
    if let progress = milestone.progress {
      let unit = progress.unit.isEmpty ? "" : " " + progress.unit
      parts.append("\(AmountWords.number(progress.now)) of \(AmountWords.number(progress.to))\(unit)")
    } else {
      let leaves = plan.tasks[milestone.tasks].filter { $0.isLeaf && $0.state != .cancelled }
      if !leaves.isEmpty {
        parts.append("\(leaves.count { $0.state == .done }) of \(WorkWords.count(leaves.count, "task"))")
      }
    }
    let assumed = work.isAssumed ? ", assumed" : ""
    parts.append("\(WorkWords.hours(work.remaining)) of \(WorkWords.hoursWithUnit(work.effort)) left\(assumed)")
    if let since = work.handedOver {
      parts.append(
        work.isProvisional
          ? "waits since \(words.day(since)), when what comes before it was done; waiting: says it for certain"
          : "handed over on \(words.day(since))")
    }
    return parts.joined(by: "; ")
  }

  private var will: StyledText? {
    guard let forecast = outlook.forecast else { return nil }
    if let fixed = forecast.fixed(ofMilestone: index) {
      let chance = forecast.hasPercentages ? ChanceWords.inTen(fixed.chance) : ChanceWords.word(fixed.chance)
      let hours =
        fixed.minutes > 0
        ? "; \(WorkWords.hours(Int(fixed.doneP50))) of \(WorkWords.hoursWithUnit(Int(fixed.minutes))) done by then in 5 of 10"
        : ""
      return forecast.hasPercentages ? "ready on its day in \(chance)\(hours)" : "\(chance) to be ready on its day"
    }
    guard let will = forecast.will(ofMilestone: index) else { return nil }
    guard let p50 = will.p50 else { return "not within ten years" }
    let late = will.p80.map { "safe \(words.weekday($0))" as StyledText } ?? "safe not within ten years"
    let source: StyledText = forecast.evidence.isMostlyReferenceClass ? "; mostly by other people's plans" : ""
    return "likely \(words.weekday(p50)), \(late)\(source)"
  }

  private func inThePlan(_ dates: PlanSchedule.JobDates) -> StyledText {
    guard let completion = dates.completion else { return "its hours do not come within ten years" }
    guard let first = dates.portions.first, let last = dates.portions.last else {
      return "complete \(words.weekday(completion))"
    }
    let worked: StyledText =
      first.day == last.day
      ? "worked on \(words.weekday(first.day))"
      : "worked on from \(words.weekday(first.day)) to \(words.weekday(last.day))"
    return worked + (completion == last.day ? "" : ", complete \(words.weekday(completion))")
  }

  private func slack(_ dates: PlanSchedule.JobDates) -> StyledText? {
    var parts: [StyledText] = []
    if let days = dates.slackDays {
      parts.append(
        days < 0 ? "\(WorkWords.count(-days, "day")) too late in the plan" : StyledText(WorkWords.count(days, "day")))
    }
    if let minutes = slackMinutes, minutes > 0 {
      parts.append("its work may grow by \(WorkWords.hoursWithUnit(minutes)) with its goal alone")
    }
    if isCritical { parts.append("critical: nothing in its goal has less") }
    return parts.isEmpty ? nil : parts.joined(by: "; ")
  }

  private var unplanned: StyledText {
    if milestone.state != .open { return "" }
    if let chain = milestone.blockedBy {
      return
        "\nIt has no dates: it waits for \(chain.map { plan.name(of: $0) }.joined(separator: ", which waits for ")).\n"
    }
    if work.hasUnknownEnd {
      return
        "\nIt has no dates: without hours and a deadline nobody knows when. Add `effort:`, or `deadline:` to its goal.\n"
    }
    return "\nIt has no dates: its goal is not active.\n"
  }

  private func name(_ job: Int) -> StyledText { StyledText(plan.name(of: outlook.problem.jobs[job].milestone)) }

  private func reason(_ reason: PlanSchedule.Reason) -> StyledText {
    switch reason {
    case .today: "it can begin on the first planned day"
    case .start(let day): "not before \(words.weekday(day)), says its start"
    case .after(let job, let completion): "\(name(job)) comes first, complete on \(words.weekday(completion))"
    case .hours(let jobs):
      "the hours before go to \(jobs.prefix(4).map(name).joined(by: ", "))\(jobs.count > 4 ? " and \(jobs.count - 4) more" : "")"
    case .noMoreHours(let goal): noMoreHours(goal)
    case .wait(let days): "\(WorkWords.count(days, "day")) of waiting"
    case .fixed(let day): "fixed on \(words.weekday(day))"
    case .target(let goal, let day): "\(plan.goals[goal].id) is to be complete on \(words.weekday(day))"
    case .before(let job, let latest): "\(name(job)) must begin by \(words.weekday(latest))"
    }
  }

  private func noMoreHours(_ goal: Int) -> StyledText {
    guard plan.goals[goal].hours != nil, let time = plan.writtenValue(of: "time", goal: goal) else {
      return "your `time:` gives no more hours before"
    }
    return "its goal's `time:` (\(time)) gives no more hours before"
  }

  private var chosenJSON: JSONValue {
    guard let chosen else { return .null }
    let choices = DateChoiceWords(outlook)
    return [
      "day": .string(chosen.day.description), "why": .string(choices.origin(chosen.origin).plain),
      "shift": JSONValue(chosen.shift.map { choices.shift($0).plain }),
      "does_not_hold": JSONValue(
        chosen.failure.flatMap { failure in milestone.due.map { choices.failure(failure, of: $0).plain } }),
    ]
  }

  package static let version = 2

  package var json: JSONValue {
    var details = ScheduleDetails(of: outlook.scheduled)
    func texts(_ reasons: [PlanSchedule.Reason]?) -> JSONValue {
      .array((reasons ?? []).map { .string(reason($0).plain) })
    }
    return [
      "schema": "mm.explain.milestone", "version": .integer(MilestoneExplanation.version),
      "today": .string(plan.today.description), "milestone": PlanExport.milestone(index, in: outlook, &details),
      "appointments": BusyReport.taken(appointments.events),
      "chosen": chosenJSON, "completion_without_appointments": JSONValue(appointments.completionWithout?.description),
      "completion_reasons": texts(completionReasons), "latest_reasons": texts(latestReasons),
    ]
  }
}
