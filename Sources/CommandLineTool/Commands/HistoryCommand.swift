import ArgumentParser
import Forecasting
import PlanOutput

struct HistoryCommand: MapCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Show what was done, week by week, and which dates and estimates moved.",
    discussion: """
      From the commits of the vault's git repository, with the done: dates that stand in the files; without git, from those and the review notes alone.
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "Only this goal, with its burn-up.")
  var goal: String?

  func run(in session: Session) throws {
    let plan = try session.plan()
    let history = try session.history(of: plan)
    let only = try goal.map { try session.lookup(in: plan).goal(named: $0) }
    let report = HistoryReport(history, ForecastedPlan(plan, handedOver: history.handedOver), goal: only)
    session.show(report.text(width: session.width), json: report.json)
  }
}
