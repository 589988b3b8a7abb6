import Forecasting
import PlanDocuments
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
}
