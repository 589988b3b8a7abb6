package import PlanDocuments
package import PlanModel

/// Tasks for one milestone: its playbook's, else those of any piece of work.
package struct MilestoneTasks: Sendable {
  package var milestone: Int
  package var tasks: [DraftPlan.Task]
  /// No playbook knows the step.
  package var isGeneral: Bool
  /// Two hours of work or less need no tasks of a general kind.
  private static let smallMinutes = 120

  package init(for milestone: Int, from playbook: Playbook, in plan: Plan, words: WordLists) {
    self.milestone = milestone
    let step = plan.milestones[milestone]
    let same =
      playbook.milestones.first { $0.id == step.id }
      ?? StepMatching([step.title], playbook.milestones.map { [$0.title] + $0.also }, words: words).pairs[0].map {
        playbook.milestones[$0]
      }
    let asked = same?.reasons.filter { $0.kind == .ask || $0.kind == .assumes }.map { "Answered: " + $0.words } ?? []
    tasks =
      (same?.tasks ?? []).map { DraftPlan.Task(title: $0.title, minutes: $0.minutes) }
      + asked.map { DraftPlan.Task(title: $0) }
    isGeneral = tasks.isEmpty
    if isGeneral, step.effort.map({ $0.middle > Self.smallMinutes }) ?? true {
      let whole = step.effort?.middle
      func part(_ percent: Int) -> Int? { whole.map { max(15, $0 * percent / 100 / 15 * 15) } }
      tasks = [
        DraftPlan.Task(title: "Said in one line what is there when this is done", minutes: part(5)),
        DraftPlan.Task(title: "A first rough version, all of it", minutes: part(35)),
        DraftPlan.Task(title: "Shown to someone, or held against the line above", minutes: part(10)),
        DraftPlan.Task(title: "Put right and finished", minutes: part(50)),
      ]
    }
  }

  /// Adds them below the milestone's line, or in its file; without effect where it has tasks.
  package func change(in plan: Plan) throws(EditRefusal) -> VaultChange {
    let step = plan.milestones[milestone]
    let title = "Draft tasks of \(plan.name(of: milestone))"
    guard step.tasks.isEmpty, !tasks.isEmpty else { return VaultChange(title: title, files: []) }
    let lines = tasks.map { task in
      "- [ ] \(HarmlessText.line(task.title, limit: 200))"
        + (task.minutes.map { " effort:\(Effort(minutes: $0).written)" } ?? "")
    }
    let document = plan.documents[step.document]
    let file: FileChange
    switch step.origin {
    case .item(let item): file = try document.change(addingTasks: lines, below: item)
    case .file: file = try document.change(addingTasks: lines, below: nil)
    }
    return VaultChange(title: title, files: [file])
  }
}
