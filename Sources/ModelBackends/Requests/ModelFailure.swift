package import ChildPrograms

/// Why there is no answer.
package enum ModelFailure: Error, Hashable, Sendable {
  /// The environment has no such variable, or it is empty.
  case noKey(variable: String)
  case keyCommandFailed(words: String)
  /// Keys are printable ASCII without blanks.
  case badKey
  case web(WebFailure)
  /// 401 and 403: what the server said.
  case keyRefused(String)
  /// 404: there is no such model, or no such address.
  case notFound(String)
  case outOfCredit(String)
  /// 429, also after waiting; in seconds, where the server named a time.
  case tooManyRequests(seconds: Int?, String)
  case overloaded(String)
  /// 400 and the like: the request is not one that the server takes.
  case requestRefused(status: Int, String)
  case serverFailed(status: Int, String)
  /// The answer is not in the shape of this kind of server.
  case notUnderstood(String)
  /// The answer ended at its size limit.
  case cutOff
  /// The connection ended in the middle of the answer.
  case brokenOff(String)
  case declined(String)
  case empty
  case noProgram(String)
  case programFailed(code: Int32, words: String)
  case tookTooLong(seconds: Int)
  case fellSilent(seconds: Int)
  case saidTooMuch
  case interrupted

  /// What to tell the person: what happened, and what to do.
  ///
  /// - Parameter setup: the model's name and what it is set up with.
  package func words(_ setup: ModelSetup) -> String {
    let name = setup.name
    return switch self {
    case .noKey(let variable):
      "\(name) needs a key, and \(variable) is not set. Set it, or write `key-command:` into \(setup.file)."
    case .keyCommandFailed(let words): "The key command of \(name) gave no key\(Self.after(words))"
    case .badKey: "The key of \(name) has blanks or characters that no key has. Look at where it comes from."
    case .web(.noCurl): "mm reaches servers through the program curl, and there is none in PATH. Install curl."
    case .web(.unknownHost):
      "The host \(setup.host) is not known. Is this machine online, is `url:` in \(setup.file) right?"
    case .web(.notConnected):
      "\(setup.host) does not answer. Is \(setup.isLocal ? "the server running" : "this machine online")?"
    case .web(.untrusted): "No secure connection to \(setup.host) could be made."
    case .web(let failure): "The exchange with \(setup.host) failed\(Self.after(Self.words(failure)))"
    case .keyRefused(let words): "\(setup.host) refused the key of \(name)\(Self.after(words))"
    case .notFound(let words):
      "\(setup.host) does not know \(setup.model ?? "this address")\(Self.after(words)) Look at `model:` and `url:` in \(setup.file)."
    case .outOfCredit(let words): "\(setup.host) asks for credit\(Self.after(words))"
    case .tooManyRequests(let seconds?, let words):
      "\(setup.host) asks to wait \(Self.time(seconds))\(Self.after(words)) Try again then."
    case .tooManyRequests(nil, let words):
      "\(setup.host) has had too many requests\(Self.after(words)) Try again later."
    case .overloaded(let words): "\(setup.host) is overloaded\(Self.after(words)) Try again later."
    case .requestRefused(let status, let words):
      "\(setup.host) does not take the request (\(status))\(Self.after(words))"
        + (setup.isStructured ? " If it knows no schemas, write `structured: no` into \(setup.file)." : "")
    case .serverFailed(let status, let words): "\(setup.host) failed (\(status))\(Self.after(words)) Try again later."
    case .notUnderstood(let words):
      "What \(setup.host) said is no answer as \(setup.speaks) servers give it\(Self.after(words))"
    case .cutOff:
      "The answer of \(name) was cut off at its size limit. A larger `max-tokens:` in \(setup.file) leaves room for all of it."
    case .brokenOff(let words): "The connection ended in the middle of the answer\(Self.after(words))"
    case .declined(let words): "\(name) declined to answer\(Self.after(words))"
    case .empty: "\(name) gave an empty answer."
    case .noProgram(let program): "There is no program \(program) in PATH. Look at `command:` in \(setup.file)."
    case .programFailed(let code, let words):
      "\(setup.program) ended with \(code < 0 ? "a signal" : "exit code \(code)")\(Self.after(words))"
    case .tookTooLong(let seconds):
      "\(name) took longer than \(Self.time(seconds)) and was stopped. `seconds:` in \(setup.file) gives it more."
    case .fellSilent(let seconds):
      "\(name) said nothing for \(Self.time(seconds)) and was stopped. `silent-seconds:` in \(setup.file) gives it more."
    case .saidTooMuch: "\(name) said more than any plan has, and was stopped."
    case .interrupted: "Stopped."
    }
  }

  private static func words(_ failure: WebFailure) -> String {
    if case .broken(let words) = failure { words } else { "" }
  }

  /// `: what they said.`, or the end of the sentence.
  private static func after(_ words: String) -> String {
    let line = words.split(whereSeparator: \.isNewline).first.map { String($0.prefix(300)) } ?? ""
    if line.isEmpty { return "." }
    return ": " + line + (".!?".contains(line.last ?? " ") ? "" : ".")
  }

  private static func time(_ seconds: Int) -> String {
    seconds < 120 || seconds % 60 != 0 && seconds < 300 ? "\(seconds) s" : "\((seconds + 59) / 60) min"
  }
}
