import PlanDocuments

/// Chosen steps as milestones of a draft: in pieces where they are long, with their slots filled.
extension ChosenSteps {
  /// Minutes of work in all.
  var minutes: Int { steps.reduce(0) { $0 + ($1.effort?.middle ?? 0) } }

  /// The person's own figure for all the work scales the steps.
  mutating func fit(to own: Effort?, assuming assumptions: inout [PlaybookDraft.Assumption]) {
    guard let own, minutes > 0 else { return }
    let factor = Double(own.middle) / Double(minutes)
    for index in steps.indices {
      steps[index].effort = steps[index].effort.map { Effort(minutes: Self.round(Double($0.middle) * factor)) }
    }
    assumptions.append(.ownEffort(own))
  }

  /// The steps without words, for their dates.
  var bare: [DraftPlan.Milestone] { steps.map(Self.bare) }

  private static func bare(_ chosen: Step) -> DraftPlan.Milestone {
    let step = chosen.step
    var milestone = DraftPlan.Milestone(
      id: step.id, title: step.title, effort: chosen.effort, after: step.after, wait: step.wait,
      isOptional: step.isOptional, also: step.also)
    milestone.placing.timing = step.timing
    milestone.placing.daysBefore = step.daysBefore
    milestone.placing.earliestDaysBefore = step.earliestDaysBefore
    milestone.placing.leastDays = step.leastDays
    milestone.placing.isOnTheDay = step.isOnTheDay
    milestone.placing.waitShare = step.waitShare
    return milestone
  }

  /// - Parameter weekly: the minutes that are worked in a week, at the pace.
  func milestones(_ slots: GoalSlots, _ hours: StepHours, weekly: Int) -> [DraftPlan.Milestone] {
    // Where in the amount each split step begins: steps of one kind follow each other.
    var milestones: [DraftPlan.Milestone] = []
    for chosen in steps {
      let count = pieces(of: chosen, slots, weekly: weekly)
      let part = chosen.step.part ?? 1
      // A step that does a part of the amount ends with it, or with the whole.
      let begin = 1 - part
      for number in 1...count {
        let range = (
          from: begin + part * Double(number - 1) / Double(count), to: begin + part * Double(number) / Double(count)
        )
        milestones.append(milestone(chosen, number, of: count, range, slots, hours))
      }
    }
    return milestones
  }

  /// A piece takes two to four weeks, and 40 hours at most; only what counts something is cut.
  private func pieces(of chosen: Step, _ slots: GoalSlots, weekly: Int) -> Int {
    guard chosen.step.isSplit, let minutes = chosen.effort?.middle, let amount = slots.amount, amount >= 2 else {
      return 1
    }
    let most = min(40 * 60, max(4 * 60, weekly * 7 / 2))
    let count = (minutes + most - 1) / most
    return max(1, min(count, Int(amount * (chosen.step.part ?? 1)), 12))
  }

  private func milestone(
    _ chosen: Step, _ number: Int, of count: Int, _ range: (from: Double, to: Double), _ slots: GoalSlots,
    _ hours: StepHours
  ) -> DraftPlan.Milestone {
    let step = chosen.step
    func filled(_ text: String, isTitle: Bool = false) -> String? {
      SlotText.filled(text, isTitle: isTitle) { slots.value($0, pieces: range, subject: chosen.subject) }
    }
    var milestone = Self.bare(chosen)
    milestone.title = filled(step.title, isTitle: true) ?? step.title
    if count > 1, let effort = chosen.effort {
      let minutes = Self.round(Double(effort.middle) / Double(count))
      milestone.effort = Effort(minutes: minutes)
      if number < count {
        milestone.id = "\(step.id)-\(number)"
        milestone.wait = nil
      }
      if number > 1 { milestone.after = ["\(step.id)-\(number - 1)"] }
    }
    milestone.reasons = step.reasons.compactMap { reason in
      if count > 1, number != (reason.kind == .stall ? (count + 1) / 2 : 1) { return nil }
      return filled(reason.words).map { Playbook.Reason(reason.kind, $0) }
    }
    if number == 1 {
      milestone.tasks = step.tasks.compactMap { task in
        filled(task.title, isTitle: true).map { DraftPlan.Task(title: $0, minutes: hours.minutes(of: task, in: step)) }
      }
    }
    keepTasksInside(&milestone)
    return milestone
  }

  /// Tasks take no more than their step.
  private func keepTasksInside(_ milestone: inout DraftPlan.Milestone) {
    let sum = milestone.tasks.reduce(0) { $0 + ($1.minutes ?? 0) }
    guard let effort = milestone.effort, sum > effort.middle, sum > 0 else { return }
    for index in milestone.tasks.indices {
      milestone.tasks[index].minutes = milestone.tasks[index].minutes.map {
        max(15, $0 * effort.middle / sum / 15 * 15)
      }
    }
  }
}
