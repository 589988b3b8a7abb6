import ChildPrograms
import Foundation

/// A person with a vault, a configuration and a shell.
final class ModelHome {
  static let key = "test-key-4711"

  let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    .appending(path: "mm-models-\(UUID().uuidString)")
  var vault: URL { folder.appending(path: "plans") }

  init() throws {
    try write("---\ntime: 1h mon-sun\n---\n", to: "plans/mm.md")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: false, encoding: .utf8)
  }

  func model(_ name: String, _ lines: String) throws { try write(lines, to: ".config/mm/models/\(name).yaml") }

  /// In a process that hears signals, whatever the tests were started with.
  private static let hearing =
    "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); signal.pthread_sigmask(signal.SIG_SETMASK, []); os.execvp(sys.argv[1], sys.argv[1:])"

  private func arguments(_ words: String) -> [String] {
    ["-c", "exec 2>&1; exec python3 -c '\(ModelHome.hearing)' \(words)"]
  }

  private var environment: [String: String] {
    [
      "HOME": folder.path, "MM_TODAY": "2026-08-02", "TEST_KEY": ModelHome.key, "TMPDIR": folder.path,
      "PATH": TranscriptPlayer.findProducts() + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"),
    ]
  }

  /// For a test that does something while it runs.
  func process(_ words: String) -> (process: Process, output: Pipe) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = arguments(words)
    process.currentDirectoryURL = vault
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    return (process, output)
  }

  func run(_ words: String) throws -> (text: String, status: Int32) {
    let answer = try ChildProcess.run(
      "/bin/sh", arguments: arguments(words), environment: environment.map { "\($0)=\($1)" }, folder: vault.path,
      input: [], limits: ChildProcess.Limits(seconds: 120))
    return (String(decoding: answer.output, as: UTF8.self), answer.code)
  }

  /// Every file below a folder with its content.
  func files(below path: String = "") throws -> [String: String] {
    let root = folder.appending(path: path)
    var files: [String: String] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: root.path) ?? .init() {
      if let data = FileManager.default.contents(atPath: root.appending(path: name).path) {
        files[name] = String(decoding: data, as: UTF8.self)
      }
    }
    return files
  }
}
