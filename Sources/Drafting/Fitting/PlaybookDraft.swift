package import Forecasting
package import PlanDocuments
import PlanModel

/// A plan made from a playbook for one goal, with everything that was decided on the way.
package struct PlaybookDraft: Sendable {
  /// Something the plan takes for granted about the goal as a whole, to be said before it is written.
  package enum Assumption: Hashable, Sendable {
    /// The end was read in the goal's own words.
    case deadlineRead(Day)
    /// Words that look like an end and weren't understood.
    case endNotRead(String)
    /// No end was named: the time that such goals usually take.
    case deadlineUsual(Day, Wait)
    /// No end was named: the day by which the work is done with the hours there are.
    case deadlineComputed(Day)
    /// No hours were named for the goal: minutes a week that its work asks for.
    case hours(Int)
    /// The goal's amount, where it isn't the usual one, in words.
    case amount(String, usual: String)
    /// The start that was assumed, since none was told.
    case startUnknown
    /// The entry of the facts that the hours or words come from.
    case facts(String)
    /// Words on the start that the playbook doesn't know.
    case notUsed([String])
    /// Limits that belong to no single step.
    case limits([String])
    /// Steps that the person named and the playbook doesn't know.
    case ownSteps([String])
    /// A step happens on the day that the person named.
    case onTheDay(String, Day)
    /// The person's own figure for the work.
    case ownEffort(Effort)
    /// The hours that the person's earlier milestones took against their estimates.
    case ownRatio(Double)
    /// The person speaks a near language, and needs this part of the usual hours.
    case relative(String, share: Double)
    /// The share of planned hours that the person's own weeks turned into work, in hundredths.
    case ownPace(Int)
    /// There is less time than such goals usually take.
    case shorterThanUsual(days: Int, Wait)
  }

  package var playbook: Playbook
  package var choice: PlaybookMatching.Choice?
  /// With its dates, where the goal had no list before.
  package var draft: DraftPlan
  package var assumptions: [Assumption] = []
  /// Steps that the start says are done, with the words that say so.
  package var leftOut: [(title: String, because: String)] = []
  /// The goal's own steps, kept; nil for a new goal.
  package var kept: KeptSteps?
  /// The goal's amount with its unit, and the minutes that grow with it; nil where the playbook has none.
  package var amount: (value: Double, unit: String, minutes: Int)?

  /// The deadline is a day that nobody can move.
  package var hasFixedDay: Bool {
    draft.milestones.contains { $0.isFixed && $0.due == draft.anchor.deadline }
  }

  /// What it is written into, with what changes in the lines that are there.
  package func home(_ home: PlacedDraft.Owner) -> PlacedDraft.Owner {
    if case .goal(let goal, let edits) = home { return .goal(goal, edits: edits + (kept?.edits ?? [])) }
    return home
  }
}

/// All that a draft is made from besides the playbook and the goal.
package struct DraftingGround: Sendable {
  package var snapshot: VaultSnapshot
  package var today: Day
  package var words: WordLists
  package var facts: FactTables
  package var record: OwnRecord
  /// The vault as it is, planned.
  package var before: ForecastedPlan?

  package init(
    _ snapshot: VaultSnapshot, today: Day, words: WordLists, facts: FactTables = FactTables(),
    record: OwnRecord = OwnRecord(), before: ForecastedPlan? = nil
  ) {
    self.snapshot = snapshot
    self.today = today
    self.words = words
    self.facts = facts
    self.record = record
    self.before = before
  }
}

extension PlaybookDraft {
  /// - Parameters:
  ///   - home: where it would be written.
  ///   - effort: the person's own figure for the whole work; nil takes the playbook's.
  ///   - named: titles of steps that the person has in mind, for a goal without a list.
  package init(
    _ playbook: Playbook, choice: PlaybookMatching.Choice? = nil, for given: GoalAnchor, home: PlacedDraft.Owner,
    on ground: DraftingGround, effort own: Effort? = nil, named: [String] = []
  ) {
    var anchor = given
    anchor.playbook = playbook.name
    anchor.start = anchor.start ?? ground.today
    self.init(playbook: playbook, choice: choice, draft: DraftPlan(anchor: anchor, milestones: []))
    let plan = Plan(reading: ground.snapshot, today: ground.today)
    if draft.anchor.buffer == nil, plan.settings.buffer == nil { draft.anchor.buffer = 7 }
    let goal = anchor.goal + (anchor.success.map { ", " + $0 } ?? "")
    var entry = ground.facts.entry(for: goal, in: playbook.facts, words: ground.words)
    let relative = entry.flatMap { SpokenRelative($0, origin: anchor.origin, words: ground.words) }
    let measured = playbook.measure.flatMap { measure in
      ground.words.largestAmount(in: goal, unit: measure.unit)
        ?? Self.amountBeside(anchor, playbook, measure, ground.words)
    }
    let start = StartingPoint(
      playbook, goal: anchor.goal, origin: anchor.origin + Self.doneSteps(home, in: plan),
      limits: anchor.constraints + (anchor.success.map { [$0] } ?? []),
      entry: Self.words(of: entry), words: ground.words)
    var factor = record(ground.record, own: own)
    if let relative {
      factor *= relative.share
      entry?.values["relatives"] = nil
      assumptions.append(.relative(relative.name, share: relative.share))
    }
    var chosen = ChosenSteps(
      playbook, start, entry: entry, amount: measured, factor: factor, words: ground.words)
    chosen.fit(to: own, assuming: &assumptions)
    leftOut = chosen.leftOut
    tellStart(start, entry, chosen, measured)
    draft.stalls = playbook.stalls
    draft.questions = Self.questions(of: playbook, start, entry, anchor, amount: measured)
    let slots = GoalSlots(
      playbook, goal: anchor.goal, entry: entry, amount: measured ?? playbook.measure?.value, words: ground.words)
    let hours = StepHours(playbook, start, entry: entry, amount: measured, factor: factor)
    var time = DraftTime(home, ground, plan, minutes: chosen.minutes, entry: entry)
    time.settle(chosen, &self)
    leftOut = leftOut.map { left in
      (SlotText.filled(left.title, isTitle: true) { slots.value($0) } ?? left.title, left.because)
    }
    draft.milestones = chosen.milestones(slots, hours, weekly: time.weeklyMinutes)
    if case .goal(let goal, _) = home, !plan.goals[goal].milestones.isEmpty {
      let titles = playbook.milestones.map { step in
        HarmlessText.line(SlotText.filled(step.title, isTitle: true) { slots.value($0) } ?? step.title, limit: 200)
      }
      kept = KeptSteps(
        of: goal, in: plan, beside: &draft.milestones, drafted: Set(titles), words: ground.words
      ) { PlaybookMatching([playbook], words: ground.words).choice(for: $0).playbook == 0 }
      if let question = kept?.question { draft.questions.insert(question, at: 0) }
    }
    if kept == nil { add(named, leftOut: leftOut.map(\.title), keepsWork: own != nil, ground.words) }
    addLimits(ground.words)
    if case .goal(let goal, _) = home { kept?.connect(to: draft.milestones, of: goal, in: plan) }
    time.date(&self)
    time.makeRoom(&self)
    if let lasts = playbook.lasts, let deadline = given.deadline, deadline - ground.today < lasts.low, leftOut.isEmpty,
      !start.isLevelSaid
    {
      assumptions.append(.shorterThanUsual(days: deadline - ground.today, lasts))
    }
  }

