import Forecasting
package import JSONText
import PlanDocuments
import PlanModel
package import PlanOutput
package import TextStyling

/// Which goals and milestones a list shows, in the words of the person.
package struct ListWishes: Sendable {
  package var goal: String?
  /// A day, or `week` for its Sunday.
  package var due: String?
  package var isOverdue = false
  package var isNext = false
  package var isWaiting = false
  package var includesAll = false

  package init() {}
}

extension PlanSession {
  /// The state in one screen.
  package func firstScreen() throws(SessionError) -> FirstScreen {
    let outlook = try forecasted()
    return FirstScreen(outlook, note: try noteState(of: outlook.plan))
  }

  /// The state in six lines at most, for a prompt, a timer or a notification.
  ///
  /// - Parameter forecasts: a prompt waits for no history and no simulation, a program may.
  package func brief(forecasts: Bool) throws(SessionError) -> (screen: FirstScreen, text: StyledText) {
    let outlook = try forecasts ? forecasted(quietly: true) : ForecastedPlan(try plan(quietly: true))
    if !forecasts { noteErrors(in: outlook.plan) }
    let screen = FirstScreen(outlook, note: try noteState(of: outlook.plan))
    return (screen, screen.brief(blocks: writtenBlocks(in: outlook.plan)))
  }

  /// Goals and milestones.
  package func list(_ wishes: ListWishes = ListWishes()) throws(SessionError) -> ListReport {
    let outlook = try scheduled()
    var filter = ListReport.Filter()
    if let goal = wishes.goal { filter.goal = try lookup(in: outlook.plan).goal(named: goal) }
    if let due = wishes.due {
      filter.dueBy = due.lowercased() == "week" ? today.monday + 6 : try PlanSession.day(due, today: today)
    }
    filter.isOverdue = wishes.isOverdue
    filter.isNext = wishes.isNext
    filter.isWaiting = wishes.isWaiting
    filter.includesAll = wishes.includesAll
    return ListReport(outlook, filter: filter)
  }

  /// The hours that are wanted each week, and those that are free.
  package func load(weeks: Int) throws(SessionError) -> LoadReport { LoadReport(try scheduled(), weeks: weeks) }

  /// What was done, week by week.
  ///
  /// - Parameter goal: only this one, with its burn-up.
  package func history(goal: String?) throws(SessionError) -> HistoryReport {
    let plan = try plan()
    let history = try history(of: plan)
    let only = try goal.map { name throws(SessionError) in try lookup(in: plan).goal(named: name) }
    return HistoryReport(history, ForecastedPlan(history.noted(in: plan), handedOver: history.handedOver), goal: only)
  }

  /// The whole plan in a documented schema.
  package func export() throws(SessionError) -> JSONValue { PlanExport.json(try forecasted()) }
}
