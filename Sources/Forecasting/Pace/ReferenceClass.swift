/// What other people's plans came to: the tables that stand in for history where a person has little or none.
///
/// All figures are derived from published data, none of which is part of this program:
///
/// * *CESAW*: 61,817 tasks of 246 people on 45 projects, with time logs, 2010 to 2017; *SiP*: 10,266 tasks of 21
///   people, 2004 to 2014; *Renzo*: 17,764 tasks of one person over ten years; *Project 22*: 616 stories of three
///   people. All four were published by Derek M. Jones and co-authors with "Evidence-based Software Engineering".
/// * *Landmark* (T. Little, IEEE Software 23(3), 2006): 121 projects with their weekly estimates of the end.
/// * R. Buehler, D. Griffin and M. Ross, "Exploring the planning fallacy" (1994): 37 theses.
/// * Weekly plans that three private people keep in public: 774 weeks of what was planned and what was done.
///
/// Half of the people served to fit the figures, the other half to test them. Only finished work is in such data; what
/// was given up is not, so every figure here is on the hopeful side.
package enum ReferenceClass {
  /// Hours needed ÷ hours estimated of milestones of 2 to 80 hours, each as likely as the others.
  ///
  /// The means of twentieths of all cases (CESAW, SiP, Renzo, Project 22); their own mean is 1.09.
  package static let effortRatios: [Double] = [
    0.125, 0.233, 0.333, 0.435, 0.539, 0.63, 0.716, 0.804, 0.895, 0.98,
    1.0, 1.01, 1.043, 1.132, 1.237, 1.363, 1.572, 1.777, 2.277, 3.642,
  ]

  /// How many finished milestones of one's own the table of ratios weighs as much as.
  package static let effortMilestones = 5.0
  /// A finished milestone counts half as much as one finished ten milestones later.
  package static let effortHalfLifeMilestones = 10.0
  /// Ratios beyond these come from slips of the pen more often than from work.
  package static let effortRatioLimits = (least: 0.125, most: 8.0)
  /// The spread of the logarithm of what all milestones of a goal have in common.
  package static let effortCommonSpread = 0.15

  /// The spread of the logarithm of what one milestone comes to ÷ its estimate, what all of a person's have in common left
  /// out: that is in the pace.
  ///
  /// It makes the last stretch long, where nothing evens it out. Narrower than the ratios above,
  /// since what is off by carelessness is not drawn.
  package static let estimateSpread = 0.4

  /// Factors with that spread and the mean 1, each as likely as the others.
  static func estimateFactors(spread: Double) -> [Double] {
    guard spread > 0 else { return [1] }
    let factors = (0..<64).map { Exponentials.exp(spread * Exponentials.normalQuantile((Double($0) + 0.5) / 64)) }
    let mean = factors.reduce(0, +) / Double(factors.count)
    return factors.map { $0 / mean }
  }

  /// Hours done in a week ÷ a person's mean week, each as likely as the others.
  ///
  /// The means of tenths of all weeks (CESAW, SiP, Renzo); their own mean is 1.
  package static let weeks: [Double] = [0, 0, 0, 0.086, 0.39, 0.736, 1.093, 1.494, 2.198, 4.002]

  /// How many weeks of one's own the table of weeks weighs as much as, when a week is drawn.
  package static let weeksOfTable = 6.0
  /// A week counts half as much as one twenty weeks later.
  package static let paceHalfLifeWeeks = 20.0
  /// The share of the planned hours that gets done, before anything is known: real durations were 1.79 times the
  /// planned ones (Landmark, median) and 1.64 times (Buehler and others), and the weekly plans were kept to 0.41, 0.41
  /// and 0.78.
  package static let pace = 0.6
  /// That share stands in for so many weeks at least and at most, the more the more uneven the weeks are.
  package static let paceWeeksAtLeast = 1.0
  package static let paceWeeksAtMost = 9.0
  /// The spread of the logarithm of people's mean pace, and of how far a person's later pace lies from the earlier one
  /// beyond what chance of single weeks explains; 0.40 together, as measured (CESAW, SiP, Renzo).
  package static let paceSpreadOfPeople = 0.33
  package static let paceSpreadOfTime = 0.22
  /// How many weeks of one's own the table of weeks weighs as much as, when it is asked how uneven the weeks are.
  package static let weeksOfEvenness = 2.0

  /// Below so many weeks, and below so many finished milestones, of one's own a forecast is mostly reference class: the
  /// error of the next eight weeks' pace falls until then and hardly after.
  package static let weeksUntilOwn = 8
  package static let milestonesUntilOwn = 8
  /// Below so many weeks no percentage is shown first.
  package static let weeksUntilPercentages = 4
}
