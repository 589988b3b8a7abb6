import ArgumentParser
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

/// Runs the program with the process's arguments; ends the process.
package func runMilestoneMap() {
  // A reader that goes away (`mm list | head`) is no error; writes report it instead.
  signal(SIGPIPE, SIG_IGN)
  let status = Launch.run(Array(CommandLine.arguments.dropFirst()), in: Surroundings.current())
  exit(status.rawValue)
}

enum Launch {
  /// Parses, runs, and reports what went wrong.
  static func run(_ arguments: [String], in surroundings: Surroundings) -> ExitStatus {
    let words = ArgumentOrder.arranged(arguments)
    let streams = StandardStreams(surroundings, noColor: words.contains("--no-color"))
    do {
      try refuseUnknownCommand(in: words)
      let command = try MilestoneMap.parseAsRoot(words)
      if let command = command as? any MapCommand {
        try command.run(at: Terminal(command.shared, surroundings, streams))
      } else {
        // Help, version and completions, which the parser brings along.
        var command = command
        try command.run()
      }
      return .fine
    } catch let failure as Failure {
      return end(with: failure, streams)
    } catch let error as SessionError {
      return end(with: Failure(error), streams)
    } catch {
      return end(withParsing: error, streams)
    }
  }

  private static func refuseUnknownCommand(in words: [String]) throws(Failure) {
    guard let word = ArgumentOrder.command(in: words) else { return }
    let known = MilestoneMap.commandNames + ["help"]
    guard !known.contains(word) else { return }
    let suggestion = Failure.suggestion(NearestWords.to(word, in: known))
    throw Failure(.wrongUse, "There is no command “\(word)”.\(suggestion) All commands: mm --help")
  }

  private static func end(with failure: Failure, _ streams: StandardStreams) -> ExitStatus {
    if !failure.message.isEmpty { streams.tell(("mm: " + failure.message)) }
    return failure.status
  }

  /// Help and version are results; wrong words are told with the usage.
  private static func end(withParsing error: any Error, _ streams: StandardStreams) -> ExitStatus {
    let message = MilestoneMap.fullMessage(for: error)
    if MilestoneMap.exitCode(for: error).isSuccess {
      streams.show(machineText: message + "\n")
      return .fine
    }
    let text = message.hasPrefix("Error: ") ? String(message.dropFirst("Error: ".count)) : message
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { StyledText($0) }
    streams.tell("mm: " + lines.joined(by: "\n"))
    return .wrongUse
  }
}
