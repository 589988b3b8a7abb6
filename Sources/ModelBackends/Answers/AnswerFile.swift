#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file outside of every vault that keeps what a model says while it says it, so that nothing that was paid for is lost.
package final class AnswerFile {
  package let path: String
  private var descriptor: Int32
  private static let kept = 50

  /// Makes a new file in a folder, for the person alone; nil where that cannot be.
  ///
  /// Of older answers the newest fifty stay.
  ///
  /// - Parameters:
  ///   - stamp: what the name begins with: names sort by time.
  ///   - title: letters, digits and `-`.
  package init?(in folder: String, stamp: String, title: String) {
    AnswerFile.makeFolder(folder)
    AnswerFile.removeOld(in: folder)
    for number in 1...999 {
      let path = "\(folder)/\(stamp)-\(title)\(number == 1 ? "" : "-\(number)").md"
      let opened = open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
      if opened >= 0 {
        self.path = path
        descriptor = opened
        return
      }
      if errno != EEXIST { return nil }
    }
    return nil
  }

  deinit {
    close(descriptor)
  }

  package func append(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return }
    }
  }

  /// Takes it away again: nothing was said.
  package func remove() { unlink(path) }

  private static func makeFolder(_ folder: String) {
    var made = ""
    for part in folder.split(separator: "/") {
      made += "/" + part
      mkdir(made, 0o700)
    }
  }

  private static func removeOld(in folder: String) {
    guard let opened = opendir(folder) else { return }
    defer { closedir(opened) }
    var names: [String] = []
    while let entry = readdir(opened) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".md") { names.append(name) }
    }
    for name in names.sorted().dropLast(kept - 1) { unlink("\(folder)/\(name)") }
  }
}
