import PlanDocuments
import PlanModel

/// Finds milestones and tasks whose box says something else than their date.
struct BoxAndDateDisagree: Check {
  static let card = CheckCard(
    code: "MM401", name: "box-and-date-disagree", severity: .warning,
    finds:
      "A `done:` on a milestone whose own box is open or cancelled, a `done:` or `waiting:` after today, or a ticked box of a milestone whose file says `status: dropped`.",
    matters: "The day wins, so the milestone counts as complete while its box says otherwise.",
    cure: "Tick the box, or take the day out.",
    examples: [
      .fires("- [ ] Draft done:↓2026-07-20"),
      .fires("- [-] Draft done:↓2026-07-20"),
      .fires("- [ ] Draft\n  - [ ] Chapter 1 ✅ ↓2026-07-20"),
      .fires("- [↓x] [[cover]]", beside: ["book/cover.md": "---\nmilestone: Cover chosen\nstatus: dropped\n---\n"]),
      .fires("- [ ] [[cover]]", beside: ["book/cover.md": "---\nmilestone: Cover chosen\ndone: ↓2026-07-20\n---\n"]),
      .fires("- [x] Draft done:↓2062-07-20"),
      .fires("- [ ] Draft wait:2w waiting:↓2027-07-20"),
      .silent("- [x] Draft\n- [x] Edit done:2026-07-20\n- [ ] Words progress:5/5"),
      .silent("- [ ] Draft", beside: ["book/cover.md": "---\nmilestone: Cover chosen\ndone: 2026-07-20\n---\n"]),
      .fixes("- [ ] Draft done:2026-07-20", to: "- [x] Draft done:2026-07-20"),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    let plan = facts.plan
    var found: [Finding] = []
    for index in plan.milestones.indices {
      found += later(index, plan)
      if plan.milestones[index].done != nil || plan.milestones[index].isFile { found += milestone(index, plan) }
      for task in plan.milestones[index].tasks where plan.tasks[task].done != nil && plan.tasks[task].state != .done {
        if let finding = finding(plan.tasks[task], of: index, plan) { found.append(finding) }
      }
    }
    return found
  }

  /// Days of the past that are after today: a slip in the year, most often.
  private func later(_ index: Int, _ plan: Plan) -> [Finding] {
    let milestone = plan.milestones[index]
    var found: [Finding] = []
    for (field, day) in [(FieldName.done, milestone.done), (.waiting, milestone.waiting)] {
      guard let day, day > plan.today, let place = plan.place(of: field, ofMilestone: index) else { continue }
      found.append(
        card.finding(at: place, "`\(day)` is after today: `\(field)` names a day of the past. Correct the day."))
    }
    return found
  }

  private func milestone(_ index: Int, _ plan: Plan) -> [Finding] {
    let milestone = plan.milestones[index]
    let list: PlanDocument
    let item: Int
    switch milestone.origin {
    case .item(let own): (list, item) = (plan.documents[milestone.document], own)
    case .file(let link?): (list, item) = (plan.documents[plan.goals[milestone.goal].document], link)
    case .file: return []
    }
    let box = list.items[item]
    let mark = ByteSpan(Int(box.mark), Int(box.mark) + Int(box.markLength))
    if let done = milestone.done, box.state != .done, let place = plan.place(of: .done, ofMilestone: index) {
      if box.state == .cancelled {
        return [
          card.finding(
            at: place, "\(plan.quoted(index)) is cancelled in its box and done on `\(done)`. Keep one of them.")
        ]
      }
      return [
        card.finding(
          at: place, "\(plan.quoted(index)) was done on `\(done)`, and its box is open. Tick it.",
          related: [("the box", Place(path: list.text.path, span: mark))],
          fix: FileChange(of: list.text, edits: [TextEdit(span: mark, new: "x")]))
      ]
    }
    let file = plan.documents[milestone.document]
    if milestone.isFile, box.state == .done, file.frontMatter?["status"]?.scalars.first?.text.lowercased() == "dropped"
    {
      return [
        card.finding(
          at: Place(path: list.text.path, span: mark),
          "\(plan.quoted(index)) is ticked here, and its file says `status: dropped`. Keep one of them.",
          related: file.place(ofKey: "status").map { [("the status", $0)] } ?? [])
      ]
    }
    return []
  }

  private func finding(_ task: PlanTask, of milestone: Int, _ plan: Plan) -> Finding? {
    let document = plan.documents[plan.milestones[milestone].document]
    guard let done = task.done, let field = document.field(.done, of: Int(task.item)) else { return nil }
    let state = task.state == .open ? "its box is open" : "its box is cancelled"
    return card.finding(
      at: Place(path: document.text.path, span: field.value),
      "“\(document.title(of: Int(task.item)))” was done on `\(done)`, and \(state). Tick it, or take the day out.")
  }
}
