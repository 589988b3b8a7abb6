import Dispatch
import PlanOutput
import TextStyling

/// A line on standard error while something lasts longer than half a second.
///
/// It counts the seconds and is gone before anything else is printed.
private struct ProgressLine {
  private let timer: any DispatchSourceTimer
  private let queue = DispatchQueue(label: "progress")

  init(_ words: StyledText, in style: TerminalStyle) {
    timer = DispatchSource.makeTimerSource(queue: queue)
    let shown = style.render(words)
    let start = DispatchTime.now()
    timer.setEventHandler {
      let seconds = (DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1_000_000_000
      StandardStreams.write("\r\u{1B}[K\(shown) …\(seconds > 1 ? " \(seconds) s" : "")", to: 2)
    }
    timer.schedule(deadline: start + .milliseconds(500), repeating: .seconds(1))
    timer.activate()
  }

  /// Takes the line away; nothing is printed after this returns.
  func end() {
    queue.sync {
      timer.cancel()
      StandardStreams.write("\r\u{1B}[K", to: 2)
    }
  }
}

extension Session {
  /// Does some work; where it takes long and a person sits at a terminal, `words` say meanwhile what is going on.
  func working<Result>(_ words: StyledText, _ work: () throws -> Result) rethrows -> Result {
    guard surroundings.standardErrorIsTerminal, surroundings["TERM"] != "dumb" else { return try work() }
    let line = ProgressLine(words, in: streams.messageStyle)
    defer { line.end() }
    return try work()
  }
}
