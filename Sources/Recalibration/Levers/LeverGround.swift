import Forecasting
import PlanDocuments
import PlanModel
import Scheduling

/// The plan as levers see it: whom they should help, and until when.
struct LeverGround {
  let outlook: ForecastedPlan
  /// The goals with an end that is too unlikely, the worst first.
  let goalsToHelp: [Int]
  /// The last days on which help counts: the nearest of their ends, the last one, and the day on which the worst is likely
  /// to end; ascending.
  let lastDays: [Day]
  /// Work is taken out of these goals only; nil is of any.
  let only: [Int]?

  private let labels: GoalLabels

  init(_ outlook: ForecastedPlan, goalsToHelp: [Int], lastDays: [Day], only: [Int]? = nil) {
    self.only = only
    self.outlook = outlook
    self.goalsToHelp = goalsToHelp
    self.lastDays = lastDays
    labels = GoalLabels(of: outlook.plan)
  }

  var plan: Plan { outlook.plan }
  var today: Day { outlook.problem.today }

  func name(_ goal: Int) -> Sentence { "\(title: labels[goal])" }

  func name(ofMilestone milestone: Int) -> Sentence { "\(title: plan.milestones[milestone].title)" }

  /// Active goals with work left.
  var workedOn: [Int] {
    plan.activeGoals.filter { outlook.remainingMinutes(ofGoal: $0) > 0 }
  }

  /// The day of a goal's end: its deadline, or its last fixed day.
  func end(of goal: Int) -> Day? {
    plan.fixedEnd(of: goal).flatMap { plan.milestones[$0].due } ?? plan.goals[goal].deadline
  }

  func write(
    goal: Int, _ key: String, to new: String?
  ) -> PlannedWrite {
    PlannedWrite(
      subject: .goal(plan.goals[goal].id), key: key,
      action: .set(old: plan.writtenValue(of: key, goal: goal), new: new))
  }
}
