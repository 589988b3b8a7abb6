import Foundation
import Testing

/// The transcripts of this folder, and every example of the documentation.
///
/// `MM_RECORD=1` writes down what was printed.
@Suite struct TranscriptTests {
  static let files: [String] = {
    let folders = ["Tests/CommandLineTests/Transcripts", "docs", ""]
    return folders.flatMap { folder in
      let names = try? FileManager.default.contentsOfDirectory(
        atPath: TranscriptPlayer.repository.appending(path: folder).path)
      return (names ?? []).filter { $0.hasSuffix(".md") }.sorted().map { folder.isEmpty ? $0 : folder + "/" + $0 }
    }
  }()

  @Test(arguments: files)
  func everyCommandPrintsWhatStandsThere(file: String) throws {
    let url = TranscriptPlayer.repository.appending(path: file)
    let text = try String(contentsOf: url, encoding: .utf8)
    let result = try TranscriptPlayer(products: TranscriptPlayer.findProducts()).play(Transcript(text))
    if ProcessInfo.processInfo.environment["MM_RECORD"] == "1" {
      if result.recorded != text { try result.recorded.write(to: url, atomically: true, encoding: .utf8) }
      return
    }
    for difference in result.differences {
      let expected = difference.expected.joined(separator: "\n")
      let printed = difference.printed.joined(separator: "\n")
      Issue.record("\(file): $ \(difference.command)\n--- stands there\n\(expected)\n--- was printed\n\(printed)")
    }
  }

  @Test func aTranscriptIsReadStepByStep() {
    let transcript = Transcript(
      """
      <!-- today: 2026-08-02 -->
      ```md goals/a.md
      goal
      ```
      ```console
      $ mm check
      one
      exit 1
      $ mm
      ```
      <!-- new vault -->
      <!-- tick: reviews/a.md **1** The first -->
      """)
    #expect(
      transcript.steps == [
        .today("2026-08-02"), .file(path: "goals/a.md", content: "goal\n"),
        .command("mm check", output: ["one", "exit 1"], lines: 6..<8), .command("mm", output: [], lines: 9..<9),
        .newVault, .tick(path: "reviews/a.md", words: "**1** The first"),
      ])
  }

  @Test func aDifferenceIsReported() throws {
    let text = "```console\n$ echo yes; exit 3\nno\n```\n"
    let result = try TranscriptPlayer(products: "/nowhere").play(Transcript(text))
    #expect(result.differences.map(\.printed) == [["yes", "exit 3"]])
    #expect(result.recorded == "```console\n$ echo yes; exit 3\nyes\nexit 3\n```\n")
  }
}
