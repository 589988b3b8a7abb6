import ArgumentParser
import Forecasting
import PlanDocuments
import PlanModel
import PlanOutput
import TextStyling

struct ForecastCommand: MapCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast", abstract: "Show when things will probably be complete, and what would change that.",
    discussion: """
      2,000 runs of the plan on its calendar, by the pace that git knows of. --hours, --drop and --deadline show the chances before and after; nothing is written. --score replays the vault's own commits and says how often past forecasts held.
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "Only this goal, with its milestones.")
  var goal: String?

  @Option(help: ArgumentHelp("What if these were the hours, of the goal or of the vault?", valueName: "time"))
  var hours: String?

  @Option(help: ArgumentHelp("What if this milestone, or goal, were left out?", valueName: "item"))
  var drop: [String] = []

  @Option(help: ArgumentHelp("What if this were the goal's deadline?", valueName: "day"))
  var deadline: String?

  @Flag(help: "How often past forecasts held.")
  var score = false

  func run(in session: Session) throws {
    if score {
      let report = ScoreReport(ForecastScore(try session.history(of: try session.plan())))
      return session.show(report.text(width: session.width), json: report.json)
    }
    let outlook = try session.forecasted()
    let lookup = try session.lookup(in: outlook.plan)
    let only = try goal.map { try lookup.goal(named: $0) }
    let (changed, words) = try whatIf(outlook, only, lookup, session)
    let report = ForecastReport(outlook, changed: changed, change: words, goal: only)
    session.show(report.text(width: session.width), json: report.json)
  }

  /// The plan as the options would have it, and the options in words.
  private func whatIf(
    _ outlook: ForecastedPlan, _ goal: Int?, _ lookup: ItemLookup, _ session: Session
  ) throws -> (ForecastedPlan?, StyledText) {
    var plan = outlook.plan
    var words: [StyledText] = []
    if let hours {
      guard let read = try? Hours(reading: hours.valueBytes) else {
        throw Failure(.wrongUse, "“\(hours)” are no hours that I can read. Write them like 12h/week or 1h mon-fri.")
      }
      if let goal { plan.goals[goal].hours = read } else { plan.settings.hours = read }
      words.append("\(goal.map { plan.goals[$0].id } ?? "the vault") has \(hours)")
    }
    for name in drop {
      switch try lookup.item(named: name) {
      case .goal(let goal):
        plan.goals[goal].status = .dropped
        words.append("\(plan.goals[goal].id) is dropped")
      case .milestone(let milestone), .task(_, of: let milestone):
        plan.leaveOut(milestone: milestone)
        words.append("\(plan.name(of: milestone)) is left out")
      }
    }
    if let deadline {
      guard let goal = goal ?? (plan.activeGoals.count == 1 ? plan.activeGoals.first : nil) else {
        throw Failure(.wrongUse, "--deadline needs a goal: mm forecast GOAL --deadline \(deadline).")
      }
      let day = try Failure.day(deadline, today: session.today)
      plan.goals[goal].deadline = day
      words.append("\(plan.goals[goal].id) has until \(DayWords.withWeekday(day, today: session.today))")
    }
    guard !words.isEmpty, let forecast = outlook.forecast else { return (nil, "") }
    var changed = ForecastedPlan(plan, handedOver: outlook.handedOver)
    changed.addForecast(like: forecast)
    return (changed, words.joined(by: " and "))
  }
}
