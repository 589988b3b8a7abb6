package import PlanDocuments

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// One file of a calendar, or why it could not be read.
package struct CalendarFileBytes: Sendable {
  /// As people see it: below the vault, or on the machine.
  package var path: String
  package var bytes: Result<[UInt8], CalendarFileProblem>
}

/// Why a calendar's file was not read, in words.
package struct CalendarFileProblem: Error, Hashable, Sendable {
  package var reason: String
}

/// Finds the files of a calendar that somebody named: a file, a folder of them (vdir), or a pattern with `*`.
///
/// Below a folder that is named, folders three deep are looked into; names that begin with a dot are not.
package struct CalendarFiles: Sendable {
  private let root: VaultRoot
  /// The path of the root as people see it, with a slash at its end; empty in a vault.
  private let prefix: String
  private let parts: [String]

  /// A calendar's file is at most so large; in bytes.
  private static let largest = 10_000_000
  private static let mostFiles = 20_000
  private static let deepest = 3

  fileprivate init(_ root: VaultRoot, prefix: String, parts: [String]) {
    self.root = root
    self.prefix = prefix
    self.parts = parts
  }

  /// Calls `take` with each file, in the order of their names, one in memory at a time.
  package func forEach(_ take: (CalendarFileBytes) -> Void) {
    var left = Self.mostFiles
    walk(root.folder, path: VaultPath(bytes: []), parts[...], depth: 0, left: &left, take)
  }

  private func walk(
    _ folder: Folder, path: VaultPath, _ parts: ArraySlice<String>, depth: Int, left: inout Int,
    _ take: (CalendarFileBytes) -> Void
  ) {
    guard depth <= Self.deepest || !parts.isEmpty else { return }
    let pattern = parts.first
    let names: [NameBytes]
    if let pattern, !pattern.contains("*") {
      names = [Array(pattern.utf8)]
    } else {
      do throws(SystemError) {
        names = try folder.entries().map(\.name).filter { $0.first != UInt8(ascii: ".") }
          .filter { name in pattern.map { VaultRules.matches($0, String(decoding: name, as: UTF8.self)) } ?? true }
          .sorted { $0.lexicographicallyPrecedes($1) }
      } catch {
        return fail(path, error.reason, take)
      }
    }
    for name in names {
      guard left > 0 else { return }
      let here = path.appending(bytes: name)
      let isNamed = pattern.map { !$0.contains("*") } ?? false
      let entry: Entry
      do throws(CalendarFileProblem) {
        entry = try self.entry(name, of: folder, path: here)
      } catch {
        if isNamed || Self.isCalendar(name) { fail(here, error.reason, take) }
        continue
      }
      switch entry {
      case .folder(let folder):
        let rest = parts.dropFirst()
        walk(folder, path: here, rest, depth: rest.isEmpty ? depth + 1 : depth, left: &left, take)
      case .file(let file):
        guard parts.count <= 1, isNamed || Self.isCalendar(name) else { continue }
        left -= 1
        take(CalendarFileBytes(path: prefix + here.description, bytes: Self.bytes(of: file)))
      case .other: if isNamed { fail(here, "it is no ordinary file", take) }
      }
    }
  }

  private enum Entry {
    case folder(Folder)
    case file(OpenFile)
    case other
  }

  private func entry(_ name: NameBytes, of folder: Folder, path: VaultPath) throws(CalendarFileProblem) -> Entry {
    do {
      guard let status = try folder.status(of: name) else { throw CalendarFileProblem(reason: "it is not there") }
      switch status.kind {
      case .folder: return .folder(try folder.folder(name))
      case .file: return .file(try folder.file(name))
      case .other: return .other
      case .link: return try self.entry(ofLink: path)
      }
    } catch let problem as CalendarFileProblem {
      throw problem
    } catch let error as ResolvingError {
      throw CalendarFileProblem(reason: error.reason)
    } catch {
      throw CalendarFileProblem(reason: SystemError.reason(of: error))
    }
  }

  /// Inside a vault a link leads no further than the vault; what the person names may be linked as they like.
  private func entry(ofLink path: VaultPath) throws -> Entry {
    var folder = root.folder
    var name = path.bytes
    if prefix.isEmpty {
      let end = try root.location(of: path)
      folder = end.folder
      name = end.name
    } else if let real = realpath(prefix + path.description, nil) {
      defer { free(real) }
      let target = VaultPath(String(cString: real))
      folder = try Folder(at: target.folder.bytes.isEmpty ? "/" : target.folder.description)
      name = Array(target.fileName.utf8)
    }
    switch try folder.status(of: name)?.kind {
    case .folder: return .folder(try folder.folder(name))
    case .file: return .file(try folder.file(name))
    default: throw CalendarFileProblem(reason: "it is not there")
    }
  }

  private func fail(_ path: VaultPath, _ reason: String, _ take: (CalendarFileBytes) -> Void) {
    take(CalendarFileBytes(path: prefix + path.description, bytes: .failure(CalendarFileProblem(reason: reason))))
  }

  private static func bytes(of file: OpenFile) -> Result<[UInt8], CalendarFileProblem> {
    do throws(SystemError) {
      let status = try file.status()
      guard status.kind == .file else { return .failure(CalendarFileProblem(reason: "it is no ordinary file")) }
      guard status.size <= largest else {
        return .failure(CalendarFileProblem(reason: "it is larger than \(largest / 1_000_000) MB"))
      }
      return .success(try file.bytes(size: status.size))
    } catch {
      return .failure(CalendarFileProblem(reason: error.reason))
    }
  }

  /// A file below the vault belongs to the calendar that the settings name so.
  package static func names(_ pattern: String, _ path: VaultPath) -> Bool {
    let parts = parts(of: pattern)
    let names = path.description.split(separator: "/").map(String.init)
    guard !parts.isEmpty, names.count >= parts.count, names.count - parts.count <= deepest + 1 else { return false }
    let below = names.dropFirst(parts.count)
    return zip(parts, names).allSatisfy { part, name in
      part.contains("*") ? VaultRules.matches(part, name) && name.first != "." : part == name
    } && below.allSatisfy { $0.first != "." }
  }

  fileprivate static func parts(of pattern: String) -> [String] {
    pattern.split(separator: "/").map(String.init).filter { $0 != "." }
  }

  static func isCalendar(_ name: NameBytes) -> Bool {
    let ending = String(decoding: name.suffix(4), as: UTF8.self).lowercased()
    return ending == ".ics" || ending == ".ifb"
  }
}

extension Vault {
  /// The files of a calendar that the settings name; nothing outside the vault is opened.
  ///
  /// - Parameter pattern: a path below the root, where `*` is any run of characters in one part.
  package func calendarFiles(named pattern: String) throws(VaultError) -> CalendarFiles {
    do throws(SystemError) {
      let root = try VaultRoot(at: root)
      return CalendarFiles(root, prefix: "", parts: CalendarFiles.parts(of: pattern))
    } catch {
      throw .unreadable(path: root, reason: error.reason)
    }
  }
}

extension CalendarFiles {
  /// The files of a calendar anywhere on the machine, which only the person's own configuration may name; nil where its folder
  /// is not there.
  ///
  /// - Parameter path: absolute, where `*` is any run of characters in one part.
  package init?(onMachine path: String) {
    let parts = path.split(separator: "/").map(String.init)
    let fixed = parts.prefix { !$0.contains("*") }.dropLast(parts.contains { $0.contains("*") } ? 0 : 1)
    let base = "/" + fixed.joined(separator: "/")
    guard path.hasPrefix("/"), let root = try? VaultRoot(at: base) else { return nil }
    self.init(root, prefix: base == "/" ? "/" : base + "/", parts: Array(parts.dropFirst(fixed.count)))
  }
}