  /// What the goal's note says of where it stands besides its origin: steps that are done, and answers under *Asked*.
  private static func doneSteps(_ home: PlacedDraft.Owner, in plan: Plan) -> [String] {
    guard case .goal(let goal, _) = home else { return [] }
    let done = plan.goals[goal].milestones.filter { plan.milestones[$0].state == .done }
    let answers = PlaybookSections(of: plan.documents[plan.goals[goal].document]).lines(of: "asked").compactMap {
      line in
      line.lastIndex(of: "?").map { line[line.index(after: $0)...].trimmedBlanks }
    }
    return done.map { plan.milestones[$0].title } + answers
  }

  /// The amount where it is told with the start, “nothing booked, about 70 guests”, and the start isn't told in that unit.
  private static func amountBeside(
    _ anchor: GoalAnchor, _ playbook: Playbook, _ measure: Playbook.Measure, _ words: WordLists
  ) -> Double? {
    let tellsStart = playbook.start.contains { line in
      playbook.levels.contains(line.name)
        && line.phrases.contains { words.largestAmount(in: $0, unit: measure.unit) != nil }
    }
    return tellsStart
      ? nil : words.largestAmount(in: (anchor.origin + anchor.constraints).joined(separator: ", "), unit: measure.unit)
  }

  /// The words that stand for a goal in a table of facts: its heading, and its distance.
  private static func words(of entry: FactTable.Entry?) -> String {
    guard let entry else { return "" }
    return [entry.heading, entry["distance"]].compactMap(\.self).joined(separator: ", ")
  }

  /// What all hours are multiplied by: the person's own ratio, unless the hours are spent ones or the person's figure.
  private mutating func record(_ record: OwnRecord, own: Effort?) -> Double {
    if record.hasOwnPace { assumptions.append(.ownPace(record.pace)) }
    guard own == nil, !playbook.hasSpentHours, let ratio = record.effortRatio else { return 1 }
    assumptions.append(.ownRatio(ratio))
    return ratio
  }

  private mutating func tellStart(
    _ start: StartingPoint, _ entry: FactTable.Entry?, _ chosen: ChosenSteps, _ measured: Double?
  ) {
    if let entry { assumptions.append(.facts(entry.heading)) }
    if let measure = playbook.measure, chosen.steps.contains(where: \.isPerAmount) {
      let value = measured ?? measure.value
      let minutes = chosen.steps.filter(\.isPerAmount).reduce(0) { $0 + ($1.effort?.middle ?? 0) }
      amount = (value, measure.unit, minutes)
      if let measured, abs(measured - measure.value) > 0.05 * measure.value {
        assumptions.append(
          .amount(
            "\(GoalSlots.written(measured)) \(measure.unit)",
            usual: "\(GoalSlots.written(measure.value)) \(measure.unit)"))
      }
    }
    if !playbook.levels.isEmpty, !start.isLevelSaid, draft.anchor.origin.isEmpty { assumptions.append(.startUnknown) }
    if !start.notUsed.isEmpty { assumptions.append(.notUsed(start.notUsed)) }
  }

  /// The playbook's questions that nothing said so far answers, at most four.
  private static func questions(
    of playbook: Playbook, _ start: StartingPoint, _ entry: FactTable.Entry?, _ anchor: GoalAnchor, amount: Double?
  ) -> [String] {
    let said = start.because.keys
    return playbook.asks.filter { question in
      switch question.key {
      case "level": !start.isLevelSaid && anchor.origin.isEmpty
      case "day": anchor.deadline == nil
      case "amount": amount == nil
      case "name", "subject": entry == nil
      case "hours": anchor.time.isEmpty
      case "cost": !anchor.constraints.contains { $0.contains(where: \.isNumber) }
      case let key?: !said.contains(key) && !start.things.contains(key)
      case nil: true
      }
    }.prefix(4).map(\.words)
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
