import ArgumentParser
import PlanSessions

struct ExplainCommand: MapCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say why a milestone's dates are where they are, tell a goal backwards, or explain a check.",
    discussion: "mm explain safety shows what mm promises about your files.")

  @OptionGroup var shared: SharedOptions

  @Argument(
    help: "A milestone (book/part-1), a goal (book), or a check (unknown-dependency).",
    completion: .itemNames(or: { Explanation.namesWithoutVault }))
  var name: String

  func run(at terminal: Terminal) throws {
    let explanation = try Explanation(withoutVault: name) ?? terminal.open().explain(name)
    terminal.show(explanation.text(width: terminal.width), json: explanation.json)
  }
}
