import Drafting
package import Forecasting
package import PlanDocuments
import PlanModel
package import Recalibration
import Scheduling

/// Tries suggestions by planning again with each, and makes proposals of those that can be written.
package struct SuggestionTrial {
  private let ground: TrialGround
  private let ends: [EndResult]
  private let source: String

  private var plan: Plan { ground.outlook.plan }
  private var today: Day { plan.today }

  /// - Parameter source: who suggests, in letters, digits, `.`, `_` and `-`: it is said with each proposal.
  package init(on snapshot: VaultSnapshot, _ outlook: ForecastedPlan, from source: String) {
    ground = TrialGround(snapshot: snapshot, outlook: outlook)
    ends = EndResult.all(in: outlook)
    self.source = source
  }

  /// The proposal: what it does, why, what comes of it on paper, and what it writes.
  package func choice(_ suggestion: Suggestion) throws(SuggestionRefusal) -> Choice {
    let found = try draft(suggestion)
    let action = RecoveryAction(phrase: found.sentence, writes: found.writes)
    guard let trial = ground.trial([action]) else {
      throw SuggestionRefusal("The change to \(found.name) cannot be written into its file.")
    }
    if case .move(_, let day) = suggestion.change, let milestone = found.milestone {
      try prove(day, milestone, in: trial)
    }
    let why: Sentence = suggestion.why.isEmpty ? "" : " \(title: Self.ended(suggestion.why))"
    return Choice(
      number: 0, slug: BlockID.suggestedSlug(from: source, found.slug),
      sentence: "From \(words: source): " + found.sentence + "." + why
        + outcome(of: trial, goal: String(found.name.prefix { $0 != "/" })), writes: found.writes)
  }

  // MARK: What it writes

  private struct Draft {
    var slug: String
    var sentence: Sentence
    var writes: [PlannedWrite]
    var name: String
    var milestone: Int?
  }

  private func draft(_ suggestion: Suggestion) throws(SuggestionRefusal) -> Draft {
    switch suggestion.change {
    case .move(let name, let day): try move(try open(name), to: day)
    case .cut(let name): try cut(try open(name))
    case .split(let name, let tasks): try split(try open(name), into: tasks)
    case .add(let goal, let milestone): try add(milestone, to: goal)
    case .estimate(let name, let effort): try estimate(try open(name), effort)
    }
  }

  /// The milestone of a name, where it is still to be done.
  private func open(_ name: String) throws(SuggestionRefusal) -> Int {
    let named = plan.milestones.indices.filter { plan.name(of: $0) == name }
    let found = named.isEmpty ? plan.milestones.indices.filter { plan.milestones[$0].id == name } : named
    guard let milestone = found.first, found.count == 1 else {
      let near = NearestWords.to(name, in: plan.milestones.indices.map { plan.name(of: $0) })
      throw SuggestionRefusal(
        "There is no milestone “\(name)”." + (near.isEmpty ? "" : " Did you mean “\(near[0])”?"))
    }
    guard plan.isPlanned(milestone) else {
      throw SuggestionRefusal("\(plan.name(of: milestone)) is done, left out or at rest already.")
    }
    return milestone
  }

  private func draft(
    _ verb: String, _ milestone: Int, _ sentence: Sentence, _ key: String, _ action: PlannedWrite.Action
  )
    -> Draft
  {
    let name = plan.name(of: milestone)
    let write = PlannedWrite(subject: .milestone(name), key: key, action: action)
    return Draft(
      slug: BlockID.changeSlug(verb, plan.milestones[milestone].id), sentence: sentence,
      writes: [write], name: name, milestone: milestone)
  }

  private func move(_ milestone: Int, to day: Day) throws(SuggestionRefusal) -> Draft {
    let name = plan.name(of: milestone)
    let found = plan.milestones[milestone]
    if found.isFixed { throw SuggestionRefusal("The date of \(name) is fixed and cannot move.") }
    if day < today { throw SuggestionRefusal("\(day.description) is past; \(name) cannot be due then.") }
    if let deadline = plan.goals[found.goal].deadline, day > deadline {
      throw SuggestionRefusal("\(day.description) is after the deadline of \(name), \(deadline.description).")
    }
    let old = plan.writtenValue(of: .due, milestone: milestone)
    if found.due == day { throw SuggestionRefusal("\(name) is due on \(day.description) already.") }
    let from: Sentence = found.due.map { " from \($0)" } ?? ""
    return draft(
      "move", milestone, "move \(title: found.title)\(from) to \(day)", "due", .set(old: old, new: day.description))
  }

  private func cut(_ milestone: Int) throws(SuggestionRefusal) -> Draft {
    draft(
      "cut", milestone, "leave out \(title: plan.milestones[milestone].title)", "", .box(old: .open, new: .cancelled))
  }

  private func estimate(_ milestone: Int, _ effort: Effort) throws(SuggestionRefusal) -> Draft {
    let name = plan.name(of: milestone)
    guard effort.low >= 0, effort.high > 0, effort.high <= 2_000 * 60 else {
      throw SuggestionRefusal("The effort of \(name) must lie between 0h and 2000h.")
    }
    if plan.milestones[milestone].effort == effort {
      throw SuggestionRefusal("The effort of \(name) is \(effort.written) already.")
    }
    let old = plan.writtenValue(of: .effort, milestone: milestone)
    return draft(
      "effort", milestone, "give \(title: plan.milestones[milestone].title) an effort of \(words: effort.written)",
      "effort", .set(old: old, new: effort.written))
  }

  private func split(_ milestone: Int, into tasks: [DraftPlan.Task]) throws(SuggestionRefusal) -> Draft {
    let name = plan.name(of: milestone)
    guard plan.milestones[milestone].tasks.isEmpty, case .item = plan.milestones[milestone].origin else {
      throw SuggestionRefusal("\(name) has tasks or a file of its own; it is not split from outside.")
    }
    let titles = tasks.map { HarmlessText.line($0.title, limit: 200) }
    guard (2...12).contains(tasks.count), !titles.contains("") else {
      throw SuggestionRefusal("\(name) is split into 2 to 12 parts, each with a title.")
    }
    let whole = plan.milestones[milestone].effort?.high ?? Int.max
    let parts = tasks.reduce(0) { $0 + ($1.minutes ?? 0) }
    if parts > whole {
      throw SuggestionRefusal(
        "The parts of \(name) take \(Effort(minutes: parts).written), and all of it \(Effort(minutes: whole).written).")
    }
    let list = DraftMarkdown.tasks(tasks)
    return draft(
      "split", milestone,
      "split \(title: plan.milestones[milestone].title) into \(title: titles.joined(separator: "; "))",
      "", .newLines(list))
  }

  private func add(_ milestone: DraftPlan.Milestone, to goal: String) throws(SuggestionRefusal) -> Draft {
    guard let index = plan.goals.firstIndex(where: { $0.id == goal && $0.status == .active }) else {
      let near = NearestWords.to(goal, in: plan.goals.map(\.id))
      throw SuggestionRefusal(
        "There is no active goal “\(goal)”." + (near.isEmpty ? "" : " Did you mean “\(near[0])”?"))
    }
    let own = plan.goals[index].milestones.map { plan.milestones[$0].id }
    if own.contains(milestone.id) { throw SuggestionRefusal("\(goal) has a milestone “\(milestone.id)” already.") }
    let names = Set(own + plan.goals.map(\.id) + plan.milestones.indices.map { plan.name(of: $0) })
    let draft = DraftPlan(anchor: GoalAnchor(goal: plan.goals[index].title), milestones: [milestone])
    let findings = draft.findings(
      on: DraftGround(today: today, deadline: plan.goals[index].deadline, names: names))
    if let error = findings.first(where: \.isError) { throw SuggestionRefusal(error.message) }
    let effort: Sentence = milestone.effort.map { ", \(words: $0.written)" } ?? ""
    let write = PlannedWrite(
      subject: .goal(goal), key: "", action: .newLines(DraftMarkdown(draft: draft).list))
    return Draft(
      slug: BlockID.changeSlug("add", milestone.id),
      sentence:
        "add \(title: HarmlessText.line(milestone.title, limit: 200)) to \(title: plan.goals[index].title)\(effort)",
      writes: [write], name: "\(goal)/\(milestone.id)", milestone: nil)
  }

  // MARK: What comes of it

  /// A date is offered where some plan keeps it.
  private func prove(_ day: Day, _ milestone: Int, in trial: Trial) throws(SuggestionRefusal) {
    guard let job = trial.outlook.jobs[milestone] else { return }
    var kept = DateFeasibility(of: trial.outlook.scheduled)
    let holding = KeptDates(of: trial.outlook, &kept)
    guard holding.failing.contains(job) else { return }
    let completion = trial.outlook.schedule.jobs[job].completion
    let reason = completion.map { $0 > day ? "; it is complete on \($0.description)" : "" } ?? "; its hours do not come"
    throw SuggestionRefusal(
      "No plan keeps \(day.description) for \(plan.name(of: milestone)) together with the ends and the other dates\(reason)."
    )
  }

  /// What becomes of the end of the goal that it is about; else of the end that moves most.
  private func outcome(of trial: Trial, goal: String) -> Sentence {
    let results = EndResult.all(in: trial.outlook)
    let changed = ends.compactMap { end -> (EndResult, EndResult)? in
      guard let now = results.first(where: { $0.end == end.end }), now.completion != end.completion else { return nil }
      return (end, now)
    }
    let own = changed.first { plan.goals[$0.0.goal(in: plan)].id == goal }
    guard let (before, after) = own ?? changed.max(by: { Self.shift($0) < Self.shift($1) }) else {
      return " On paper every end stays where it is."
    }
    let title =
      switch after.end {
      case .goal(let goal): plan.goals[goal].title
      case .fixed(let milestone): plan.milestones[milestone].title
      }
    let now: Sentence = after.completion.map { "is complete on \($0)" } ?? "is never complete"
    let was: Sentence = before.completion.map { " instead of \($0)" } ?? ""
    return " On paper \(title: title) \(now)\(was)."
  }

  private static func shift(_ pair: (before: EndResult, after: EndResult)) -> Int {
    guard let before = pair.before.completion, let after = pair.after.completion else { return Int.max }
    return abs(after - before)
  }

  private static func ended(_ words: String) -> String {
    words.last.map { ".!?…".contains($0) } == true ? words : words + "."
  }
}
