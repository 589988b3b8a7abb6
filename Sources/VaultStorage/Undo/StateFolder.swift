internal import PlanDocuments

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// What `mm` keeps outside of a vault: the lock and the undo store, for nobody else to read.
struct StateFolder {
  let lockFolder: Folder
  let undoFolder: Folder
  /// The vault's name in both.
  let key: NameBytes

  /// Opens the folders of a vault and makes them where they are missing.
  ///
  /// `root` is the vault's path without links.
  init(at path: String, for root: [UInt8]) throws(SystemError) {
    let state = try Folder.made(at: path)
    key = Self.key(of: root)
    lockFolder = try state.ownFolder(Array("locks".utf8))
    undoFolder = try state.ownFolder(Array("undo".utf8)).ownFolder(key)
  }

  /// The undo store of a vault if there is one; makes nothing.
  static func existingUndoFolder(at path: String, for root: [UInt8]) throws(SystemError) -> Folder? {
    do throws(SystemError) {
      return try Folder(at: path).folder(Array("undo".utf8)).folder(key(of: root))
    } catch {
      if error.code == ENOENT { return nil }
      throw error
    }
  }

  /// The last part of the root's path for people, and a number made of all of it.
  private static func key(of root: [UInt8]) -> NameBytes {
    let name = root.split(separator: UInt8(ascii: "/")).last.map { $0.prefix(60) } ?? []
    let digits = String(FNV1a(root).value, radix: 16)
    return name + Array(("-" + String(repeating: "0", count: 16 - digits.count) + digits).utf8)
  }

  private static let lockPatience = 1_000

  /// Waits for its turn to write, up to some ten seconds.
  ///
  /// The lock is held as long as the answer is.
  func lock() throws(SystemError) -> OpenFile? {
    let file = try lockFolder.lockFile(key)
    for attempt in 0..<Self.lockPatience {
      if try file.tryLock() { return file }
      // The first tries come quickly: another writer is done within some milliseconds.
      usleep(attempt < 50 ? 1_000 : 10_000)
    }
    return nil
  }
}

extension Folder {
  /// Opens a folder by a path of the machine; it and what is missing above it is made for the person alone.
  static func made(at path: String) throws(SystemError) -> Folder {
    var parts = path.split(separator: "/", omittingEmptySubsequences: true)[...]
    var made = path.hasPrefix("/") ? "" : "."
    while let part = parts.popFirst() {
      made += "/" + part
      do throws(SystemError) {
        try SystemCall.run { mkdir(made, 0o700) }
      } catch {
        if error.code != EEXIST, error.code != EROFS, error.code != EACCES { throw error }
      }
    }
    return try Folder(at: path)
  }

  /// Opens a folder for the person alone, makes it when it is missing.
  fileprivate func ownFolder(_ name: NameBytes) throws(SystemError) -> Folder {
    do throws(SystemError) {
      try makeFolder(name, mode: 0o700)
    } catch {
      if error.code != EEXIST { throw error }
    }
    return try folder(name)
  }
}
