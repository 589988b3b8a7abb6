package import Forecasting
import PlanDocuments
import PlanModel
import PlanOutput
package import Recalibration
package import ReviewNotes
import Scheduling
import TextStyling

/// What a model is told for a recalibration or a review: the plan of the goals concerned, the evidence, the outlook, the ways
/// out that `mm` found, and what the person says.
///
/// Of other goals only the weeks that they take.
package struct PartnerBrief: Sendable {
  package var outlook: ForecastedPlan
  package var choices: Choices
  /// The goals that it is about.
  package var goals: [Int]
  package var done: WorkDone?
  /// What the person wrote of late.
  package var words = ""

  /// - Parameter focus: the only goal that it is about; nil is all that are active.
  package init(
    _ outlook: ForecastedPlan, choices: Choices, focus: Int? = nil, done: WorkDone? = nil, words: String = ""
  ) {
    self.outlook = outlook
    self.choices = choices
    let active = outlook.plan.goals.indices.filter { outlook.plan.goals[$0].status == .active }
    goals = focus.map { [$0] } ?? active
    self.done = done
    self.words = WithoutComments.text(words)
  }

  private var plan: Plan { outlook.plan }

  var text: String {
    let parts: [String?] = [
      "Today is \(PromptWords.day(plan.today)).", goals.map(goal).joined(separator: "\n\n"), evidence, busy, waysOut,
      said,
    ]
    return parts.compactMap(\.self).joined(separator: "\n\n")
  }

  // MARK: The plan

  private func goal(_ goal: Int) -> String {
    let found = plan.goals[goal]
    var lines = ["Goal \(found.id): \(found.title)"]
    if let success = plan.writtenValue(of: "success", goal: goal) { lines.append("Success means: \(success)") }
    if let deadline = found.deadline {
      let target = plan.target(of: goal).map { $0 < deadline ? ", to be complete on \(PromptWords.day($0))" : "" } ?? ""
      lines.append("Deadline \(PromptWords.day(deadline))\(target), priority \(found.priority).")
    } else {
      lines.append("No deadline, priority \(found.priority).")
    }
    lines.append("\(PromptWords.hours(outlook.remainingMinutes(ofGoal: goal))) of work are left. \(end(goal))")
    lines += found.milestones.map(milestone)
    return PromptWords.quoted(lines.joined(separator: "\n"))
  }

  private func end(_ goal: Int) -> String {
    guard let result = EndResult.all(in: outlook).first(where: { $0.end == .goal(goal) }) else { return "" }
    guard let day = result.completion else { return "On paper it is never complete: its hours do not come." }
    let late = result.daysPastDeadline ?? 0
    return "On paper, with every free hour used, it is complete on \(PromptWords.day(day))"
      + (late > 0 ? ", \(WorkWords.count(late, "day")) after the deadline." : ".") + forecast(goal)
  }

  /// What the person's own past says.
  private func forecast(_ goal: Int) -> String {
    guard let forecast = outlook.forecast, let will = forecast.will(ofGoal: goal) else { return "" }
    func day(_ day: Day?) -> String { day.map(PromptWords.day) ?? "never" }
    var words = " By the forecast it is complete by \(day(will.p50)) in 5 of 10 cases, by \(day(will.p80)) in 8 of 10"
    if let deadline = plan.goals[goal].deadline, let chance = forecast.chance(ofGoal: goal, by: deadline) {
      words += "; the deadline holds in \(Int((chance * 10).rounded())) of 10"
    }
    return words + "."
  }

  private func milestone(_ index: Int) -> String {
    let milestone = plan.milestones[index]
    var parts: [String] = []
    switch milestone.state {
    case .done: parts.append("done" + (milestone.done.map { " on \($0)" } ?? ""))
    case .cancelled: parts.append("left out")
    case .open:
      let work = outlook.work[index]
      if let due = milestone.due { parts.append((milestone.isFixed ? "fixed on " : "due ") + due.description) }
      if let day = outlook.dates(of: index)?.completion { parts.append("at best complete on \(day)") }
      parts.append("\(WorkWords.hours(work.remaining)) of \(WorkWords.hours(work.effort)) h left")
      if let amount = milestone.progress { parts.append("progress \(amount.written)") }
      if let wait = milestone.wait { parts.append("then a wait of \(WorkWords.wait(wait))") }
      let after = milestone.predecessors.map {
        plan.milestones[$0].goal == milestone.goal ? plan.milestones[$0].id : "another goal"
      }
      if !after.isEmpty { parts.append("after " + after.joined(separator: ", ")) }
      if milestone.isOptional { parts.append("optional") }
      if !milestone.tasks.isEmpty {
        let ticked = milestone.tasks.count { plan.tasks[$0].state == .done }
        parts.append("\(ticked) of \(milestone.tasks.count) tasks done")
      }
    }
    return "- \(plan.name(of: index)): \(milestone.title) (\(parts.joined(separator: "; ")))"
  }

  // MARK: What happened

  private var evidence: String? {
    guard let done else { return nil }
    let titles = Set(goals.flatMap { goal in [plan.goals[goal].id, plan.goals[goal].title] + [fileName(goal)] })
    var lines: [String] = []
    if let weeks = done.weeks, weeks.freeMinutes > 0 {
      lines.append(
        "Over \(WorkWords.count(weeks.count, "week")) \(PromptWords.hours(weeks.finishedMinutes)) of \(PromptWords.hours(weeks.freeMinutes)) free became work."
      )
    } else if let finished = done.finishedMinutes, let free = done.freeMinutes {
      lines.append(
        "Since the last review \(PromptWords.hours(finished)) of \(PromptWords.hours(free)) free became work.")
    }
    for work in done.goals where titles.contains(work.goal.title) {
      let completed = work.completed.map { $0.milestone.title }
      if !completed.isEmpty { lines.append("Completed since: " + completed.joined(separator: "; ") + ".") }
      if let days = work.quietDays {
        lines.append("\(work.goal.title): nothing was done for \(WorkWords.count(days, "day")).")
      }
    }
    return lines.isEmpty ? nil : "What happened:\n" + PromptWords.quoted(lines.joined(separator: "\n"))
  }

  /// The name of the goal's note, as reviews call it.
  private func fileName(_ goal: Int) -> String { plan.documents[plan.goals[goal].document].text.path.noteName }

  private var busy: String? {
    guard goals.count < plan.goals.indices.filter({ plan.goals[$0].status == .active }).count else { return nil }
    let weeks = WeekLoad(outlook.scheduled, weeks: 13).weeks.compactMap { week -> String? in
      guard let free = week.free, free > 0 else { return nil }
      let others = week.allWanted - goals.reduce(0) { $0 + week.wanted[$1] }
      return others * 2 >= free ? week.monday.description : nil
    }
    return weeks.isEmpty
      ? nil : "Other goals want half of the hours or more in the weeks from \(weeks.joined(separator: ", "))."
  }

  /// The ways out that touch nothing but the goals concerned.
  private var waysOut: String? {
    let concerned = Set(goals.map { plan.goals[$0].id })
    let choices = choices.offered.filter { choice in
      choice.writes.allSatisfy { write in
        switch write.subject {
        case .settings: true
        case .goal(let id): concerned.contains(id)
        case .milestone(let name): concerned.contains(String(name.prefix { $0 != "/" }))
        }
      }
    }
    guard !choices.isEmpty else { return nil }
    let lines = choices.map { "- " + SentenceText.text($0.sentence, today: plan.today).plain }
    return "Ways out that are found already; do not repeat them:\n" + PromptWords.quoted(lines.joined(separator: "\n"))
  }

  private var said: String? {
    let lines = words.split(separator: "\n").filter { !WordsLine.isForm($0) }
    guard !lines.isEmpty else { return nil }
    return "What the person says has changed:\n" + PromptWords.quoted(lines.joined(separator: "\n"))
  }
}
