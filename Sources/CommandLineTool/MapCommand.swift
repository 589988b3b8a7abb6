import ArgumentParser

/// One command: its arguments, one or two calls, one report. One screen of code.
protocol MapCommand: ParsableCommand {
  var shared: SharedOptions { get }

  func run(in session: Session) throws
}
