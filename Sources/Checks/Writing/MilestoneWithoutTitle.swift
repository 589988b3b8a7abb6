import PlanDocuments
import PlanModel

/// Finds milestones that do not say what they are.
struct MilestoneWithoutTitle: Check {
  static let card = CheckCard(
    code: "MM106", name: "milestone-without-title", severity: .error,
    finds:
      "A file whose `goal:` names an existing goal and that has no `milestone:`, or a milestone with nothing but fields.",
    matters: "Such a file is neither a second goal nor a milestone, so it stays out of the plan.",
    cure: "Say with `milestone:` what is true when it is complete.",
    examples: [
      .fires("- [ ] Draft", beside: ["book/cover.md": "---\ngoal: ↓book\ndue: 2026-09-01\n---\n"]),
      .fires("- [↓ ] due:2026-09-01\n- [ ] Draft"),
      .fires("- [ ] Draft", beside: ["book/cover.md": "---\nmilestone: ↓\"\"\n---\n"]),
      .silent("- [ ] Draft", beside: ["book/cover.md": "---\nmilestone: Cover chosen\ngoal: book\n---\n"]),
      .silent("- [ ] Draft", beside: ["film.md": "---\ngoal: A film of the book\n---\n"]),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    let plan = facts.plan
    let strays = plan.strays.compactMap { stray -> Finding? in
      guard case .namesGoal(let goal) = stray.reason else { return nil }
      let document = plan.documents[stray.document]
      let place = document.place(ofKey: "goal") ?? document.beginning
      return card.finding(
        at: place,
        "`\(document.text.string(place.span))` is the goal “\(plan.goals[goal].title)”, and this file has no `milestone:`. "
          + "Say what is true when it is complete.",
        related: [("the goal", plan.titlePlace(ofGoal: goal))], fix: titleFromName(document))
    }
    let untitled = plan.milestones.indices.filter { plan.milestones[$0].title.isEmpty || hasEmptyKey($0, plan) }
    return strays
      + untitled.map {
        card.finding(
          at: plan.titlePlace(ofMilestone: $0), "This milestone has no title. Say what is true when it is complete.")
      }
  }

  private func hasEmptyKey(_ milestone: Int, _ plan: Plan) -> Bool {
    guard plan.milestones[milestone].isFile,
      let entry = plan.documents[plan.milestones[milestone].document].frontMatter?["milestone"]
    else { return false }
    return entry.scalars.allSatisfy(\.text.isEmpty)
  }

  /// A line `milestone:` with the note's name, where that is plain text in YAML.
  private func titleFromName(_ document: PlanDocument) -> FileChange? {
    let name = document.text.path.noteName
    guard let entry = document.frontMatter?["goal"], document.frontMatter?.isBroken == false,
      let first = name.unicodeScalars.first, first.properties.isAlphabetic,
      name.unicodeScalars.allSatisfy({
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == " " || $0 == "-"
      })
    else { return nil }
    let text = document.text
    let line = text.line(of: Int(entry.keySpan.start))
    let end = line + 1 < text.lineStarts.count ? Int(text.lineStarts[line + 1]) : text.bytes.count
    let ending = text.string(ByteSpan(Int(text.lineSpan(line).end), end))
    let start = Int(text.lineStarts[line])
    return FileChange(of: text, edits: [TextEdit(span: ByteSpan(start, start), new: "milestone: \(name)" + ending)])
  }
}
