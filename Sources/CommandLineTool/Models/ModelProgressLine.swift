import ChildPrograms
import ModelBackends
import PlanOutput
import TextStyling

/// One line on the terminal that says how far an answer is; nothing where standard error is none, or the answer comes at once.
final class ModelProgressLine {
  private let name: String
  private let isShown: Bool
  private let start = MonotonicClock.milliseconds
  private var lastShown = 0
  private var isOnScreen = false
  private static let patience = 500

  init(for name: String, isShown: Bool) {
    self.name = name
    self.isShown = isShown
  }

  func show(_ progress: ModelProgress) {
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

  func clear() {
    if isOnScreen { StandardStreams.write("\r\u{1b}[K", to: 2) }
    isOnScreen = false
  }
}
