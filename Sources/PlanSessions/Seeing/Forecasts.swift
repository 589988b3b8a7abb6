import Forecasting
import PlanDocuments
import PlanModel
package import PlanOutput
import TextStyling

/// What if? In the words of the person.
package struct WhatIf: Sendable {
  /// Hours of the goal, or of the vault.
  package var hours: String?
  /// Milestones and goals that are left out.
  package var dropped: [String] = []
  /// The goal's deadline.
  package var deadline: String?

  package init() {}
}

extension PlanSession {
  /// How often past forecasts held.
  package func forecastScore() throws(SessionError) -> ScoreReport {
    ScoreReport(ForecastScore(try history(of: try plan())))
  }

  /// When things will probably be complete, and what would change that.
  ///
  /// - Parameter goal: only this one, with its milestones.
  package func forecast(goal: String? = nil, whatIf: WhatIf = WhatIf()) throws(SessionError) -> ForecastReport {
    let outlook = try forecasted()
    let lookup = lookup(in: outlook.plan)
    let only = try goal.map { name throws(SessionError) in try lookup.goal(named: name) }
    let (changed, words) = try changed(outlook, by: whatIf, only, lookup)
    return ForecastReport(outlook, changed: changed, change: words, goal: only)
  }

  /// The plan as it would be, and what is different in words.
  private func changed(
    _ outlook: ForecastedPlan, by whatIf: WhatIf, _ goal: Int?, _ lookup: ItemLookup
  ) throws(SessionError) -> (ForecastedPlan?, StyledText) {
    var plan = outlook.plan
    var words: [StyledText] = []
    if let hours = whatIf.hours {
      guard let read = try? Hours(reading: hours.valueBytes) else {
        throw .value(.unreadableHours(hours, problem: nil))
      }
      if let goal { plan.goals[goal].hours = read } else { plan.settings.hours = read }
      words.append("\(goal.map { plan.goals[$0].id } ?? "the vault") has \(hours)")
    }
    for name in whatIf.dropped {
      switch try lookup.item(named: name) {
      case .goal(let goal):
        plan.goals[goal].status = .dropped
        words.append("\(plan.goals[goal].id) is dropped")
      case .task(let task, of: let milestone):
        plan.leaveOut(task: task, of: milestone)
        let document = plan.documents[plan.milestones[milestone].document]
        words.append(
          "the task “\(document.title(of: Int(plan.tasks[task].item)))” of \(plan.name(of: milestone)) is left out")
      case .milestone(let milestone):
        plan.leaveOut(milestone: milestone)
        words.append("\(plan.name(of: milestone)) is left out")
      }
    }
    if let deadline = whatIf.deadline {
      guard let goal = goal ?? (plan.activeGoals.count == 1 ? plan.activeGoals.first : nil) else {
        throw .value(.deadlineWithoutGoal(deadline))
      }
      let day = try PlanSession.day(deadline, today: today)
      plan.goals[goal].deadline = day
      words.append("\(plan.goals[goal].id) has until \(DayWords.withWeekday(day, today: today))")
    }
    guard !words.isEmpty, let forecast = outlook.forecast else { return (nil, "") }
    var changed = ForecastedPlan(plan, handedOver: outlook.handedOver)
    changed.addForecast(like: forecast)
    return (changed, words.joined(by: " and "))
  }
}
