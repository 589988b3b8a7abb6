import ArgumentParser
import Checks
import Forecasting
import PlanOutput

struct ExplainCommand: MapCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say why a milestone's dates are where they are, tell a goal backwards, or explain a check.",
    discussion: "mm explain safety shows what mm promises about your files.")

  @OptionGroup var shared: SharedOptions

  @Argument(
    help: "A milestone (book/part-1), a goal (book), or a check (unknown-dependency).",
    completion: .itemNames(or: { CheckCatalogue.checks.map { type(of: $0).card.name } + ["safety"] }))
  var name: String

  func run(in session: Session) throws {
    if name == SafetyPromises.name {
      return session.show(SafetyPromises.text(width: session.width), json: SafetyPromises.json)
    }
    if let check = CheckCatalogue.check(named: name) {
      let explanation = CheckExplanation(type(of: check).card)
      return session.show(explanation.text(width: session.width), json: explanation.json)
    }
    let outlook = try session.forecasted()
    switch try session.lookup(in: outlook.plan).item(
      named: name, or: CheckCatalogue.cards.map(\.name) + [SafetyPromises.name])
    {
    case .goal(let goal):
      let explanation = GoalExplanation(outlook, goal: goal)
      session.show(explanation.text(width: session.width), json: explanation.json)
    case .milestone(let milestone), .task(_, of: let milestone):
      let explanation = MilestoneExplanation(outlook, milestone: milestone)
      session.show(explanation.text(width: session.width), json: explanation.json)
    }
  }
}
