import PlanOutput
import TextStyling

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
