import ArgumentParser
import JSONText
import PlanDocuments
import PlanSessions
import TextStyling

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One command: its arguments, one or two calls, one report.
///
/// One screen of code.
protocol MapCommand: ParsableCommand {
  var shared: SharedOptions { get }

  func run(at terminal: Terminal) throws
}

/// Where a command's words come from and go to: its shared options, what the machine gave, and the person.
struct Terminal {
  let surroundings: Surroundings
  let streams: StandardStreams
  let wantsJSON: Bool
  let today: Day
  let listener: TerminalListener
  private let vaultOption: String?

  init(_ options: SharedOptions, _ surroundings: Surroundings, _ streams: StandardStreams) throws(SessionError) {
    self.surroundings = surroundings
    self.streams = streams
    wantsJSON = options.json
    vaultOption = options.vault
    listener = TerminalListener(surroundings, streams, wantsJSON: options.json)
    let day =
      try surroundings["MM_TODAY"].map { phrase throws(SessionError) in
        try PlanSession.day(phrase, today: surroundings.localDay)
      } ?? surroundings.localDay
    today = try options.today.map { phrase throws(SessionError) in try PlanSession.day(phrase, today: day) } ?? day
  }

  /// The vault that the command is about: `--vault`, `$MM_VAULT`, else the nearest folder upwards with `mm.md`.
  func open() throws(SessionError) -> PlanSession {
    try PlanSession.open(
      vaultOption, variable: surroundings["MM_VAULT"], on: surroundings.machine, today: today, listener: listener)
  }

  // MARK: Saying

  /// The columns of the terminal that results go to.
  var width: Int { streams.resultStyle.width }

  /// Prints the result, for a person or for a program.
  func show(_ text: @autoclosure () -> StyledText, json: @autoclosure () -> JSONValue) {
    if wantsJSON {
      streams.show(machineText: json().text)
    } else {
      streams.show(text())
    }
  }

  /// A word beside the result; none where a program reads.
  func tell(_ text: StyledText) { listener.note(text) }

  // MARK: Asking

  /// Somebody sits there who can answer.
  var isInteractive: Bool { surroundings.isInteractive }

  /// Asks; anything but a yes is a no, an empty line is the default.
  func confirm(_ question: StyledText, isYesTheDefault: Bool = false) -> Bool {
    streams.ask(question + (isYesTheDefault ? " [Y/n] " : " [y/N] "))
    // The end of input is no answer, and so a no.
    guard let answer = readAnswer()?.lowercased() else { return false }
    return answer.isEmpty ? isYesTheDefault : answer == "y" || answer == "yes"
  }

  /// The next line of standard input without its end; nil where the input has ended.
  ///
  /// Read byte by byte, so that after a Ctrl-D at the terminal the next question can be answered again.
  func readAnswer() -> String? {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      let count = read(0, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else {
        // What a terminal leaves behind its question ends the line.
        if bytes.isEmpty, isInteractive { StandardStreams.write("\n", to: 2) }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\n") { break }
      bytes.append(byte)
    }
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// How a command asks a language model.
extension Terminal {
  /// Lists what is set up, where that was asked; true if so.
  func listsModels(for options: ModelOptions) -> Bool {
    guard options.asksWhatIsSetUp else { return false }
    let listing = ModelListing(models: PersonalModels(surroundings.machine))
    show(listing.text, json: listing.json)
    return true
  }

  func consultation(with options: ModelOptions) -> ModelConsultation {
    ModelConsultation(
      options.respondent, on: surroundings.machine, today: today, listener: ModelProgressLine(surroundings, listener))
  }

  /// What came of a question; nil where only the question was wanted, which is printed.
  func answer<Value>(_ consulted: Consulted<Value>) -> Value? {
    switch consulted {
    case .question(let text):
      streams.show(machineText: text)
      return nil
    case .answer(let value): return value
    }
  }
}
