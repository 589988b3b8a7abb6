package import Forecasting
import PlanDocuments
package import PlanModel
import ReviewNotes
import VaultStorage

/// What git knows of the vault; nothing where there is no repository, no git, or a repository that git does not open.
///
/// Reading never fails for want of history.
struct VaultHistory: Sendable {
  let repository: GitRepository?
  /// What became of the plan from commit to commit; without states where git cannot tell.
  let past: TracedPast
  /// Why git could not be asked, where there is a repository.
  let failure: GitError?

  /// - Parameter variables: of the environment.
  init(_ vault: Vault, variables: [String: String], today: Day) {
    var repository: GitRepository?
    var past = VaultPast()
    var failure: GitError?
    if let program = GitProgram(environment: variables) {
      do throws(GitError) {
        repository = try GitRepository.find(around: vault, with: program)
        past = try repository?.past() ?? past
      } catch {
        failure = error
      }
    }
    self.repository = repository
    self.past = TracedPast(past, today: today)
    self.failure = failure
  }

  /// git remembers the plan: it has a commit with the vault's files.
  var remembersPlan: Bool { !past.past.states.isEmpty }

  /// git has calendars of the vault.
  var hasCalendars: Bool { past.past.states.contains { !$0.calendarFiles.isEmpty } }

  /// What is known of the past of a plan, but for its calendars.
  ///
  /// - Parameter notes: the review notes.
  func history(of plan: Plan, _ notes: [SourceText]) -> PlanHistory {
    let snapshots = remembersPlan ? [] : notes.compactMap { PlanSnapshot(lastLineOf: $0) }
    return PlanHistory(past, current: plan, snapshots: snapshots, kept: KeptPast(notes))
  }
}

extension PlanSession {
  /// What is known of the plan's past: from git, and from the review notes where there is none.
  package func history(of plan: Plan) throws(SessionError) -> PlanHistory {
    try history(of: plan, VaultHistory(vault, variables: machine.variables, today: today))
  }

  func history(of plan: Plan, _ history: VaultHistory) throws(SessionError) -> PlanHistory {
    if let failure = history.failure { listener.gitFailed(failure) }
    var notes: [SourceText] = []
    for path in try reviewNotes(of: plan) {
      if let text = readableText(of: path) { notes.append(text) }
    }
    return self.history(of: plan, history, notes)
  }

  /// All that is known of the past of a plan.
  ///
  /// - Parameter notes: the review notes.
  func history(of plan: Plan, _ history: VaultHistory, _ notes: [SourceText]) -> PlanHistory {
    var known = history.history(of: plan, notes)
    if !plan.busy.sources.isEmpty || history.hasCalendars {
      known.calendars = pastCalendars(of: known, history.repository)
    }
    return known
  }

  /// What git knows, asked while something else is done.
  private func past<Value: Sendable>(
    beside work: @Sendable () throws(SessionError) -> Value
  ) -> (VaultHistory, Result<Value, SessionError>) {
    // Most of what the past takes is git's time.
    ParallelSteps.both { [vault, variables = machine.variables, today] in
      VaultHistory(vault, variables: variables, today: today)
    } and: {
      Result { () throws(SessionError) in try work() }
    }
  }

  /// The plan with where it will probably land.
  ///
  /// - Parameter plan: nil is what the vault has now.
  package func forecasted(_ plan: Plan? = nil, quietly: Bool = false) throws(SessionError) -> ForecastedPlan {
    // The plan is read and laid meanwhile.
    let (past, planned) = past(beside: { () throws(SessionError) in
      if let plan { return ForecastedPlan(plan) }
      let plan = try self.plan(quietly: quietly)
      noteErrors(in: plan)
      return ForecastedPlan(plan)
    })
    let outlook = try planned.get()
    return ForecastedPlan(outlook, history: try history(of: outlook.plan, past))
  }
}
