import PlanDocuments
import PlanSessions

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the process was given by the machine: the environment, the folders, the terminal, the time and the day.
///
/// Read once, here and nowhere else.
struct Surroundings: Sendable {
  /// What use cases get of it.
  var machine: Machine
  var standardInputIsTerminal: Bool
  var standardOutputIsTerminal: Bool
  var standardErrorIsTerminal: Bool
  /// Columns and rows of the terminal, where standard output is one.
  var terminalSize: (columns: Int, rows: Int)?
  /// The civil day where the person is.
  var localDay: Day

  static func current() -> Surroundings {
    let now = time(nil)
    return Surroundings(
      machine: Machine(variables: environment(), workingFolder: currentFolder(), secondsSince1970: Int(now)),
      standardInputIsTerminal: isatty(0) == 1, standardOutputIsTerminal: isatty(1) == 1,
      standardErrorIsTerminal: isatty(2) == 1, terminalSize: sizeOfTerminal(), localDay: localDay(at: now))
  }

  /// The environment.
  var variables: [String: String] { machine.variables }

  /// A variable of the environment; empty is as good as nothing.
  subscript(name: String) -> String? { machine[name] }

  /// Somebody sits there who can answer.
  var isInteractive: Bool { standardInputIsTerminal && standardErrorIsTerminal }

  /// In columns: `COLUMNS`, else the terminal's, else 80.
  var width: Int {
    if let given = self["COLUMNS"].flatMap({ Int($0) }), given > 0 { return given }
    if let columns = terminalSize?.columns, columns > 0 { return columns }
    return 80
  }

  /// `--no-color`, then `NO_COLOR`, then `CLICOLOR_FORCE`, then `CLICOLOR=0`; else colours on a terminal that has them.
  func hasColour(noColor: Bool, toTerminal: Bool) -> Bool {
    if noColor || self["NO_COLOR"] != nil { return false }
    if let force = self["CLICOLOR_FORCE"], force != "0" { return true }
    if variables["CLICOLOR"] == "0" || self["TERM"] == "dumb" { return false }
    return toTerminal
  }

  private static func environment() -> [String: String] {
    var variables: [String: String] = [:]
    var next = environ
    while let entry = next.pointee {
      let text = String(cString: entry)
      if let equals = text.firstIndex(of: "=") {
        variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
      }
      next += 1
    }
    return variables
  }

  private static func currentFolder() -> String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }

  private static func sizeOfTerminal() -> (columns: Int, rows: Int)? {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0 else { return nil }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// The day of an instant in seconds since 1970, where the person is.
  private static func localDay(at time: Int) -> Day {
    var now = time_t(time)
    var parts = tm()
    localtime_r(&now, &parts)
    return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? Day(number: Int(now) / 86_400)
  }
}
