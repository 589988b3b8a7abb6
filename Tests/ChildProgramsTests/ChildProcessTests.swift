import Foundation
import Testing

@testable import ChildPrograms

@Suite struct ChildProcessTests {
  private func run(
    _ script: String, input: String = "", folder: String? = nil, milliseconds: Int = 5_000, silent: Int? = nil,
    bytes: Int = 1 << 20, listener: ((ArraySlice<UInt8>) throws(ChildProcess.Failure) -> Void)? = nil
  ) throws -> ChildProcess.Answer {
    var limits = ChildProcess.Limits(seconds: 1)
    limits.milliseconds = milliseconds
    limits.silentMilliseconds = silent
    limits.bytes = bytes
    return try ChildProcess.run(
      "/bin/sh", arguments: ["-c", script], environment: ["PATH=/usr/bin:/bin"], folder: folder,
      input: Array(input.utf8), limits: limits, listener: listener)
  }

  @Test func aProgramReadsItsInputAndItsStreamsAreToldApart() throws {
    let answer = try run("cat; echo trouble >&2; exit 3", input: "words\n")
    #expect(answer.code == 3)
    #expect(String(decoding: answer.output, as: UTF8.self) == "words\n")
    #expect(String(decoding: answer.errors, as: UTF8.self) == "trouble\n")
  }

  @Test func largeInputAndLargeOutputDoNotWaitForEachOther() throws {
    let text = String(repeating: "0123456789abcde\n", count: 40_000)
    let answer = try run("cat", input: text)
    #expect(answer.output.count == text.utf8.count)
  }

  @Test func aSecondInputIsReadBesideTheFirst() throws {
    let text = [UInt8](repeating: 65, count: 300_000)
    let answer = try ChildProcess.run(
      "/bin/sh", arguments: ["-c", "cat; cat /dev/fd/3 | wc -c"], environment: ["PATH=/usr/bin:/bin"],
      input: Array("first ".utf8), secondInput: text, limits: ChildProcess.Limits(seconds: 60))
    #expect(String(decoding: answer.output.filter { $0 != 32 }, as: UTF8.self) == "first300000\n")
    #expect(try run("cat /dev/fd/3").code != 0)
  }

  @Test func whatElseIsOpenHereDoesNotReachTheProgram() throws {
    // As other code may open it, without the mark that keeps it from children.
    let file = open("/dev/null", O_RDONLY)
    defer { close(file) }
    #expect(try run("test -e /dev/fd/\(file)").code == 1)
    #expect(try run("test -e /dev/fd/2").code == 0)
  }

  @Test func aProgramRunsInTheFolderThatIsNamed() throws {
    let answer = try run("pwd -P", folder: "/usr")
    #expect(String(decoding: answer.output, as: UTF8.self) == "/usr\n")
  }

  @Test func aListenerHearsTheOutputWhileTheProgramRuns() throws {
    let sign = FileManager.default.temporaryDirectory.appending(path: "mm-heard-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: sign) }
    var heard: [String] = []
    let script = "echo one; while [ ! -e \(sign) ]; do sleep 0.02; done; echo two"
    let answer = try run(script, milliseconds: 60_000) { piece throws(ChildProcess.Failure) in
      heard.append(String(decoding: piece, as: UTF8.self))
      _ = FileManager.default.createFile(atPath: sign, contents: nil)
    }
    #expect(heard == ["one\n", "two\n"])
    #expect(answer.output.isEmpty)
  }

  @Test(arguments: [
    ("sleep 90", 100, nil, ChildProcess.Failure.tookTooLong), ("echo a; sleep 90", 60_000, 150, .fellSilent),
    ("yes", 60_000, nil, .saidTooMuch), ("yes >&2", 60_000, nil, .saidTooMuch),
  ])
  func whatNeverEndsIsEnded(script: String, milliseconds: Int, silent: Int?, failure: ChildProcess.Failure) {
    #expect(throws: failure) { try run(script, milliseconds: milliseconds, silent: silent) }
  }

  @Test func whatAProgramHasStartedEndsWithIt() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "mm-child-\(UUID().uuidString)").path
    #expect(throws: ChildProcess.Failure.tookTooLong) {
      try run("(sleep 0.5; echo here > \(file)) & wait", milliseconds: 150)
    }
    usleep(700_000)
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  @Test func aProgramThatIsNotThereIsNamed() {
    #expect(throws: ChildProcess.Failure.self) {
      try ChildProcess.run(
        "/no/such/program", arguments: [], environment: [], input: [], limits: ChildProcess.Limits(seconds: 1))
    }
    #expect(ProgramSearch.program("sh", path: "relative:/usr/bin:/bin")?.hasPrefix("/") == true)
    #expect(ProgramSearch.program("no-such-program-here", path: "/usr/bin") == nil)
    #expect(ProgramSearch.program("./sh", path: "/bin") == nil)
  }
}
