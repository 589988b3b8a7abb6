package import Forecasting
package import JSONText
import PlanDocuments
import PlanModel
import Scheduling

/// The whole plan as JSON for other programs: everything that the files say and everything that is computed from it.
///
/// The schema is documented in `docs/schema.md`. Within a version members are only added; what is not known is null.
package enum PlanExport {
  package static let version = 2

  package static func json(_ outlook: ForecastedPlan) -> JSONValue {
    let plan = outlook.plan
    var details = ScheduleDetails(of: outlook.scheduled)
    let hours = ProofHours(outlook, &details)
    return [
      "schema": "mm.plan", "version": .integer(version), "today": .string(plan.today.description),
      "planned_from": .string(outlook.problem.today.description),
      "forecast": evidence(outlook),
      "settings": [
        "buffer_days": JSONValue(plan.settings.buffer), "reviews": .string(plan.settings.reviewsFolder),
        "off": .array(plan.settings.off.map(daysOff)),
      ],
      "hours": hours.shared,
      "goals": .array(plan.goals.indices.map { goal($0, in: outlook, hours, &details) }),
      "conflicts": .array(outlook.schedule.conflicts.map { conflict($0, in: plan) }),
      "worst_late_days": .integer(outlook.schedule.worstLateDays),
      "proved_best": .bool(outlook.schedule.isProvedBest),
    ]
  }

  private static func goal(
    _ index: Int, in outlook: ForecastedPlan, _ hours: ProofHours, _ details: inout ScheduleDetails
  ) -> JSONValue {
    let goal = outlook.plan.goals[index]
    let dates = outlook.schedule.goals[index]
    let target = outlook.plan.target(of: index)
    let hasWork = goal.milestones.contains { outlook.jobs[$0] != nil }
    return [
      "id": .string(goal.id), "title": .string(goal.title),
      "path": .string(outlook.plan.documents[goal.document].text.path.description),
      "status": .string(goal.status.rawValue), "paused_until": JSONValue(goal.pausedUntil?.description),
      "priority": .integer(goal.priority), "first_until": JSONValue(goal.first?.description),
      "start": day(goal.start), "deadline": day(goal.deadline), "first_deadline": day(goal.planned),
      "buffer_days": JSONValue(goal.buffer ?? outlook.plan.settings.buffer), "target": day(target),
      "in_order": .bool(goal.isInOrder), "playbook": JSONValue(goal.playbook),
      "progress": goal.progress.map(amount) ?? .null, "off": .array(goal.off.map(daysOff)),
      "remaining_minutes": .integer(outlook.remainingMinutes(ofGoal: index)),
      "done_share": .number(outlook.doneShare(ofGoal: index), decimals: 4),
      "planned_completion": day(dates.completion), "will": will(ofGoal: index, in: outlook),
      "never": .bool(hasWork && dates.completion == nil),
      "late_days": .integer(dates.lateDays), "fits_alone": .bool(dates.fitsAlone),
      "shortfall_minutes": .integer(dates.shortfallMinutes), "shortfall_days": .integer(dates.shortfallDays),
      "earliest_alone": day(dates.earliestAlone), "proof": proof(.goal(index), in: outlook, &details),
      "takes_hours": .bool(outlook.hours.counts(goal: index)), "hours": hours.own(goal: index),
      "milestones": .array(goal.milestones.map { milestone($0, in: outlook, &details) }),
    ]
  }

  static func milestone(_ index: Int, in outlook: ForecastedPlan, _ details: inout ScheduleDetails) -> JSONValue {
    let job = outlook.jobs[index]
    let plan = outlook.plan
    let milestone = plan.milestones[index]
    let work = outlook.work[index]
    let dates = outlook.dates(of: index)
    let place = plan.place(of: index)
    return [
      "id": .string(milestone.id), "name": .string(plan.name(of: index)), "title": .string(milestone.title),
      "path": .string(place.path), "line": .integer(place.line),
      "state": .string(state(milestone.state)), "is_planned": .bool(plan.isPlanned(index)),
      "blocked_by": milestone.blockedBy.map { .array($0.map { .string(plan.name(of: $0)) }) } ?? .null,
      "after": .array(milestone.predecessors.map { .string(plan.name(of: $0)) }),
      "due": day(milestone.due), "fixed": .bool(milestone.isFixed), "optional": .bool(milestone.isOptional),
      "start": day(milestone.start), "done": day(milestone.done), "waiting": day(milestone.waiting),
      "effort": [
        "minutes": .integer(work.effort), "low": JSONValue(milestone.effort?.low),
        "high": JSONValue(milestone.effort?.high), "assumed": .bool(work.isAssumed),
      ],
      "spent_minutes": JSONValue(milestone.spent),
      "progress": milestone.progress.map(amount) ?? .null,
      "done_share": .number(work.doneShare, decimals: 4), "remaining_minutes": .integer(work.remaining),
      "wait_days": milestone.wait.map { wait in
        ["days": .integer(wait.middle), "low": .integer(wait.low), "high": .integer(wait.high)]
      } ?? .null,
      "handed_over": day(work.handedOver),
      "latest": day(dates?.latest), "latest_exact": dates.map { .bool($0.isLatestExact) } ?? .null,
      "latest_alone": day(dates?.latestAlone), "latest_start": day(dates?.latestStart),
      "latest_finish": day(dates?.latestFinish), "send_by": day(dates?.sendBy),
      "earliest_start": day(dates?.earliestStart), "planned_start": day(dates?.portions.first?.day),
      "planned_completion": day(dates?.completion), "will": will(ofMilestone: index, in: outlook),
      "planned_minutes": .array(
        (dates?.portions ?? []).map { ["day": day($0.day), "minutes": .integer($0.minutes)] }),
      "late_days": JSONValue(dates?.lateDays), "proof": job.map { proof(.fixed($0), in: outlook, &details) } ?? .null,
      "slack_minutes": JSONValue(job.flatMap { details.slackMinutes(of: $0) }),
      "slack_days": JSONValue(dates?.slackDays),
      "critical": job.map { .bool(details.isCritical($0)) } ?? .null,
      "chain": .array((job.map { details.completionReasons(of: $0) } ?? []).map { reason($0, in: outlook) }),
      "latest_chain": .array((job.map { details.latestReasons(of: $0) } ?? []).map { reason($0, in: outlook) }),
      "tasks": .array(plan.tasks[milestone.tasks].map { task($0, of: milestone, in: plan) }),
    ]
  }

  /// The days of 5, 8 and 9.5 in 10, the chances, and the milestone that decides; null without a forecast.
  static func will(ofGoal goal: Int, in outlook: ForecastedPlan) -> JSONValue {
    guard let forecast = outlook.forecast, let will = forecast.will(ofGoal: goal) else { return .null }
    let goals = outlook.plan.goals
    func chance(_ day: Day?) -> JSONValue {
      day.flatMap { forecast.chance(ofGoal: goal, by: $0) }.map { .number($0, decimals: 3) } ?? .null
    }
    let drivingMilestone = forecast.drivingMilestone(ofGoal: goal)
    return [
      "p50": day(will.p50), "p80": day(will.p80), "p95": day(will.p95),
      "deadline_chance": chance(goals[goal].deadline), "target_chance": chance(outlook.plan.target(of: goal)),
      "decider": JSONValue(drivingMilestone.map { outlook.plan.name(of: $0.milestone) }),
      "decider_share": drivingMilestone.map { .number($0.share, decimals: 3) } ?? .null,
    ]
  }

  static func will(ofMilestone milestone: Int, in outlook: ForecastedPlan) -> JSONValue {
    guard let forecast = outlook.forecast else { return .null }
    if let fixed = forecast.fixed(ofMilestone: milestone) {
      return [
        "ready_chance": .number(fixed.chance, decimals: 3), "minutes": .integer(Int(fixed.minutes)),
        "minutes_done_p50": .integer(Int(fixed.doneP50)), "minutes_done_p80": .integer(Int(fixed.doneP80)),
      ]
    }
    guard let will = forecast.will(ofMilestone: milestone) else { return .null }
    return ["p50": day(will.p50), "p80": day(will.p80), "p95": day(will.p95)]
  }

  /// What a forecast rests on; null without one.
  static func evidence(_ outlook: ForecastedPlan) -> JSONValue {
    guard let forecast = outlook.forecast else { return .null }
    let evidence = forecast.evidence
    return [
      "runs": .integer(evidence.runs), "own_weeks": .integer(evidence.ownWeeks),
      "mostly_reference_class": .bool(evidence.isMostlyReferenceClass),
      "recent_pace": evidence.recentPace.map { .number($0.share, decimals: 3) } ?? .null,
      "source": .string(ForecastSource.words(evidence)),
    ]
  }

  private static func task(_ task: PlanTask, of milestone: Milestone, in plan: Plan) -> JSONValue {
    let document = plan.documents[milestone.document]
    let item = document.items[Int(task.item)]
    return [
      "title": .string(document.title(of: Int(task.item))),
      "line": .integer(document.text.line(of: Int(item.mark)) + 1),
      "state": .string(state(task.state)), "minutes": JSONValue(task.minutes.map(Int.init)),
      "optional": .bool(task.isOptional), "due": day(task.due), "done": day(task.done),
      "depth": .integer(Int(item.depth)),
    ]
  }

  /// One step of the chain behind a date.
  ///
  /// A job is named by its milestone.
  private static func reason(_ reason: PlanSchedule.Reason, in outlook: ForecastedPlan) -> JSONValue {
    func name(_ job: Int) -> JSONValue { .string(outlook.plan.name(of: outlook.problem.jobs[job].milestone)) }
    return switch reason {
    case .today: ["because": "today"]
    case .start(let start): ["because": "start", "day": day(start)]
    case .after(let job, let completion): ["because": "after", "milestone": name(job), "day": day(completion)]
    case .hours(let jobs): ["because": "hours", "taken_by": .array(jobs.map(name))]
    case .noMoreHours(let goal): ["because": "time", "goal": .string(outlook.plan.goals[goal].id)]
    case .wait(let days): ["because": "wait", "days": .integer(days)]
    case .fixed(let fixed): ["because": "fixed", "day": day(fixed)]
    case .target(let goal, let target):
      ["because": "target", "goal": .string(outlook.plan.goals[goal].id), "day": day(target)]
    case .before(let job, let latest): ["because": "before", "milestone": name(job), "day": day(latest)]
    }
  }

  /// What shows that a late end cannot be earlier; null where it is in time, or nothing was found that shows it.
  private static func proof(
    _ end: ScheduleEnd, in outlook: ForecastedPlan, _ details: inout ScheduleDetails
  ) -> JSONValue {
    guard let proof = details.proof(of: end) else { return .null }
    func name(_ job: Int) -> JSONValue { .string(outlook.plan.name(of: outlook.problem.jobs[job].milestone)) }
    return [
      "not_before": day(proof.day),
      "held": .array(
        proof.held.map { end in
          let held = day(outlook.scheduled.day(of: end))
          return switch end {
          case .goal(let goal): ["goal": .string(outlook.plan.goals[goal].id), "day": held]
          case .fixed(let job): ["milestone": name(job), "day": held]
          }
        }),
      "work": .array(
        proof.work.map {
          [
            "milestone": name($0.job), "from": day($0.first), "to": day($0.last), "minutes": .integer($0.minutes),
          ]
        }),
      "free_minutes": .integer(proof.freeMinutes),
    ]
  }

  static func conflict(_ conflict: PlanSchedule.Conflict, in plan: Plan) -> JSONValue {
    [
      "from": day(conflict.days.first), "to": day(conflict.days.last),
      "free_minutes": .integer(conflict.freeMinutes), "excess_minutes": .integer(conflict.excessMinutes),
      "demands": .array(
        conflict.demands.map { ["goal": .string(plan.goals[$0.goal].id), "minutes": .integer($0.minutes)] }),
    ]
  }

  private static func daysOff(_ off: DaysOff) -> JSONValue {
    [
      "from": day(off.days.first), "to": day(off.days.last), "percent": .integer(off.percent),
      "reason": .string(off.reason),
    ]
  }

  private static func amount(_ amount: Amount) -> JSONValue {
    func number(_ thousandths: Int64) -> JSONValue { .number(Double(thousandths) / 1000, decimals: 3) }
    return [
      "from": number(amount.from), "now": number(amount.now), "to": number(amount.to), "unit": .string(amount.unit),
    ]
  }

  private static func day(_ day: Day?) -> JSONValue { JSONValue(day?.description) }

  private static func state(_ state: MilestoneState) -> String {
    switch state {
    case .open: "open"
    case .done: "done"
    case .cancelled: "cancelled"
    }
  }

  private static func state(_ state: BoxState) -> String {
    switch state {
    case .open: "open"
    case .done: "done"
    case .cancelled: "cancelled"
    }
  }
}
