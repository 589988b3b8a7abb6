internal import PlanDocuments

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The last good copies of calendars that were fetched, outside of every vault and for nobody else to read.
package struct FeedStore: Sendable {
  /// A copy with the time at which it was fetched, in seconds since 1970.
  package struct Copy: Hashable, Sendable {
    package var bytes: [UInt8]
    package var fetched: Int
  }

  private let path: String

  /// - Parameter stateFolder: the folder `mm` in `$XDG_STATE_HOME`.
  package init(stateFolder: String) {
    path = stateFolder + "/feeds"
  }

  /// The copy of a feed; nil where none was ever fetched.
  package func copy(of name: String) -> Copy? {
    guard let folder = try? Folder(at: path), let file = try? folder.file(Self.fileName(name)),
      let status = try? file.status(), status.kind == .file, let bytes = try? file.bytes(size: status.size)
    else { return nil }
    return Copy(bytes: bytes, fetched: status.modifiedSeconds)
  }

  /// Puts a copy in the place of the last one, in one step.
  package func keep(_ bytes: [UInt8], of name: String) throws(VaultError) {
    let final = Self.fileName(name)
    let temporary = Array(".mm-".utf8) + final + Array(".tmp".utf8)
    do throws(SystemError) {
      let folder = try Folder.made(at: path)
      if try folder.status(of: temporary) != nil { try folder.removeFile(temporary) }
      let file = try folder.newFile(temporary, mode: 0o600)
      try file.write(bytes[...], at: 0)
      try file.sync()
      try folder.rename(temporary, over: final)
      try folder.sync()
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
  }

  /// Letters, digits and hyphens only, so that a name leads nowhere else.
  private static func fileName(_ name: String) -> NameBytes {
    Array((Identifier.slug(of: name) + ".ics").utf8)
  }
}
