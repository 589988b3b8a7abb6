import PlanSessions
import TextStyling

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where results and messages go: results to standard output, the rest to standard error, each with its own style.
struct StandardStreams: Sendable {
  var resultStyle: TerminalStyle
  var messageStyle: TerminalStyle
  /// Messages go to a terminal.
  var messagesAreRead: Bool
  /// The pager for results that are longer than the screen; nil prints them straight.
  var pager: Pager?

  init(_ surroundings: Surroundings, noColor: Bool) {
    resultStyle = TerminalStyle(
      hasColour: surroundings.hasColour(noColor: noColor, toTerminal: surroundings.standardOutputIsTerminal),
      width: surroundings.width)
    messageStyle = TerminalStyle(
      hasColour: surroundings.hasColour(noColor: noColor, toTerminal: surroundings.standardErrorIsTerminal),
      width: surroundings.width)
    messagesAreRead = surroundings.standardErrorIsTerminal
    pager = Pager(surroundings)
  }

  /// Prints a result.
  func show(_ text: StyledText) {
    let rendered = resultStyle.render(text)
    if let pager, pager.isNeeded(for: text), pager.show(rendered) { return }
    StandardStreams.write(rendered, to: 1)
  }

  /// Prints bytes for a program, as they are.
  func show(machineText: String) {
    StandardStreams.write(machineText, to: 1)
  }

  /// Prints a message beside the result.
  func tell(_ text: StyledText) {
    StandardStreams.write(messageStyle.render(inLines(text)) + "\n", to: 2)
  }

  /// Prints a question and leaves the cursor behind it.
  func ask(_ text: StyledText) {
    // The blank behind a question, where the answer begins, is no end of a line.
    let behind = messagesAreRead && text.plain.hasSuffix(" ") ? " " : ""
    StandardStreams.write(messageStyle.render(inLines(text)) + behind, to: 2)
  }

  /// Broken between words at a terminal; elsewhere a sentence is a line.
  private func inLines(_ text: StyledText) -> StyledText {
    messagesAreRead ? text.wrapped(min(messageStyle.width, 100)) : text
  }

  /// Writes all of `text`.
  ///
  /// A reader that has gone away ends the program quietly.
  static func write(_ text: String, to stream: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        #if canImport(Darwin)
          let count = Darwin.write(stream, rest.baseAddress, rest.count)
        #elseif canImport(Musl)
          let count = Musl.write(stream, rest.baseAddress, rest.count)
        #else
          let count = Glibc.write(stream, rest.baseAddress, rest.count)
        #endif
        if count > 0 {
          rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
        } else if errno == EPIPE {
          exit(ExitStatus.fine.rawValue)
        } else if errno != EINTR && errno != EAGAIN {
          exit(ExitStatus.wrongUse.rawValue)
        }
      }
    }
  }
}

/// The person's pager (`MM_PAGER`, `PAGER`, else `less`), for what is longer than the screen.
struct Pager: Sendable {
  private let command: String
  private let variables: [String: String]
  private let rows: Int
  private let columns: Int

  /// nil where there is none to use: standard input or output is no terminal, or the person wants none (`cat` or empty).
  init?(_ surroundings: Surroundings) {
    guard surroundings.standardInputIsTerminal, surroundings.standardOutputIsTerminal,
      let size = surroundings.terminalSize, size.rows > 0, surroundings["TERM"] != "dumb"
    else { return nil }
    command = surroundings.variables["MM_PAGER"] ?? surroundings.variables["PAGER"] ?? "less"
    guard !command.isEmpty, command != "cat" else { return nil }
    rows = size.rows
    columns = max(1, size.columns)
    variables = surroundings.variables.merging(["LESS": "FRX", "LV": "-c"]) { own, _ in own }
  }

  func isNeeded(for text: StyledText) -> Bool {
    text.lines.reduce(0) { $0 + max(1, ($1.width + columns - 1) / columns) } >= rows
  }

  /// Shows `text` and waits until the person has left the pager; false where it could not be started.
  func show(_ text: String) -> Bool {
    let status = ChildProgram.run(["/bin/sh", "-c", command], environment: variables, input: text)
    // The shell says 126 or 127 where there is no such program.
    return status != 126 && status != 127
  }
}

/// What `--from` reads: a file, or standard input (`-`).
enum AnswerInput {
  private static let most = 4 * 1_048_576

  /// All of it; nil where it cannot be read, or is too much.
  static func bytes(at path: String) -> [UInt8]? {
    guard path == "-" else { return MachineFile.bytes(at: path, most: most) }
    return MachineFile.bytes(from: 0, most: most + 1).flatMap { $0.count > most ? nil : $0 }
  }
}
