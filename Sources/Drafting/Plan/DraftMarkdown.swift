import PlanDocuments
package import PlanModel

/// A draft as the lines of the format.
package struct DraftMarkdown {
  let draft: DraftPlan

  package init(draft: DraftPlan) {
    self.draft = draft
  }

  /// The list of milestones, each with its reasons and tasks nested in it; every line ends in `\n`.
  package var list: String { list(of: { _ in true }) }

  /// The lines of some of the milestones.
  func list(of isWanted: (DraftPlan.Milestone) -> Bool) -> String {
    draft.milestones.indices.filter { isWanted(draft.milestones[$0]) }.map(lines).joined()
  }

  /// What belongs after the goal's day: boxes with their dates in words, which no check looks at.
  package var afterwards: String {
    draft.afterwards.map { step in
      let hours = step.effort.flatMap { $0.high > 0 ? "about \($0.written)" : nil }
      let facts = [step.due.map { "by \($0)" }, hours].compactMap(\.self).joined(separator: ", ")
      return "- [ ] \(Self.title(step.title))\(facts.isEmpty ? "" : ": \(facts)")\n"
        + step.reasons.map { "  > \(Self.word($0.kind)): \(HarmlessText.line($0.words, limit: 600))\n" }.joined()
    }.joined()
  }

  private func lines(_ index: Int) -> String {
    let milestone = draft.milestones[index]
    var text = "- [ ] \(line(milestone, isReferredTo: isReferredTo(milestone.id)))\n"
    for reason in reasons(index) {
      text += "  > \(Self.word(reason.kind)): \(HarmlessText.line(reason.words, limit: 600))\n"
    }
    return text + Self.tasks(milestone.tasks)
  }

  /// The tasks, nested in the line of a milestone that begins at the margin.
  package static func tasks(_ tasks: [DraftPlan.Task]) -> String {
    tasks.map { task in
      let effort = task.minutes.map { " effort:\(Effort(minutes: $0).written)" } ?? ""
      return "  - [ ] \(title(task.title))\(effort)\n"
    }.joined()
  }

  private func line(_ milestone: DraftPlan.Milestone, isReferredTo: Bool) -> String {
    var fields: [String] = []
    let title = Self.title(milestone.title)
    if isReferredTo || Identifier.slug(of: title) != milestone.id { fields.append("id:\(milestone.id)") }
    if let due = milestone.due { fields.append("due:\(due)") }
    if let effort = milestone.effort { fields.append("effort:\(effort.written)") }
    if !milestone.after.isEmpty { fields.append("after:\(milestone.after.joined(separator: ","))") }
    if let wait = milestone.wait, wait.high > 0 { fields.append("wait:\(wait.written)") }
    if let start = milestone.start { fields.append("start:\(start)") }
    if milestone.isFixed { fields.append("fixed:yes") }
    if milestone.isOptional { fields.append("optional:yes") }
    return ([title] + fields).joined(separator: " ")
  }

  private func isReferredTo(_ id: String) -> Bool { draft.milestones.contains { $0.after.contains(id) } }

  /// Its own reasons, the stall points that lie in its part of the work, and in the first the open questions.
  private func reasons(_ index: Int) -> [Playbook.Reason] {
    let own = draft.milestones[index].reasons
    let stalls = draft.stalls.filter { draft.milestone(at: $0.position) == index }.map {
      Playbook.Reason(.stall, $0.words)
    }
    let questions = index == 0 ? draft.questions.map { Playbook.Reason(.ask, $0) } : []
    let others = stalls.filter { stall in
      !own.contains { $0.kind == .stall && DraftPlan.saysTheSame($0.words, stall.words) }
    }
    return own + others + questions.filter { !own.contains($0) }
  }

  private static func title(_ text: String) -> String {
    let title = HarmlessText.line(text, limit: 200)
    return title.isEmpty ? "(no title)" : title
  }

  /// The word before a reason: `Why`, `Forgotten`.
  static func word(_ kind: Playbook.Reason.Kind) -> String {
    kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
  }
}

extension DraftPlan {
  /// Two remarks have most of their longer words in common.
  package static func saysTheSame(_ one: String, _ other: String) -> Bool {
    func words(_ text: String) -> Set<Substring> {
      Set(text.lowercased().split { !$0.isLetter }.filter { $0.count > 3 }.map { $0.prefix(6) })
    }
    let (first, second) = (words(one), words(other))
    return first.intersection(second).count * 5 >= 2 * min(first.count, second.count) && !first.isEmpty
      && !second.isEmpty
  }

  /// The milestone in whose part of the work, or in whose weeks, a stall point lies; nil where that cannot be told.
  package func milestone(at position: StallPoint.Position) -> Int? {
    switch position {
    case .percent(let percent):
      let whole = minutes()
      guard whole > 0 else {
        return milestones.isEmpty ? nil : min(milestones.count - 1, milestones.count * percent / 100)
      }
      var done = 0
      for (index, milestone) in milestones.enumerated() {
        done += milestone.effort?.middle ?? 0
        if done * 100 >= percent * whole { return index }
      }
      return milestones.indices.last
    case .week(let week):
      // The first date after the week's end; the weeks count from the goal's start.
      guard let start = anchor.start else { return nil }
      let dated = milestones.indices.filter { index in milestones[index].due.map { $0 - start >= 7 * week - 7 } ?? false
      }
      return dated.min { (milestones[$0].due ?? start, $0) < (milestones[$1].due ?? start, $1) }
    }
  }
}
