import ChildPrograms
import Foundation
import Testing

@testable import ModelBackends

/// Programs that answer well, slowly, badly, never, and too much.
@Suite struct ProgramTests {
  private func model(
    _ words: [String], seconds: Int = 5, silent: Int = 5
  ) -> LanguageModel {
    var setup = ModelSetup(name: "mine", file: "mine.yaml", way: .command(words))
    setup.seconds = seconds
    setup.silentSeconds = silent
    setup.mostBytes = 1_000_000
    return LanguageModel(setup, environment: ["PATH": "/usr/bin:/bin", "TMPDIR": NSTemporaryDirectory()])
  }

  private func script(_ text: String, seconds: Int = 5, silent: Int = 5) -> LanguageModel {
    model(["sh", "-c", text], seconds: seconds, silent: silent)
  }

  @Test func aProgramGetsThePromptAndItsOutputIsTheAnswer() throws {
    let answer = try model(["cat"]).answer(to: ServerTests.request)
    #expect(answer.text == ServerTests.request.text)
    #expect(answer.text.contains("Plan.") && answer.text.contains("How?"))
  }

  @Test func aSlowProgramIsHeardPieceByPiece() throws {
    let sign = FileManager.default.temporaryDirectory.appending(path: "mm-heard-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: sign) }
    // It goes on when its beginning was heard; the second byte of a character comes later than its first.
    let words = #"printf 'caf\303'; while [ ! -e "# + sign + #" ]; do sleep 0.02; done; printf '\251 au lait'"#
    var heard: [String] = []
    let answer = try script(words, seconds: 60, silent: 60).answer(to: ServerTests.request) {
      heard.append($0)
      _ = FileManager.default.createFile(atPath: sign, contents: nil)
    }
    #expect(answer.text == "café au lait")
    #expect(heard.first == "caf" && heard.joined() == "café au lait")
  }

  @Test func aProgramThatFailsIsQuoted() throws {
    #expect(throws: ModelFailure.programFailed(code: 4, words: "no such model")) {
      try script("echo loading >&2; echo no such model >&2; exit 4").answer(to: ServerTests.request)
    }
    #expect(throws: ModelFailure.noProgram("no-such-program-here")) {
      try model(["no-such-program-here"]).answer(to: ServerTests.request)
    }
    #expect(throws: ModelFailure.empty) { try script("echo").answer(to: ServerTests.request) }
  }

  @Test func aProgramThatNeverEndsOrFloodsIsStopped() throws {
    #expect(throws: ModelFailure.fellSilent(seconds: 1)) {
      try script("echo a; sleep 60", silent: 1).answer(to: ServerTests.request)
    }
    #expect(throws: ModelFailure.tookTooLong(seconds: 1)) {
      try script("while :; do echo a; sleep 0.2; done", seconds: 1).answer(to: ServerTests.request)
    }
    #expect(throws: ModelFailure.saidTooMuch) { try script("yes").answer(to: ServerTests.request) }
  }

  @Test func aProgramRunsInAnEmptyFolderThatGoesAway() throws {
    let answer = try script("pwd; touch file; ls").answer(to: ServerTests.request)
    let lines = answer.text.split(separator: "\n")
    #expect(lines.count == 2 && lines.last == "file")
    #expect(!FileManager.default.fileExists(atPath: String(lines.first ?? "/")))
  }
}
