internal import PlanDocuments

/// What synchronising tools leave in a folder: named, never edited.
enum SyncTraces {
  /// Why a file of this name is not read as a plan and not edited; nil for every other name.
  static func reasonNotToTouch(_ name: NameBytes) -> String? {
    if conflictMarks.contains(where: { holds(name, $0) }) {
      "it is a conflict copy of a synchronising tool"
    } else if name.suffix(7).elementsEqual(".icloud".utf8) {
      "its content is not on this machine (iCloud keeps a placeholder)"
    } else {
      nil
    }
  }

  /// A temporary file of `mm` itself.
  static func isTemporary(_ name: NameBytes) -> Bool {
    name.starts(with: ".mm-".utf8) && name.suffix(4).elementsEqual(".tmp".utf8)
  }

  private static let conflictMarks = [".sync-conflict-", "(conflicted copy", "'s conflicted copy"].map {
    Array($0.utf8)
  }

  /// Bytes, since this is asked for each name of a vault.
  private static func holds(_ name: NameBytes, _ mark: [UInt8]) -> Bool {
    guard name.count >= mark.count else { return false }
    return (0...name.count - mark.count).contains { start in
      name[start] == mark[0] && name[start..<start + mark.count].elementsEqual(mark)
    }
  }
}

extension VaultPath {
  /// The bytes of the last part.
  var nameBytes: NameBytes {
    Array(bytes[((bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)...])
  }
}
