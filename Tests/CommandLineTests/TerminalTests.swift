import Foundation
import Testing

/// `mm` at a real pseudo-terminal.
@Suite struct TerminalTests {
  private static let python =
    ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(.enabled(if: python != nil, "left out: no python3"))
  func anchoringAndDraftingAreTalksThatLoseNothing() throws {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "mm-terminal-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.python))
    let script = TranscriptPlayer.repository.appending(path: "Tests/CommandLineTests/Terminal/talk.py")
    process.arguments = ["-B", script.path, folder.path]
    process.environment = [
      "PATH": TranscriptPlayer.findProducts() + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(text)")
  }
}
