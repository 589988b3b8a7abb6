/// A file's path below the vault's root, as the bytes that the disk has, with `/` between the parts.
///
/// Bytes, since two names that Swift's strings call equal (é in one or two scalars) may be two files.
package struct VaultPath: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let bytes: [UInt8]

  package init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  package init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The path as text; bytes that are not UTF-8 show as U+FFFD.
  package var description: String { String(decoding: bytes, as: UTF8.self) }

  /// The folder, without a slash at its end; empty for a file at the root.
  package var folder: VaultPath {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return VaultPath(bytes: []) }
    return VaultPath(bytes: Array(bytes[..<slash]))
  }

  /// The last part of the path, with its ending.
  package var fileName: String {
    let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    return String(decoding: bytes[start...], as: UTF8.self)
  }

  /// The file's name without `.md`.
  package var noteName: String {
    let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    let isNote = bytes.count >= start + 3 && bytes.suffix(3).elementsEqual(".md".utf8)
    return String(decoding: bytes[start..<(isNote ? bytes.count - 3 : bytes.count)], as: UTF8.self)
  }

  /// The path of `name` in this folder.
  package func appending(_ name: String) -> VaultPath {
    bytes.isEmpty ? VaultPath(name) : VaultPath(bytes: bytes + [UInt8(ascii: "/")] + Array(name.utf8))
  }

  package static func < (one: VaultPath, other: VaultPath) -> Bool {
    for index in 0..<min(one.bytes.count, other.bytes.count) where one.bytes[index] != other.bytes[index] {
      return one.bytes[index] < other.bytes[index]
    }
    return one.bytes.count < other.bytes.count
  }
}
