import PlanDocuments
import PlanModel

/// Finds fields and boxes beside a link in a list, where the linked file is what counts.
struct FieldInTwoPlaces: Check {
  static let card = CheckCard(
    code: "MM105", name: "field-in-two-places", severity: .warning,
    finds: "A field, or boxes, at a link in a goal's list to a milestone's own file.",
    matters:
      "The link gives the milestone its place and its box; the file gives everything else, so what stands at the link does not count.",
    cure: "Move it into the file's front matter or body, or take it out.",
    examples: [
      .fires(
        "- [ ] [[pricing]] ↓due:2026-09-01",
        beside: ["book/pricing.md": "---\nmilestone: Price set\ndue: 2026-09-08\n---\n"]),
      .fires(
        "- [ ] [Pricing](book/pricing.md)\n  - [ ] ↓Ask three peers",
        beside: ["book/pricing.md": "---\nmilestone: Price set\n---\n"]),
      .silent("- [ ] [[pricing]]", beside: ["book/pricing.md": "---\nmilestone: Price set\ndue: 2026-09-08\n---\n"]),
      .silent("- [ ] [[somewhere else]] due:2026-09-01"),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    let plan = facts.plan
    return plan.milestones.indices.flatMap { index -> [Finding] in
      guard case .file(let item?) = plan.milestones[index].origin else { return [] }
      let list = plan.documents[plan.goals[plan.milestones[index].goal].document]
      let file = plan.documents[plan.milestones[index].document].text.path
      let fields = list.items[item].fields.filter { FieldTable[list.fields[$0].name].isWritable }.map { position in
        card.finding(
          at: Place(path: list.text.path, span: list.fields[position].span),
          "`\(list.text.string(list.fields[position].span))` stands at a link, so it does not count. It belongs in \(file)."
        )
      }
      guard item + 1 < list.items.count, list.items[item + 1].parent == Int32(item) else { return fields }
      let boxes = card.finding(
        at: list.titlePlace(ofItem: item + 1), "Boxes below a link do not count. They belong in \(file).")
      return fields + [boxes]
    }
  }
}
