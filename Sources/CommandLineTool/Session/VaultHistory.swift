import PlanDocuments
import Planning
import VaultStorage

/// What git knows of the vault; nothing where there is no repository, no git, or a repository that is not to be trusted.
struct VaultHistory: Sendable {
  let repository: GitRepository?

  init(_ vault: Vault, _ session: Session) throws {
    guard let program = GitProgram(environment: session.surroundings.variables) else {
      repository = nil
      return
    }
    repository = try GitRepository.find(around: vault, with: program)
  }

  /// git remembers the plan: it has a commit with the vault's files.
  func remembersPlan() throws -> Bool {
    guard let repository else { return false }
    return try !repository.commits().isEmpty
  }

  /// What was done in the days of a review and in the eight weeks that end with them.
  func evidence(for plan: Plan, _ period: ReviewPeriod) throws -> ReviewEvidence {
    guard let repository else { return ReviewEvidence() }
    let sundays = (0...8).map { period.days.last.monday - 1 - 7 * $0 }
    let past = try PastSnapshots(of: repository) { days in
      days.filter { $0 >= period.days.first - 1 } + sundays + [period.days.first - 1]
    }
    let history = PlanHistory(
      past: past.states.map { PlanHistory.State(day: $0.day, plan: Plan(reading: $0.snapshot, today: $0.day)) },
      current: plan)
    guard let before = history.state(atEndOf: period.days.first - 1) else { return ReviewEvidence() }
    return ReviewEvidence(
      ticks: history.ticks(after: period.days.first - 1), before: ReviewSnapshot(of: Outlook(before.plan)),
      weeks: history.weeks(8, through: period.days.last))
  }
}
