import PlanDocuments
package import PlanModel

/// A playbook made from a goal that was finished: its steps with what they really took.
package struct SavedPlaybook: Sendable {
  package var text: String

  /// - Parameters:
  ///   - base: the playbook that the goal was drafted from, whose stall points and questions are kept.
  package init(of goal: Int, base: Playbook?, in plan: Plan) {
    let finished = plan.goals[goal].milestones.filter { plan.milestones[$0].state == .done }
    let ids = Set(finished.map { plan.milestones[$0].id })
    var keys: [(key: String, values: [String])] = [
      ("playbook", [plan.goals[goal].title]), ("match", [SavedPlaybook.match(plan.goals[goal].title)]),
    ]
    let days = SavedPlaybook.days(of: goal, in: plan)
    if let days { keys.append(("lasts", [Wait(low: days, high: days).written])) }
    let minutes = finished.compactMap { SavedPlaybook.minutes(of: $0, in: plan) }
    if minutes.count == finished.count, minutes.reduce(0, +) > 0 {
      keys.append(("effort", [Effort(minutes: minutes.reduce(0, +)).written]))
    }
    keys.append(("hours", ["spent"]))
    let counted = finished.count { plan.milestones[$0].spent != nil }
    keys.append(
      (
        "sources",
        [
          "your own goal \(plan.goals[goal].id), hours as spent in \(counted) of \(finished.count) steps, as estimated in the others"
        ]
      ))
    text = NewFrontMatter.written(keys) + "\n## Milestones\n\n"
    let whole = minutes.reduce(0, +)
    for index in finished {
      text += SavedPlaybook.lines(index, ids: ids, whole: whole, isKnown: minutes.count == finished.count, in: plan)
    }
    if let base {
      if !base.stalls.isEmpty { text += "\n## Stalls\n\n" + base.stalls.map { "- \($0.written)\n" }.joined() }
      if !base.questions.isEmpty {
        text +=
          "\n## Ask\n\n"
          + base.asks.map { ask in
            "- \(ask.key.map { $0 + ": " } ?? "")\(HarmlessText.line(ask.words))\n"
          }.joined()
      }
    }
  }

  /// What a step took: the hours that were counted, else its estimate.
  private static func minutes(of index: Int, in plan: Plan) -> Int? {
    let milestone = plan.milestones[index]
    if let spent = milestone.spent ?? milestone.effort?.middle { return spent }
    let tasks = plan.tasks[milestone.tasks].compactMap { $0.isLeaf ? $0.minutes.map(Int.init) : nil }
    return tasks.isEmpty ? nil : tasks.reduce(0, +)
  }

  private static func lines(_ index: Int, ids: Set<String>, whole: Int, isKnown: Bool, in plan: Plan) -> String {
    let milestone = plan.milestones[index]
    var fields = ["id:\(milestone.id)"]
    if let minutes = minutes(of: index, in: plan) { fields.append("effort:\(Effort(minutes: minutes).written)") }
    let after = milestone.after.compactMap { reference -> String? in
      guard case .milestone(let before) = reference.target else { return nil }
      return ids.contains(plan.milestones[before].id) && plan.milestones[before].goal == milestone.goal
        ? plan.milestones[before].id : nil
    }
    if !after.isEmpty { fields.append("after:\(after.joined(separator: ","))") }
    if let wait = realWait(milestone) { fields.append("wait:\(wait.written)") }
    if milestone.isOptional { fields.append("optional:yes") }
    var text = "- [ ] \(HarmlessText.line(milestone.title, limit: 200)) \(fields.joined(separator: " "))\n"
    guard case .item(let item) = milestone.origin else { return text }
    let document = plan.documents[milestone.document]
    for reason in document.reasons(of: item) {
      text += "  > \(DraftMarkdown.word(reason.kind)): \(HarmlessText.line(reason.words, limit: 600))\n"
    }
    for task in document.tasks(below: item) { text += "  - [ ] \(HarmlessText.line(task.title, limit: 200))\n" }
    return text
  }

  /// The days from handing over to the end, where both are known.
  private static func realWait(_ milestone: Milestone) -> Wait? {
    guard let waiting = milestone.waiting, let done = milestone.done, done > waiting else { return milestone.wait }
    return Wait(low: done - waiting, high: done - waiting)
  }

  /// From the goal's start, or its first finished step, to its last one.
  private static func days(of goal: Int, in plan: Plan) -> Int? {
    let done = plan.goals[goal].milestones.compactMap { plan.milestones[$0].done }
    guard let last = done.max(), let first = plan.goals[goal].start ?? done.min(), last > first else { return nil }
    return last - first
  }

  /// The words that tell this kind of goal, without numbers.
  private static func match(_ title: String) -> String {
    TextWords.words(of: title, .letters, and: "-").joined(separator: " ")
  }
}

extension StallPoint {
  /// As a playbook has it: `30%: the middle third`.
  fileprivate var written: String {
    switch position {
    case .percent(let percent): "\(percent)%: \(HarmlessText.line(words))"
    case .week(let week): "week \(week): \(HarmlessText.line(words))"
    }
  }
}
