#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// What the disk knows about a file without reading it.
struct FileStatus: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case file, folder, link, other
  }

  /// Which file it is, whatever its names are.
  struct Identity: Hashable, Sendable {
    let device: UInt64
    let inode: UInt64
  }

  let identity: Identity
  let kind: Kind
  /// Permissions with the set-id and sticky bits.
  let mode: mode_t
  let owner: uid_t
  let group: gid_t
  let names: Int
  /// In bytes.
  let size: Int
  let modifiedSeconds: Int
  let modifiedNanoseconds: Int

  init(_ raw: stat) {
    identity = Identity(
      device: UInt64(truncatingIfNeeded: raw.st_dev), inode: UInt64(truncatingIfNeeded: raw.st_ino))
    kind =
      switch raw.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    mode = raw.st_mode & 0o7777
    owner = raw.st_uid
    group = raw.st_gid
    names = Int(raw.st_nlink)
    size = Int(raw.st_size)
    #if canImport(Darwin)
      let modified = raw.st_mtimespec
    #else
      let modified = raw.st_mtim
    #endif
    modifiedSeconds = modified.tv_sec
    modifiedNanoseconds = modified.tv_nsec
  }
}
