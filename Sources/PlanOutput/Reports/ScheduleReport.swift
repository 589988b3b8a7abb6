package import Forecasting
package import JSONText
import PlanDocuments
import PlanModel
package import Recalibration
import Scheduling
package import TextStyling

/// Proposed dates, each with what stands around it: the hours of that week, what is off, what else is due.
package struct ScheduleReport: Sendable {
  private let outlook: ForecastedPlan
  private let dates: MissingDates
  private let free: FreeHours
  private let words: PlanWords
  /// The planned milestones that are due in each week, by its Monday.
  private let dueInWeek: [Day: [Int]]

  package init(_ outlook: ForecastedPlan, _ dates: MissingDates) {
    self.outlook = outlook
    self.dates = dates
    words = PlanWords(outlook)
    let milestones = outlook.plan.milestones
    let dated = milestones.indices.filter { milestones[$0].due != nil && outlook.plan.isPlanned($0) }
    dueInWeek = Dictionary(grouping: dated) { (milestones[$0].due ?? outlook.plan.today).monday }
    let days = dates.proposals.map(\.day)
    let first = outlook.problem.today
    free = FreeHours(
      outlook.hours, today: first, from: first, through: (days.max() ?? first).monday + 6)
  }

  package func text(width: Int) -> StyledText {
    let days = dates.proposals.map { words.weekday($0.day) }
    let column = (days.map(\.width).max() ?? 0) + 2
    var text = StyledText()
    for (proposal, day) in zip(dates.proposals, days) {
      text += day.styled(.strong).padded(column) + StyledText(outlook.plan.name(of: proposal.milestone)) + "\n"
      text += StyledText("").padded(column) + around(proposal).wrapped(width - column).indented(column) + "\n"
    }
    for milestone in dates.unread {
      text += "\(outlook.plan.name(of: milestone)) has a date that is not read; mm check shows it.\n"
    }
    let unknownOfGoal = Dictionary(grouping: dates.unknown) { outlook.plan.milestones[$0].goal }
    for (goal, unknown) in unknownOfGoal.sorted(by: { $0.key < $1.key }) {
      guard let first = unknown.first else { continue }
      let names =
        unknown.count == 1
        ? "\(outlook.plan.name(of: first)) gets no date"
        : "\(WorkWords.count(unknown.count, "milestone")) of \(outlook.plan.goals[goal].id) get no date"
      let cure: StyledText =
        "\(names): without hours and a deadline nobody knows when. Add `effort:` to each, or `deadline:` to the goal."
      text += cure.wrapped(width) + "\n"
    }
    for milestone in dates.undatable {
      text += "\(outlook.plan.name(of: milestone)) gets no date: its hours do not come within ten years.\n"
    }
    let beyond = dates.beyondDeadline.map { outlook.plan.name(of: $0) }
    if !beyond.isEmpty {
      let shown = beyond.prefix(5).map { StyledText($0) }.joined(by: ", ")
      let more: StyledText = beyond.count > 5 ? " and \(beyond.count - 5) more" : ""
      let sentence: StyledText =
        "No date: \(shown)\(more) can't be complete before the deadline. mm recalibrate shows the choices."
      text += sentence.wrapped(width) + "\n"
    }
    return text
  }

  /// Such as `that week 2.0 h free, UX Konferenz; book/part-2 due Fri`.
  private func around(_ proposal: MissingDates.Proposal) -> StyledText {
    let week = DayRange(proposal.day.monday, proposal.day.monday + 6)
    let goal = outlook.plan.milestones[proposal.milestone].goal
    let minutes = (0...6).reduce(0) { sum, offset in
      let day = week.first + offset
      return sum + (free.sharedMinutes(on: day) ?? free.minutes(goal: goal, on: day) ?? 0)
    }
    var parts: [StyledText] = ["that week \(WorkWords.hoursWithUnit(minutes)) free"]
    let taken = TakenHours(
      in: week, of: outlook.plan, hours: outlook.hours, goal: outlook.hours.isShared ? nil : goal)
    let named = taken.parts.filter { !$0.name.isEmpty && (!$0.isEvent || $0.isWhole || $0.minutes >= 60) }
    for part in named.prefix(2) { parts.append(StyledText(part.name)) }
    if named.count > 2 { parts.append("\(named.count - 2) more appointments") }
    let others = (dueInWeek[week.first] ?? []).filter { $0 != proposal.milestone }
    if let other = others.first, let due = outlook.plan.milestones[other].due {
      let more: StyledText = others.count > 1 ? " and \(others.count - 1) more" : ""
      parts.append("\(outlook.plan.name(of: other)) due \(due.weekday.shortName)\(more)")
    }
    if let shift = proposal.shift { parts.append(DateChoiceWords(outlook).shift(shift)) }
    if let must = outlook.dates(of: proposal.milestone)?.latest { parts.append("at the latest \(words.day(must))") }
    return parts.joined(by: ", ")
  }

  package static let version = 1

  package func json(isWritten: Bool) -> JSONValue {
    let plan = outlook.plan
    let proposals: [JSONValue] = dates.proposals.map { proposal in
      [
        "name": .string(plan.name(of: proposal.milestone)), "due": .string(proposal.day.description),
        "latest": JSONValue(outlook.dates(of: proposal.milestone)?.latest?.description),
        "around": .string(around(proposal).plain),
      ]
    }
    return [
      "schema": "mm.schedule", "version": .integer(ScheduleReport.version), "today": .string(plan.today.description),
      "written": .bool(isWritten), "proposals": .array(proposals),
      "beyond_deadline": .array(dates.beyondDeadline.map { .string(plan.name(of: $0)) }),
      "unknown": .array(dates.unknown.map { .string(plan.name(of: $0)) }),
      "undatable": .array(dates.undatable.map { .string(plan.name(of: $0)) }),
      "unread": .array(dates.unread.map { .string(plan.name(of: $0)) }),
    ]
  }
}
