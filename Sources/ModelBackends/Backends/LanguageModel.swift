import ChildPrograms

/// A language model that can be asked.
package struct LanguageModel: Sendable {
  package let setup: ModelSetup
  private let environment: [String: String]

  /// - Parameter environment: the process's: `PATH`, proxies, and the variables that hold keys.
  package init(_ setup: ModelSetup, environment: [String: String]) {
    self.setup = setup
    self.environment = environment
  }

  /// Asks and waits for the whole answer.
  ///
  /// - Parameters:
  ///   - hear: gets the answer's text while it comes, also of an answer that stays incomplete.
  package func answer(
    to request: ModelRequest, hear: @escaping (String) -> Void = { _ in },
    progress: @escaping (ModelProgress) -> Void = { _ in }
  ) throws(ModelFailure) -> ModelAnswer {
    switch setup.way {
    case .command(let words):
      return try ModelProgram(setup: setup, words: words, environment: environment)
        .answer(to: request, hear: hear, progress: progress)
    case .server(let name, let base, let source):
      let server: ModelServer
      do {
        server = ModelServer(
          setup: setup, dialect: name.dialect, address: try base.appending(name.dialect.path),
          key: try key(from: source), curl: try Curl(environment: environment))
      } catch let failure as ModelFailure {
        throw failure
      } catch let failure as WebFailure {
        throw .web(failure)
      } catch {
        throw .notFound("")
      }
      return try server.answer(to: request, hear: hear, progress: progress)
    }
  }

  private func key(from source: ModelSetup.KeySource) throws(ModelFailure) -> String? {
    let key: String
    switch source {
    case .none: return nil
    case .variable(let name):
      guard let value = environment[name], !value.isEmpty else { throw .noKey(variable: name) }
      key = value
    case .command(let words):
      key = try printedKey(words)
    }
    let trimmed = key.trimmingNewlines
    guard !trimmed.isEmpty, trimmed.utf8.count <= 8_192, trimmed.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else {
      throw .badKey
    }
    return trimmed
  }

  private func printedKey(_ words: [String]) throws(ModelFailure) -> String {
    guard let program = ProgramSearch.program(words[0], path: environment["PATH"]) else { throw .noProgram(words[0]) }
    var limits = ChildProcess.Limits(seconds: 60)
    limits.bytes = 64 * 1_024
    limits.catchesInterrupts = true
    let variables = environment.map { "\($0.key)=\($0.value)" }
    let ended: ChildProcess.Answer
    do throws(ChildProcess.Failure) {
      ended = try ChildProcess.run(
        program, arguments: Array(words.dropFirst()), environment: variables, input: [], limits: limits)
    } catch {
      throw error == .interrupted ? .interrupted : .keyCommandFailed(words: "")
    }
    guard ended.code == 0, !ended.output.isEmpty else {
      throw .keyCommandFailed(words: String(decoding: ended.errors.prefix(500), as: UTF8.self))
    }
    return String(decoding: ended.output, as: UTF8.self)
  }
}

extension String {
  fileprivate var trimmingNewlines: String {
    var rest = self[...]
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
