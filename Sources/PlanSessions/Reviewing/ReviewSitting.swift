package import Forecasting
package import PlanDocuments
package import PlanModel
package import Recalibration
package import ReviewNotes

/// One review: what was ticked is written, the plan is made again with it, and the week's note says so.
///
/// Pure: files in, one change out, which is undone as one.
package struct ReviewSitting: Sendable {
  /// The goals' files, `mm.md` and the notes, in one step; no files where nothing changes.
  package var change: VaultChange
  /// The week's note.
  package var path: VaultPath
  package var facts: ReviewFacts
  /// What was ticked and is written with this change.
  package var decisions: [NoteDecision] = []
  /// Ticks that are not written, and why.
  package var notWritten: [Sentence] = []
  /// The vault with what was ticked, and its plan.
  package var snapshot: VaultSnapshot
  package var outlook: ForecastedPlan
  /// *Your words* of this week's note and of the last.
  package var personsWords: String

  /// How a vault is planned: where history knows more than the files, the caller brings it in.
  package struct Planner: Sendable {
    package var outlook: @Sendable (Plan) -> ForecastedPlan
    package var choices: @Sendable (VaultSnapshot, ForecastedPlan) -> Choices
    package var evidence: @Sendable (Plan, ReviewPeriod) -> ReviewEvidence

    package init(
      outlook: @escaping @Sendable (Plan) -> ForecastedPlan = { ForecastedPlan($0) },
      choices: @escaping @Sendable (VaultSnapshot, ForecastedPlan) -> Choices,
      evidence: @escaping @Sendable (Plan, ReviewPeriod) -> ReviewEvidence = { _, _ in ReviewEvidence() }
    ) {
      self.outlook = outlook
      self.choices = choices
      self.evidence = evidence
    }
  }

  /// - Parameters:
  ///   - notes: the files of the reviews' folder whose names are weeks, in any order.
  ///   - keepsSnapshot: nothing else remembers the plan (no git): it is kept in the note.
  ///   - appliesTicks: false only refreshes the note.
  ///   - suggested: what somebody else proposes and asks, made for this plan; nil leaves what the note has of that.
  package init(
    _ snapshot: VaultSnapshot, notes: [SourceText], today: Day, planner: Planner, keepsSnapshot: Bool,
    appliesTicks: Bool = true, suggested: Suggestions? = nil
  ) {
    let before = Plan(reading: snapshot, today: today)
    let folder = VaultPath(before.settings.reviewsFolder)
    let read = notes.filter { WeekName.lastDay(of: $0.path.noteName) != nil }.map { ReviewNote($0) }
      .sorted { $0.text.path.noteName < $1.text.path.noteName }
    let week = ReviewPeriod(today: today, coveredUntil: nil).weekName
    let current = read.last { $0.text.path.noteName == week }
    let previous = read.last { $0.text.path.noteName < week }
    let period = ReviewPeriod(today: today, coveredUntil: previous?.coveredUntil)
    path = current?.text.path ?? folder.appending(week + ".md")

    // The newest word counts: what an older note still has ticked is written only beside a week without an answer.
    let here = appliesTicks ? current.map { AppliedTicks($0, in: before) } : nil
    var earlier = appliesTicks ? previous.map { AppliedTicks($0, in: before) } : nil
    var written: VaultChange?
    if here?.answersChoices != true { written = AppliedTicks.together([here, earlier], in: before) }
    if written == nil {
      earlier = nil
      written = here?.change
    }
    decisions = (here?.decisions ?? []) + (earlier?.decisions ?? [])
    notWritten = (here?.notWritten ?? []) + (earlier?.notWritten ?? [])

    let after = written.map { snapshot.applying($0) } ?? snapshot
    let plan = Plan(reading: after, today: today)
    let outlook = planner.outlook(plan)
    var choices = planner.choices(after, outlook)
    let words = WordsProposals(in: [current, previous], of: plan)
    choices.small += words.choices
    let settled = (here?.settled ?? []).union(earlier?.settled ?? [])
    let carried = CarriedSuggestions.choices(in: current ?? previous, settled: settled, of: plan)
    choices.small += Suggestions.together(carried, suggested)
    (self.snapshot, self.outlook) = (after, outlook)
    personsWords = [previous, current].compactMap { $0?.words.section }.joined(separator: "\n")
    var evidence = planner.evidence(plan, period)
    if evidence.before == nil { evidence.before = previous?.snapshot }
    var lookedAt = previous
    lookedAt?.decisions += earlier?.decisions ?? []
    facts = ReviewFacts(
      outlook, period: period, choices: choices, evidence: evidence, previous: lookedAt, current: current,
      folder: path.folder)
    facts.decided += here?.decisions ?? []
    facts.decide.notWritten = notWritten + words.unread
    facts.ask(suggested?.questions ?? current?.questions ?? [])

    let kept = keepsSnapshot ? PlanSnapshot(of: outlook.scheduled) : nil
    let sections = plan.settings.reviewSections
    var files = written?.files ?? []
    if let current {
      files.append(
        ReviewNoteChange.refreshing(
          current, facts: facts, sections: sections, snapshot: kept, settled: here?.settled ?? []))
    } else {
      files.append(ReviewNoteChange.creating(path, facts: facts, sections: sections, snapshot: kept))
    }
    if let previous, let earlier {
      files.append(ReviewNoteChange.recording(earlier.decisions, in: previous, today: today))
    }
    let title = decisions.isEmpty ? "Review \(period.weekName)" : "Review \(period.weekName), with what was ticked"
    change = VaultChange(title: title, files: files.filter { !$0.isWithoutEffect })
  }
}
