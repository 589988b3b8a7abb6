import BundledFiles
import PlanDocuments
import PlanOutput
import TextStyling
import VaultStorage

/// The first files of a vault, and git for them where the person wants it.
struct NewVaultHistory {
  enum State: Sendable {
    /// A repository was made for the vault.
    case made
    /// The folder lies in one already.
    case existing(root: String)
    case none
    /// The person wants one, and there is no git on the machine.
    case noProgram
  }

  let state: State
  private let vault: Vault
  private let repository: GitRepository?
  private let now: Int

  /// - Parameter wished: nil asks at a terminal, and is a no elsewhere.
  init(of vault: Vault, _ session: Session, wished: Bool?) throws {
    self.vault = vault
    now = session.surroundings.secondsSince1970
    let program = GitProgram(environment: session.surroundings.variables)
    if let program, let existing = try GitRepository.find(around: vault, with: program) {
      state = .existing(root: existing.root)
      repository = nil
    } else if try wished ?? NewVaultHistory.ask(session) {
      repository = try program.map { try GitRepository.make(in: vault, with: $0) }
      state = repository == nil ? .noProgram : .made
    } else {
      state = .none
      repository = nil
    }
  }

  private static func ask(_ session: Session) throws -> Bool {
    guard session.isInteractive, !session.wantsJSON else { return false }
    session.tell(
      """
      Keep the folder under git? It remembers on which day each box was ticked: pace, forecasts and the review's
      look back are made from that. Committing once a week is enough.
      """)
    return session.confirm("Make it a git repository?", isYesTheDefault: true)
  }

  /// Writes the first files; with git they are the first commit.
  ///
  /// - Returns: why they could not be committed; empty where all is well.
  func begin(_ files: [FileChange]) throws -> StyledText {
    try vault.apply(VaultChange(title: "Begin the vault", files: files), at: now)
    do {
      try repository?.commit(files.map(\.path), message: "Begin")
    } catch {
      // The vault is there all the same; git most likely does not know who commits.
      return Failure(error).message
    }
    return ""
  }

  /// Lays out the sample: week by week where there is a history to write, else as it stands today.
  func layOut(_ sample: SampleVault) throws {
    guard let repository else {
      let files = sample.files.map { FileChange(creating: $0.path, bytes: $0.bytes) }
      return try vault.apply(VaultChange(title: "Lay out the sample", files: files), at: now)
    }
    var texts: [VaultPath: [UInt8]] = [:]
    for step in sample.steps {
      let files = step.files.map { file in
        guard let old = texts[file.path] else { return FileChange(creating: file.path, bytes: file.bytes) }
        let whole = TextEdit(span: ByteSpan(0, old.count), new: file.bytes)
        return FileChange(of: SourceText(path: file.path, bytes: old), edits: [whole])
      }
      for file in step.files { texts[file.path] = file.bytes }
      try vault.apply(VaultChange(title: step.title, files: files), at: now)
      // The sample's own author, so that it works before git knows the person's name.
      let author = GitAuthor(name: "Sample", email: "sample@example.org", day: step.day, minutes: step.minute)
      try repository.commit(step.files.map(\.path), message: step.title, author: author)
    }
  }
}
