package import Forecasting
package import PlanDocuments
import PlanModel
import Recalibration
import ReviewNotes
package import TextStyling

/// The state in one screen: where each goal stands, the least likely first, what is overbooked, the next days, what is to decide.
package struct FirstScreen: Sendable {
  /// What stands in the newest review note, so far as the screen says it.
  package struct NoteState: Hashable, Sendable {
    package var path: VaultPath
    package var choices: Int
    package var ticked: Int
    /// The note is of the week that a review today would write.
    package var isCurrent: Bool

    package init(path: VaultPath, choices: Int, ticked: Int, isCurrent: Bool) {
      self.path = path
      self.choices = choices
      self.ticked = ticked
      self.isCurrent = isCurrent
    }
  }

  let outlook: ForecastedPlan
  let note: NoteState?
  let words: PlanWords
  /// What this week's note would say of the goals and of the next days.
  let facts: ReviewFacts
  var plan: Plan { outlook.plan }
  var today: Day { outlook.plan.today }

  package init(_ outlook: ForecastedPlan, note: NoteState?) {
    self.outlook = outlook
    self.note = note
    words = PlanWords(outlook)
    facts = ReviewFacts(
      outlook, period: ReviewPeriod(today: outlook.plan.today, coveredUntil: nil), choices: Choices(),
      folder: VaultPath(""))
  }

  var activeGoals: [Int] { plan.goals.indices.filter { plan.goals[$0].status == .active } }

  package func text(width: Int) -> StyledText {
    let width = min(width, 100)
    var text = heading(width: width) + "\n"
    guard !activeGoals.isEmpty else {
      return text + "No goal is active. A goal is a note that begins with its destination:\n\n"
        + "  ---\n  goal: What is to be reached\n  deadline: \(day(today + 182))\n  ---\n"
    }
    text += goals(width: width)
    for trouble in activeGoals.compactMap(words.trouble).prefix(2) {
      text += "\n " + trouble.wrapped(width - 2, indent: 1) + "\n"
    }
    for stretch in facts.overbookings.prefix(2) {
      text += "\n " + overbooked(stretch).wrapped(width - 2, indent: 1) + "\n"
    }
    text += nextWeek(width: width)
    return text + decide(width: width) + source(width: width)
  }

  /// Before the history is one's own, whose figures these are.
  private func source(width: Int) -> StyledText {
    guard let forecast = outlook.forecast, !forecast.hasPercentages, facts.goals.contains(where: { $0.likely != nil })
    else { return "" }
    return "\n "
      + StyledText("Likely and safe days: \(ForecastSource.words(forecast.evidence)).").wrapped(width - 2, indent: 1)
      .styled(.quiet) + "\n"
  }

  private func heading(width: Int) -> StyledText {
    let month = DayRangeWords.long(DayRange(today, today))
    let left: StyledText =
      "\("Week \(today.week.number), \(today.weekday.name) \(month)", .strong)"
    let pace = outlook.forecast?.evidence.recentPace.flatMap { recent -> String? in
      guard outlook.forecast?.hasPercentages == true else { return nil }
      return "; you finish \(WorkWords.percent(recent.share)) of your free hours"
    }
    let right = StyledText(WorkWords.count(activeGoals.count, "goal") + (pace ?? ""))
    if left.width + right.width + 2 > width { return left + "\n" + right + "\n" }
    return left + right.padded(max(right.width + 2, width - left.width), toRight: true) + "\n"
  }

  private func day(_ day: Day) -> StyledText { StyledText(day.description) }

  // MARK: Goals

  private func goals(width: Int) -> StyledText {
    let hasChances = facts.goals.contains { $0.likely?.hasPercentages == true }
    let hasForecast = facts.goals.contains { $0.likely != nil }
    var columns: [TextTable.Column] = [.init("goal", shrinks: true), .init("progress"), .init("deadline")]
    if hasChances { columns.append(.init("chance", .right)) }
    columns.append(.init(hasForecast ? "likely" : "at best"))
    if hasForecast { columns.append(.init("safe")) }
    var table = TextTable(columns)
    for goal in facts.goals {
      var row: [StyledText] = [
        StyledText(goal.goal.title, .strong),
        Bars.progress(goal.doneShare) + " " + StyledText(WorkWords.percent(goal.doneShare)).padded(4, toRight: true),
        goal.deadline.map { words.day($0) + (goal.endIsFixed ? ", fixed" : "") } ?? "none",
      ]
      if hasChances { row.append(goal.likely?.chance.map { StyledText(ChanceWords.percent($0)) } ?? "") }
      row.append(hasForecast ? likely(goal) : atBest(goal))
      if hasForecast {
        let isOpen = goal.endIsFixed || goal.reasonForNoEnd != nil
        row.append(isOpen ? "" : goal.likely?.will.p80.map { words.day($0) } ?? "")
      }
      table.add(row)
    }
    return table.text(width: width, indent: 1)
  }

  private func likely(_ goal: GoalStanding) -> StyledText {
    if case .notPlanned(let why) = goal.onPaper { return SentenceText.text(why, today: today) }
    if goal.reasonForNoEnd != nil { return "no likely day" }
    guard let likely = goal.likely else { return "" }
    if goal.endIsFixed {
      return likely.hasPercentages ? "" : likely.chance.map { StyledText(ChanceWords.word($0)) } ?? ""
    }
    return likely.will.p50.map { words.day($0) } ?? "over ten years"
  }

  private func atBest(_ goal: GoalStanding) -> StyledText {
    switch goal.onPaper {
    case .fits(let day, _), .usesBuffer(let day, _), .open(let day): words.day(day)
    case .late(let day, let days): "\(words.day(day)), \("\(WorkWords.count(days, "day")) late", .attention)"
    case .never: "over ten years"
    case .withoutEnd: "no likely day"
    case .notPlanned(let why): SentenceText.text(why, today: today)
    }
  }

  private func overbooked(_ stretch: Overbooking) -> StyledText {
    func hours(_ minutes: Int) -> String { String((minutes + 30) / 60) }
    let goals = stretch.demands.map { "\($0.goal.title) \(hours($0.minutes))" }.joined(separator: ", ")
    let needed = stretch.freeMinutes + stretch.excessMinutes
    let done = stretch.freeMinutes * plan.pace.percent / 100
    return
      "\("Overbooked", .attention) until \(words.day(stretch.days.last)): \(hours(needed)) h needed (\(goals)), \(hours(stretch.freeMinutes)) available; at your pace you finish about \(hours(done)) of them."
  }

  // MARK: Next week

  private func nextWeek(width: Int) -> StyledText {
    let week = facts.nextWeek
    let isWeek = week.days.map { $0.first.weekday == .monday } ?? true
    var text: StyledText = "\n " + StyledText(isWeek ? "Next week" : "Next 7 days", .strong).padded(13)
    let free = week.freeMinutes.map {
      "\(WorkWords.plainHours($0)) h free, \(WorkWords.plainHours(week.plannedMinutes)) planned"
    }
    text += StyledText(free ?? "") + "\n"
    if week.plan.isEmpty { return text.withoutTrailingBlanks + "   No work is planned for these days.\n" }
    for plan in week.plan {
      let work = plan.work.map { work -> StyledText in
        let task = work.task.map { ": " + ShortTitle.text($0, limit: 40) } ?? ""
        return StyledText(
          "\(ShortTitle.text(work.milestone.title, limit: 40))\(task) (\(WorkWords.quarters(work.minutes)))")
      }
      let due = plan.due.map { due -> StyledText in
        let title = ShortTitle.text(due.milestone.title, limit: 40)
        return due.isFixed ? "\(title, .strong): this is the day" : StyledText("\(title) is due")
      }
      let line = "   " + StyledText(plan.day.weekday.shortName, .strong) + " " + (work + due).joined(by: "; ")
      text += line.wrapped(width, indent: 7) + "\n"
    }
    return text
  }

  // MARK: Decide

  private func decide(width: Int) -> StyledText {
    let lead: StyledText = "\n \("Decide:", .strong) "
    guard let note, note.isCurrent else {
      return (lead + "This week's review is due; mm review works out your choices.").wrapped(width, indent: 1) + "\n"
    }
    let path = StyledText(note.path.description, .place)
    if note.choices == 0 { return lead + "\(path): nothing to decide.\n" }
    let ticked: StyledText = note.ticked == 0 ? "none ticked" : "\(note.ticked) ticked"
    return (lead + "\(path): \(WorkWords.count(note.choices, "choice")), \(ticked). Then: mm review")
      .wrapped(width, indent: 1) + "\n"
  }
}
