/// What synchronising tools leave in a folder: named, never edited.
enum SyncTraces {
  /// Why a file of this name is not read as a plan and not edited; nil for every other name.
  static func reasonNotToTouch(_ name: String) -> String? {
    if name.contains(".sync-conflict-") || name.contains("(conflicted copy") || name.contains("'s conflicted copy") {
      "it is a conflict copy of a synchronising tool"
    } else if name.hasSuffix(".icloud") {
      "its content is not on this machine (iCloud keeps a placeholder)"
    } else {
      nil
    }
  }

  /// A temporary file of `mm` itself.
  static func isTemporary(_ name: NameBytes) -> Bool {
    name.starts(with: ".mm-".utf8) && name.suffix(4).elementsEqual(".tmp".utf8)
  }
}
