package import PlanDocuments
package import PlanModel

/// How a kind of goal is usually reached: steps in the order of time, for whom they hold, what they take, where people stall.
package struct Playbook: Sendable {
  /// A remark nested in a step: `> Why: …`.
  package struct Reason: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
      /// The reason for the step.
      case why
      /// A step that people leave out, and what happens then.
      case forgotten
      /// Something the plan takes for granted, to be challenged.
      case assumes
      /// Trouble that comes here; after a semicolon the remedy.
      case stall
      /// Money, in figures.
      case cost
      /// A question to settle before this step.
      case ask
    }

    package var kind: Kind
    package var words: String
  }

  /// The hours of a step.
  package enum Work: Hashable, Sendable {
    case hours(Effort)
    /// So much for each `per` of the amount's unit.
    case perAmount(Effort, per: Double)
    /// A share of the whole hours, 0 to 1.
    case share(Double)
  }

  /// When a step is done, besides its place in the list.
  package enum Timing: Hashable, Sendable {
    case inTurn
    /// As soon as it can be, although a long step is running.
    case early
    case afterEnd
  }

  package struct Task: Hashable, Sendable {
    package var title: String
    package var minutes: Int?

    package init(title: String, minutes: Int? = nil) {
      self.title = title
      self.minutes = minutes
    }
  }

  package struct Milestone: Hashable, Sendable {
    package var id: String
    package var title: String
    /// nil where the line says none that can be read.
    package var work: Work?
    /// The part of the amount that this step does, 0 to 1.
    package var part: Double? = nil
    /// Cut into pieces of two to four weeks.
    package var isSplit = false
    /// One step for each subject of the facts entry.
    package var isForEachSubject = false
    /// The ids of steps of this playbook.
    package var after: [String] = []
    package var wait: Wait? = nil
    /// The wait as a share of the goal's own time, 0 to 1: money comes by the month.
    package var waitShare: Double? = nil
    package var timing = Timing.inTurn
    /// It is complete so many days before the goal's day.
    package var daysBefore: Wait? = nil
    /// It isn't begun earlier than so many days before the goal's day.
    package var earliestDaysBefore: Int? = nil
    /// It takes at least so many days from its beginning, however many hours there are.
    package var leastDays: Int? = nil
    /// The goal's day itself: a race, a wedding, a launch.
    package var isOnTheDay = false
    /// Names of *Start* or keys of the facts entry, all of which it needs.
    package var needs: [String] = []
    /// Names of *Start* or keys of the facts entry, none of which it goes with.
    package var excludes: [String] = []
    /// Indices of `Playbook.levels`.
    package var from: Int? = nil
    package var to: Int? = nil
    package var reaches: Int? = nil
    package var isOptional = false
    package var reasons: [Reason] = []
    /// What people call this step in a list of their own.
    package var also: [String] = []
    package var tasks: [Task] = []

    /// It is a step that people leave out.
    package var isForgotten: Bool { reasons.contains { $0.kind == .forgotten } }
    /// It holds only for some starting points or goals.
    package var hasConditions: Bool {
      !needs.isEmpty || !excludes.isEmpty || from != nil || to != nil || reaches != nil
    }
  }

  /// A starting point or a thing that may be there already, with the words that tell it.
  package struct StartLine: Hashable, Sendable {
    package var name: String
    package var phrases: [String]
  }

  package struct Question: Hashable, Sendable {
    /// What the answer tells: `level`, `day`, `cost`, a name of *Start*; nil where the line doesn't say.
    package var key: String?
    package var words: String
  }

  /// What `per:` and slots count: 60,000 words.
  package struct Measure: Hashable, Sendable {
    /// In thousandths, above 0.
    package var number: Int64
    package var unit: String

    package var value: Double { Double(number) / 1000 }
  }

  /// The file's name without its ending.
  package var name: String
  package var title: String
  /// The words and phrases that people type when they want this.
  package var match: [String]
  /// Words that go with the subject and don't name it.
  package var hints: [String] = []
  /// Words that speak for another subject.
  package var against: [String] = []
  /// It is for many subjects, and any other playbook that fits comes before it.
  package var isBroad = false
  /// What such a goal looks like when anyone can tell that it is reached, with usual numbers.
  package var success: String?
  /// From start to end, in days.
  package var lasts: Wait?
  /// The whole hours that shares are shares of, where the file has them.
  package var whole: Effort?
  /// The usual amount, where the work grows with one.
  package var measure: Measure?
  /// Starting points in their order, least first.
  package var levels: [String] = []
  /// The level that is assumed where nothing was said; below 0, so many of the level's own numbers under the goal's.
  package var usual = 0
  /// The level that the goal is taken for where its words name none.
  package var aim: Int?
  /// Tables of facts that are looked up by the goal's words.
  package var facts: [String] = []
  /// Its hours are those that were spent: a person's ratio isn't applied to them again.
  package var hasSpentHours = false
  /// For goals that fit no other playbook.
  package var isGeneral: Bool
  /// Where the figures come from.
  package var sources: [String]
  package var start: [StartLine] = []
  package var milestones: [Milestone]
  package var stalls: [StallPoint]
  /// What to ask the person, most useful first.
  package var asks: [Question]
  /// What is in the file and cannot be right.
  package var findings: [Finding]

  package var questions: [String] { asks.map(\.words) }
}

