#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file outside every vault that only its owner can read: a text on its way through an editor.
struct PrivateFile {
  let path: String

  /// nil where it cannot be written.
  init?(_ bytes: [UInt8], named name: String, in folder: String) {
    var parent = ""
    for part in folder.split(separator: "/") {
      parent += "/" + part
      if mkdir(parent, 0o700) != 0, errno != EEXIST { return nil }
    }
    path = "\(folder)/\(getpid())-\(name)"
    unlink(path)
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return nil }
    }
  }

  /// What stands in it now; nil where it is gone.
  var bytes: [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var result: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 * 1024)
    while result.count < 16 * 1024 * 1024 {
      let count = piece.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
      if count == 0 { return result }
      if count > 0 { result += piece.prefix(count) } else if errno != EINTR { return nil }
    }
    return nil
  }

  func remove() { unlink(path) }
}
