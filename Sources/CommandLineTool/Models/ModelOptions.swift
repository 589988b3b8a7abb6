import ArgumentParser

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
  /// Only `--with` was written: what is set up?
  var asksWhatIsSetUp: Bool { model == "?" && !prompt && from == nil }

  mutating func validate() throws {
    if prompt, from != nil {
      throw ValidationError("--prompt prints a question and --from reads an answer: one at a time.")
    }
  }
}
