/// Every check.
///
/// The order counts where several findings stand at one place: what is written before what it means, references before dates,
/// dates before the goal as a whole.
package enum CheckCatalogue {
  package static let checks: [any Check] = [
    ConflictMarkersCheck(), BadFrontMatter(), BadValueCheck(), MisspeltKey(), FieldInTwoPlaces(),
    MilestoneWithoutTitle(), FieldOfMilestone(),
    UnknownGoal(), DuplicateID(), UnknownDependency(), DependencyCycle(), Blocked(),
    FixedWithoutDate(), PastDeadline(), Overdue(), NoDate(), DayOff(), EmptyWindow(), DateOrder(), ImpossibleDate(),
    DatesTooTight(), Overload(), Crowded(),
    BoxAndDateDisagree(), Stalled(), StallPointCheck(), ReviewDue(),
    NotAnchored(), NoMilestones(), VagueGoal(), EffortTooLarge(), NoEffort(), NoDependencies(), EvenSpacing(),
    TooSparse(), TooDense(),
  ]

  /// The check of that name or code.
  package static func check(named name: String) -> (any Check)? {
    checks.first { type(of: $0).card.name == name.lowercased() || type(of: $0).card.code == name.uppercased() }
  }

  package static var cards: [CheckCard] { checks.map { type(of: $0).card } }
}
