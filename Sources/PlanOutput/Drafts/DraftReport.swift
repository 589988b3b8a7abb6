package import Drafting
import Forecasting
import PlanDocuments
import PlanModel
package import TextStyling

/// A draft to be read as someone else's plan: first what the person's own list had not, then told backwards, then step by step
/// with everything that can be challenged.
package struct DraftReport: Sendable {
  /// Who drafted it.
  package enum Source: Sendable {
    /// A playbook, with the titles of all that were looked at.
    case playbook(PlaybookDraft, titles: [String])
    /// A language model of the person's own choice, with what becomes of the steps that stand there.
    case model(name: String, revised: RevisedSteps? = nil)
  }

  /// What becomes of the lines that are there, when a plan is drafted anew.
  var keptLines: (changes: [String], removed: [String], refused: [String])? {
    switch source {
    case .playbook(let made, _): made.kept.map { ($0.changes, $0.removed, []) }
    case .model(_, let revised): revised.map { ($0.changes, $0.removed, $0.refused) }
    }
  }

  let placed: PlacedDraft
  let source: Source
  let gap: DraftGap
  let ways: WaysToFit?
  let findings: [DraftFinding]

  /// - Parameters:
  ///   - gap: what the person's own list had not.
  ///   - ways: the ways out, where it does not fit.
  package init(_ placed: PlacedDraft, from source: Source, gap: DraftGap, ways: WaysToFit?) {
    self.placed = placed
    self.source = source
    self.gap = gap
    self.ways = ways
    // Where the goal's own list has every step there is nothing to add, and nothing wrong.
    let isKept =
      switch source {
      case .playbook(let made, _): made.kept != nil
      case .model(_, let revised): revised != nil
      }
    findings = placed.findings.filter { !isKept || $0.kind != .empty }
  }

  var draft: DraftPlan { placed.draft }
  var plan: Plan { placed.outlook.plan }
  var today: Day { plan.today }

  /// Errors of a draft that say no more than that it doesn't fit.
  private static let misfits: Set<DraftFinding.Kind> = [.tooMuchEffort, .waitsTooLong, .pastDeadline]

  /// It fits, and nothing in it is wrong.
  package var isSound: Bool { placed.fits && isWritable }

  /// Nothing in it is wrong, though it may not fit.
  package var isWritable: Bool { !findings.contains { $0.isError && !Self.misfits.contains($0.kind) } }

  package func text(width: Int) -> StyledText {
    let width = min(width, 100)
    let sections = [
      heading(width), verdict(width), gapSection(width), changesSection(width), steps(width), afterwards(width),
      backwards(width), assumptions(width),
    ]
    return sections.filter { !$0.isEmpty }.joined(by: "\n")
  }

  // MARK: Words

  func title(_ words: StyledText, _ width: Int) -> StyledText { words.styled(.strong).wrapped(width) + "\n" }

  /// A line of a list, wrapped below its first word.
  func bullet(_ words: StyledText, _ width: Int, indent: Int = 2) -> StyledText {
    let blanks = StyledText(String(repeating: " ", count: indent))
    let mark = ["- ", "[ ] "].first { words.plain.hasPrefix($0) } ?? ""
    return blanks + words.wrapped(width - indent, indent: mark.count).indented(indent) + "\n"
  }

  func day(_ day: Day) -> StyledText { StyledText(DayWords.withWeekday(day, today: today)) }

  func hours(_ effort: Effort) -> StyledText {
    func number(_ minutes: Int) -> String {
      let text = WorkWords.hours(minutes)
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
    return StyledText(effort.isRange ? "\(number(effort.low)) to \(number(effort.high)) h" : "\(number(effort.high)) h")
  }

  // MARK: Who drafted it

  private func heading(_ width: Int) -> StyledText {
    let anchor = draft.anchor
    var text = title(StyledText(plan.goals[placed.goal].title), width)
    var facts: [StyledText] = []
    if let start = anchor.start { facts.append("from \(day(start))") }
    if let deadline = placed.deadline {
      let words = anchor.deadlineWords.map { " (from “\(HarmlessText.line($0))”)" } ?? ""
      facts.append("to \(day(deadline))\(words)")
    }
    if !anchor.time.isEmpty { facts.append("\(anchor.time.joined(separator: ", "))") }
    if !facts.isEmpty { text += bullet(facts.joined(by: ", "), width) }
    switch source {
    case .model(let name, _): text += bullet("Drafted by \(name).", width)
    case .playbook(let made, let titles): text += playbook(made, titles, width)
    }
    return text
  }

  private func playbook(_ made: PlaybookDraft, _ titles: [String], _ width: Int) -> StyledText {
    let ranked = made.choice?.ranked ?? []
    let others = ranked.filter {
      titles[$0.playbook] != made.playbook.title && $0.score >= PlaybookMatching.leastScore / 2
    }.prefix(3)
    func named(_ match: PlaybookMatching.Match) -> StyledText {
      "\(titles[match.playbook]) (\(Self.score(match.score)))"
    }
    let runnersUp: StyledText = others.isEmpty ? "" : " Next: \(others.map(named).joined(by: ", "))."
    guard made.choice != nil else { return bullet("Playbook: \(made.playbook.title), as you asked.", width) }
    if made.choice?.isGeneral == true {
      return bullet(
        "No playbook fits, so this plan is general: it has the shape of most work and knows nothing of your subject.\(runnersUp) --with asks a language model of yours, --prompt prints the question for any; --playbook NAME takes a playbook.",
        width)
    }
    let score = ranked.first { titles[$0.playbook] == made.playbook.title }.map {
      " (\(Self.score($0.score)))" as StyledText
    }
    return bullet("Playbook: \(made.playbook.title)\(score ?? "").\(runnersUp)", width)
  }

  /// One digit behind the point.
  static func score(_ score: Double) -> String {
    let tenths = Int((score * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  // MARK: The gap

  private func gapSection(_ width: Int) -> StyledText {
    let forgotten = draft.milestones.indices.filter { draft.milestones[$0].isForgotten }
    let shown = gap.ownCount > 0 ? gap.missing : forgotten
    guard !shown.isEmpty else {
      return gap.ownCount > 0 ? title("Your list has every step of this plan.", width) : ""
    }
    var text: StyledText
    if gap.ownCount > 0 {
      let count = WorkWords.count(gap.ownCount, "step")
      text = title("You had \(count). \(shown.count == 1 ? "This one" : "These \(shown.count)") you had not:", width)
    } else {
      text = title("Steps that people usually leave out:", width)
    }
    for index in shown.prefix(6) {
      let milestone = draft.milestones[index]
      text += bullet("- " + StyledText(milestone.title, .attention), width)
      if let reason = milestone.reasons.first(where: { $0.kind == .forgotten })
        ?? milestone.reasons.first(where: { $0.kind == .why })
      {
        text += bullet(StyledText(HarmlessText.line(reason.words)), width, indent: 4)
      }
    }
    if shown.count > 6 { text += bullet("and \(shown.count - 6) more, below.", width) }
    return text
  }

  private func changesSection(_ width: Int) -> StyledText {
    guard let kept = keptLines else { return "" }
    let isModels = if case .model = source { true } else { false }
    let parts: [(title: StyledText, lines: [String])] = [
      (isModels ? "Changed in what stands there:" : "Filled in on your own steps:", kept.changes),
      (
        isModels
          ? "Crossed out, since the plan needs them no more:"
          : "Crossed out, since the plan needs them no more and nobody has touched them:", kept.removed
      ), ("Wanted otherwise, and kept:", kept.refused),
    ]
    var text: StyledText = ""
    for part in parts where !part.lines.isEmpty {
      text += title(part.title, width)
      for line in part.lines { text += bullet("- \(line)", width) }
    }
    return text
  }

  // MARK: Backwards

  private static let marks = [
    ("At the end", 0), ("One week before", 7), ("One month before", 30), ("Three months before", 91),
    ("Half a year before", 182),
    ("A year before", 365),
  ]

  private func backwards(_ width: Int) -> StyledText {
    let dated = dates
    // What does not fit is told from where it would end.
    let last = dated.map(\.day).max()
    guard let end = placed.fits ? placed.deadline ?? last : last, dated.count > 1 else { return "" }
    var text =
      placed.fits
      ? title("Working backwards: what must be true", width)
      : title("Working backwards from \(day(end)), where it would end: what must be true", width)
    for (number, mark) in Self.marks.enumerated() {
      let from = number + 1 < Self.marks.count ? end - Self.marks[number + 1].1 : nil
      let inside = dated.filter { dated in
        dated.day <= end - mark.1 && from.map { dated.day > $0 } ?? true
      }
      guard !inside.isEmpty else { continue }
      text += bullet("\(mark.0, .quiet) (\(day(end - mark.1)))", width)
      for dated in inside.reversed() { text += bullet("\(dated.title)", width, indent: 4) }
    }
    return text
  }

  /// The milestones of the goal that are open, its own and the draft's, by their days.
  private var dates: [(day: Day, title: String)] {
    plan.goals[placed.goal].milestones.compactMap { index -> (day: Day, title: String)? in
      let milestone = plan.milestones[index]
      guard milestone.state == .open, let due = milestone.due else { return nil }
      return (due, milestone.title)
    }.sorted { $0.day < $1.day }
  }
}
