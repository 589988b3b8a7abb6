internal import PlanDocuments

/// What becomes of one file: its whole text before and after.
///
/// Taking a change back is the same with both swapped.
struct Replacement: Hashable, Sendable {
  let path: VaultPath
  /// nil: there was no file.
  let before: [UInt8]?
  /// nil: there is no file any more.
  ///
  /// Only undo does that, to a file that `mm` made.
  let after: [UInt8]?

  /// The way back.
  var reversed: Replacement { Replacement(path: path, before: after, after: before) }

  init(path: VaultPath, before: [UInt8]?, after: [UInt8]?) {
    self.path = path
    self.before = before
    self.after = after
  }

  /// Works out a change and looks once more whether it leaves every byte alone that it does not name.
  init(_ change: FileChange) throws(VaultError) {
    let base = change.base ?? []
    guard change.edits.allSatisfy({ Int($0.span.end) <= base.count }) else {
      throw .refused(path: change.path, reason: "the change reaches beyond the end of the file")
    }
    let result = change.result
    var old = 0
    var new = 0
    for edit in change.edits {
      let kept = Int(edit.span.start) - old
      guard base[old..<old + kept] == result[new..<new + kept] else { throw .notAlone(change.path) }
      old = Int(edit.span.end)
      new += kept + edit.new.count
    }
    guard base[old...] == result[new...] else { throw .notAlone(change.path) }
    self.init(path: change.path, before: change.base, after: result)
  }

  /// The text may be what is left when writing in place was cut off: the beginning of the new, then the rest of the old.
  func isHalfWritten(_ text: [UInt8]) -> Bool {
    let before = before ?? []
    let after = after ?? []
    let new = zip(text, after).prefix { $0 == $1 }.count
    return text.count == max(before.count, new) && text[new...].elementsEqual(before.dropFirst(new))
  }
}

extension VaultError {
  fileprivate static func notAlone(_ path: VaultPath) -> VaultError {
    .refused(path: path, reason: "the change would touch bytes that it does not name")
  }
}
