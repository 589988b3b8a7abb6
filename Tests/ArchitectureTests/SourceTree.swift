import Foundation

/// The Swift sources of one module, by their rooms: what each declares, and which words of the others it uses.
///
/// Seen are types, protocols and functions at the top level of a file. A member that an extension adds is not: its name says
/// nothing about where it comes from.
struct SourceTree {
  /// The repository.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// What sits in the module's own folder, beside the rooms.
  static let hall = "."

  struct File {
    /// Below the module's folder.
    var path: String
    var room: String
    /// The text without comments and without the words of literals; what is interpolated stays.
    var code: String
  }

  /// One use of a declaration in another room.
  struct Use: Hashable {
    var from: String
    var to: String
    var word: String
    var file: String
  }

  var files: [File] = []

  /// The modules that are written in Swift.
  static func modules() throws -> [String] {
    let folders = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path)
    return try folders.sorted().filter { try !SourceTree(module: $0).files.isEmpty }
  }

  init(module: String) throws {
    let folder = Self.root.appending(path: "Sources/\(module)")
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    where path.hasSuffix(".swift") {
      let parts = path.split(separator: "/").dropLast()
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      files.append(
        File(
          path: path, room: parts.isEmpty ? Self.hall : parts.joined(separator: "/"),
          code: SourceCode.withoutWords(text)))
    }
  }

  init(files: [File]) {
    self.files = files
  }

  var rooms: Set<String> { Set(files.map(\.room)) }

  /// Every use across rooms, in the order of the files.
  func uses() -> [Use] {
    var homes: [String: Set<String>] = [:]
    for file in files {
      for name in SourceCode.declarations(in: file.code) { homes[name, default: []].insert(file.room) }
    }
    return files.flatMap { file -> [Use] in
      let own = SourceCode.nestedDeclarations(in: file.code)
      return SourceCode.words(in: file.code).subtracting(own).sorted().flatMap { word -> [Use] in
        guard let rooms = homes[word], !rooms.contains(file.room) else { return [] }
        return rooms.sorted().map { Use(from: file.room, to: $0, word: word, file: file.path) }
      }
    }
  }

  /// The modules that a module imports, of those in `known`.
  func imports(of known: Set<String>) -> Set<String> {
    Set(
      files.flatMap { file in
        file.code.matches(of: /(?m)^\s*(?:(?:package|public|internal|private|@\w+) )*import (\w+)/).map { String($0.1) }
      }
    ).intersection(known)
  }
}

/// As much of Swift's grammar as telling code from words needs.
enum SourceCode {
  /// The text with comments and the words of literals left out; interpolations are kept.
  static func withoutWords(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var code: [UInt8] = []
    var index = 0
    skipCode(bytes, &index, into: &code, isInterpolated: false)
    return String(decoding: code, as: UTF8.self)
  }

  /// Names that other files can see: declared at the beginning of a line, and not private.
  static func declarations(in code: String) -> Set<String> {
    let pattern =
      /(?m)^(?:@\w+(?:\([^)]*\))? )*(?:(?:package|public|internal|final|indirect|nonisolated) )*(?:struct|enum|class|protocol|actor|typealias|func) (\w+)/
    return Set(code.matches(of: pattern).map { String($0.1) })
  }

  /// Names that a file declares inside of its types, or for itself.
  static func nestedDeclarations(in code: String) -> Set<String> {
    let pattern = /(?m)^(?: .*|(?:private|fileprivate) )\b(?:struct|enum|class|protocol|actor|typealias) (\w+)/
    return Set(code.matches(of: pattern).map { String($0.1) })
  }

  static func words(in code: String) -> Set<String> {
    Set(code.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
  }

  private static let quote = UInt8(ascii: "\"")

  private static func skipCode(_ bytes: [UInt8], _ index: inout Int, into code: inout [UInt8], isInterpolated: Bool) {
    var depth = 0
    while index < bytes.count {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch bytes[index] {
      case UInt8(ascii: "/") where next == UInt8(ascii: "/"):
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
      case UInt8(ascii: "/") where next == UInt8(ascii: "*"):
        while index + 1 < bytes.count, bytes[index] != UInt8(ascii: "*") || bytes[index + 1] != UInt8(ascii: "/") {
          index += 1
        }
        index += 2
      case quote:
        skipLiteral(bytes, &index, into: &code)
      case UInt8(ascii: "("):
        depth += 1
        code.append(bytes[index])
        index += 1
      case UInt8(ascii: ")"):
        if isInterpolated, depth == 0 { return }
        depth -= 1
        code.append(bytes[index])
        index += 1
      default:
        code.append(bytes[index])
        index += 1
      }
    }
  }

  /// Skips a literal that begins at `index`, whose `#` are in `code` already.
  private static func skipLiteral(_ bytes: [UInt8], _ index: inout Int, into code: inout [UInt8]) {
    let hashes = Array(code.reversed().prefix { $0 == UInt8(ascii: "#") })
    let isLong = bytes[index...].starts(with: [quote, quote, quote])
    let end = [UInt8](repeating: quote, count: isLong ? 3 : 1) + hashes
    let escape = [UInt8(ascii: "\\")] + hashes
    index += isLong ? 3 : 1
    while index < bytes.count, !bytes[index...].starts(with: end) {
      guard bytes[index...].starts(with: escape) else {
        index += 1
        continue
      }
      index += escape.count
      guard index < bytes.count else { return }
      let isInterpolation = bytes[index] == UInt8(ascii: "(")
      index += 1
      guard isInterpolation else { continue }
      code.append(UInt8(ascii: " "))
      skipCode(bytes, &index, into: &code, isInterpolated: true)
      code.append(UInt8(ascii: " "))
      index += 1
    }
    index += end.count
  }
}
