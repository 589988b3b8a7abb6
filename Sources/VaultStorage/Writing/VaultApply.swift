package import PlanDocuments

extension Vault {
  /// Makes a change, all of its files or none: the only way in which `mm` writes to a vault.
  ///
  /// Every file is compared with the bytes that the change was made from, before anything is written and again in the
  /// step that replaces it. A change without effect opens nothing.
  ///
  /// - Parameter now: seconds since 1970, for the undo list.
  /// - Throws: `refused` (nothing changed), `changedMeanwhile` (nothing changed, the other text kept), `incomplete`.
  package func apply(_ change: VaultChange, at now: Int) throws(VaultError) {
    try apply(change, at: now, gap: { _ in })
  }

  /// `gap` is called for each file between the last look at it and the step that replaces it: the place where tests let
  /// somebody else write.
  func apply(_ change: VaultChange, at now: Int, gap: (VaultPath) -> Void) throws(VaultError) {
    var replacements: [Replacement] = []
    for file in change.files where !file.isWithoutEffect { replacements.append(try Replacement(file)) }
    if replacements.isEmpty { return }
    try ChangeWriter(self).write(replacements, title: change.title, kind: .change, at: now, gap: gap)
  }
}