extension Playbook.Milestone {
  /// There are starting points for which both steps hold.
  func canHold(beside other: Self) -> Bool {
    func meet(_ one: Self, _ other: Self) -> Bool {
      one.needs.allSatisfy { !other.excludes.contains($0) } && (one.from ?? 0) <= (other.to ?? .max)
        && (one.from ?? 0) < (other.reaches ?? .max)
    }
    return meet(self, other) && meet(other, self)
  }
}

extension Playbook {
  /// For each step, the indices of all those that come right before it where both hold.
  package var predecessors: [[Int]] {
    var indices: [String: [Int]] = [:]
    for (index, step) in milestones.enumerated() { indices[step.id, default: []].append(index) }
    return milestones.map { step in
      step.after.flatMap { indices[$0] ?? [] }.filter { milestones[$0].canHold(beside: step) }
    }
  }

  /// The usual starting point.
  package var usualLevel: Int { min(max(usual, 0), max(levels.count - 1, 0)) }

  /// The hours from a starting point on, for someone of whom nothing else is known: steps with `if:` are left out.
  ///
  /// Nil where no hours are known.
  package func usualEffort(from level: Int) -> Effort? {
    let (steps, share) = usualSteps(from: level)
    var low = 0.0
    var high = 0.0
    for step in steps {
      guard let (least, most) = usualMinutes(of: step) else { continue }
      low += least
      high += most
    }
    if let whole {
      low += Double(whole.low) * share
      high += Double(whole.high) * share
    }
    guard high > 0 else { return whole }
    return Effort(low: Int(low.rounded()), high: Int(max(low, high).rounded()))
  }

  /// The usual hours in all.
  package var effort: Effort? { usualEffort(from: usualLevel) }

  /// The steps that hold for a level and nothing else, and the sum of their shares.
  func usualSteps(from level: Int) -> (steps: [Milestone], share: Double) {
    let aim = aimedLevel
    let steps = milestones.filter { step in
      step.needs.isEmpty && step.from.map { level >= $0 } ?? true && step.to.map { level <= $0 } ?? true
        && step.reaches.map { $0 > level && $0 <= aim } ?? true
    }
    let share = steps.reduce(0.0) { sum, step in
      if case .share(let share) = step.work { sum + share } else { sum }
    }
    return (steps, share)
  }

  /// The level that a goal without any is taken for: `aim`, else that of the usual amount, else the last.
  package var aimedLevel: Int { aim ?? amountLevel ?? max(levels.count - 1, 0) }

  /// The level of the usual amount: 21.1 km reach `21k`.
  private var amountLevel: Int? {
    guard let measure, levelsAreAmounts else { return nil }
    return level(reachedBy: measure.value, unit: measure.unit)
  }

  /// Steps bring somebody to amounts, as training does; where they don't, an amount tells how far the work is.
  var levelsAreAmounts: Bool {
    guard let measure else { return false }
    return milestones.contains { step in
      guard let reaches = step.reaches else { return false }
      return start.first { $0.name == levels[reaches] }?.phrases.contains { phrase in
        let words = phrase.split(separator: " ")
        return words.count == 2 && words[1].lowercased() == measure.unit.lowercased() && Double(words[0]) != nil
      } ?? false
    }
  }

  /// The highest level with a phrase of so much or less of the unit: `10k: 10 km, …`.
  func level(reachedBy amount: Double, unit: String) -> Int? {
    levels.indices.last { level in
      start.first { $0.name == levels[level] }?.phrases.contains { phrase in
        let words = phrase.split(separator: " ")
        return words.count == 2 && words[1].lowercased() == unit.lowercased()
          && Double(words[0]).map { $0 <= amount * 1.02 } ?? false
      } ?? false
    }
  }

  /// Minutes of a step for the usual amount, shares left out.
  private func usualMinutes(of step: Milestone) -> (Double, Double)? {
    switch step.work {
    case .hours(let effort): return (Double(effort.low), Double(effort.high))
    case .perAmount(let effort, let per):
      guard let measure, per > 0 else { return nil }
      let times = measure.value * (step.part ?? 1) / per
      return (Double(effort.low) * times, Double(effort.high) * times)
    case .share, nil: return nil
    }
  }
}
