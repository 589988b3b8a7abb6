import Foundation
import PlanDocuments
import PlanSessions
import TestSupport

/// A vault in a temporary folder, opened as a front does.
struct Desk {
  private let home: URL
  private var isInGit: Bool { FileManager.default.fileExists(atPath: home.path + "/plans/.git") }

  init(_ files: [String: String]) throws {
    home = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().appending(path: "mm-\(UUID().uuidString)")
    for (path, text) in files { try write(text, to: path) }
  }

  func write(_ text: String, to path: String) throws {
    let file = home.appending(path: "plans/" + path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: home.appending(path: "plans/" + path)), as: UTF8.self)
  }

  /// - Parameter unsaved: texts of an editor, by path.
  func open(unsaved: [String: String] = [:], today: Day = august2) throws -> PlanSession {
    let machine = Machine(
      variables: isInGit ? variables : ["XDG_STATE_HOME": home.path, "XDG_CONFIG_HOME": home.path],
      workingFolder: home.path,
      secondsSince1970: 1_785_672_000)
    let texts = unsaved.map { (VaultPath($0.key), Array($0.value.utf8)) }
    return try PlanSession.open("plans", on: machine, today: today, unsaved: Dictionary(uniqueKeysWithValues: texts))
  }

  /// Removes a file.
  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: home.appending(path: "plans/" + path))
  }

  /// git as a person runs it in the vault, at eight in the evening of a day.
  @discardableResult
  func git(_ arguments: String..., on day: Day) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.environment = variables.merging([
      "GIT_AUTHOR_DATE": "\(day)T20:00:00+0000", "GIT_COMMITTER_DATE": "\(day)T20:00:00+0000", "GIT_EDITOR": "true",
    ]) { $1 }
    process.currentDirectoryURL = home.appending(path: "plans")
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  func commit(on day: Day) throws {
    try git("add", "-A", on: day)
    try git("commit", "-q", "--allow-empty", "-m", "\(day)", on: day)
  }

  /// No settings of the machine count.
  private var variables: [String: String] {
    [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": home.path,
      "XDG_STATE_HOME": home.path, "XDG_CONFIG_HOME": home.path, "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_AUTHOR_NAME": "Anna", "GIT_AUTHOR_EMAIL": "anna@example.org", "GIT_COMMITTER_NAME": "Anna",
      "GIT_COMMITTER_EMAIL": "anna@example.org",
    ]
  }

  func clear() { try? FileManager.default.removeItem(at: home) }
}
