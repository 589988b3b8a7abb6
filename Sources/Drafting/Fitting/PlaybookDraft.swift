package import PlanDocuments
import PlanModel
import Recalibration

/// A plan made from a playbook for one goal, with everything that was decided on the way.
package struct PlaybookDraft: Sendable {
  /// What the plan takes for granted about the goal as a whole, to be said before it is written.
  package enum Assumption: Hashable, Sendable {
    /// The end was read in the goal's own words.
    case deadlineRead(Day)
    /// No end was named: the time that such goals usually take.
    case deadlineUsual(Day, Wait)
    /// No end was named: when the work is done with the hours there are.
    case deadlineReckoned(Day)
    /// No hours were named for the goal: minutes a week that its work asks for.
    case hours(Int)
    /// Its amount makes it so many times the usual work.
    case amount(ratio: Double, effort: Effort)
    /// The goal's words name a step as its end; the playbook has more after it.
    case endsAt(String, beyond: [String])
    /// Steps of the playbook that go further than the goal's amount.
    case notFurther([String])
    /// Steps that the person named and the playbook does not know.
    case ownSteps([String])
    /// A step happens on the day that the person named; what the playbook has after it is left out.
    case onTheDay(String, Day, beyond: [String])
    /// The person's own figure for the work.
    case ownEffort(Effort)
    /// What the person's earlier milestones took against their estimates.
    case ownRatio(Double)
    /// It fits if the work takes no more than this many minutes, where the usual is more.
    case tight(minutes: Int, usual: Int, until: Day)
    /// The share of planned hours that the person's own weeks turned into work, in hundredths.
    case ownPace(Int)
    /// There is less time than such goals usually take.
    case shorterThanUsual(days: Int, Wait)
  }

  package var playbook: Playbook
  package var choice: PlaybookMatching.Choice?
  /// Without dates.
  package var draft: DraftPlan
  package var assumptions: [Assumption] = []
  /// Steps that the origin says are done, with the words that say so.
  package var leftOut: [(title: String, because: String)] = []
  /// The goal's own steps, kept; nil for a new goal.
  package var kept: KeptSteps?

  /// What it is written into, with what changes in the lines that are there.
  package func home(_ home: PlacedDraft.Owner) -> PlacedDraft.Owner {
    if case .goal(let goal, let edits) = home { return .goal(goal, edits: edits + (kept?.edits ?? [])) }
    return home
  }
}

extension PlaybookDraft {
  /// - Parameters:
  ///   - home: where it would be written.
  ///   - effort: the person's own figure for the whole work; nil takes the playbook's.
  ///   - named: titles of steps that the person has in mind, for a goal without a list.
  ///   - words: the words that goals and steps are compared by.
  ///   - holdsDay: what happens on the goal's day is dated on it, if that fits.
  package init(
    _ playbook: Playbook, choice: PlaybookMatching.Choice? = nil, for given: GoalAnchor, home: PlacedDraft.Owner,
    in snapshot: VaultSnapshot, today: Day, effort own: Effort? = nil, record: OwnRecord = OwnRecord(),
    named: [String] = [], words: WordLists, holdsDay: Bool = true
  ) {
    var anchor = given
    anchor.playbook = playbook.name
    anchor.start = anchor.start ?? today
    self.init(playbook: playbook, choice: choice, draft: DraftPlan(anchor: anchor, milestones: []))
    let effort = work(own, record)
    if record.hasOwnPace { assumptions.append(.ownPace(record.pace)) }
    let origin = OriginClaims(anchor.origin, goal: anchor.goal + " " + (anchor.success ?? ""), words: words)
    let steps = PlaybookMilestones(playbook, goal: anchor.goal, origin: origin, effort: effort, words: words)
    if let end = steps.end { assumptions.append(.endsAt(end, beyond: steps.beyond)) }
    if !steps.further.isEmpty { assumptions.append(.notFurther(steps.further)) }
    leftOut = steps.leftOut.map { ($0.title, $0.because) }
    draft.milestones = steps.milestones
    let plan = Plan(reading: snapshot, today: today)
    stretchWaits(plan)
    if case .goal(let goal, _) = home, !plan.goals[goal].milestones.isEmpty {
      kept = KeptSteps(of: goal, in: plan, beside: &draft.milestones, playbook: playbook, words: words)
    }
    draft.stalls = playbook.stalls
    draft.questions = playbook.questions
    draft.addPersonsReasons(words: words)
    if draft.anchor.buffer == nil, plan.settings.buffer == nil { draft.anchor.buffer = 7 }
    settleDeadline(self.home(home), snapshot, plan, record)
    stretchWaits(plan)
    if holdsDay, let day = given.deadline, kept == nil { hold(day, today) }
    let days = (draft.anchor.deadline ?? today) - today
    draft.milestones = MilestoneCount(days: days).fitted(draft.milestones, beside: kept?.titles.count ?? 0)
    if kept == nil {
      add(named, leftOut: steps.leftOut.map(\.title) + steps.beyond + steps.further, keepsWork: own != nil, words)
    }
    if case .goal(let goal, _) = home { kept?.connect(to: draft.milestones, of: goal, in: plan) }
    let connected = self.home(home)
    settleHours(connected, snapshot, plan)
    makeRoom(connected, snapshot, plan, isOwnEffort: own != nil)
    if draft.milestones.contains(where: \.isFixed), !end(connected, snapshot, plan).fits {
      // The whole of it, wherever it would end.
      self.init(
        playbook, choice: choice, for: given, home: home, in: snapshot, today: today, effort: own, record: record,
        named: named, words: words, holdsDay: false)
      return
    }
    if let lasts = playbook.lasts, days < lasts.low, leftOut.isEmpty {
      assumptions.append(.shorterThanUsual(days: days, lasts))
    }
  }

