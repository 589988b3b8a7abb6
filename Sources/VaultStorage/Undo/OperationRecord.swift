internal import PlanDocuments

/// One operation as the undo store keeps it: a short head of text lines, a blank line, then the files' bytes, before and
/// after, one behind the other, so that a person finds an old text with any editor.
struct OperationRecord: Hashable, Sendable {
  enum Kind: String, Hashable, Sendable {
    case change, undo
  }

  var title: String
  var kind: Kind
  /// In the middle of the names of the temporary files, so that they can be found after the program was killed.
  var stem: String
  var replacements: [Replacement]
  /// Folders that are made for new files, outermost first.
  var madeFolders: [VaultPath]

  private static let firstLine = "mm undo 1"

  /// The name of the temporary file for the file of that index.
  func temporaryName(_ index: Int) -> NameBytes {
    Array(".mm-\(stem)-\(index).tmp".utf8)
  }

  /// The third name in a swap on a disk that has no exchange.
  static func spareName(of temporary: NameBytes) -> NameBytes {
    temporary.dropLast(".tmp".utf8.count) + Array("-old.tmp".utf8)
  }

  var bytes: [UInt8] {
    func size(_ text: [UInt8]?) -> String { text.map { String($0.count) } ?? "none" }
    var head = Self.firstLine + "\ntitle " + Self.escaped(Array(title.utf8)) + "\nkind \(kind.rawValue)\nstem \(stem)\n"
    for folder in madeFolders { head += "folder \(Self.escaped(folder.bytes))\n" }
    for one in replacements { head += "file \(size(one.before)) \(size(one.after)) \(Self.escaped(one.path.bytes))\n" }
    return Array((head + "\n").utf8) + replacements.flatMap { ($0.before ?? []) + ($0.after ?? []) }
  }
}

extension OperationRecord {
  /// Reads a record; nil if it is not one, or is not whole.
  init?(bytes: [UInt8]) {
    var position = 0
    func nextLine() -> String? {
      guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      defer { position = end + 1 }
      return String(decoding: bytes[position..<end], as: UTF8.self)
    }
    func nextText(_ size: Substring) -> [UInt8]?? {
      if size == "none" { return .some(nil) }
      guard let count = Int(size), count >= 0, count <= bytes.count - position else { return nil }
      defer { position += count }
      return Array(bytes[position..<position + count])
    }

    self.init(title: "", kind: .change, stem: "", replacements: [], madeFolders: [])
    guard nextLine() == Self.firstLine else { return nil }
    var files: [(before: Substring, after: Substring, path: VaultPath)] = []
    var isHeadWhole = false
    while !isHeadWhole, let line = nextLine() {
      if line.isEmpty {
        isHeadWhole = true
        continue
      }
      let words = line.split(separator: " ", omittingEmptySubsequences: false)
      switch (words[0], words.count) {
      case ("title", 2): title = String(decoding: Self.unescaped(words[1]), as: UTF8.self)
      case ("kind", 2): kind = Kind(rawValue: String(words[1])) ?? .undo
      case ("stem", 2): stem = String(words[1])
      case ("folder", 2): madeFolders.append(VaultPath(bytes: Self.unescaped(words[1])))
      case ("file", 4): files.append((words[1], words[2], VaultPath(bytes: Self.unescaped(words[3]))))
      default: return nil
      }
    }
    for file in files {
      guard let before = nextText(file.before), let after = nextText(file.after) else { return nil }
      replacements.append(Replacement(path: file.path, before: before, after: after))
    }
    guard isHeadWhole, position == bytes.count else { return nil }
  }

  /// Percent signs for everything that could end a word or a line.
  private static func escaped(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var escaped: [UInt8] = []
    for byte in bytes {
      if byte > 0x20, byte < 0x7f, byte != UInt8(ascii: "%") {
        escaped.append(byte)
      } else {
        escaped += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  private static func unescaped(_ text: Substring) -> [UInt8] {
    var bytes: [UInt8] = []
    var left = Array(text.utf8)[...]
    while let byte = left.popFirst() {
      if byte == UInt8(ascii: "%"), left.count >= 2,
        let value = UInt8(String(decoding: left.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        left = left.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}
