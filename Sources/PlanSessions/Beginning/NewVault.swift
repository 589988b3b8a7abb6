package import BundledFiles
package import PlanDocuments
package import VaultStorage

/// A vault that is begun: its first files, and git for them where the person wants it.
package struct NewVault: Sendable {
  package enum History: Sendable {
    /// A repository was made for the vault.
    case made
    /// The folder is in one already.
    case existing(root: String)
    case none
    /// The person wants one, and there is no git on the machine.
    case noProgram
  }

  package let history: History
  package let root: String
  private let vault: Vault
  private let repository: GitRepository?
  private let now: Int

  /// Makes the folder; nothing that is there is touched.
  ///
  /// - Parameters:
  ///   - folder: from where the person is.
  ///   - wantsHistory: asked where the folder is in no repository yet.
  package init(
    in folder: String, on machine: Machine, wantsHistory: () -> Bool
  ) throws(SessionError) {
    let path = folder.hasPrefix("/") ? folder : machine.workingFolder + "/" + folder
    guard let stateFolder = machine.stateFolder else { throw .noStateFolder }
    let vault = try SessionError.onDisk { () throws(VaultError) in
      try Vault.makeFolder(at: path, stateFolder: stateFolder)
    }
    self.vault = vault
    root = vault.root
    now = machine.secondsSince1970
    let program = GitProgram(environment: machine.variables)
    let existing = try SessionError.withGit { () throws(GitError) in
      try program.flatMap { program throws(GitError) in try GitRepository.find(around: vault, with: program) }
    }
    if let existing {
      history = .existing(root: existing.root)
      repository = nil
    } else if wantsHistory() {
      repository = try SessionError.withGit { () throws(GitError) in
        try program.map { program throws(GitError) in try GitRepository.make(in: vault, with: program) }
      }
      history = repository == nil ? .noProgram : .made
    } else {
      history = .none
      repository = nil
    }
  }

  /// Writes `mm.md`; with git it is the first commit.
  ///
  /// - Returns: why it could not be committed; nil where all is well.
  package func begin(today: Day) throws(SessionError) -> GitError? {
    let text = NewVaultText.settings(today: today)
    let file = FileChange(creating: VaultPath("mm.md"), bytes: Array(text.utf8))
    try apply(VaultChange(title: "Begin the vault", files: [file]))
    do throws(GitError) {
      try repository?.commit([file.path], message: "Begin")
    } catch {
      // The vault is there all the same; git most likely does not know who commits.
      return error
    }
    return nil
  }

  private func apply(_ change: VaultChange) throws(SessionError) {
    try SessionError.onDisk { () throws(VaultError) in try vault.apply(change, at: now) }
  }

  /// Lays out the sample: week by week where there is a history to write, else as it is today.
  package func layOut(_ sample: SampleVault) throws(SessionError) {
    guard let repository else {
      let files = sample.files.map { FileChange(creating: $0.path, bytes: $0.bytes) }
      return try apply(VaultChange(title: "Lay out the sample", files: files))
    }
    var texts: [VaultPath: [UInt8]] = [:]
    for step in sample.steps {
      let files = step.files.map { file in
        guard let old = texts[file.path] else { return FileChange(creating: file.path, bytes: file.bytes) }
        let whole = TextEdit(span: ByteSpan(0, old.count), new: file.bytes)
        return FileChange(of: SourceText(path: file.path, bytes: old), edits: [whole])
      }
      for file in step.files { texts[file.path] = file.bytes }
      try apply(VaultChange(title: step.title, files: files))
      // The sample's own author, so that it works before git knows the person's name.
      let author = GitAuthor(name: "Sample", email: "sample@example.org", day: step.day, minutes: step.minute)
      try SessionError.withGit { () throws(GitError) in
        _ = try repository.commit(step.files.map(\.path), message: step.title, author: author)
      }
    }
  }
}
