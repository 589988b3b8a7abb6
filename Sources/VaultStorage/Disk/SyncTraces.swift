/// What synchronising and merging tools leave in a folder: named, never edited.
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

  /// Lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`, in this order.
  static func hasConflictMarkers(_ bytes: [UInt8]) -> Bool {
    var wanted = [UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">")][...]
    var start = 0
    while let mark = wanted.first, start + 7 <= bytes.count {
      if bytes[start] == mark, bytes[start..<start + 7].allSatisfy({ $0 == mark }) { wanted = wanted.dropFirst() }
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { break }
      start = end + 1
    }
    return wanted.isEmpty
  }
}
