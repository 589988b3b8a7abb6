import Drafting
import PlanDocuments
import PlanModel
import TextStyling

/// What a draft takes for granted, and whether it fits.
extension DraftReport {
  func assumptions(_ width: Int) -> StyledText {
    var lines: [StyledText] = []
    if case .playbook(let made, _) = source {
      lines += made.assumptions.filter { !isNothingSpecial($0) }.map(words)
      for left in made.leftOut {
        lines.append("Left out, since you wrote “\(left.because)”: \(HarmlessText.line(left.title)).")
      }
    }
    // That it does not fit is said below, once.
    let saidBelow: Set<DraftFinding.Kind> = [.tooMuchEffort, .waitsTooLong, .pastDeadline]
    let remarks = findings.filter { placed.fits || !saidBelow.contains($0.kind) }.map { StyledText($0.message) }
    var text: StyledText = ""
    for (name, lines) in [("Taken for granted", lines), ("To look at", remarks)] as [(StyledText, [StyledText])]
    where !lines.isEmpty {
      text += (text.isEmpty ? "" : "\n") + title(name, width)
      for line in lines { text += bullet("- " + line, width) }
    }
    if !draft.questions.isEmpty {
      text += (text.isEmpty ? "" : "\n") + title("To be asked before you begin", width)
      for question in draft.questions { text += bullet("- \(HarmlessText.line(question))", width) }
    }
    return text
  }

  /// An amount that is just what the playbook's hours are for.
  private func isNothingSpecial(_ assumption: PlaybookDraft.Assumption) -> Bool {
    if case .amount(let ratio, _) = assumption { abs(ratio - 1) < 0.05 } else { false }
  }

  func words(_ assumption: PlaybookDraft.Assumption) -> StyledText {
    switch assumption {
    case .deadlineRead(let end): return "The end is \(day(end)), as your words say. --deadline names another day."
    case .deadlineUsual(let end, let lasts):
      return
        "You named no end. Such goals usually take \(WorkWords.wait(lasts)), so it is \(day(end)). --deadline names another day."
    case .deadlineReckoned(let end):
      return
        "You named no end. With your hours, and the part of them that really becomes work, it is \(day(end)). --deadline names another day."
    case .hours(let minutes):
      return "You named no hours for it. It asks for \(hours(Effort(minutes: minutes))) a week. --time names others."
    case .amount(let ratio, let effort):
      return
        "Your amount is \(Self.score(ratio)) times what the playbook's hours are for, which makes \(hours(effort)) in all."
    case .endsAt(let end, let beyond):
      let rest = beyond.map { "“\(HarmlessText.line($0))”" }
      return
        "Your words end with “\(HarmlessText.line(end))”, so what the playbook has after it is left out: \(WorkWords.list(rest))."
    case .notFurther(let steps):
      let rest = steps.map { "“\(HarmlessText.line($0))”" }
      return "Your goal does not go that far, so these steps are left out: \(WorkWords.list(rest))."
    case .ownSteps(let steps):
      let all = steps.map { "“\(HarmlessText.line($0))”" }
      return
        "The playbook does not know \(WorkWords.list(all)): \(steps.count == 1 ? "it lies" : "they lie") where your list has \(steps.count == 1 ? "it" : "them"), with the hours of one of the smaller steps."
    case .onTheDay(let step, let day, let beyond):
      let rest = beyond.map { "“\(HarmlessText.line($0))”" }
      return "“\(HarmlessText.line(step))” is on the day that you named, \(self.day(day))."
        + (rest.isEmpty ? "" : " What comes after it is no part of this plan: \(WorkWords.list(rest)).")
    case .ownEffort(let effort): return "The work is \(hours(effort)) in all, as you said."
    case .ownRatio(let ratio):
      return
        "What you finished so far took \(Self.score(ratio)) times your estimates, so its hours are \(Self.score(ratio)) times the usual."
    case .ownPace(let pace):
      return "The dates reckon with \(pace) % of the planned hours, as in your own past weeks."
    case .tight(let minutes, let usual, _):
      return
        "There is time for \(hours(Effort(minutes: minutes / 60 * 60))), and the plan is made for that; \(hours(Effort(minutes: usual / 60 * 60))) would be usual. Do less of it, or do not count on it."
    case .shorterThanUsual(let days, let lasts):
      return
        "Such goals usually take \(WorkWords.wait(lasts)), and you have \(WorkWords.count(days / 7, "week")). Some of it cannot be hurried: other people, habits, the body."
    }
  }

  // MARK: Does it fit

