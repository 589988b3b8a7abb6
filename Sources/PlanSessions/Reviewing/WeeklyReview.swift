import Forecasting
import ModelBackends
import PlanDocuments
import PlanModel
package import PlanOutput
import Recalibration
package import ReviewNotes
import Scheduling
import TextStyling
import VaultStorage

/// Holds the week's review on the vault's files: reads them, makes the note, writes it with what was ticked, commits if wanted.
package struct WeeklyReview: Sendable {
  /// What a review came to.
  package struct Held: Sendable {
    package var report: ReviewReport
    /// A model was asked and gave no answer, which the listener heard.
    package var modelFailed = false
  }

  private let session: PlanSession
  private let history: VaultHistory
  private let commits: Bool
  private let isDryRun: Bool

  /// - Parameter commits: the person's own edits and what is written become commits; their configuration may want it anyway.
  package init(_ session: PlanSession, commits: Bool, isDryRun: Bool) throws(SessionError) {
    self.session = session
    self.isDryRun = isDryRun
    history = VaultHistory(session.vault, variables: session.machine.variables, today: session.today)
    let wantsCommits = commits || session.configuration.commits
    if let failure = history.failure {
      if commits { throw .git(failure) }
      session.listener.gitFailed(failure)
    }
    if commits, history.repository == nil { throw .noRepository(root: session.vault.root) }
    self.commits = wantsCommits && history.repository != nil
  }

  /// Holds it: writes the note, and what was ticked.
  ///
  /// - Parameter consultation: asks a language model for proposals first. Where it fails, the note is written without its part.
  package func hold(with consultation: ModelConsultation? = nil) throws(SessionError) -> Consulted<Held> {
    var sitting = try sitting()
    var modelFailed = false
    if let consultation {
      let brief = PartnerBrief(
        sitting.outlook, choices: sitting.facts.decide.choices, done: sitting.facts.done, words: sitting.personsWords)
      do throws(SessionError) {
        switch try consultation.suggestions(brief, titled: "review", on: sitting.snapshot) {
        case .question(let text): return .question(text)
        case .answer(let suggestions):
          for reason in suggestions.refused { session.listener.note("Not offered: \(reason)") }
          sitting = try self.sitting(suggested: suggestions)
        }
      } catch {
        guard case .model(.absent(let absence)) = error else { throw error }
        modelFailed = true
        session.listener.modelFailed(absence)
      }
    }
    let report = ReviewReport(
      sitting.facts, note: sitting.path, change: sitting.change, decisions: sitting.decisions,
      notWritten: sitting.notWritten, today: session.today, isWritten: !isDryRun)
    let held = Held(report: report, modelFailed: modelFailed)
    guard !isDryRun else { return .answer(held) }
    if commits { try commitOwnEdits() }
    try session.apply(sitting.change)
    if commits { try commit(sitting.change.files.map(\.path), message: sitting.change.title) }
    return .answer(held)
  }

  /// The review as it would be; nothing is written.
  package func sitting(
    appliesTicks: Bool = true, suggested: Suggestions? = nil
  ) throws(SessionError) -> ReviewSitting {
    var snapshot = try session.snapshot()
    let plan = Plan(reading: snapshot, today: session.today)
    let notes = try notes(of: plan)
    // What cannot be read of a calendar is for `mm calendar` to say; a review never fails for it.
    let moved = (try? session.movedMilestones(in: plan)) ?? []
    let calendars = session.history(of: plan, history, notes).calendars
    let history: @Sendable (Plan) -> PlanHistory = { [history = history] plan in
      var known = history.history(of: plan, notes)
      known.calendars = calendars
      return known
    }
    snapshot.pace = ForecastEvidence.pace(after: history(plan), of: plan)
    return session.listener.working("Holding the review") {
      ReviewSitting(
        snapshot, notes: notes, today: session.today,
        planner: ReviewSitting.Planner(
          outlook: { plan in ForecastedPlan(plan, history: history(plan)) },
          choices: { snapshot, outlook in
            var choices = ChoiceSearch(of: snapshot, outlook).choices()
            if let dates = history(outlook.plan).completionDates { choices.small.append(dates) }
            choices.small += moved.compactMap { $0.choice(in: outlook.plan) }
            return choices
          },
          evidence: { plan, period in
            history(plan).evidence(for: period, work: RemainingWork(in: plan, hours: WorkHours(of: plan)))
          }),
        keepsSnapshot: !self.history.remembersPlan, appliesTicks: appliesTicks, suggested: suggested)
    }
  }

  private func notes(of plan: Plan) throws(SessionError) -> [SourceText] {
    var notes: [SourceText] = []
    for path in try session.reviewNotes(of: plan) {
      if let text = session.readableText(of: path) { notes.append(text) }
    }
    return notes
  }

  /// What the person wrote since, in a commit that is not that of what `mm` writes.
  private func commitOwnEdits() throws(SessionError) {
    let snapshot = try session.files()
    let notes = try notes(of: Plan(reading: snapshot, today: session.today))
    let paths = [snapshot.settings.text.path] + snapshot.documents.map(\.text.path) + notes.map(\.path)
    try commit(paths, message: "Edits before the review")
  }

  private func commit(_ paths: [VaultPath], message: String) throws(SessionError) {
    try SessionError.withGit { () throws(GitError) in
      _ = try history.repository?.commit(paths, message: message)
    }
  }
}

extension PlanSession {
  /// The newest review note; nil where there is none.
  func newestReview(of plan: Plan) throws(SessionError) -> (path: VaultPath, note: ReviewNote)? {
    let notes = try reviewNotes(of: plan)
    for path in notes.reversed() where isWeek(path.noteName) {
      if let text = readableText(of: path, isTold: true) { return (path, ReviewNote(text)) }
    }
    return nil
  }

  /// What the first screen says of the newest review note.
  func noteState(of plan: Plan) throws(SessionError) -> FirstScreen.NoteState? {
    guard let (path, note) = try newestReview(of: plan) else { return nil }
    let ticks = Ticks(in: note)
    let week = ReviewPeriod(today: today, coveredUntil: nil).weekName
    return FirstScreen.NoteState(
      path: path, choices: note.proposals.count { $0.line.blockID != BlockID.keep },
      ticked: ticks.taken.count + ticks.conflicting.count, isCurrent: path.noteName >= week)
  }

  /// Named like `2026-W31`.
  func isWeek(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    return bytes.count == 8 && bytes[4] == UInt8(ascii: "-") && bytes[5] == UInt8(ascii: "W")
  }
}
