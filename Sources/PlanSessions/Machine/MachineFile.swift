#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Small files of the machine and of the person, outside of vaults.
package enum MachineFile {
  /// At most `most` bytes from the beginning of a file; nil where there is none.
  static func beginning(of path: String, most: Int = 64 * 1024) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    return bytes(from: file, most: most)
  }

  /// All bytes of a file; nil where it cannot be read or holds more than `most`.
  package static func bytes(at path: String, most: Int) -> [UInt8]? {
    beginning(of: path, most: most + 1).flatMap { $0.count > most ? nil : $0 }
  }

  /// All bytes that an open file still has, or `most` of them; nil where reading fails.
  package static func bytes(from file: Int32, most: Int) -> [UInt8]? {
    var result: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 * 1024)
    while result.count < most {
      let wanted = min(piece.count, most - result.count)
      let count = piece.withUnsafeMutableBytes { read(file, $0.baseAddress, wanted) }
      if count == 0 { return result }
      if count < 0, errno != EINTR { return nil }
      result += piece.prefix(max(0, count))
    }
    return result
  }

  /// Where a link leads; nil where there is none.
  static func target(ofLink path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink(path, &buffer, buffer.count)
    return count < 0 ? nil : String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The names in a folder, in no order; none where there is no folder.
  static func names(in folder: String) -> [String] {
    guard let opened = opendir(folder) else { return [] }
    defer { closedir(opened) }
    var names: [String] = []
    while let entry = readdir(opened) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names
  }
}
