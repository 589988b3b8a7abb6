internal import CSystemCalls

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// An open folder; everything in it is reached by name from here, so that nobody can move it away underneath.
///
/// No method follows a symbolic link, except `init(at:)` on the way to the folder.
final class Folder: Sendable {
  private let descriptor: Int32

  private init(taking descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    _ = close(descriptor)
  }

  /// Opens a folder by a path of the machine.
  init(at path: String) throws(SystemError) {
    descriptor = try SystemCall.run { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
  }

  func folder(_ name: NameBytes) throws(SystemError) -> Folder {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    return Folder(taking: try SystemCall.run { name.withCString { openat(descriptor, $0, flags) } })
  }

  func status() throws(SystemError) -> FileStatus {
    var raw = stat()
    try SystemCall.run { fstat(descriptor, &raw) }
    return FileStatus(raw)
  }

  /// What the name stands for, a link for itself; nil if nothing has the name.
  func status(of name: NameBytes) throws(SystemError) -> FileStatus? {
    var raw = stat()
    do throws(SystemError) {
      try SystemCall.run { name.withCString { fstatat(descriptor, $0, &raw, AT_SYMLINK_NOFOLLOW) } }
      return FileStatus(raw)
    } catch {
      if error.code == ENOENT { return nil }
      throw error
    }
  }

  /// Where a link points to.
  func target(ofLink name: NameBytes) throws(SystemError) -> [UInt8] {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = try SystemCall.run { name.withCString { readlinkat(descriptor, $0, &buffer, buffer.count) } }
    return buffer[..<count].map(UInt8.init(bitPattern:))
  }

  /// Opens a file for reading, or also for writing what is in it.
  ///
  /// Never waits for a FIFO.
  func file(_ name: NameBytes, forWriting: Bool = false) throws(SystemError) -> OpenFile {
    let flags = (forWriting ? O_RDWR : O_RDONLY) | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    return OpenFile(taking: try SystemCall.run { name.withCString { openat(descriptor, $0, flags) } })
  }

  /// Opens a file for reading by a path below this folder of which no part is a link.
  func fileWithoutLinks(_ path: [UInt8]) throws(SystemError) -> OpenFile {
    OpenFile(taking: try SystemCall.runOwn { path.withCString { mm_open_without_links(descriptor, $0) } })
  }

  /// Makes a file that is not there yet, with these permissions (less what the person's umask takes away).
  func newFile(_ name: NameBytes, mode: mode_t) throws(SystemError) -> OpenFile {
    let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    return OpenFile(taking: try SystemCall.run { name.withCString { openat(descriptor, $0, flags, mode) } })
  }

  /// Opens a file for locking; makes it when it is not there.
  func lockFile(_ name: NameBytes) throws(SystemError) -> OpenFile {
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC
    return OpenFile(taking: try SystemCall.run { name.withCString { openat(descriptor, $0, flags, 0o600) } })
  }

  func makeFolder(_ name: NameBytes, mode: mode_t) throws(SystemError) {
    try SystemCall.run { name.withCString { mkdirat(descriptor, $0, mode) } }
  }

  func removeFile(_ name: NameBytes) throws(SystemError) {
    try SystemCall.run { name.withCString { unlinkat(descriptor, $0, 0) } }
  }

  /// Removes a folder if it is empty.
  func removeFolder(_ name: NameBytes) throws(SystemError) {
    try SystemCall.run { name.withCString { unlinkat(descriptor, $0, AT_REMOVEDIR) } }
  }

  /// Swaps two names in one step.
  func exchange(_ one: NameBytes, _ other: NameBytes) throws(SystemError) {
    try SystemCall.runOwn { one.withCString { one in other.withCString { mm_exchange(descriptor, one, $0) } } }
  }

  /// Renames unless the new name is taken (`EEXIST`).
  func renameNew(_ from: NameBytes, to new: NameBytes) throws(SystemError) {
    try SystemCall.runOwn { from.withCString { from in new.withCString { mm_rename_new(descriptor, from, $0) } } }
  }

  /// Renames; whatever has the new name is gone.
  func rename(_ from: NameBytes, over target: NameBytes) throws(SystemError) {
    try SystemCall.run {
      from.withCString { from in target.withCString { renameat(descriptor, from, descriptor, $0) } }
    }
  }

  /// Gives a file a second name.
  func link(_ name: NameBytes, as other: NameBytes) throws(SystemError) {
    try SystemCall.run { name.withCString { one in other.withCString { linkat(descriptor, one, descriptor, $0, 0) } } }
  }

  /// The person may write to the file, by its permissions and by who they are.
  func mayWrite(_ name: NameBytes) -> Bool {
    name.withCString { faccessat(descriptor, $0, W_OK, 0) } == 0
  }

  func sync() throws(SystemError) {
    try SystemCall.runOwn { mm_sync(descriptor) }
  }

  /// The names in it with what they are, as far as the disk says without asking for each (`nil`: ask `status(of:)`).
  func entries() throws(SystemError) -> [(name: NameBytes, kind: FileStatus.Kind?)] {
    let copy = try SystemCall.run { openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard let stream = fdopendir(copy) else {
      let code = errno
      _ = close(copy)
      throw SystemError(code)
    }
    defer { closedir(stream) }
    var entries: [(name: NameBytes, kind: FileStatus.Kind?)] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [UInt8(ascii: ".")], name != Array("..".utf8) {
        entries.append((name, FileStatus.Kind(directoryEntry: Int32(entry.pointee.d_type))))
      }
      errno = 0
    }
    if errno != 0 { throw SystemError(errno) }
    return entries
  }
}

extension FileStatus.Kind {
  /// `type` is a `DT_` constant.
  init?(directoryEntry type: Int32) {
    switch type {
    case Int32(DT_REG): self = .file
    case Int32(DT_DIR): self = .folder
    case Int32(DT_LNK): self = .link
    case Int32(DT_UNKNOWN): return nil
    default: self = .other
    }
  }
}
