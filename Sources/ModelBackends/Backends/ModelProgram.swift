import ChildPrograms

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Asks a model through a program of the person's choice: the prompt on its standard input, the answer on its standard output.
struct ModelProgram {
  let setup: ModelSetup
  let words: [String]
  let environment: [String: String]

  func answer(
    to request: ModelRequest, hear: @escaping (String) -> Void, progress: @escaping (ModelProgress) -> Void
  ) throws(ModelFailure) -> ModelAnswer {
    guard let program = ProgramSearch.program(words[0], path: environment["PATH"]) else { throw .noProgram(words[0]) }
    // Some of these programs read and write the folder that they run in: they get an empty one.
    guard let folder = TemporaryFolder(in: environment["TMPDIR"] ?? "/tmp") else {
      throw .programFailed(code: -1, words: "no temporary folder could be made")
    }
    defer { folder.remove() }
    var limits = ChildProcess.Limits(seconds: setup.seconds)
    limits.silentMilliseconds = setup.silentSeconds * 1_000
    limits.bytes = setup.mostBytes
    limits.catchesInterrupts = true
    progress(.asking)
    var text = TextAssembly()
    let ended: ChildProcess.Answer
    do throws(ChildProcess.Failure) {
      ended = try ChildProcess.run(
        program, arguments: Array(words.dropFirst()), environment: environment.map { "\($0.key)=\($0.value)" },
        folder: folder.path, input: Array(request.text.utf8), limits: limits
      ) { piece throws(ChildProcess.Failure) in
        hear(text.take(piece))
        progress(.hearing(characters: text.text.utf8.count))
      }
    } catch {
      switch error {
      case .notStarted(_, let reason): throw .programFailed(code: 127, words: reason)
      case .tookTooLong: throw .tookTooLong(seconds: setup.seconds)
      case .fellSilent: throw .fellSilent(seconds: setup.silentSeconds)
      case .saidTooMuch: throw .saidTooMuch
      case .interrupted: throw .interrupted
      }
    }
    hear(text.end())
    guard ended.code == 0 else {
      let lines = String(decoding: ended.errors.suffix(2_000), as: UTF8.self).split(whereSeparator: \.isNewline)
      throw .programFailed(code: ended.code, words: lines.last.map(String.init) ?? "")
    }
    if text.text.allSatisfy(\.isWhitespace) { throw .empty }
    return ModelAnswer(text: text.text)
  }
}

/// Text that comes in pieces of bytes, which may end in the middle of a character.
struct TextAssembly {
  private(set) var text = ""
  private var rest: [UInt8] = []

  /// The characters that are whole with this piece.
  mutating func take(_ piece: some Sequence<UInt8>) -> String {
    rest += piece
    // At most three bytes belong to a character that is still to come.
    var whole = rest.count
    for back in 1...3 where back <= rest.count {
      let byte = rest[rest.count - back]
      if byte & 0xc0 == 0x80 { continue }
      let length = byte < 0x80 ? 1 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      if length > back { whole = rest.count - back }
      break
    }
    let more = String(decoding: rest[..<whole], as: UTF8.self)
    rest.removeFirst(whole)
    text += more
    return more
  }

  mutating func end() -> String {
    let more = String(decoding: rest, as: UTF8.self)
    rest = []
    text += more
    return more
  }
}

/// An empty folder for one run of a program.
private struct TemporaryFolder {
  let path: String

  init?(in parent: String) {
    var template = Array((parent + "/mm-model-XXXXXX").utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
    }
    guard made else { return nil }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  func remove() {
    _ = try? ChildProcess.run(
      "/bin/rm", arguments: ["-rf", "--", path], environment: [], input: [], limits: ChildProcess.Limits(seconds: 10))
  }
}
