package import Forecasting
package import PlanDocuments
package import PlanModel
import Scheduling

/// Due dates for the planned milestones that have none.
package struct MissingDates: Sendable {
  package struct Proposal: Hashable, Sendable {
    /// The index in `Plan.milestones`.
    package var milestone: Int
    package var day: Day
    package var origin: DateOrigin
    /// Why it is not a day that came before it; nil where nothing spoke against the first.
    package var shift: DateShift?
  }

  /// In the order of the files.
  package var proposals: [Proposal]
  /// Milestones whose hours never come.
  package var undatable: [Int]
  /// Milestones that can't be complete before their goal's deadline: any date would be a finding.
  package var beyondDeadline: [Int] = []
  /// Milestones that get none because nobody knows their hours: see `RemainingWork.Entry.hasUnknownEnd`.
  package var unknown: [Int]
  /// Milestones whose date is there and cannot be read: that is for the person to mend.
  package var unread: [Int]

  /// - Parameters:
  ///   - goal: only this goal's milestones; nil is all.
  ///   - keepsDeadlines: nothing gets a date after its goal's deadline.
  package init(in outlook: ForecastedPlan, goal: Int? = nil, keepsDeadlines: Bool = false) {
    let jobs = outlook.problem.jobs
    let undated = jobs.indices.filter { jobs[$0].due == nil && (goal == nil || jobs[$0].goal == goal) }
    let wanted = undated.filter { !outlook.plan.hasUnreadDue(jobs[$0].milestone) }
    unknown = outlook.plan.milestones.indices.filter { index in
      let milestone = outlook.plan.milestones[index]
      return outlook.plan.isPlanned(index) && outlook.work[index].hasUnknownEnd && milestone.due == nil
        && (goal == nil || milestone.goal == goal)
    }
    unread = undated.map { jobs[$0].milestone }.filter(outlook.plan.hasUnreadDue)
    guard !wanted.isEmpty else {
      proposals = []
      undatable = []
      return
    }
    var feasibility = DateFeasibility(of: outlook.scheduled)
    let holding = KeptDates(of: outlook, &feasibility)
    var dates = DateProposals(for: outlook)
    let days = dates.days(
      for: wanted, kept: holding.kept, completions: holding.completions, &feasibility, keepsDeadlines: keepsDeadlines)
    proposals = wanted.compactMap { job in
      days[job].map { day in
        Proposal(
          milestone: jobs[job].milestone, day: day, origin: dates.origins[job] ?? .plan, shift: dates.shifts[job])
      }
    }
    let beyond = Set(dates.beyondDeadline)
    beyondDeadline = wanted.filter(beyond.contains).map { jobs[$0].milestone }
    undatable = wanted.filter { days[$0] == nil && !beyond.contains($0) }.map { jobs[$0].milestone }
  }

  /// What it writes.
  package func writes(in plan: Plan) -> [PlannedWrite] {
    proposals.map { proposal in
      PlannedWrite(
        subject: .milestone(plan.name(of: proposal.milestone)), key: "due",
        action: .set(
          old: plan.writtenValue(of: .due, milestone: proposal.milestone), new: proposal.day.description))
    }
  }
}
