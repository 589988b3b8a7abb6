package import Forecasting
package import PlanDocuments
package import PlanModel

/// Everything that a review note says, as values; the note is written from these and nothing else.
package struct ReviewFacts: Sendable {
  package var today: Day
  package var period: ReviewPeriod
  /// The folder of the note: links are written from there.
  package var folder: VaultPath
  /// The week's one decision: the first sentence stands in bold.
  package var headline: [Sentence] = []
  /// The chance of each goal, kept for the next note.
  package var chances: [KeptChance] = []
  /// Chances that changed since the last note by what is worth saying.
  package var chanceMoves: [ChanceMove] = []
  /// What was decided in an earlier note, and what became of it.
  package var lookingBack: DecisionOutcome?
  /// What was decided in this very note, newest last.
  package var decided: [NoteDecision] = []
  package var completedGoals: [CompletedGoal] = []
  package var done = WorkDone()
  package var goals: [GoalStanding] = []
  package var overbookings: [Overbooking] = []
  package var decide = DecideFacts()
  package var nextWeek = WeekAhead()
  package var weeks = WeeksAhead()
  package var endsBackwards: [EndBackwards] = []
  /// At most two are shown.
  package var questions: [Sentence] = []
  /// What somebody else asks, of which the first stands among these.
  package var suggestedQuestions: [SuggestedQuestion] = []
  /// What the plan was made with, and is until the next review.
  package var pace = RecordedPace.usual
  /// What the note keeps for later runs, of its weeks and of what is not committed.
  package var kept = KeptPast()
  /// Where the figures come from.
  package var sources: [Sentence] = []

  package init(today: Day, period: ReviewPeriod, folder: VaultPath) {
    self.today = today
    self.period = period
    self.folder = folder
  }
}

/// What became of a goal's chance since the last note.
package struct ChanceMove: Hashable, Sendable {
  package var goal: NamedItem
  /// 0 to 1.
  package var before: Double
  package var now: Double

  package init(goal: NamedItem, before: Double, now: Double) {
    self.goal = goal
    self.before = before
    self.now = now
  }
}

/// A goal, milestone or task by its title, with the note that it stands in.
package struct NamedItem: Hashable, Sendable {
  package var title: String
  package var path: VaultPath?

  package init(_ title: String, path: VaultPath? = nil) {
    self.title = title
    self.path = path
  }
}

/// What was done in the days that a note covers.
package struct WorkDone: Hashable, Sendable {
  package struct GoalWork: Hashable, Sendable {
    package var goal: NamedItem
    package var minutes = 0
    package var completed: [CompletedMilestone] = []
    /// Titles of tasks that were ticked, in milestones that are still open.
    package var ticked: [String] = []
    package var amounts: [MovedAmount] = []
    /// All amounts of the goal together, where they have one unit and something moved.
    package var wholeAmount: MovedAmount?
    /// The days since anything was done, where that is the news; nil otherwise.
    package var quietDays: Int?

    package init(goal: NamedItem) {
      self.goal = goal
    }
  }

  /// A measured amount that moved.
  package struct MovedAmount: Hashable, Sendable {
    package var milestone: String
    package var before: Amount
    package var now: Amount

    package init(milestone: String, before: Amount, now: Amount) {
      self.milestone = milestone
      self.before = before
      self.now = now
    }
  }

  /// Work and hours of several weeks.
  package struct Weeks: Hashable, Sendable {
    package var count: Int
    package var finishedMinutes: Int
    package var freeMinutes: Int

    package init(count: Int, finishedMinutes: Int, freeMinutes: Int) {
      self.count = count
      self.finishedMinutes = finishedMinutes
      self.freeMinutes = freeMinutes
    }
  }

  /// Finished work in minutes: effort times the growth of progress.
  package var finishedMinutes: Int?
  /// Free minutes of these days; nil where no hours are declared.
  package var freeMinutes: Int?
  /// The same over the last weeks, these days included.
  package var weeks: Weeks?
  package var goals: [GoalWork] = []

  package init() {}
}

package struct CompletedMilestone: Hashable, Sendable {
  package var milestone: NamedItem
  /// Nil where nothing tells the day.
  package var done: Day?
  package var due: Day?

  package init(milestone: NamedItem, done: Day?, due: Day?) {
    self.milestone = milestone
    self.done = done
    self.due = due
  }
}

/// A goal whose last milestone was completed: its plan held against what came.
package struct CompletedGoal: Hashable, Sendable {
  package var goal: NamedItem
  package var completed: Day
  package var deadline: Day?
  package var milestones: [CompletedMilestone]

  package init(goal: NamedItem, completed: Day, deadline: Day?, milestones: [CompletedMilestone]) {
    self.goal = goal
    self.completed = completed
    self.deadline = deadline
    self.milestones = milestones
  }
}
