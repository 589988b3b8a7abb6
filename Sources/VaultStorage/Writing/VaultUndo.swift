package import PlanDocuments

/// A change that `mm` made, as the undo store remembers it.
package struct VaultOperation: Hashable, Sendable {
  /// Number and time: `000012-1764000000`.
  package let id: String
  package let title: String
  /// Seconds since 1970.
  package let time: Int
  package let paths: [VaultPath]
  /// It was taken back already.
  package let isUndone: Bool
}

/// What `undo` took back, with the texts that it exchanged.
package struct UndoneChange: Hashable, Sendable {
  package struct File: Hashable, Sendable {
    package let path: VaultPath
    /// The text that was there; nil if there was no file.
    package let before: [UInt8]?
    /// The text that is there now; nil if the file, which `mm` had made, was removed.
    package let after: [UInt8]?
  }

  package let title: String
  package let files: [File]
}

extension Vault {
  /// The changes of the last 30 days, the newest first.
  package func operations() throws(VaultError) -> [VaultOperation] {
    do throws(SystemError) {
      let root = try VaultRoot(at: root)
      guard let folder = try StateFolder.existingUndoFolder(at: stateFolder, for: root.realPath) else { return [] }
      let store = UndoStore(folder: folder)
      var operations: [VaultOperation] = []
      for entry in try store.entries().reversed() {
        guard let record = try store.record(entry), record.kind == .change else { continue }
        operations.append(
          VaultOperation(
            id: entry.id, title: record.title, time: entry.time, paths: record.replacements.map(\.path),
            isUndone: entry.isUndone))
      }
      return operations
    } catch {
      throw .unreadable(path: stateFolder, reason: error.reason)
    }
  }

  /// Takes back the last change that still stands: its files get the exact bytes that they had, and a file that the
  /// change made is removed.
  ///
  /// Nil if there is none.
  ///
  /// Files that were not reached when a change was cut off are left as they are.
  ///
  /// - Parameters:
  ///   - now: seconds since 1970.
  ///   - isDryRun: changes nothing and tells what would be taken back.
  /// - Throws: `refused` if a file was changed since by someone else; nothing is taken back then.
  package func undo(at now: Int, isDryRun: Bool = false) throws(VaultError) -> UndoneChange? {
    if try operations().allSatisfy(\.isUndone) { return nil }
    let writer = try ChangeWriter(self)
    for entry in try writer.standingEntries() {
      guard let record = try writer.record(entry), record.kind == .change else { continue }
      let replacements = try writer.replacementsTakingBack(record)
      if !replacements.isEmpty, !isDryRun {
        try writer.write(replacements, title: "Take back: " + record.title, kind: .undo, at: now, gap: { _ in })
      }
      if !isDryRun { writer.removeFolders(of: record) }
      // If the mark cannot be set, the next undo finds the old texts in place and goes on to the change before.
      if !isDryRun { try? writer.undoStore.markUndone(entry) }
      if replacements.isEmpty { continue }
      let files = replacements.map { UndoneChange.File(path: $0.path, before: $0.before, after: $0.after) }
      return UndoneChange(title: record.title, files: files)
    }
    return nil
  }
}

extension ChangeWriter {
  /// The operations that were not taken back, the newest first.
  fileprivate func standingEntries() throws(VaultError) -> [UndoStore.Entry] {
    do throws(SystemError) {
      return try undoStore.entries().reversed().filter { !$0.isUndone }
    } catch {
      throw .refused(path: VaultPath(bytes: []), reason: "the undo store cannot be read: \(error.reason)")
    }
  }

  fileprivate func record(_ entry: UndoStore.Entry) throws(VaultError) -> OperationRecord? {
    do throws(SystemError) {
      return try undoStore.record(entry)
    } catch {
      throw .refused(path: VaultPath(bytes: []), reason: "the undo store cannot be read: \(error.reason)")
    }
  }

  /// What leads back from the files as they are to the files as they were; nothing for those that are so already.
  fileprivate func replacementsTakingBack(_ record: OperationRecord) throws(VaultError) -> [Replacement] {
    let newest = try? undoStore.newest()
    var replacements: [Replacement] = []
    for one in record.replacements {
      let text = try text(of: one.path)
      if text == one.before { continue }
      // A write in place may have been cut off: this change's, or the way back's.
      let ways = [one, one.reversed] + (newest?.replacements.filter { $0.path == one.path } ?? [])
      guard text == one.after || text.map({ text in ways.contains { $0.isHalfWritten(text) } }) ?? false else {
        let reason = text == nil ? "it was removed since" : "it was changed since by someone else"
        throw .refused(path: one.path, reason: "\(reason), so “\(record.title)” cannot be taken back")
      }
      replacements.append(Replacement(path: one.path, before: text, after: one.before))
    }
    return replacements
  }
}
