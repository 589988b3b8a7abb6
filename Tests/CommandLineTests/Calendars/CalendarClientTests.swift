import Foundation
import Testing

/// Calendars as other programs see them: khal, vdirsyncer with a server of its own, python-icalendar, libical.
@Suite struct CalendarClientTests {
  /// The Python of the tests, with the packages of `Tests/requirements.txt`; nil where `scripts/prepare` could not make it.
  static let python: String? = {
    let path =
      ProcessInfo.processInfo.environment["MM_TEST_PYTHON"]
      ?? TranscriptPlayer.repository.appending(path: ".build/test-python/bin/python3").path
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()

  @Test(
    .enabled(if: python != nil, "left out: no Python with khal and vdirsyncer; scripts/prepare --for-tests makes one"),
    arguments: ["clients.py", "protected_hours.py"])
  func otherProgramsFindInOrderWhatIsWritten(script: String) throws {
    try run(script, with: try #require(Self.python))
  }

  @Test(.enabled(if: systemPython != nil, "left out: no python3"))
  func fetchedCalendarsKeepTheirSecretAndTheirLastGoodCopy() throws {
    try run("feeds.py", with: try #require(Self.systemPython))
  }

  private static let systemPython =
    ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"]
    .first { FileManager.default.isExecutableFile(atPath: $0) } ?? python

  private func run(_ script: String, with python: String) throws {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "mm-calendars-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [
      URL(filePath: #filePath).deletingLastPathComponent().appending(path: script).path,
      TranscriptPlayer.findProducts() + "/mm", folder.path,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    let last = output.split(separator: "\n").last.map(String.init) ?? ""
    #expect(process.terminationStatus == 0 && (last == "ok" || last.hasPrefix("skipped: ")), "\(output)")
    if last.hasPrefix("skipped: ") { print("\(script) \(last)") }
  }
}
