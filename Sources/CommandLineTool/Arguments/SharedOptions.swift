import ArgumentParser

/// The options that every command takes, before or after its name.
struct SharedOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of the vault, else $MM_VAULT, else the nearest one upwards with mm.md.", valueName: "dir"))
  var vault: String?

  @Option(help: ArgumentHelp("Reckon as if it were this day: 2026-11-22, tomorrow, fri, +3w, W47.", valueName: "date"))
  var today: String?

  @Flag(help: "Print JSON for programs.")
  var json = false

  @Flag(name: .customLong("no-color"), help: "Print without colours.")
  var noColor = false

  /// Their names, with whether a value follows.
  static let names: [String: Bool] = ["--vault": true, "--today": true, "--json": false, "--no-color": false]
}
