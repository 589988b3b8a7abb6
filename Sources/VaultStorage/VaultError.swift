package import PlanDocuments

/// What can go wrong on the disk.
package enum VaultError: Error, Hashable, Sendable {
  /// No `mm.md` in the folder or above it.
  case noVault(from: String)
  /// The folder that was named (`--vault`, `$MM_VAULT`) is not there, or has no `mm.md`.
  case notAVault(folder: String, namedBy: String)
  case unreadable(path: String, reason: String)
  /// Refused, nothing changed. The path is empty when it is not about one file.
  case refused(path: VaultPath, reason: String)
  /// Somebody else changed the file meanwhile; their text is kept, and nothing else of the change was kept either.
  case changedMeanwhile(VaultPath)
  /// A change of several files stopped in the middle and could not be taken back at once; `mm undo` takes it back.
  case incomplete(path: VaultPath, reason: String)
}
