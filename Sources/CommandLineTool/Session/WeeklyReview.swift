import Forecasting
import ModelBackends
import PlanDocuments
import PlanModel
import PlanOutput
import Recalibration
import ReviewNotes
import Scheduling
import TextStyling
import VaultStorage

/// Holds the week's review on the vault's files: reads them, makes the note, writes it with what was ticked, commits if wanted.
struct WeeklyReview {
  private let session: Session
  private let vault: Vault
  private let history: VaultHistory
  private let commits: Bool
  private let isDryRun: Bool

  init(_ session: Session, commits: Bool, isDryRun: Bool) throws {
    self.session = session
    self.isDryRun = isDryRun
    let vault = try session.vault()
    self.vault = vault
    history = VaultHistory(vault, variables: session.surroundings.variables, today: session.today)
    let wantsCommits = commits || PersonalConfiguration(session.surroundings).commits
    if let failure = history.failure {
      if commits { throw Failure(failure) }
      session.tell(Failure(failure).message)
    }
    if commits, history.repository == nil {
      throw Failure(.wrongUse, "--commit needs git, and \(vault.root) is in no git repository. git init makes one.")
    }
    self.commits = wantsCommits && history.repository != nil
  }

  /// Holds it: writes the note, and what was ticked.
  ///
  /// - Parameter consultation: asks a language model for proposals first. Where it fails, the note is written without its part.
  /// - Returns: nil where only the model's question was wanted; and whether the model failed, which was told.
  func hold(with consultation: ModelConsultation? = nil) throws -> (report: ReviewReport, modelFailed: Bool)? {
    var held = try sitting()
    var modelFailed = false
    if let consultation {
      let brief = PartnerBrief(
        held.outlook, ladder: held.facts.decide.ladder, done: held.facts.done, words: held.personsWords)
      do {
        let suggestions = try consultation.suggestions(brief, titled: "review", on: held.snapshot)
        guard let suggestions else { return nil }
        for reason in suggestions.refused { session.tell("Not offered: \(reason)") }
        held = try sitting(suggested: suggestions)
      } catch let absence as ModelAbsence {
        modelFailed = true
        session.tell("mm: " + absence.reason + absence.kept)
        session.tell("The note is made without its proposals.")
      }
    }
    let report = ReviewReport(held, today: session.today, isWritten: !isDryRun)
    guard !isDryRun else { return (report, modelFailed) }
    if commits { try commitOwnEdits() }
    try session.apply(held.change)
    if commits { try history.repository?.commit(held.change.files.map(\.path), message: held.change.title) }
    return (report, modelFailed)
  }

  /// The review as it would be; nothing is written.
  func sitting(appliesTicks: Bool = true, suggested: Suggestions? = nil) throws -> ReviewSitting {
    let snapshot = try session.snapshot()
    let plan = Plan(reading: snapshot, today: session.today)
    let notes = try notes(of: plan)
    let snapshots = notes.compactMap { PlanSnapshot(lastLineOf: $0) }
    // What cannot be read of a calendar is for `mm calendar` to say; a review never fails for it.
    let moved = (try? session.movedMilestones(in: plan)) ?? []
    let history: @Sendable (Plan) -> PlanHistory = { [past = history.past] plan in
      PlanHistory(past, current: plan, snapshots: snapshots)
    }
    return session.working("Holding the review") {
      ReviewSitting(
        snapshot, notes: notes, today: session.today,
        planner: ReviewSitting.Planner(
          outlook: { plan, day in ForecastedPlan(plan, from: day, history: history(plan)) },
          ladder: { snapshot, outlook in
            var ladder = Recalibration(of: snapshot, outlook).ladder()
            if let dates = history(outlook.plan).completionDates { ladder.small.append(dates) }
            ladder.small += moved.compactMap { $0.choice(in: outlook.plan) }
            return ladder
          },
          evidence: { plan, period in
            history(plan).evidence(for: period, work: RemainingWork(in: plan, hours: WorkHours(of: plan)))
          }),
        keepsSnapshot: !self.history.remembersPlan, appliesTicks: appliesTicks, suggested: suggested)
    }
  }

  private func notes(of plan: Plan) throws -> [SourceText] {
    try vault.notes(in: VaultPath(plan.settings.reviewsFolder)).compactMap { try vault.text(of: $0) }
  }

  /// What the person wrote since, so that it is told apart from what `mm` writes.
  private func commitOwnEdits() throws {
    let snapshot = try vault.snapshot()
    let notes = try notes(of: Plan(reading: snapshot, today: session.today))
    let paths = [snapshot.settings.text.path] + snapshot.documents.map(\.text.path) + notes.map(\.path)
    try history.repository?.commit(paths, message: "Edits before the review")
  }
}
