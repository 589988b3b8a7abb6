import Forecasting
package import JSONText
import PlanDocuments
import PlanModel

extension HistoryReport {
  package static let version = 1

  package var json: JSONValue {
    func day(_ day: Day?) -> JSONValue { JSONValue(day?.description) }
    let weeks: [JSONValue] = self.weeks.map { week in
      [
        "monday": day(week.monday), "minutes": .integer(Int(week.total.rounded())),
        "free_minutes": .integer(week.freeMinutes), "hours_known": .bool(week.areHoursKnown),
        "goals": .array(
          goals.map {
            [
              "id": .string(plan.goals[$0].id), "minutes": .integer(Int(week.minutes[$0].rounded())),
              "scope_minutes": JSONValue(week.scope?[$0]),
            ]
          }),
      ]
    }
    let milestones: [JSONValue] = self.milestones.map { index in
      let seen = history.done(milestone: index)
      return [
        "name": .string(plan.name(of: index)), "done": day(seen?.day),
        "done_is_exact": seen.map { .bool($0.isExact) } ?? .null,
        "dues": .array(history.dues(of: index).map { ["since": day($0.day), "due": day($0.value)] }),
        "efforts": .array(
          history.efforts(of: index).map { ["since": day($0.day), "minutes": JSONValue($0.value)] }),
      ]
    }
    return [
      "schema": "mm.history", "version": .integer(HistoryReport.version), "today": day(today),
      "first_day": day(history.firstDay), "commits": .integer(history.past.states.count),
      "shallow": .bool(history.past.isShallow), "weeks": .array(weeks), "milestones": .array(milestones),
      "unreadable": .array(
        history.past.unreadable.map {
          [
            "path": .string($0.path.description), "commit": .string($0.commit), "day": day($0.day),
            "reason": .string($0.reason),
          ]
        }),
    ]
  }
}
