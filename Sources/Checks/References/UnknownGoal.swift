import PlanDocuments
import PlanModel

/// Finds files of milestones whose goal is not found.
struct UnknownGoal: Check {
  static let card = CheckCard(
    code: "MM204", name: "unknown-goal", severity: .error,
    finds: "A milestone's file whose goal is not found, by its `goal:` or by the folder that it lies in.",
    matters: "The milestone stays out of the plan.",
    cure: "Name the goal by its id, its file's name or a link, or move the file into the goal's folder.",
    examples: [
      .fires("- [ ] Draft", beside: ["notes/cover.md": "---\nmilestone: Cover chosen\ngoal: ↓bok\n---\n"]),
      .fires("- [ ] Draft", beside: ["notes/cover.md": "---\nmilestone: ↓Cover chosen\n---\n"]),
      .silent("- [ ] Draft", beside: ["notes/cover.md": "---\nmilestone: Cover chosen\ngoal: \"[[book]]\"\n---\n"]),
      .silent("- [ ] Draft", beside: ["book/cover.md": "---\nmilestone: Cover chosen\n---\n"]),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    let plan = facts.plan
    return plan.strays.compactMap { stray in
      guard stray.reason == .noGoal else { return nil }
      let document = plan.documents[stray.document]
      guard let scalar = document.frontMatter?["goal"]?.scalars.first, !scalar.text.isEmpty else {
        return card.finding(
          at: document.place(ofKey: "milestone") ?? document.beginning,
          "This milestone belongs to no goal. Add `goal:` with the goal's id, or move the file into the goal's folder.")
      }
      let reference = Reference(reading: scalar.text.valueBytes)
      let place = Place(path: document.text.path, span: scalar.span)
      let ids = plan.goals.map(\.id)
      guard let near = NearestWords.to(reference.name, in: ids).first else {
        return card.finding(at: place, "No goal is called `\(reference.text)`.")
      }
      // A near name is a suggestion: the goal may not be written yet.
      return card.finding(at: place, "No goal is called `\(reference.text)`. Did you mean `\(near)`?")
    }
  }
}
