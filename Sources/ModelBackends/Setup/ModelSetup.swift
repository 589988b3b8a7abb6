package import ChildPrograms
import PlanDocuments

/// One language model as the person has set it up, in a file of their own configuration that has its name.
package struct ModelSetup: Hashable, Sendable {
  package enum Way: Hashable, Sendable {
    /// A program and its arguments: the prompt on its standard input, the answer on its standard output.
    case command([String])
    case server(DialectName, WebAddress, KeySource)
  }

  /// Where a key comes from; never from a file that `mm` reads.
  package enum KeySource: Hashable, Sendable {
    case none
    /// An environment variable.
    case variable(String)
    /// A program that prints it.
    case command([String])
  }

  /// What is wrong with a model's file, and what to write.
  package struct Problem: Error, Hashable, Sendable {
    package var words: String
  }

  package var name: String
  /// The path of its file, to be named.
  package var file: String
  package var way: Way
  /// The name under which the server knows the model.
  package var model: String?
  /// The longest answer; nil is the server's own limit.
  package var mostTokens: Int?
  /// The server holds the answer to a schema.
  package var isStructured = true
  /// For a whole answer, and without a sign of life.
  package var seconds = 600
  package var silentSeconds = 180
  /// More than the longest plan has, with all that a stream puts around each word.
  var mostBytes = 16 * 1_048_576

  package init(name: String, file: String, way: Way, model: String? = nil) {
    self.name = name
    self.file = file
    self.way = way
    self.model = model
  }

  static let keys = [
    "speaks", "command", "url", "model", "key", "key-command", "max-tokens", "structured", "seconds", "silent-seconds",
  ]

  /// Reads a model's file: YAML, one value a key.
  package init(name: String, file: String, bytes: [UInt8]) throws(Problem) {
    // The settings' own reader reads YAML between the fences of a front matter.
    let text = SourceText(path: VaultPath("mm.md"), bytes: Array("---\n".utf8) + bytes + Array("\n---\n".utf8))
    guard let matter = PlanDocument(reading: text).frontMatter, !matter.isBroken else {
      throw Problem(words: "it is no YAML that I can read")
    }
    for key in matter.entries.map(\.key) where !Self.keys.contains(key) {
      let meant = NearestWords.only(to: key, in: Self.keys).map { "; did you mean `\($0):`?" } ?? ""
      throw Problem(words: "there is no setting `\(key):`\(meant)")
    }
    func value(_ key: String) -> String? { matter[key]?.scalars.first?.text }
    func words(_ key: String) throws(Problem) -> [String]? {
      guard let entry = matter[key] else { return nil }
      let words =
        if case .list(let list) = entry.value { list.map(\.text) } else { CommandWords.split(value(key) ?? "") }
      guard let words, let first = words.first, !first.isEmpty else {
        throw Problem(words: "`\(key):` names no program")
      }
      return words
    }
    func number(_ key: String, in range: ClosedRange<Int>) throws(Problem) -> Int? {
      guard let text = value(key) else { return nil }
      guard let number = Int(text), range.contains(number) else {
        throw Problem(words: "`\(key): \(text)` is no number from \(range.lowerBound) to \(range.upperBound)")
      }
      return number
    }
    let command = try words("command")
    self.init(name: name, file: file, way: .command(command ?? []), model: value("model"))
    if command == nil {
      way = try Self.server(value("speaks"), value("url"), key: value("key"), keyCommand: try words("key-command"))
      guard model?.isEmpty == false else {
        throw Problem(words: "`model:` is missing: the name that the server knows it by")
      }
    } else if let other = ["speaks", "url", "key", "key-command"].first(where: { matter[$0] != nil }) {
      throw Problem(words: "it has both `command:` and `\(other):`; a program needs no server")
    }
    mostTokens = try number("max-tokens", in: 100...1_000_000)
    seconds = try number("seconds", in: 1...86_400) ?? seconds
    silentSeconds = try number("silent-seconds", in: 1...86_400) ?? min(silentSeconds, seconds)
    switch value("structured") {
    case nil, "yes", "true": isStructured = command == nil
    case "no", "false": isStructured = false
    case let other?: throw Problem(words: "`structured: \(other)` is neither yes nor no")
    }
  }

  private static func server(
    _ speaks: String?, _ url: String?, key: String?, keyCommand: [String]?
  ) throws(Problem) -> Way {
    guard let speaks else { throw Problem(words: "it has neither `command:` nor `speaks:` (openai or anthropic)") }
    guard let dialect = DialectName(rawValue: speaks) else {
      throw Problem(words: "`speaks: \(speaks)` is neither openai nor anthropic")
    }
    let address: WebAddress
    do {
      address = try WebAddress(url ?? dialect.defaultAddress)
    } catch {
      let why = error == .needsEncryption ? "goes unencrypted to another machine; write https" : "is no web address"
      throw Problem(words: "`url: \(url ?? "")` \(why)")
    }
    if let keyCommand {
      if key != nil { throw Problem(words: "it has both `key:` and `key-command:`; one is enough") }
      return .server(dialect, address, .command(keyCommand))
    }
    guard let key else {
      return .server(dialect, address, address.isLocal ? .none : .variable(dialect.defaultKeyVariable))
    }
    // Not quoted: it may be a key.
    guard let first = key.utf8.first, first == 0x5f || (0x41...0x5a).contains(first),
      key.utf8.allSatisfy({ $0 == 0x5f || (0x41...0x5a).contains($0) || (0x30...0x39).contains($0) })
    else {
      throw Problem(
        words:
          "`key:` names an environment variable, such as \(dialect.defaultKeyVariable); keys do not belong into files")
    }
    return .server(dialect, address, .variable(key))
  }

  /// The server's host; the program's name.
  package var host: String {
    switch way {
    case .command: program
    case .server(_, let address, _): address.host
    }
  }

  /// What it sends does not leave this machine by `mm`; where a program sends it, only the program knows.
  package var isLocal: Bool {
    if case .server(_, let address, _) = way { address.isLocal } else { false }
  }

  var program: String {
    if case .command(let words) = way { words.first ?? "" } else { "curl" }
  }

  var speaks: String {
    if case .server(let dialect, _, _) = way { dialect.rawValue } else { "command" }
  }
}

/// Splits a line into words as a shell would, without anything else that a shell does.
enum CommandWords {
  /// Nil where a quote has no end.
  static func split(_ text: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if character == " " || character == "\t" {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let done = word { words.append(done) }
    return quote == nil ? words : nil
  }
}