  func verdict(_ width: Int) -> StyledText {
    var text: StyledText = ""
    if placed.fits {
      text += title("It fits", width)
      text += bullet(fitting, width)
    } else {
      text += StyledText("It does not fit", .wrong) + "\n" + bullet(missing, width)
      if let ways { text += waysOut(ways, width) }
    }
    for other in placed.disturbed {
      text += bullet(
        "Beside it \(other.goal) would be \(WorkWords.count(other.days, "day")) late; mm recalibrate shows the ways out.",
        width)
    }
    return text
  }

  private var fitting: StyledText {
    let sum = placed.draft.milestones.reduce((low: 0, high: 0)) {
      ($0.low + ($1.effort?.low ?? 0), $0.high + ($1.effort?.high ?? 0))
    }
    let isNew = keptLines == nil
    var text: StyledText = "\(WorkWords.count(draft.milestones.count, isNew ? "milestone" : "new milestone"))"
    if sum.high > 0 { text += ", \(hours(Effort(low: sum.low, high: sum.high)))" }
    if let minutes = placed.ground.minutes {
      text += sum.high > 0 ? " of the \(WorkWords.hoursWithUnit(minutes)) that it has" : ""
    }
    guard let completion = placed.completion else { return text + "." }
    let fixed = plan.goals[placed.goal].milestones.contains { plan.milestones[$0].isFixed }
    if !fixed { text += ". If every hour is used it is complete on \(day(completion))" }
    guard let deadline = placed.deadline, let target = placed.target else { return text + "." }
    let last = dueDays.max() ?? completion
    if fixed { return text + ". All before its day is dated by \(day(looseDays.max() ?? last))." }
    text += "; the dates end on \(day(last))"
    if deadline > target {
      text += ", and the \(WorkWords.count(deadline - target, "day")) before \(day(deadline)) stay free"
    }
    return text + "."
  }

  /// The dates that may move.
  private var looseDays: [Day] {
    plan.goals[placed.goal].milestones.compactMap { plan.milestones[$0].isFixed ? nil : plan.milestones[$0].due }
  }

  private var dueDays: [Day] { plan.goals[placed.goal].milestones.compactMap { plan.milestones[$0].due } }

  private var missing: StyledText {
    let (minutes, days) = placed.shortfall
    let target = placed.target.map { day($0) } ?? "the end"
    let end: StyledText = placed.completion.map { " It would be complete on \(day($0))." } ?? ""
    if placed.undatable > 0 { return "Its hours do not come within ten years. Name hours for it: --time 5h/week." }
    if minutes > 0 {
      return
        "\(WorkWords.hoursWithUnit(minutes)) have no place before \(target).\(end) A plan that is squeezed would only look as if it held."
    }
    if days > 0 {
      return
        "Waits and steps that follow each other take \(WorkWords.count(days, "day")) more than there are before \(target).\(end)"
    }
    return "Beside your other goals it does not reach \(target).\(end)"
  }

  private func waysOut(_ ways: WaysOut, _ width: Int) -> StyledText {
    var text = title("Ways out", width)
    if let later = ways.later {
      text += bullet("- Later: end on \(day(later)). --deadline \(later.description)", width)
    }
    if let minutes = ways.weeklyMinutes {
      text += bullet(
        "- More hours: \(hours(Effort(minutes: minutes))) a week. --time \(Effort(minutes: minutes).written)/week",
        width)
    } else if placed.shortfall.minutes > 0 {
      text += bullet(
        "- More hours do not help here by themselves: mm.md has no more for all goals together, or the waits are too long.",
        width)
    }
    if ways.withoutOptional { text += bullet("- Less: leave out what is optional.", width) }
    if let less = ways.lessMinutes {
      let all = draft.minutes()
      text += bullet(
        "- Less: \(hours(Effort(minutes: less / 60 * 60))) of work instead of \(hours(Effort(minutes: all)))\(smaller(less, all)). --effort \(less / 60)h",
        width)
    }
    return text
  }

  /// Such as `, for instance 42000 words instead of 60000`.
  private func smaller(_ less: Int, _ all: Int) -> StyledText {
    guard case .playbook(let made, _) = source, let measure = made.playbook.measure, all > 0 else { return "" }
    let ratio = made.assumptions.compactMap { if case .amount(let ratio, _) = $0 { ratio } else { nil } }.first ?? 1
    let amount = Double(measure.number) / 1000 * ratio
    // A quarter of the work is the same for every amount.
    let factor = 0.25 + 0.75 * ratio
    let fitting = (factor * Double(less) / Double(all) - 0.25) / 0.75 * Double(measure.number) / 1000
    guard fitting > amount / 10 else { return "" }
    func number(_ value: Double) -> Int { value >= 1000 ? Int(value / 1000) * 1000 : Int(value) }
    return ", for instance \(number(fitting)) \(measure.unit) instead of \(number(amount))"
  }
}
