import Foundation
import PlanDocuments
import PlanSessions
import TestSupport

/// A vault in a temporary folder, opened as a front does.
struct Desk {
  private let home: URL

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
      variables: ["XDG_STATE_HOME": home.path, "XDG_CONFIG_HOME": home.path], workingFolder: home.path,
      secondsSince1970: 1_785_672_000)
    let texts = unsaved.map { (VaultPath($0.key), Array($0.value.utf8)) }
    return try PlanSession.open("plans", on: machine, today: today, unsaved: Dictionary(uniqueKeysWithValues: texts))
  }

  func clear() { try? FileManager.default.removeItem(at: home) }
}
