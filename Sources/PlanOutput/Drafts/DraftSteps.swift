import Drafting
import PlanDocuments
import PlanModel
import TextStyling

/// The draft milestone by milestone.
extension DraftReport {
  func steps(_ width: Int) -> StyledText {
    guard !draft.milestones.isEmpty else { return "" }
    var text = title("Step by step, as if it were someone else's plan", width)
    let order = draft.milestones.indices.sorted {
      (draft.milestones[$0].due ?? .distant, $0) < (draft.milestones[$1].due ?? .distant, $1)
    }
    for index in order { text += step(index, width) }
    return text
  }

  /// What belongs after the goal's day.
  func afterwards(_ width: Int) -> StyledText {
    guard !draft.afterwards.isEmpty else { return "" }
    var text = title("Afterwards", width)
    for milestone in draft.afterwards { text += head(milestone, width) + remarks(milestone, width) }
    return text
  }

  /// The date, the title and the facts of a step.
  private func head(_ milestone: DraftPlan.Milestone, _ width: Int) -> StyledText {
    let date: StyledText =
      milestone.due.map { "\($0.weekday.shortName) \(DayWords.narrow($0, today: today))" }
      ?? "no date"
    var line: StyledText = "  \(date.padded(13)) " + StyledText(HarmlessText.line(milestone.title), .strong)
    if milestone.isForgotten { line += " " + StyledText("(often forgotten)", .attention) }
    var text = line.wrapped(width, indent: inset(width)) + "\n"
    let facts = facts(milestone)
    if !facts.isEmpty { text += bullet(facts.joined(by: ", ").styled(.quiet), width, indent: inset(width)) }
    return text
  }

  private func remarks(_ milestone: DraftPlan.Milestone, _ width: Int) -> StyledText {
    milestone.reasons.filter { $0.kind != .stall }.map { remark($0, width) }.joined(by: "")
  }

  private func step(_ index: Int, _ width: Int) -> StyledText {
    let milestone = draft.milestones[index]
    var text = head(milestone, width)
    for task in milestone.tasks {
      let work: StyledText = task.minutes.map { " (\(hours(Effort(minutes: $0))))" } ?? ""
      text += bullet("[ ] \(HarmlessText.line(task.title))\(work)", width, indent: inset(width))
    }
    text += remarks(milestone, width)
    for stall in stalls(of: index) {
      let week: StyledText = stall.week.map { " (\($0))" } ?? ""
      text += bullet(
        StyledText("Likely obstacle", .attention) + "\(week): \(HarmlessText.line(stall.words))", width,
        indent: inset(width))
    }
    return text
  }

  /// Where the words of a step begin: behind its date, in a narrow window below it.
  private func inset(_ width: Int) -> Int { width < 60 ? 4 : 16 }

  private func facts(_ milestone: DraftPlan.Milestone) -> [StyledText] {
    var facts: [StyledText] = ["\(milestone.id)"]
    if let effort = milestone.effort, effort.high > 0 { facts.append(hours(effort)) }
    if let wait = milestone.wait, wait.high > 0 {
      if let due = milestone.due, wait.middle > 0 {
        facts.append("do your part by \(day(due - wait.middle)), then \(WorkWords.wait(wait)) of waiting")
      } else {
        facts.append("then \(WorkWords.wait(wait)) of waiting")
      }
    }
    if !milestone.after.isEmpty { facts.append("after \(WorkWords.list(milestone.after))") }
    if milestone.isFixed { facts.append("fixed date") }
    if milestone.isOptional { facts.append("may be left out") }
    return facts
  }

  private func remark(_ reason: Playbook.Reason, _ width: Int) -> StyledText {
    let word: StyledText =
      switch reason.kind {
      case .why: "Why"
      case .forgotten: "Forgotten"
      case .assumes: "Takes for granted"
      case .cost: "Cost"
      case .stall: "Likely obstacle"
      case .ask: "To ask"
      }
    return bullet("\(word): \(HarmlessText.line(reason.words))", width, indent: inset(width))
  }

  /// Where people get stuck in a step: its own remarks, and the stall points of the whole that lie in it.
  func stalls(of index: Int) -> [(week: String?, words: String)] {
    let milestone = draft.milestones[index]
    let whole = draft.stalls.filter { draft.milestone(at: $0.position) == index }.map {
      stall -> (week: String?, words: String) in
      if case .week(let week) = stall.position { return ("week \(week)", stall.words) }
      return (weeks(of: milestone), stall.words)
    }
    let own = milestone.reasons.filter { $0.kind == .stall }.map { (week: weeks(of: milestone), words: $0.words) }
    return own + whole.filter { stall in !own.contains { DraftPlan.saysTheSame($0.words, stall.words) } }
  }

  /// The weeks since the start in which it is worked on: `week 3`, `weeks 3 to 6`.
  private func weeks(of milestone: DraftPlan.Milestone) -> String? {
    guard let due = milestone.due else { return nil }
    let start = draft.anchor.start ?? today
    let before = milestone.after.compactMap { id in draft.milestones.first { $0.id == id }?.due }.max() ?? start
    let first = max(0, min(before, due) - start) / 7 + 1
    let last = max(0, due - (milestone.wait?.middle ?? 0) - start) / 7 + 1
    // A step that waits for its time has no weeks of trouble.
    guard last - first < 9 else { return nil }
    return last > first ? "weeks \(first) to \(last)" : "week \(first)"
  }
}

extension Day {
  /// Behind every day of a plan.
  fileprivate static let distant = Day(number: 10_000_000)
}
