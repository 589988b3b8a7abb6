package import Forecasting
package import PlanDocuments
package import PlanModel

/// The ways out when dates no longer hold: whole choices, mildest first, of which one is taken, and small proposals beside them.
package struct Choices: Hashable, Sendable {
  /// What becomes of each end that the choices change or that does not hold, with the plan as it is.
  package var baseline: [EndResult]
  /// Numbered from 1 in this order.
  ///
  /// Empty when everything holds.
  package var offered: [Choice]
  /// What was tried and does not help, or cannot be had: a sentence each.
  package var notOffered: [Sentence]
  /// Proposals that may each be taken beside a choice: completion dates, boxes of full progress, *Your words*.
  package var small: [Choice]

  package init(
    baseline: [EndResult] = [], offered: [Choice] = [], notOffered: [Sentence] = [], small: [Choice] = []
  ) {
    self.baseline = baseline
    self.offered = offered
    self.notOffered = notOffered
    self.small = small
  }
}

/// One thing that can be ticked, as a whole: what it says, what it writes, what comes of it.
package struct Choice: Hashable, Sendable {
  /// 1 and up among the choices; 0 for a small proposal.
  package var number: Int
  /// A few words in `[a-z0-9-]` that stay the same from run to run as long as the choice means the same: `exam-first`.
  package var slug: String
  /// One or two sentences: what is done.
  ///
  /// Begins with a capital, ends with a full stop.
  package var sentence: Sentence
  /// Everything that it writes, dates of milestones included, in the order of the files.
  package var writes: [PlannedWrite]
  /// What becomes of the same ends as in `Choices.baseline`, in the same order, on paper.
  package var results: [EndResult]
  /// Minutes of work that it takes out of the plan; negative where it adds some.
  package var minutesSaved: Int
  /// Holds every target and every fixed date on paper.
  package var holdsEverything: Bool

  package init(
    number: Int, slug: String, sentence: Sentence, writes: [PlannedWrite], results: [EndResult] = [],
    minutesSaved: Int = 0, holdsEverything: Bool = false
  ) {
    self.number = number
    self.slug = slug
    self.sentence = sentence
    self.writes = writes
    self.results = results
    self.minutesSaved = minutesSaved
    self.holdsEverything = holdsEverything
  }
}

/// What becomes of the end of a goal, or of a fixed milestone, on paper: with every free hour used.
package struct EndResult: Hashable, Sendable {
  package enum End: Hashable, Sendable {
    /// The index in `Plan.goals`.
    case goal(Int)
    /// A fixed milestone: the index in `Plan.milestones`.
    case fixed(Int)
  }

  package var end: End
  /// When all of it is complete; for a fixed milestone, when all that comes before is.
  ///
  /// Nil is never.
  package var completion: Day?
  /// The deadline, or the fixed day; nil for a goal without one.
  package var deadline: Day?
  /// The deadline less the buffer.
  package var target: Day?
  /// Open work in minutes.
  package var minutesLeft: Int
  /// Minutes of work that find no place before the target.
  package var shortfallMinutes: Int
  /// The chance that the deadline, or the fixed day, holds; nil without a forecast, or without a day.
  package var chance: Double?
  /// The days by whose ends a goal is probably complete; nil without a forecast, and for what is fixed.
  package var will: PlanForecast.Will?

  package init(
    end: End, completion: Day?, deadline: Day?, target: Day?, minutesLeft: Int, shortfallMinutes: Int = 0
  ) {
    self.end = end
    self.completion = completion
    self.deadline = deadline
    self.target = target
    self.minutesLeft = minutesLeft
    self.shortfallMinutes = shortfallMinutes
  }

  /// Days after the deadline; 0 when it holds, nil where the end is never reached.
  package var daysPastDeadline: Int? { days(past: deadline) }
  /// Days of the buffer that are used up (and days past the deadline beyond it); 0 when the target holds.
  package var daysPastTarget: Int? { days(past: target) }

  private func days(past day: Day?) -> Int? {
    guard let day else { return 0 }
    return completion.map { max(0, $0 - day) }
  }
}

extension PlanForecast {
  /// The chance that an end holds: of a goal its deadline, of a fixed milestone that all before it is complete.
  package func chance(of end: EndResult.End, by day: Day?) -> Double? {
    switch end {
    case .goal(let goal): day.flatMap { chance(ofGoal: goal, by: $0) }
    case .fixed(let milestone):
      fixed(ofMilestone: milestone)?.chance
    }
  }
}
