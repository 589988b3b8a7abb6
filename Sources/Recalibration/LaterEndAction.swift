import Forecasting
import PlanDocuments
import PlanModel
import Scheduling

/// A later end for a goal: the later of the first day on which all of it is complete in a plan with the buffer after it,
/// and the day by which it is complete in 8 of 10 cases.
enum LaterEndAction {
  /// - Parameters:
  ///   - outlook: the vault as it is, whose values are replaced.
  ///   - planned: the plan whose completion counts.
  static func lever(goal index: Int, in outlook: ForecastedPlan, to planned: ForecastedPlan) -> RecoveryAction? {
    let plan = outlook.plan
    let goal = plan.goals[index]
    guard let deadline = goal.deadline, let completion = planned.schedule.goals[index].completion else { return nil }
    let onPaper = completion + (goal.buffer ?? plan.settings.buffer ?? 0)
    let end = max(onPaper, planned.forecast?.will(ofGoal: index)?.p80 ?? onPaper)
    guard end > deadline, let written = plan.writtenValue(of: "deadline", goal: index) else { return nil }
    var writes = [
      PlannedWrite(subject: .goal(goal.id), key: "deadline", action: .set(old: written, new: end.description))
    ]
    if goal.planned == nil {
      writes.append(PlannedWrite(subject: .goal(goal.id), key: "planned", action: .set(old: nil, new: written)))
    }
    var sentence: Sentence = "The end of \(title: goal.title) moves from \(deadline) to \(end)"
    for milestone in goal.milestones {
      guard let marked = outlook.jobs[milestone], let fixed = outlook.problem.jobs[marked].fixed,
        let job = planned.jobs[milestone], let day = planned.schedule.jobs[job].completion, day > fixed,
        let mark = plan.writtenValue(of: .fixed, milestone: milestone)
      else { continue }
      writes.append(
        PlannedWrite(subject: .milestone(plan.name(of: milestone)), key: "fixed", action: .set(old: mark, new: nil)))
      sentence = sentence + ". \(title: plan.milestones[milestone].title) is marked fixed; this takes the mark away"
    }
    return RecoveryAction(slug: "extend-" + Identifier.slug(of: goal.id, limit: 24), sentence: sentence, writes: writes)
  }
}