  /// The work of the whole playbook: the person's own figure, else what its amount and the person's ratio make of the usual.
  private mutating func work(_ own: Effort?, _ record: OwnRecord) -> Effort {
    if let own {
      assumptions.append(.ownEffort(own))
      return own
    }
    var effort = playbook.effort ?? Effort(low: 40 * 60, high: 200 * 60)
    let words = [draft.anchor.goal, draft.anchor.success ?? ""].joined(separator: " ")
    if let measure = playbook.measure, let ratio = GoalAmount.ratio(of: words, to: measure) {
      effort = effort.scaled(GoalAmount.effortFactor(ratio: ratio))
      assumptions.append(.amount(ratio: ratio, effort: effort))
    }
    if let ratio = record.effortRatio {
      effort = effort.scaled(ratio)
      assumptions.append(.ownRatio(ratio))
    }
    return effort
  }

  /// What takes a part of the goal's own time takes it of the time that there is, once its end is known.
  private mutating func stretchWaits(_ plan: Plan) {
    guard let deadline = draft.anchor.deadline else { return }
    let target = deadline - (draft.anchor.buffer ?? plan.settings.buffer ?? 0)
    let days = target - max(plan.today, draft.anchor.start ?? plan.today)
    for step in playbook.milestones {
      guard let share = step.waitShare, days > 0,
        let index = draft.milestones.firstIndex(where: { $0.id == step.id })
      else { continue }
      draft.milestones[index].wait = Wait(low: days, high: days).share(share)
    }
  }

  /// A race is run on its day: neither before it, when the hours would allow it, nor is there a plan for after it.
  private mutating func hold(_ day: Day, _ today: Day) {
    let steps = playbook.milestones
    guard let step = steps.firstIndex(where: \.isOnTheDay),
      let index = draft.milestones.firstIndex(where: { $0.id == steps[step].id })
    else { return }
    let later = Set(steps[(step + 1)...].map(\.id))
    let beyond = steps[(step + 1)...].map(\.title)
    draft.milestones[index].isFixed = true
    draft.milestones[index].due = day
    draft.milestones.removeAll { later.contains($0.id) }
    for step in steps[..<step] {
      guard let days = step.daysBeforeTheDay, day - days > today,
        let index = draft.milestones.firstIndex(where: { $0.id == step.id })
      else { continue }
      draft.milestones[index].start = day - days
    }
    assumptions.append(.onTheDay(steps[step].title, day, beyond: beyond))
  }

  /// - Parameter keepsWork: the work of all stays what it is.
  private mutating func add(_ named: [String], leftOut: [String], keepsWork: Bool, _ words: WordLists) {
    let steps = NamedSteps(named, in: draft.milestones, leftOut: leftOut, words: words)
    guard !steps.added.isEmpty else { return }
    let minutes = draft.minutes()
    draft.milestones = steps.milestones
    if keepsWork, draft.minutes() > 0 { draft.scaleEffort(Double(minutes) / Double(draft.minutes())) }
    assumptions.append(.ownSteps(steps.added))
  }
}
