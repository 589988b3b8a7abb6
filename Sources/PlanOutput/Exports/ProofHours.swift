import Forecasting
import JSONText
import PlanDocuments
import PlanModel
import Scheduling

/// The free minutes that the proofs of a plan are counted with, from the first planned day to the last day of any proof.
///
/// With them a program that knows nothing of `mm` can count every proof again.
struct ProofHours {
  private let days: DayRange?
  private let hours: FreeHours

  init(_ outlook: ForecastedPlan, _ details: inout ScheduleDetails) {
    let first = outlook.problem.today
    var last: Day?
    let ends =
      outlook.problem.goals.indices.map(ScheduleEnd.goal) + outlook.jobs.compactMap { $0.map(ScheduleEnd.fixed) }
    for end in ends {
      guard let proof = details.proof(of: end) else { continue }
      let held = proof.held.compactMap { outlook.scheduled.day(of: $0) }
      last = max(last ?? first, held.max() ?? first, proof.day)
    }
    days = last.map { DayRange(first, $0) }
    hours = details.hours
  }

  /// What all goals share; null where nothing is proved.
  var shared: JSONValue {
    guard let days else { return .null }
    return [
      "from": .string(days.first.description), "to": .string(days.last.description),
      "shared_minutes": hours.isShared ? list(days) { hours.sharedMinutes(on: $0) } : .null,
    ]
  }

  /// What a goal may take beside what is shared: by the day, where that is less, and by the week.
  func own(goal: Int) -> JSONValue {
    guard let days, hours.hours.counts(goal: goal) else { return .null }
    let isLess =
      !hours.isShared || each(days).contains { hours.minutes(goal: goal, on: $0) != hours.sharedMinutes(on: $0) }
    var weeks: [JSONValue] = []
    for day in each(days) where day == days.first || day.weekday == .monday {
      guard let segment = hours.segment(of: day), let limit = hours.cap(goal: goal, segment: segment) else {
        continue
      }
      weeks.append([
        "from": .string(day.description), "to": .string((day.monday + 6).description), "minutes": .integer(limit),
      ])
    }
    return [
      "minutes": isLess ? list(days) { hours.minutes(goal: goal, on: $0) } : .null, "weeks": .array(weeks),
    ]
  }

  private func each(_ days: DayRange) -> [Day] { (0...(days.last - days.first)).map { days.first + $0 } }

  private func list(_ days: DayRange, _ minutes: (Day) -> Int?) -> JSONValue {
    .array(each(days).map { .integer(minutes($0) ?? 0) })
  }
}

extension ScheduledPlan {
  /// The day to which an end is held: its own, or the one that the plan reaches.
  func day(of end: ScheduleEnd) -> Day? {
    switch end {
    case .goal(let goal): problem.goals[goal].target.map { $0 + schedule.goals[goal].lateDays }
    case .fixed(let job): schedule.jobs[job].completion
    }
  }
}
