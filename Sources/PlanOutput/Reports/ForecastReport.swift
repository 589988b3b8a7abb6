package import Forecasting
package import JSONText
import PlanDocuments
import PlanModel
import Scheduling
package import TextStyling

/// Probable dates and chances of every goal and its milestones; beside a what-if, before and after.
package struct ForecastReport: Sendable {
  private let outlook: ForecastedPlan
  private let changed: ForecastedPlan?
  private let change: StyledText
  private let goal: Int?
  private let words: PlanWords
  private var plan: Plan { outlook.plan }
  private var today: Day { outlook.plan.today }

  /// - Parameters:
  ///   - changed: the plan of a what-if, and the what-if in words.
  ///   - goal: only this one, with its milestones.
  package init(_ outlook: ForecastedPlan, changed: ForecastedPlan? = nil, change: StyledText = "", goal: Int?) {
    self.outlook = outlook
    self.changed = changed
    self.change = change
    self.goal = goal
    words = PlanWords(outlook)
  }

  private var goals: [Int] { goal.map { [$0] } ?? plan.activeGoals }

  package func text(width: Int) -> StyledText {
    let width = min(width, 100)
    let withoutEnd = goals.compactMap { goal in
      outlook.verdict(ofGoal: goal).reasonForNoEnd(in: plan).map {
        "\(plan.goals[goal].id, .strong): \(SentenceText.text($0, today: today))." as StyledText
      }
    }
    var text = withoutEnd.map { $0.wrapped(width) + "\n" }.joined(by: "")
    guard let forecast = outlook.forecast, goals.contains(where: { forecast.will(ofGoal: $0) != nil }) else {
      return text.isEmpty ? "Nothing is planned, so there is nothing to forecast.\n" : text
    }
    if !text.isEmpty { text += "\n" }
    if changed != nil { text += "If \(change):\n\n" }
    text += ends(width)
    if changed == nil {
      if let goal { text += "\n" + milestones(ofGoal: goal, width) }
      for goal in goals {
        if let pace = pace(of: goal) { text += "\n" + pace.wrapped(width) + "\n" }
        if let drivingMilestone = drivingMilestone(of: goal) { text += drivingMilestone.wrapped(width) + "\n" }
      }
    }
    let grown = ForecastSource.growth(forecast.evidence).map { " " + $0 } ?? ""
    let source = "\n\(ForecastSource.words(forecast.evidence)).\(grown) \(ForecastSource.keepingAtIt)" as StyledText
    return text + source.wrapped(width) + "\n"
  }

  private func ends(_ width: Int) -> StyledText {
    var table = TextTable([
      .init("goal"), .init("deadline", .right), .init("chance", .right), .init("likely", .right),
      .init("safe", .right), .init(changed == nil ? "at best" : "", .right),
    ])
    for goal in goals where outlook.forecast?.will(ofGoal: goal) != nil {
      table.add(row(goal, outlook, name: StyledText(plan.goals[goal].id, .strong)))
      if let changed { table.add(row(goal, changed, name: "  then")) }
    }
    return table.text(width: width)
  }

  private func row(_ goal: Int, _ outlook: ForecastedPlan, name: StyledText) -> [StyledText] {
    let deadline = outlook.plan.goals[goal].deadline
    guard let forecast = outlook.forecast, let will = forecast.will(ofGoal: goal) else {
      return [name, "", "nothing left", "", ""]
    }
    func said(_ chance: Double?) -> StyledText {
      chance.map { StyledText(forecast.hasPercentages ? ChanceWords.percent($0) : ChanceWords.word($0)) } ?? ""
    }
    let onPaper = changed == nil ? words.day(outlook.schedule.goals[goal].completion) : ""
    if let ready = outlook.plan.fixedEnd(of: goal).flatMap({ forecast.fixed(ofMilestone: $0) }) {
      return [name, words.day(deadline), said(ready.chance), "fixed", "", onPaper]
    }
    return [
      name, deadline.map { words.day($0) } ?? "none",
      said(deadline.flatMap { forecast.chance(ofGoal: goal, by: $0) }), day(will.p50), day(will.p80), onPaper,
    ]
  }

  private func day(_ day: Day?) -> StyledText { day.map { words.day($0) } ?? "never" }

  private func milestones(ofGoal goal: Int, _ width: Int) -> StyledText {
    var table = TextTable([
      .init("milestone", shrinks: true), .init("due", .right), .init("latest", .right), .init("likely", .right),
      .init("safe", .right),
    ])
    for index in plan.goals[goal].milestones where outlook.jobs[index] != nil {
      let milestone = plan.milestones[index]
      var row = [StyledText(milestone.title), words.day(milestone.due), words.day(outlook.dates(of: index)?.latest)]
      if let fixed = outlook.forecast?.fixed(ofMilestone: index) {
        let hasPercentages = outlook.forecast?.hasPercentages == true
        let figure = hasPercentages ? ChanceWords.percent(fixed.chance) : ChanceWords.word(fixed.chance)
        row += ["ready in", StyledText(figure)]
      } else if let will = outlook.forecast?.will(ofMilestone: index) {
        row += [day(will.p50), day(will.p80)]
      }
      table.add(row)
    }
    return table.text(width: width)
  }

  /// Minutes a week from today to the target; nil where it has none or it is past, and where no hours count.
  private func needsAWeek(_ goal: Int, in outlook: ForecastedPlan) -> Int? {
    guard let target = outlook.plan.target(of: goal), target >= today, outlook.hours.counts(goal: goal) else {
      return nil
    }
    return outlook.remainingMinutes(ofGoal: goal) * 7 / max(7, target - outlook.problem.today + 1)
  }

  private func recent(_ goal: Int) -> ForecastEvidence.RecentWeeks? {
    outlook.forecast.flatMap { goal < $0.evidence.recentByGoal.count ? $0.evidence.recentByGoal[goal] : nil }
  }

  /// Such as `book needs 9.7 h a week until 1 Dec; over 8 weeks you have done 6.4 of 8.8 h a week.`.
  private func pace(of goal: Int) -> StyledText? {
    guard let target = plan.target(of: goal), let needs = needsAWeek(goal, in: outlook), needs > 0 else { return nil }
    let id = StyledText(plan.goals[goal].id, .strong)
    let need: StyledText = "\(id) needs \(WorkWords.hoursWithUnit(needs)) a week until \(words.day(target))"
    guard let weeks = recent(goal) else { return need + "." }
    return need
      + "; over \(WorkWords.count(weeks.count, "week")) you have done \(WorkWords.hours(weeks.done)) of \(WorkWords.hoursWithUnit(weeks.free)) a week."
  }

  private func drivingMilestone(of goal: Int) -> StyledText? {
    guard let drivingMilestone = outlook.forecast?.drivingMilestone(ofGoal: goal) else { return nil }
    return
      "What most often decides the end of \(plan.goals[goal].id, .strong): \(plan.name(of: drivingMilestone.milestone)), \(ChanceWords.inTen(drivingMilestone.share)) of the late runs."
  }

  package static let version = 1

  package var json: JSONValue {
    func rows(_ outlook: ForecastedPlan) -> JSONValue {
      .array(
        goals.map { goal in
          [
            "id": .string(plan.goals[goal].id),
            "deadline": JSONValue(outlook.plan.goals[goal].deadline?.description),
            "will": PlanExport.will(ofGoal: goal, in: outlook),
            "needs_a_week_minutes": JSONValue(needsAWeek(goal, in: outlook)),
            "recent": recent(goal).map {
              [
                "weeks": .integer($0.count), "done_minutes": .integer($0.done), "free_minutes": .integer($0.free),
              ]
            } ?? .null,
            "milestones": .array(
              plan.goals[goal].milestones.filter { outlook.jobs[$0] != nil }.map {
                ["name": .string(plan.name(of: $0)), "will": PlanExport.will(ofMilestone: $0, in: outlook)]
              }),
          ]
        })
    }
    return [
      "schema": "mm.forecast", "version": .integer(ForecastReport.version), "today": .string(today.description),
      "forecast": PlanExport.evidence(outlook), "goals": rows(outlook),
      "what_if": changed.map { ["words": .string(change.plain), "goals": rows($0)] } ?? .null,
    ]
  }
}
