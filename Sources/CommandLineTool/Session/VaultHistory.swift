import PlanDocuments
import Planning
import VaultStorage

/// What git knows of the vault; nothing where there is no repository, no git, or a repository that is not to be trusted.
struct VaultHistory: Sendable {
  let repository: GitRepository?
  /// The plan files after each commit; empty where git cannot tell. A reading never fails for want of history.
  let past: VaultPast

  init(_ vault: Vault, _ session: Session) throws {
    guard let program = GitProgram(environment: session.surroundings.variables) else {
      repository = nil
      past = VaultPast()
      return
    }
    repository = try GitRepository.find(around: vault, with: program)
    past = (try? repository?.past()) ?? VaultPast()
  }

  /// git remembers the plan: it has a commit with the vault's files.
  var remembersPlan: Bool { !past.states.isEmpty }
}
