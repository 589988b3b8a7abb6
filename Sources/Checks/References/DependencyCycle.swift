import PlanDocuments
import PlanModel

/// Finds milestones that wait for each other.
struct DependencyCycle: Check {
  static let card = CheckCard(
    code: "MM203", name: "dependency-cycle", severity: .error,
    finds: "Milestones that come after each other in a loop, within a goal or across goals.",
    matters: "None of them can ever begin, so neither they nor what comes after them gets hours or dates.",
    cure: "Take one `after` out of the loop.",
    examples: [
      .fires("- [ ] Draft id:draft after:↓edit\n- [ ] Edit id:edit after:draft"),
      .fires("- [ ] Draft id:draft after:↓draft"),
      .fires(
        "- [ ] Draft id:draft after:↓film/script",
        beside: ["film.md": "---\ngoal: A film\n---\n## Milestones\n- [ ] Script id:script after:book/draft\n"]),
      .silent("- [x] Draft id:draft after:edit\n- [ ] Edit id:edit after:draft"),
    ])

  /// The most milestones of a loop that are named.
  private static let mostNamed = 5

  func findings(in facts: CheckFacts) -> [Finding] {
    facts.plan.loops.compactMap { loop in
      guard let first = loop.first else { return nil }
      let plan = facts.plan
      let shown = loop.prefix(Self.mostNamed)
      let isInOneGoal = loop.allSatisfy { plan.milestones[$0].goal == plan.milestones[first].goal }
      let names = shown.map { isInOneGoal ? plan.milestones[$0].id : plan.name(of: $0) }
      let place = plan.placeOfReference(from: first, to: loop.count > 1 ? loop[1] : first)
      guard loop.count > 1 else {
        return card.finding(at: place, "`\(names[0])` comes after itself. Take this `after` out.")
      }
      let more = loop.count - shown.count
      let chain = (more > 0 ? names : names + [names[0]]).map { "`\($0)`" }.joined(separator: " after ")
      let rest = more > 0 ? ", and \(more.inThousands) more" : ""
      return card.finding(
        at: place, "These wait for each other: \(chain)\(rest). Take one `after` out.",
        related: zip(shown.indices.dropFirst(), names.dropFirst()).map { position, name in
          (name, plan.placeOfReference(from: loop[position], to: loop[(position + 1) % loop.count]))
        })
    }
  }
}

extension Plan {
  /// The reference by which a milestone comes after another, directly, as a goal, or past a cancelled one; else its title.
  func placeOfReference(from milestone: Int, to other: Int) -> Place {
    let path = documents[milestones[milestone].document].text.path
    let after = milestones[milestone].after
    let direct = after.first { $0.target == .milestone(other) || $0.target == .goal(milestones[other].goal) }
    let passing = after.first { reference in
      if case .milestone(let next) = reference.target { milestones[next].state == .cancelled } else { false }
    }
    return (direct ?? passing).map { Place(path: path, span: $0.span) } ?? titlePlace(ofMilestone: milestone)
  }
}

extension Int {
  /// `9,995`.
  fileprivate var inThousands: String {
    let digits = String(self)
    return digits.enumerated().map { index, digit in
      (index > 0 && (digits.count - index) % 3 == 0 ? "," : "") + String(digit)
    }.joined()
  }
}
