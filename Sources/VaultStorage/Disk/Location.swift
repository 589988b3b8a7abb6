internal import PlanDocuments

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Where a path of a vault leads: a name in an open folder.
///
/// The name itself is no link.
struct Location: Sendable {
  let folder: Folder
  let name: NameBytes
  /// Where it really lies, without links.
  let path: VaultPath
  /// What has the name; nil if nothing has.
  let status: FileStatus?
}

/// A folder that was made on the way to a new file.
struct MadeFolder: Sendable {
  let folder: Folder
  let name: NameBytes
}

/// Why a path leads nowhere in a vault.
enum ResolvingError: Error, Hashable, Sendable {
  /// It, or a link on the way, leads out of the vault.
  case outside
  /// Links that lead to links without end.
  case loop
  /// A link to something that is not there.
  case nowhere
  /// A link to the root itself.
  case root
  /// A folder on the way is not there.
  case noFolder
  /// The path has an empty part, `.`, `..` or a NUL.
  case badPath
  case system(SystemError)

  var reason: String {
    switch self {
    case .outside: "it is a link that leads out of the vault"
    case .loop: "it is a link that leads to itself"
    case .nowhere: "it is a link that leads to nothing"
    case .root: "it is a link to the vault itself"
    case .noFolder: "it is not there"
    case .badPath: "it is no path of a vault"
    case .system(let error): error.reason
    }
  }
}

/// The open root of a vault.
struct VaultRoot: Sendable {
  let folder: Folder
  /// The root's path on the machine without links, for the links that spell it out.
  let realPath: [UInt8]

  /// Longer chains of links are taken for a loop, as systems do.
  private static let linkLimit = 40

  /// Opens the root by its path on the machine.
  init(at path: String) throws(SystemError) {
    folder = try Folder(at: path)
    guard let real = realpath(path, nil) else { throw SystemError(errno) }
    defer { free(real) }
    realPath = Array(String(cString: real).utf8)
  }

  /// Follows a path part by part, links too as long as they stay below the root.
  ///
  /// Nothing outside is opened.
  ///
  /// Each part is opened from the folder before it without following links, so a folder that somebody swaps for a link
  /// meanwhile leads nowhere. With `makingFolders`, folders that are missing are made and told to it.
  func location(of path: VaultPath, makingFolders made: ((MadeFolder) -> Void)? = nil) throws(ResolvingError)
    -> Location
  {
    guard let parts = Self.parts(of: path) else { throw .badPath }
    var left = Array(parts.reversed())
    var walked: [(name: NameBytes, folder: Folder)] = []
    var links = 0
    var endsInLink = false
    var last: (name: NameBytes, status: FileStatus?)?

    while let part = left.popLast() {
      if part == Array("..".utf8) {
        if walked.popLast() == nil { throw .outside }
        continue
      }
      let current = walked.last?.folder ?? folder
      var status = try Self.resolving { () throws(SystemError) in try current.status(of: part) }
      if status?.kind == .link {
        links += 1
        if links > Self.linkLimit { throw .loop }
        endsInLink = endsInLink || left.isEmpty
        let target = try Self.resolving { () throws(SystemError) in try current.target(ofLink: part) }
        if target.first == UInt8(ascii: "/") {
          walked = []
          left += try partsBelowRoot(of: target).reversed()
        } else {
          left += Self.parts(ofLink: target).reversed()
        }
        continue
      }
      if left.isEmpty {
        last = (part, status)
        break
      }
      if status == nil, let made {
        status = try Self.resolving { () throws(SystemError) in
          try current.makeFolder(part, mode: 0o777)
          made(MadeFolder(folder: current, name: part))
          return try current.status(of: part)
        }
      }
      if status == nil { throw .noFolder }
      walked.append((part, try Self.resolving { () throws(SystemError) in try current.folder(part) }))
    }

    if last == nil {
      // The last link ended in `..` or at the root.
      guard let end = walked.popLast() else { throw .root }
      let parent = walked.last?.folder ?? folder
      last = (end.name, try Self.resolving { () throws(SystemError) in try parent.status(of: end.name) })
    }
    guard let last else { throw .badPath }
    if endsInLink, last.status == nil { throw .nowhere }
    let real = (walked.map(\.name) + [last.name]).joined(separator: [UInt8(ascii: "/")])
    return Location(
      folder: walked.last?.folder ?? folder, name: last.name, path: VaultPath(bytes: Array(real)), status: last.status)
  }

  private static func resolving<Result>(
    _ body: () throws(SystemError) -> Result
  ) throws(ResolvingError) -> Result {
    do {
      return try body()
    } catch {
      throw .system(error)
    }
  }

  /// The parts of a path that the program made or found; nil if it is no path below a root.
  private static func parts(of path: VaultPath) -> [NameBytes]? {
    let parts = path.bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Array.init)
    let dots = [[], [UInt8(ascii: ".")], Array("..".utf8)]
    return parts.contains { dots.contains($0) || $0.contains(0) } ? nil : parts
  }

  private static func parts(ofLink target: [UInt8]) -> [NameBytes] {
    target.split(separator: UInt8(ascii: "/")).map(Array.init).filter { $0 != [UInt8(ascii: ".")] }
  }

  /// The parts of an absolute link below the root, which it must spell out.
  private func partsBelowRoot(of target: [UInt8]) throws(ResolvingError) -> [NameBytes] {
    let parts = Self.parts(ofLink: target)
    let root = Self.parts(ofLink: realPath)
    guard parts.starts(with: root) else { throw .outside }
    return Array(parts.dropFirst(root.count))
  }
}
