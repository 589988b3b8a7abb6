package import Forecasting
package import PlanDocuments
import PlanModel
import Scheduling

/// The day that `mm schedule` would give one milestone with all other dates as they are, and why that one.
package struct ChosenDay: Hashable, Sendable {
  package var day: Day
  package var origin: DateOrigin
  /// Why it is not a day that came before it; nil where nothing spoke against the first.
  package var shift: DateShift?
  /// Why the date that the milestone has does not hold; nil where it does, or has none.
  package var failure: DateFailure?

  /// Nil where there is nothing to choose: it is not planned, fixed, its date cannot be read or its hours never come.
  package init?(for milestone: Int, in outlook: ForecastedPlan) {
    guard let job = outlook.jobs[milestone], outlook.problem.jobs[job].fixed == nil else { return nil }
    var undated = outlook
    undated.scheduled.problem.jobs[job].due = nil
    let dates = MissingDates(in: undated)
    guard let proposal = dates.proposals.first(where: { $0.milestone == milestone }) else { return nil }
    day = proposal.day
    origin = proposal.origin
    shift = proposal.shift
    failure = DateFailure(of: job, in: outlook)
  }
}

/// What brought a proposed date to its day, before anything near it was looked at.
package enum DateOrigin: Hashable, Sendable {
  /// The goal is so far then when this share of its free hours becomes work, in hundredths.
  case pace(percent: Int)
  /// The latest day that ends and kept dates leave.
  case latest
  /// The plan's completion: earlier is not possible.
  case plan
  /// The first day by which its hours fit behind the dates of what it comes after.
  case order
}

/// Why a due date does not hold.
package enum DateFailure: Hashable, Sendable {
  case past
  case dayOff
  /// Later than the day that its ends leave.
  case tooLate(latest: Day)
  /// Not to be met together with the ends and the dates before it.
  case notTogether

  init?(of job: Int, in outlook: ForecastedPlan) {
    guard let due = outlook.problem.jobs[job].due else { return nil }
    var feasibility = DateFeasibility(of: outlook.scheduled)
    guard KeptDates(of: outlook, &feasibility).failing.contains(job) else { return nil }
    if due < outlook.plan.today {
      self = .past
    } else if outlook.problem.hours.isDayOff(due, goal: outlook.problem.jobs[job].goal) {
      self = .dayOff
    } else if let latest = feasibility.latest(
      keeping: [Day?](repeating: nil, count: outlook.problem.jobs.count), usesBuffer: true)[job], due > latest
    {
      self = .tooLate(latest: latest)
    } else {
      self = .notTogether
    }
  }
}
