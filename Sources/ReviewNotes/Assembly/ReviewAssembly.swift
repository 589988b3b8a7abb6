package import Forecasting
package import PlanDocuments
import PlanModel
package import Recalibration
import Scheduling

extension ReviewFacts {
  /// The facts of a review.
  ///
  /// - Parameters:
  ///   - outlook: the plan as of today, planned from `period.planFrom`.
  ///   - choices: the ways out, with the small proposals.
  ///   - previous: the last note of an earlier week.
  ///   - current: this week's note as it stands, where there is one.
  ///   - folder: where the note lies.
  package init(
    _ outlook: ForecastedPlan, period: ReviewPeriod, choices: Choices, evidence: ReviewEvidence = ReviewEvidence(),
    previous: ReviewNote? = nil, current: ReviewNote? = nil, folder: VaultPath
  ) {
    self.init(today: outlook.plan.today, period: period, folder: folder)
    let review = ReviewAssembly(outlook: outlook, period: period, evidence: evidence)
    completedGoals = review.completedGoals
    done = review.done
    goals = review.standings
    overbookings = review.overbookings
    chances = review.keptChances
    chanceMoves = previous.map { review.chanceMoves(since: $0.chances) } ?? []
    decide = review.decide(choices)
    decided = current?.decisions ?? []
    lookingBack = previous.flatMap { review.outcome(of: $0.decisions) }
    nextWeek = review.nextWeek
    weeks = review.weeks
    endsBackwards = review.endsBackwards
    questions = review.questions
    headline = review.headline(decide.choices, goals: goals, completed: completedGoals)
    pace = outlook.plan.pace
    kept = evidence.kept
    sources = review.sources
  }
}

/// Makes the facts of a review from a plan with its schedule; each part is an extension in a file of its own.
struct ReviewAssembly {
  var outlook: ForecastedPlan
  var period: ReviewPeriod
  var evidence: ReviewEvidence
  /// Minutes by day over all days that the note speaks of.
  var free: FreeHours
  private let labels: GoalLabels

  init(outlook: ForecastedPlan, period: ReviewPeriod, evidence: ReviewEvidence) {
    self.outlook = outlook
    self.period = period
    self.evidence = evidence
    labels = GoalLabels(of: outlook.plan)
    let last = outlook.plan.goals.compactMap(\.deadline).max() ?? period.planFrom
    free = FreeHours(
      outlook.hours, today: period.planFrom, from: period.days.first, through: max(last, period.planFrom + 100))
  }

  var plan: Plan { outlook.plan }
  var planFrom: Day { period.planFrom }

  func path(ofGoal goal: Int) -> VaultPath { plan.documents[plan.goals[goal].document].text.path }

  /// The goal as it is called in running text, with its note.
  func item(ofGoal goal: Int) -> NamedItem { NamedItem(labels[goal], path: path(ofGoal: goal)) }

  /// The milestone with the note that it stands in.
  func item(ofMilestone milestone: Int) -> NamedItem {
    let milestone = plan.milestones[milestone]
    return NamedItem(PlainTitle.text(milestone.title), path: plan.documents[milestone.document].text.path)
  }

  func title(ofTask task: Int, in milestone: Int) -> String {
    PlainTitle.text(plan.documents[plan.milestones[milestone].document].title(of: Int(plan.tasks[task].item)))
  }

  /// Active goals: most wanted first, then the nearest deadline, then as the files have them.
  var activeGoals: [Int] {
    let goals = plan.goals
    return goals.indices.filter { goals[$0].status == .active }.sorted { one, other in
      let (first, second) = (goals[one], goals[other])
      if first.priority != second.priority { return first.priority < second.priority }
      if first.deadline != second.deadline {
        guard let day = first.deadline, let later = second.deadline else { return first.deadline != nil }
        return day < later
      }
      return one < other
    }
  }

  /// Milestones of a goal that are not cancelled.
  func counted(_ goal: Int) -> [Int] {
    plan.goals[goal].milestones.filter { plan.milestones[$0].state != .cancelled }
  }

  /// Its own amount is full; without one, all of its milestones are complete.
  func isComplete(_ goal: Int) -> Bool {
    if let own = plan.goals[goal].progress, own.total > 0 { return own.isFull }
    let counted = counted(goal)
    return !counted.isEmpty && counted.allSatisfy { plan.milestones[$0].state == .done }
  }

  /// Where the figures come from, and how to ask for more.
  var sources: [Sentence] {
    guard hasHours, !outlook.problem.jobs.isEmpty else { return [] }
    let named = outlook.problem.jobs.first { $0.minutes > 0 }.map { plan.name(of: $0.milestone) }
    var sources: [Sentence] = []
    if let forecast = outlook.forecast {
      sources.append("The forecast rests on \(words: ForecastSource.words(forecast.evidence)).")
    }
    for source in plan.busy.sources {
      guard let fetched = source.fetched else { continue }
      let isOld = plan.today - fetched > 7
      let age: Sentence = isOld ? "; `mm calendar --refresh` fetches it again" : ""
      sources.append("The calendar \(title: source.name) is of \(fetched)\(age).")
    }
    if let named { sources.append("To see why a date is where it is: `mm explain \(words: named)`.") }
    return sources
  }
}
