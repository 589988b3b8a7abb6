import ArgumentParser
import PlanSessions

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

/// What a person can say about a goal on the command line.
struct GoalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How anyone could tell that it is reached.", valueName: "words"))
  var success: String?

  @Option(
    help: ArgumentHelp(
      "Where it starts, honestly; what is done already. May be given several times.", valueName: "words"))
  var origin: [String] = []

  @Option(help: ArgumentHelp("By which day.", valueName: "date"))
  var deadline: String?

  @Option(help: ArgumentHelp("Hours for it: 5h/week, 2h mon-fri. May be given several times.", valueName: "hours"))
  var time: [String] = []

  @Option(
    help: ArgumentHelp("A limit: money, energy, support, time of day. May be given several times.", valueName: "words"))
  var constraint: [String] = []

  @Option(help: ArgumentHelp("What got in the way before. May be given several times.", valueName: "words"))
  var obstacle: [String] = []

  @Option(help: ArgumentHelp("Days kept free before the end: 1w, 10d.", valueName: "time"))
  var buffer: String?

  @Option(help: ArgumentHelp("Its id, and so the name of its file.", valueName: "id"))
  var id: String?

  /// What was said.
  var description: GoalDescription {
    var description = GoalDescription()
    description.success = success
    description.origin = origin
    description.deadline = deadline
    description.time = time
    description.constraints = constraint
    description.obstacles = obstacle
    description.buffer = buffer
    return description
  }
}

/// How a command asks a language model, and what stands in for one.
struct ModelOptions: ParsableArguments {
  @Option(
    name: .customLong("with"),
    help: ArgumentHelp("Ask this language model; --with alone lists those that are set up.", valueName: "name"))
  var model: String?

  @Flag(help: "Print what a model would be told and asked, for any chat window; nothing is sent.")
  var prompt = false

  @Option(help: ArgumentHelp("Read the answer to --prompt from a file, or from standard input (-).", valueName: "file"))
  var from: String?

  /// A model has a part in it.
  var areUsed: Bool { model != nil || prompt || from != nil }
  /// Only `--with` was written, which asks for the models that are set up.
  var asksWhatIsSetUp: Bool { model == "?" && !prompt && from == nil }

  mutating func validate() throws {
    if prompt, from != nil {
      throw ValidationError("--prompt prints a question and --from reads an answer: one at a time.")
    }
  }

  /// Who answers.
  var respondent: ModelRespondent {
    if prompt { return .nobody }
    let name = model.flatMap { $0 == "?" ? nil : $0 }
    guard let from else { return .model(named: model ?? "") }
    return .outside(name: name ?? "answer") { () throws(SessionError) in
      guard let bytes = AnswerInput.bytes(at: from) else { throw .model(.unreadableAnswer(file: from)) }
      return bytes
    }
  }
}
