import Forecasting
package import JSONText
import PlanDocuments
import PlanModel
import ReviewNotes
import Scheduling
import TextStyling

extension FirstScreen {
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
    let work: [JSONValue] = facts.nextWeek.plan.map { day in
      let work: [JSONValue] = day.work.map { ["milestone": .string($0.name), "minutes": .integer($0.minutes)] }
      return ["day": .string(day.day.description), "work": .array(work)]
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
