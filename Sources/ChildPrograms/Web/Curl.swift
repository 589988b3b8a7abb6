/// The program `curl`: the machine's own proxies and certificates, and no library in every start of `mm`.
///
/// Everything that it is told, keys too, goes over its standard input, and what is sent over a second one: nothing of it
/// stands in an argument list, a file or the environment.
package struct Curl: Sendable {
  private let path: String
  private let environment: [String]
  /// How long it may take to reach a server.
  private static let connectSeconds = 10

  /// Looks curl up.
  ///
  /// - Parameter environment: the process's; of it curl is given where proxies and certificates are, and nothing else.
  package init(environment: [String: String]) throws(WebFailure) {
    guard let path = ProgramSearch.program("curl", path: environment["PATH"]) else { throw .noCurl }
    self.path = path
    let names: Set<String> = [
      "http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY", "SSL_CERT_FILE",
      "SSL_CERT_DIR", "CURL_CA_BUNDLE", "PATH", "TZ",
    ]
    self.environment = environment.filter { names.contains($0.key) }.map { "\($0.key)=\($0.value)" } + ["LC_ALL=C"]
  }

  /// Sends the request and waits for the answer; any status is an answer.
  ///
  /// Redirections are not followed.
  ///
  /// - Parameter listener: hears the body of a good answer (200…299) piece by piece; what it hears is not in the answer.
  package func answer(
    to request: WebRequest, limits: ChildProcess.Limits,
    listener: ((WebAnswer.Head, ArraySlice<UInt8>) -> Void)? = nil
  ) throws(WebFailure) -> WebAnswer {
    var reader = WebAnswerReader()
    var body: [UInt8] = []
    var isNonsense = false
    let ended: ChildProcess.Answer
    do throws(ChildProcess.Failure) {
      ended = try ChildProcess.run(
        // The person's own .curlrc may ask for traces, and a trace holds the key.
        path, arguments: ["--disable", "--config", "-"], environment: environment,
        input: Array(Curl.configuration(of: request, seconds: limits.milliseconds / 1_000 + 1).utf8),
        secondInput: request.body.map { Array($0.utf8) }, limits: limits
      ) { piece throws(ChildProcess.Failure) in
        guard let part = reader.body(in: piece) else {
          isNonsense = true
          return
        }
        guard let head = reader.head, !part.isEmpty else { return }
        if let listener, (200..<300).contains(head.status) { listener(head, part) } else { body += part }
      }
    } catch {
      throw WebFailure(error)
    }
    let words = String(decoding: ended.errors.prefix(500), as: UTF8.self)
    guard ended.code == 0, !isNonsense, let head = reader.head else { throw WebFailure(curlCode: ended.code, words) }
    return WebAnswer(head: head, body: body)
  }

  /// The request in the words of curl's configuration files.
  static func configuration(of request: WebRequest, seconds: Int) -> String {
    var lines = [
      "silent", "show-error", "include", "no-buffer", "globoff", "suppress-connect-headers",
      "connect-timeout = \(connectSeconds)", "max-time = \(seconds)",
      "proto = \"=\(request.address.text.hasPrefix("https") ? "https" : "http")\"",
      "url = \(quoted(request.address.text))", "header = \"Expect:\"",
    ]
    // What is meant for this machine goes through no proxy.
    if request.address.isLocal { lines.append("noproxy = \"*\"") }
    for header in request.headers { lines.append("header = \(quoted("\(header.name): \(header.value)"))") }
    // Beside the configuration, whose lines have a limit.
    if request.body != nil { lines.append("data-binary = \"@/dev/fd/3\"") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// In quotes, with everything escaped that could end the quotes or the line.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\0": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension WebFailure {
  init(_ failure: ChildProcess.Failure) {
    self =
      switch failure {
      case .notStarted(_, let reason): .broken(reason)
      case .tookTooLong: .tookTooLong
      case .fellSilent: .fellSilent
      case .saidTooMuch: .saidTooMuch
      case .interrupted: .interrupted
      }
  }

  /// The exit codes of curl's manual.
  init(curlCode code: Int32, _ words: String) {
    self =
      switch code {
      case 6: .unknownHost
      // 28 is curl's own limit for the way there; all other limits are shorter than its own.
      case 5, 7, 28: .notConnected
      case 35, 51, 58, 60, 77, 83, 90, 91: .untrusted
      default: .broken(words.hasPrefix("curl: ") ? String(words.dropFirst(6)) : words)
      }
  }
}
