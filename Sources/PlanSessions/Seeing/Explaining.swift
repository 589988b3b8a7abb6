import Checks
import Forecasting
package import JSONText
import PlanModel
package import PlanOutput
package import TextStyling

/// Why something is as it is.
package enum Explanation: Sendable {
  case safety
  case check(CheckExplanation)
  case goal(GoalExplanation)
  case milestone(MilestoneExplanation)

  package func text(width: Int) -> StyledText {
    switch self {
    case .safety: SafetyPromises.text(width: width)
    case .check(let explanation): explanation.text(width: width)
    case .goal(let explanation): explanation.text(width: width)
    case .milestone(let explanation): explanation.text(width: width)
    }
  }

  package var json: JSONValue {
    switch self {
    case .safety: SafetyPromises.json
    case .check(let explanation): explanation.json
    case .goal(let explanation): explanation.json
    case .milestone(let explanation): explanation.json
    }
  }

  /// What needs no vault: a check, or what `mm` promises about files; nil for anything else.
  package init?(withoutVault name: String) {
    if name == SafetyPromises.name {
      self = .safety
    } else if let check = CheckCatalogue.check(named: name) {
      self = .check(CheckExplanation(type(of: check).card))
    } else {
      return nil
    }
  }

  /// The names that need no vault.
  package static var namesWithoutVault: [String] { CheckCatalogue.cards.map(\.name) + [SafetyPromises.name] }
}

extension PlanSession {
  /// Why a milestone's dates are where they are, a goal backwards, or what a check means.
  package func explain(_ name: String) throws(SessionError) -> Explanation {
    if let explanation = Explanation(withoutVault: name) { return explanation }
    let outlook = try forecasted()
    switch try lookup(in: outlook.plan).item(named: name, or: Explanation.namesWithoutVault) {
    case .goal(let goal): return .goal(GoalExplanation(outlook, goal: goal))
    case .milestone(let milestone), .task(_, of: let milestone):
      return .milestone(MilestoneExplanation(outlook, milestone: milestone))
    }
  }
}
