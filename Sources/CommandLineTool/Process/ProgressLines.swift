import ChildPrograms
import Dispatch
import ModelBackends
import PlanSessions
import TextStyling
import VaultStorage

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

/// Says beside the result what a use case has to say, and what takes long.
struct TerminalListener: SessionListener {
  let streams: StandardStreams
  /// A program reads: nothing is told.
  let wantsJSON: Bool
  /// A person sits at a terminal that can take a line away again.
  let showsProgress: Bool

  init(_ surroundings: Surroundings, _ streams: StandardStreams, wantsJSON: Bool) {
    self.streams = streams
    self.wantsJSON = wantsJSON
    showsProgress = surroundings.standardErrorIsTerminal && surroundings["TERM"] != "dumb"
  }

  /// A word beside the result; none where a program reads.
  func note(_ words: StyledText) {
    if !wantsJSON { streams.tell(words) }
  }

  func gitFailed(_ error: GitError) { note(Failure(error).message) }

  func modelFailed(_ absence: ModelAbsence) {
    note("mm: " + absence.words)
    note("The note is made without its proposals.")
  }

  func working<Result, Problem: Error>(
    _ words: StyledText, _ work: () throws(Problem) -> Result
  ) throws(Problem) -> Result {
    guard showsProgress else { return try work() }
    let line = ProgressLine(words, in: streams.messageStyle)
    defer { line.end() }
    return try work()
  }
}

/// One line on the terminal that says how far an answer is; nothing where standard error is none, or the answer comes at once.
final class ModelProgressLine: ModelListener {
  private let listener: TerminalListener
  private let isShown: Bool
  private var name = ""
  private var start = MonotonicClock.milliseconds
  private var lastShown = 0
  private var isOnScreen = false
  private static let patience = 500

  init(_ surroundings: Surroundings, _ listener: TerminalListener) {
    self.listener = listener
    isShown = surroundings.standardErrorIsTerminal && !listener.wantsJSON
  }

  func begin(_ setup: ModelSetup) {
    name = setup.name
    start = MonotonicClock.milliseconds
    switch setup.way {
    case .command: listener.note("Asking \(name).")
    case .server: listener.note("Asking \(name) at \(setup.host).")
    }
  }

  func advance(_ progress: ModelProgress) {
    guard isShown else { return }
    let now = MonotonicClock.milliseconds
    if case .waiting = progress {} else if now - start < Self.patience || now - lastShown < 200 { return }
    lastShown = now
    let seconds = (now - start) / 1_000
    let words: StyledText =
      switch progress {
      case .asking: "\(name) is asked …"
      case .hearing(let characters): "\(name) answers: \(characters) characters, \(seconds) s (Ctrl-C stops)"
      case .waiting(let milliseconds, let because):
        "\(because) Waiting \((milliseconds + 999) / 1_000) s (Ctrl-C stops)"
      }
    StandardStreams.write("\r\u{1b}[K" + words.plain, to: 2)
    isOnScreen = true
  }

  func end() {
    if isOnScreen { StandardStreams.write("\r\u{1b}[K", to: 2) }
    isOnScreen = false
  }
}
