package import PlanDocuments

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A file of events, or what becomes of it.
package struct EventsFile: Hashable, Sendable {
  /// Below the root of its place.
  package var path: VaultPath
  package var bytes: [UInt8]

  package init(path: VaultPath, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// Where the plan's events are written: one file (a feed), or a folder with a file for each event (vdir).
///
/// It lies in the vault or anywhere else that the person names, and is written as notes are: every file is compared
/// with the bytes that were read, all are replaced in one step, and the old bytes are in the undo store.
package struct EventsPlace: Sendable {
  package let isFeed: Bool
  /// As the person named it.
  package let name: String
  /// Lies in the vault, so that `mm undo` takes a change back.
  package let isInVault: Bool
  private let root: Vault
  /// The feed, or the folder; empty for the root itself.
  private let path: VaultPath

  /// A feed is at most so large, as are all events of a folder together; in bytes.
  private static let largest = 16 * 1_048_576

  /// - Parameters:
  ///   - path: absolute. What ends in `.ics` is a feed, everything else a folder, made when first written to.
  ///   - name: the path as the person wrote it.
  package init(at path: String, named name: String, vault: Vault) throws(VaultError) {
    self.name = name
    let parts = path.split(separator: "/").filter { $0 != "." }.map(String.init)
    guard path.hasPrefix("/"), let last = parts.last, last != ".." else {
      throw .unreadable(path: name, reason: "it is no place for events")
    }
    isFeed = last.lowercased().hasSuffix(".ics")
    let parent = "/" + parts.dropLast().joined(separator: "/")
    guard let real = realpath(parent, nil) else { throw .unreadable(path: parent, reason: SystemError(errno).reason) }
    defer { free(real) }
    let folder = String(cString: real)
    let whole = folder == "/" ? "/" + last : folder + "/" + last
    if whole.hasPrefix(vault.root + "/") {
      isInVault = true
      root = vault
      self.path = VaultPath(String(whole.dropFirst(vault.root.count + 1)))
    } else {
      isInVault = false
      root = Vault(at: isFeed ? folder : whole, stateFolder: vault.stateFolder)
      self.path = VaultPath(isFeed ? last : "")
    }
  }

  /// The files that are there now, by name: the feed, or what ends in `.ics` in the folder.
  package func files() throws(VaultError) -> [EventsFile] {
    do {
      guard isFeed else { return try filesOfFolder() }
      return try bytes(of: path).map { [EventsFile(path: path, bytes: $0)] } ?? []
    } catch {
      if case let error as SystemError = error, error.code == ENOENT { return [] }
      if case ResolvingError.noFolder = error { return [] }
      throw .unreadable(path: name, reason: SystemError.reason(of: error))
    }
  }

  private func filesOfFolder() throws -> [EventsFile] {
    let root = try VaultRoot(at: root.root)
    var folder = root.folder
    if !path.bytes.isEmpty {
      let location = try root.location(of: path)
      guard location.status != nil else { return [] }
      folder = try location.folder.folder(location.name)
    }
    var files: [EventsFile] = []
    var left = Self.largest
    for (name, _) in try folder.entries() where name.suffix(4).elementsEqual(".ics".utf8) && name.first != 0x2E {
      guard try folder.status(of: name)?.kind == .file else { continue }
      let file = try folder.file(name)
      let size = try file.status().size
      left -= size
      // More than that is not ours to hold in memory.
      if left < 0 { throw SystemError(EFBIG) }
      files.append(EventsFile(path: pathInFolder(name), bytes: try file.bytes(size: size)))
    }
    return files.sorted { $0.path < $1.path }
  }

  private func bytes(of path: VaultPath) throws -> [UInt8]? {
    let location = try VaultRoot(at: root.root).location(of: path)
    guard let status = location.status else { return nil }
    guard status.kind == .file, status.size <= Self.largest else { throw SystemError(EFBIG) }
    let file = try location.folder.file(location.name)
    return try file.bytes(size: status.size)
  }

  private func pathInFolder(_ name: NameBytes) -> VaultPath {
    path.bytes.isEmpty ? VaultPath(bytes: name) : VaultPath(bytes: path.bytes + [UInt8(ascii: "/")] + name)
  }

  /// The path of the feed, or of a new file in the folder.
  package func path(for name: String) -> VaultPath { isFeed ? path : pathInFolder(Array(name.utf8)) }

  /// Makes `before` into `after`, all of it or nothing.
  ///
  /// - Parameters:
  ///   - before: files as they were read; what is missing in `after` is removed.
  ///   - now: seconds since 1970, for the undo list.
  package func replace(
    _ before: [EventsFile], with after: [EventsFile], title: String, at now: Int
  ) throws(VaultError) {
    var old: [VaultPath: [UInt8]] = [:]
    for file in before { old[file.path] = file.bytes }
    let kept = Set(after.map(\.path))
    var replacements = before.filter { !kept.contains($0.path) }.map {
      Replacement(path: $0.path, before: $0.bytes, after: nil)
    }
    for file in after where old[file.path] != file.bytes {
      replacements.append(Replacement(path: file.path, before: old[file.path], after: file.bytes))
    }
    if replacements.isEmpty { return }
    if !isFeed, !isInVault {
      guard mkdir(root.root, 0o777) == 0 || errno == EEXIST else {
        throw .unreadable(path: name, reason: SystemError(errno).reason)
      }
    }
    try ChangeWriter(root).write(replacements, title: title, kind: .change, at: now, gap: { _ in })
  }
}
