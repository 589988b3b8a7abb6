import Foundation

/// Plays transcripts against the real `mm`, each in a folder of its own with everything fixed that could differ between machines.
struct TranscriptPlayer {
  /// What a command printed that was not expected.
  struct Difference {
    var command: String
    var expected: [String]
    var printed: [String]
  }

  let products: String

  /// Where the built programs are: `MM_PRODUCTS`, else beside the test program, else the debug folder of this checkout.
  static func findProducts() -> String {
    if let given = ProcessInfo.processInfo.environment["MM_PRODUCTS"], !given.isEmpty { return given }
    var candidates: [URL] = []
    #if os(Linux)
      candidates.append(URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent())
    #endif
    candidates.append(repository.appending(path: ".build/debug"))
    let found = candidates.first { FileManager.default.isExecutableFile(atPath: $0.appending(path: "mm").path) }
    return (found ?? candidates[0]).path
  }

  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Plays all steps in order; the transcript comes back with what was really printed.
  func play(_ transcript: Transcript) throws -> (differences: [Difference], recorded: String) {
    let home = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "mm-transcript-\(UUID().uuidString)")
    let vault = home.appending(path: "plans")
    try FileManager.default.createDirectory(at: vault, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }

    var environment = surroundings(home: home.path)
    var differences: [Difference] = []
    var recorded = transcript.lines
    var shift = 0
    for step in transcript.steps {
      switch step {
      case .today(let day):
        environment["MM_TODAY"] = day
      case .newVault:
        try FileManager.default.removeItem(at: vault)
        try FileManager.default.createDirectory(at: vault, withIntermediateDirectories: true)
      case .file(let path, let content):
        let file = vault.appending(path: path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try content.write(to: file, atomically: false, encoding: .utf8)
      case .tick(let path, let words):
        try tick(words, in: vault.appending(path: path))
      case .command(let command, let output, let lines):
        let printed = try run(command, in: vault, environment).map {
          $0.replacingOccurrences(of: home.path, with: "/home/you")
        }
        if printed != output {
          differences.append(Difference(command: command, expected: output, printed: printed))
        }
        recorded.replaceSubrange(lines.lowerBound + shift..<lines.upperBound + shift, with: printed)
        shift += printed.count - lines.count
      }
    }
    return (differences, recorded.joined(separator: "\n"))
  }

  private func tick(_ words: String, in file: URL) throws {
    struct NoSuchBox: Error { var words: String }
    var lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
    let boxes = lines.indices.filter { lines[$0].contains("[ ]") && lines[$0].contains(words) }
    guard boxes.count == 1, let box = lines[boxes[0]].range(of: "[ ]") else { throw NoSuchBox(words: words) }
    lines[boxes[0]].replaceSubrange(box, with: "[x]")
    try lines.joined(separator: "\n").write(to: file, atomically: false, encoding: .utf8)
  }

  func surroundings(home: String) -> [String: String] {
    [
      "HOME": home, "XDG_CONFIG_HOME": home + "/.config", "XDG_STATE_HOME": home + "/.local/state",
      "XDG_DATA_HOME": home + "/.local/share", "XDG_CACHE_HOME": home + "/.cache",
      "PATH": products + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"),
      "TZ": "UTC", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "COLUMNS": "80", "TERM": "xterm",
      "GIT_AUTHOR_NAME": "You", "GIT_AUTHOR_EMAIL": "you@example.org", "GIT_COMMITTER_NAME": "You",
      "GIT_COMMITTER_EMAIL": "you@example.org", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_COUNT": "1",
      "GIT_CONFIG_KEY_0": "init.defaultBranch", "GIT_CONFIG_VALUE_0": "main",
    ]
  }

  /// The lines that `command` prints in `folder`, results and messages in their order, and its status where it is not 0.
  func run(_ command: String, in folder: URL, _ environment: [String: String]) throws -> [String] {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "exec 2>&1; " + command]
    process.currentDirectoryURL = folder
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    if lines.last == "" { lines.removeLast() }
    if process.terminationReason == .uncaughtSignal {
      lines.append("signal \(process.terminationStatus)")
    } else if process.terminationStatus != 0 {
      lines.append("exit \(process.terminationStatus)")
    }
    return lines
  }
}
