package import Forecasting
package import JSONText
package import PlanDocuments
import PlanModel
package import Scheduling
package import TextStyling

/// The state in one screen: where each goal stands and what is next in it, what collides, the hours of the next days, what is to decide.
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

  private let outlook: ForecastedPlan
  private let note: NoteState?
  private let words: PlanWords
  private var plan: Plan { outlook.plan }
  private var today: Day { outlook.plan.today }

  package init(_ outlook: ForecastedPlan, note: NoteState?) {
    self.outlook = outlook
    self.note = note
    words = PlanWords(outlook)
  }

  private var activeGoals: [Int] { plan.goals.indices.filter { plan.goals[$0].status == .active } }

  package func text(width: Int) -> StyledText {
    let width = min(width, 100)
    var text = heading(width: width) + "\n"
    guard !activeGoals.isEmpty else {
      return text + "No goal is active. A goal is a note that begins with its destination:\n\n"
        + "  ---\n  goal: What is to be reached\n  deadline: \(day(today + 182))\n  ---\n"
    }
    text += goals(width: width)
    for trouble in activeGoals.compactMap(words.trouble).prefix(3) {
      text += "\n " + trouble.wrapped(width - 2, indent: 1) + "\n"
    }
    for conflict in outlook.schedule.conflicts.prefix(2) {
      text += "\n " + words.conflict(conflict).wrapped(width - 2, indent: 1) + "\n"
    }
    text += nextWeek(width: width)
    return text + decide() + source(width: width)
  }

  /// Before the history is one's own, whose figures these are.
  private func source(width: Int) -> StyledText {
    guard let forecast = outlook.forecast, !forecast.hasPercentages,
      activeGoals.contains(where: { words.likely($0) != nil })
    else { return "" }
    return "\n "
      + ("Will: " + StyledText(ForecastSource.words(forecast.evidence) + ".")).wrapped(width - 2, indent: 1)
      .styled(.quiet) + "\n"
  }

  private func heading(width: Int) -> StyledText {
    let month = DayRangeWords.long(DayRange(today, today))
    let left: StyledText =
      "\("Week \(today.week.number), \(today.weekday.name) \(month)", .strong)"
    let pace = outlook.forecast?.evidence.recentPace.flatMap { recent -> String? in
      guard outlook.forecast?.hasPercentages == true else { return nil }
      return ", pace \(WorkWords.percent(recent.share)) (\(recent.weeks) w)"
    }
    let right = StyledText(WorkWords.count(activeGoals.count, "goal") + (pace ?? ""))
    return left + right.padded(max(right.width + 2, width - left.width), toRight: true) + "\n"
  }

  private func day(_ day: Day) -> StyledText { StyledText(day.description) }

  // MARK: Goals

  /// One goal's two lines, before they are laid out.
  private struct Row {
    var name: StyledText
    var bar: StyledText
    var next: StyledText
    var due: StyledText
    var must: StyledText
    var will: StyledText = ""
    var end: StyledText = ""
    var onPaper: StyledText = ""
  }

  private func goals(width: Int) -> StyledText {
    let heading = Row(
      name: "", bar: "done", next: "next", due: "due", must: "must", will: outlook.forecast == nil ? "" : "will")
    let rows = activeGoals.map(row)
    func widest(_ part: (Row) -> StyledText) -> Int { ([heading] + rows).map { part($0).width }.max() ?? 0 }
    let (name, bar) = (min(18, max(8, widest(\.name))), widest(\.bar))
    let (due, must) = (widest(\.due) + 2, widest(\.must) + 2)
    let will = widest(\.will) == 0 ? 0 : widest(\.will) + 2
    let next = max(12, width - name - bar - due - must - will - 5)
    func line(_ row: Row) -> StyledText {
      let left = " " + row.name.fitted(name).padded(name) + "  " + row.bar.padded(bar) + "  "
      let right =
        row.next.fitted(next).padded(next) + row.due.padded(due, toRight: true) + row.must.padded(must, toRight: true)
        + row.will.padded(will, toRight: true)
      return (left + right).withoutTrailingBlanks + "\n"
    }
    func secondLine(_ row: Row) -> StyledText {
      // Below the next milestone where there is room for all of it.
      let column = max(row.end.width + 2, min(name + bar + 2, width - 3 - row.onPaper.width))
      return ("   " + row.end.padded(column) + row.onPaper).fitted(width) + "\n"
    }
    return line(heading).styled(.quiet) + rows.map { line($0) + secondLine($0) }.joined(by: "")
  }

  private func row(_ goal: Int) -> Row {
    let share = outlook.doneShare(ofGoal: goal)
    let next = words.nextMilestone(ofGoal: goal)
    let milestone = next.map { plan.milestones[$0] }
    return Row(
      name: StyledText(plan.goals[goal].id, .strong),
      bar: Bars.progress(share) + " " + StyledText(WorkWords.percent(share)).padded(4, toRight: true),
      next: StyledText(milestone?.title ?? ""), due: milestone.map(due) ?? "",
      must: next.map { words.day(outlook.dates(of: $0)?.latest) } ?? "", will: next.map(words.will) ?? "",
      end: end(of: goal), onPaper: words.likely(goal) ?? words.onPaper(goal))
  }

  private func due(_ milestone: Milestone) -> StyledText {
    guard let due = milestone.due else { return StyledText("no date", .quiet) }
    return due < today ? "\("past " + DayWords.narrow(due, today: today), .attention)" : words.day(due)
  }

  /// `Sat 26 Sep, fixed`: the deadline, and whether the last milestone's day cannot move.
  private func end(of goal: Int) -> StyledText {
    guard let deadline = plan.goals[goal].deadline else { return "no deadline" }
    let isFixed = plan.goals[goal].milestones.contains {
      plan.milestones[$0].isFixed && plan.milestones[$0].due == deadline
    }
    return words.weekday(deadline) + (isFixed ? ", fixed" : "")
  }

  // MARK: Next week

  /// The seven days from the first that is planned.
  private var nextDays: DayRange {
    DayRange(outlook.problem.today, outlook.problem.today + 6)
  }

  private func nextWeek(width: Int) -> StyledText {
    let free = FreeHours(outlook.hours, today: outlook.problem.today, from: nextDays.first, through: nextDays.last)
    let days = (0...6).compactMap { offset -> (Day, Int)? in
      let day = nextDays.first + offset
      return free.sharedMinutes(on: day).flatMap { $0 > 0 ? (day, $0) : nil }
    }
    let isWeek = nextDays.first.weekday == .monday
    var text: StyledText = "\n " + StyledText(isWeek ? "Next week" : "Next 7 days", .strong).padded(13)
    if free.isShared {
      let sum = days.reduce(0) { $0 + $1.1 }
      let each = days.map { "\($0.0.weekday.shortName) \(WorkWords.hours($0.1))" as StyledText }
      text += ("\(WorkWords.hoursWithUnit(sum))  " + each.joined(by: "  ")).fitted(width - 14) + "\n"
    } else {
      text += "\n"
    }
    let work = workOfNextDays
    if work.isEmpty { return text + "   No work is planned for these days.\n" }
    var table = TextTable([.init("", .right), .init(shrinks: true), .init(), .init()])
    for (milestone, minutes) in work {
      let due = plan.milestones[milestone].due.map { "due \(words.weekday($0))" as StyledText } ?? ""
      table.add([
        StyledText(WorkWords.hoursWithUnit(minutes)), named(milestone), StyledText(plan.name(of: milestone)),
        due,
      ])
    }
    return text + table.text(width: width, indent: 3)
  }

  /// Minutes by milestone, what begins first coming first.
  private var workOfNextDays: [(milestone: Int, minutes: Int)] {
    var work: [(milestone: Int, minutes: Int, first: Day)] = []
    for (job, dates) in outlook.schedule.jobs.enumerated() {
      let portions = dates.portions.filter { nextDays.contains($0.day) }
      guard let first = portions.first?.day else { continue }
      work.append((outlook.problem.jobs[job].milestone, portions.reduce(0) { $0 + $1.minutes }, first))
    }
    return work.sorted { ($0.first, $0.milestone) < ($1.first, $1.milestone) }.map { ($0.milestone, $0.minutes) }
  }

  /// The milestone that the hours and the date are of, and its first open task.
  private func named(_ milestone: Int) -> StyledText {
    let document = plan.documents[plan.milestones[milestone].document]
    let task = plan.tasks[plan.milestones[milestone].tasks].first { $0.isLeaf && $0.state == .open }
    let next = task.map { ", next: " + document.title(of: Int($0.item)) } ?? ""
    return StyledText(plan.milestones[milestone].title + next)
  }

  // MARK: Decide

  private func decide() -> StyledText {
    guard let note, note.isCurrent else {
      return "\n \("Decide", .strong)      This week's review is to be held: mm review\n"
    }
    let path = StyledText(note.path.description, .place)
    if note.choices == 0 { return "\n \("Decide", .strong)      \(path): nothing to decide.\n" }
    let ticked: StyledText = note.ticked == 0 ? "none ticked" : "\(note.ticked) ticked"
    return
      "\n \("Decide", .strong)      \(path): \(WorkWords.count(note.choices, "choice")), \(ticked). Then: mm review\n"
  }

  // MARK: Brief

  /// At most six lines for a prompt or a notification: today's work blocks, what is due this week, what collides; nothing when
  /// there is none of it.
  ///
  /// - Parameter blocks: those of today, as they stand in the person's calendar.
  package func brief(blocks: [WorkBlock] = []) -> StyledText {
    let soon = plan.milestones.indices.filter { index in
      plan.isPlanned(index) && plan.firstDue(of: index).map { $0 <= self.today.monday + 6 } ?? false
    }
    let today = blocks.filter { $0.day == self.today }.sorted { $0.window.start < $1.window.start }.map { block in
      "\(FirstScreen.clock(block.window)) \(plan.name(of: block.milestone)): \(plan.milestones[block.milestone].title)"
        as StyledText
    }
    let due = soon.sorted { (plan.firstDue(of: $0) ?? self.today, $0) < (plan.firstDue(of: $1) ?? self.today, $1) }
      .map { index -> StyledText in
        if let first = plan.taskDue(of: index), first.day < plan.milestones[index].due ?? .distantFuture {
          let title = plan.documents[plan.milestones[index].document].title(of: Int(plan.tasks[first.task].item))
          return "\(plan.name(of: index)): \(title), due \(words.day(first.day))"
        }
        return "\(plan.name(of: index)): \(plan.milestones[index].title), due \(words.due(plan.milestones[index]))"
      }
    let trouble = FirstScreen.shortened(activeGoals.compactMap(words.trouble), to: 2, rest: "goals like this: mm")
    let conflict = trouble + (outlook.schedule.conflicts.first.map { [words.conflict($0)] } ?? [])
    var lines = FirstScreen.shortened(today, to: 2, rest: "blocks today")
    lines += FirstScreen.shortened(due, to: 6 - lines.count - conflict.count, rest: "due this week: mm list --due week")
    return (lines + conflict).map { $0 + "\n" }.joined(by: "")
  }

  private static func shortened(_ lines: [StyledText], to count: Int, rest: StyledText) -> [StyledText] {
    guard lines.count > count else { return lines }
    return lines.prefix(count - 1) + ["and \(lines.count - count + 1) more \(rest)"]
  }

  /// Such as `09:00–10:30`.
  private static func clock(_ window: ClockWindow) -> StyledText {
    func time(_ minute: Int) -> String {
      let (hour, rest) = (minute / 60 % 24, minute % 60)
      return (hour < 10 ? "0" : "") + "\(hour):" + (rest < 10 ? "0" : "") + "\(rest)"
    }
    return "\(time(window.start))–\(time(window.end))"
  }

  // MARK: JSON

  package static let version = 1

  package var json: JSONValue {
    let goals: [JSONValue] = activeGoals.map { goal in
      let next = words.nextMilestone(ofGoal: goal)
      return [
        "id": .string(plan.goals[goal].id), "title": .string(plan.goals[goal].title),
        "deadline": JSONValue(plan.goals[goal].deadline?.description),
        "target": JSONValue(plan.target(of: goal)?.description),
        "done_share": .number(outlook.doneShare(ofGoal: goal), decimals: 4),
        "remaining_minutes": .integer(outlook.remainingMinutes(ofGoal: goal)),
        "planned_completion": JSONValue(outlook.schedule.goals[goal].completion?.description),
        "will": PlanExport.will(ofGoal: goal, in: outlook),
        "late_days": .integer(outlook.schedule.goals[goal].lateDays),
        "fits_alone": .bool(outlook.schedule.goals[goal].fitsAlone),
        "shortfall_minutes": .integer(outlook.schedule.goals[goal].shortfallMinutes),
        "no_end_because": JSONValue(
          outlook.verdict(ofGoal: goal).reasonForNoEnd(in: plan).map { SentenceText.text($0, today: today).plain }),
        "next": JSONValue(next.map(plan.name)),
        "next_due": JSONValue(next.flatMap { plan.milestones[$0].due?.description }),
        "next_latest": JSONValue(next.flatMap { outlook.dates(of: $0)?.latest?.description }),
        "next_will": JSONValue(next.flatMap { outlook.forecast?.will(ofMilestone: $0)?.p50?.description }),
      ]
    }
    let work: [JSONValue] = workOfNextDays.map { milestone, minutes in
      ["name": .string(plan.name(of: milestone)), "minutes": .integer(minutes)]
    }
    let note: JSONValue =
      self.note.map { note in
        [
          "path": .string(note.path.description), "choices": .integer(note.choices), "ticked": .integer(note.ticked),
          "current": .bool(note.isCurrent),
        ]
      } ?? .null
    return [
      "schema": "mm.state", "version": .integer(FirstScreen.version), "today": .string(today.description),
      "planned_from": .string(outlook.problem.today.description),
      "forecast": PlanExport.evidence(outlook),
      "goals": .array(goals),
      "conflicts": .array(outlook.schedule.conflicts.map { PlanExport.conflict($0, in: plan) }),
      "next_days": .array(work), "note": note,
    ]
  }
}
