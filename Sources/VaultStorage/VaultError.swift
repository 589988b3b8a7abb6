package import PlanDocuments

/// What can go wrong on the disk.
package enum VaultError: Error, Hashable, Sendable {
  /// No `mm.md` in the folder or above it.
  case noVault(from: String)
  /// The folder that was named (`--vault`, `$MM_VAULT`) is not there, or has no `mm.md`.
  case notAVault(folder: String, namedBy: String)
  case unreadable(path: String, reason: String)
  /// Refused, nothing changed.
  case refused(path: VaultPath, reason: String)
  /// Somebody else changed the file meanwhile; their text is kept, and nothing else of the change was kept either.
  case changedMeanwhile(VaultPath)
  /// A change of several files stopped in the middle and could not be taken back at once; `mm undo` takes it back.
  case incomplete(path: VaultPath, reason: String)

  /// What is so and what to do, in sentences for a person.
  package var message: String {
    switch self {
    case .noVault(let folder):
      "No vault here: neither \(folder) nor a folder above it has a file mm.md. "
        + "`mm init` makes one, `--vault DIR` names one."
    case .notAVault(let folder, let namedBy):
      "\(folder) (from \(namedBy)) is no vault: there is no file mm.md in it. `mm init` makes one."
    case .unreadable(let path, let reason):
      "\(path) cannot be read: \(reason)."
    case .refused(let path, let reason):
      path.bytes.isEmpty ? "Nothing was changed: \(reason)." : "\(path) was not changed: \(reason)."
    case .changedMeanwhile(let path):
      "\(path) was changed by someone else meanwhile. Their text is kept, nothing was written. Run the command again."
    case .incomplete(let path, let reason):
      "The change stopped at \(path): \(reason). `mm undo` takes back what was written."
    }
  }
}
