import Foundation
import PlanDocuments

@testable import VaultStorage

/// A vault in a folder of its own, removed with the value, and the state folder beside it.
final class TemporaryVault: Sendable {
  let folder: URL
  let vault: Vault

  var root: URL { folder.appending(path: "vault") }
  var state: URL { folder.appending(path: "state") }

  /// - Parameter isOnDisk: false for many changes, where waiting for the disk would take long.
  init(_ files: [String: String] = [:], isOnDisk: Bool = true) throws {
    let memory = URL(filePath: "/dev/shm", directoryHint: .isDirectory)
    let isInMemory = !isOnDisk && FileManager.default.isWritableFile(atPath: memory.path)
    let base = isInMemory ? memory : FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    let name = "mm-test-\(UInt64.random(in: 0 ... .max))"
    folder = base.appending(path: name)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "vault"), withIntermediateDirectories: true)
    vault = Vault(at: folder.path + "/vault", stateFolder: folder.path + "/state/mm")
    for (path, text) in files { try write(text, to: path) }
    if files["mm.md"] == nil { try write("", to: "mm.md") }
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  func url(_ path: String) -> URL { root.appending(path: path) }

  func write(_ text: String, to path: String) throws {
    try write(Array(text.utf8), to: path)
  }

  /// As an editor would that writes over the file.
  func write(_ bytes: [UInt8], to path: String) throws {
    let url = url(path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func bytes(of path: String) -> [UInt8]? {
    (try? Data(contentsOf: url(path))).map(Array.init)
  }

  func text(of path: String) -> String? {
    bytes(of: path).map { String(decoding: $0, as: UTF8.self) }
  }

  func status(of path: String) throws -> FileStatus {
    let root = try VaultRoot(at: vault.root)
    let path = VaultPath(path)
    let folder = path.folder.bytes.isEmpty ? root.folder : try Folder(at: url(path.folder.description).path)
    guard let status = try folder.status(of: Array(path.fileName.utf8)) else { throw SystemError(2) }
    return status
  }

  /// The names of all files and folders below the root, sorted.
  var names: [String] {
    (FileManager.default.subpaths(atPath: root.path) ?? []).sorted()
  }

  /// A change that replaces the whole text of files that are there.
  func rewriting(_ texts: [String: String], title: String = "Test") throws -> VaultChange {
    let files = try texts.sorted { $0.key < $1.key }.map { path, text in
      let old = SourceText(path: VaultPath(path), bytes: bytes(of: path) ?? [])
      guard bytes(of: path) != nil else { throw SystemError(2) }
      return FileChange(of: old, edits: [TextEdit(span: ByteSpan(0, old.bytes.count), new: text)])
    }
    return VaultChange(title: title, files: files)
  }
}
