package import PlanDocuments

/// What can go wrong on the disk.
package enum VaultError: Error, Hashable, Sendable {
  /// No `mm.md` in the folder or above it.
  case noVault(from: String)
  case unreadable(path: String, reason: String)
  /// Refused, nothing changed.
  case refused(path: VaultPath, reason: String)
  /// Somebody else changed the file meanwhile; their text is kept.
  case changedMeanwhile(VaultPath)
}
