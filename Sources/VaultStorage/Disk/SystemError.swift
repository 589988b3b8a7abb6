#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A system call said no.
struct SystemError: Error, Hashable, Sendable {
  let code: Int32

  init(_ code: Int32) {
    self.code = code
  }

  /// What it said, in words for a person, to stand after a colon.
  var reason: String {
    switch code {
    case ENOSPC, EDQUOT: "the disk is full"
    case EACCES, EPERM: "no permission"
    case EROFS: "the disk can only be read"
    case EIO: "the disk reports an error"
    case ENOENT: "it is not there"
    case ENOTDIR: "a part of the path is no folder"
    case ELOOP: "a link that leads nowhere"
    case EISDIR: "it is a folder"
    case EMFILE, ENFILE: "too many files are open"
    case ENAMETOOLONG: "the name is too long"
    default: String(cString: strerror(code))
    }
  }
}

enum SystemCall {
  /// A signal may interrupt a call; one that is interrupted this often never returns.
  static let interruptionLimit = 100

  /// Runs a call that returns -1 and sets `errno`, again while it is interrupted.
  @discardableResult
  static func run<Result: SignedInteger>(_ call: () -> Result) throws(SystemError) -> Result {
    for _ in 0..<interruptionLimit {
      let result = call()
      if result >= 0 { return result }
      let code = errno
      if code != EINTR { throw SystemError(code) }
    }
    throw SystemError(EINTR)
  }

  /// Runs one of our own calls, which return the negated `errno`.
  @discardableResult
  static func runOwn(_ call: () -> Int32) throws(SystemError) -> Int32 {
    for _ in 0..<interruptionLimit {
      let result = call()
      if result >= 0 { return result }
      if result != -EINTR { throw SystemError(-result) }
    }
    throw SystemError(EINTR)
  }
}

/// One part of a path: the bytes of a file's or folder's name.
///
/// Never empty, without `/` and NUL.
typealias NameBytes = [UInt8]

extension Sequence<UInt8> {
  /// The bytes as a C string.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    var terminated = map(CChar.init(bitPattern:))
    terminated.append(0)
    return terminated.withUnsafeBufferPointer { buffer in
      // An array with at least one element has an address.
      buffer.baseAddress.map(body) ?? "".withCString(body)
    }
  }
}
