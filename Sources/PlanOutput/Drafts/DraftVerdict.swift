import Drafting
import PlanDocuments
import PlanModel
import TextStyling

/// What a draft takes for granted, and whether it fits.
extension DraftReport {
  func assumptions(_ width: Int) -> StyledText {
    var lines: [StyledText] = []
    if case .playbook(let made, _) = source {
      lines += made.assumptions.map(words)
      lines += leftOut(of: made)
    }
    // That it does not fit is said below, once.
    let saidBelow: Set<DraftFinding.Kind> = [.tooMuchEffort, .waitsTooLong, .pastDeadline]
    let remarks = findings.filter { !saidBelow.contains($0.kind) }.map { StyledText($0.message) }
    var text: StyledText = ""
    for (name, lines) in [("Taken for granted", lines), ("To look at", remarks)] as [(StyledText, [StyledText])]
    where !lines.isEmpty {
      text += (text.isEmpty ? "" : "\n") + title(name, width)
      for line in lines { text += bullet("- " + line, width) }
    }
    if !draft.questions.isEmpty {
      text += (text.isEmpty ? "" : "\n") + title("Answers that would make it better", width)
      for question in draft.questions { text += bullet("- \(HarmlessText.line(question))", width) }
    }
    return text
  }

  /// Steps that are left out, by the words that say why.
  private func leftOut(of made: PlaybookDraft) -> [StyledText] {
    var order: [String] = []
    for left in made.leftOut where !order.contains(left.because) { order.append(left.because) }
    return order.map { because in
      let titles = made.leftOut.filter { $0.because == because }.map { HarmlessText.line($0.title) }
      let steps: StyledText =
        titles.count < 3
        ? "\(WorkWords.list(titles.map { "“\($0)”" }))"
        : "\(WorkWords.count(titles.count, "step")) up to “\(titles.last ?? "")”"
      return "Left out, since you wrote “\(because)”: \(steps)."
    }
  }

  func words(_ assumption: PlaybookDraft.Assumption) -> StyledText {
    switch assumption {
    case .deadlineRead(let end): "The end is \(day(end)), from your own words. --deadline names another day."
    case .endNotRead(let words):
      "“\(HarmlessText.line(words))” looks like an end, and mm doesn't understand it. --deadline names the day: 2027-03-31, 31 march, in 6 months."
    case .deadlineUsual(let end, let lasts):
      "You named no end. Such goals usually take \(WorkWords.wait(lasts)), so it is \(day(end)). --deadline names another day."
    case .deadlineComputed(let end):
      "You named no end. With your hours, and the share of them that usually becomes work, it is \(day(end)). --deadline names another day."
    case .hours(let minutes):
      "You named no hours. It asks for about \(hours(Effort(minutes: minutes))) a week. --time names others."
    case .amount(let amount, let usual):
      "The hours are for \(amount) (the playbook's usual amount is \(usual))."
    case .startUnknown: "You start at the beginning: you said nothing of what is there already. --origin says it."
    case .facts(let heading): "Hours and details are those of \(heading)."
    case .notUsed(let phrases):
      "Not used, since the playbook doesn't know it: \(WorkWords.list(phrases.map { "“\(HarmlessText.line($0))”" }))."
    case .limits(let limits):
      "Your limits belong to no single step: \(WorkWords.list(limits.map { "“\(HarmlessText.line($0))”" })). Check the plan against them."
    case .ownSteps(let steps):
      "The playbook doesn't know \(WorkWords.list(steps.map { "“\(HarmlessText.line($0))”" })): \(steps.count == 1 ? "it is" : "they are") where your list has \(steps.count == 1 ? "it" : "them"), with the hours of a smaller step."
    case .onTheDay(let step, let day): "“\(HarmlessText.line(step))” is on the day you named, \(self.day(day))."
    case .ownEffort(let effort): "The work is \(hours(effort)) in all, as you said."
    case .relative(let language, let share):
      "You speak \(language), which is close: \(share < 0.6 ? "half" : "two thirds") of the usual hours are planned."
    case .ownRatio(let ratio):
      "Your finished milestones took \(Self.score(ratio)) times your estimates, so all hours are \(Self.score(ratio)) times the usual."
    case .ownPace(let pace): "The dates assume that you finish \(pace) % of your free hours, as in your own past weeks."
    case .shorterThanUsual(let days, let lasts):
      "Such goals usually take \(WorkWords.wait(lasts)), and you have \(WorkWords.count(days / 7, "week")). Some of it can't be hurried: other people, habits, the body."
    }
  }

  // MARK: Does it fit

  func verdict(_ width: Int) -> StyledText {
    var text: StyledText = ""
    if placed.fits {
      text += title("It fits", width)
    } else {
      text += StyledText(placed.cannotFit ? "It can't fit even at best" : "It probably doesn't fit", .wrong) + "\n"
    }
    text += bullet(work, width) + bullet(chances, width)
    if !placed.fits, let ways { text += waysToFit(ways, width) }
    for other in placed.disturbed {
      text += bullet(
        "Beside it \(other.goal) would be \(WorkWords.count(other.days, "day")) late; mm recalibrate shows the choices.",
        width)
    }
    return text
  }

  private var work: StyledText {
    let sum = placed.draft.milestones.reduce(0) { $0 + ($1.effort?.middle ?? 0) }
    let isNew = keptLines == nil
    var text: StyledText = "\(WorkWords.count(draft.milestones.count, isNew ? "milestone" : "new milestone"))"
    if sum > 0 { text += ", about \((sum + 30) / 60) h" }
    if let minutes = placed.ground.minutes, sum > 0 {
      text += "; \(minutes / 60) h are free until \(placed.target.map { day($0) } ?? "then")"
      let pace = plan.pace.percent
      let done = minutes * pace / 100
      if sum > minutes {
        text += ", so it is short by \((sum - minutes + 59) / 60) h"
      } else if !placed.fits, sum > done {
        text +=
          "; \(placed.hasPercentages ? "at your pace" : "as people typically do,") \(done / 60) of them become finished work, so it is short by \((sum - done + 59) / 60) h"
      }
    }
    return text + "."
  }

  /// When it is complete, as things usually go.
  private var chances: StyledText {
    if placed.undatable > 0 { return "Its hours don't come within ten years. Name hours for it: --time 5h/week." }
    guard let deadline = placed.deadline else { return "It has no deadline." }
    guard let likely = placed.likely else {
      return placed.completion.map { "If every free hour is used, it is complete on \(day($0))." }
        ?? "Nobody can say when it is complete."
    }
    let pace: StyledText = placed.hasPercentages ? "At your own pace" : "As people typically do"
    var text: StyledText = "\(pace): likely \(day(likely))"
    if let safe = placed.safe, safe > likely { text += ", allow until \(day(safe))" }
    text += "; your deadline is \(day(deadline))"
    if placed.hasPercentages, let chance = placed.chance { text += " (\(WorkWords.percent(chance)))" }
    text += "."
    if placed.cannotFit, let completion = placed.completion {
      text += " Even if you use every free hour, it takes until \(day(completion))."
    } else if placed.fits, !hasFixedEnd, let target = placed.target, likely > target {
      text += " That uses some of the \(WorkWords.count(deadline - target, "day")) kept free before it."
    }
    return text
  }

  /// The deadline is a fixed day, which uses no buffer.
  private var hasFixedEnd: Bool { draft.milestones.contains { $0.isFixed && $0.due == placed.deadline } }

  private func waysToFit(_ ways: WaysToFit, _ width: Int) -> StyledText {
    var lines: [StyledText] = []
    if let minutes = ways.weeklyMinutes {
      lines.append(
        "- More hours: \(hours(Effort(minutes: minutes))) a week. --time \(Effort(minutes: minutes).written)/week")
    }
    if let later = ways.later { lines.append("- Later: \(day(later)). --deadline \(later.description)") }
    if ways.withoutOptional { lines.append("- Smaller: without the steps that are optional.") }
    if let less = ways.lessMinutes {
      let all = draft.minutes()
      lines.append(
        "- Smaller: \(less / 60) h of work instead of \((all + 30) / 60) h\(smaller(less, all)). --effort \(less / 60)h"
      )
    }
    guard !lines.isEmpty else {
      return bullet("No single change makes it fit: neither twice the hours nor a third of the work.", width)
    }
    return title("What would make it fit", width) + lines.map { bullet($0, width) }.joined(by: "")
  }

  /// Such as `, for instance 42,000 words instead of 60,000`.
  private func smaller(_ less: Int, _ all: Int) -> StyledText {
    guard case .playbook(let made, _) = source, let amount = made.amount, amount.minutes > all / 2 else { return "" }
    let fitting = amount.value * (1 - Double(all - less) / Double(amount.minutes))
    guard fitting > amount.value / 10 else { return "" }
    func number(_ value: Double) -> String {
      let whole = value >= 1000 ? Int(value / 1000) * 1000 : Int(value)
      return whole >= 1000 ? "\(whole / 1000),000" : "\(whole)"
    }
    return ", for instance \(number(fitting)) \(amount.unit) instead of \(number(amount.value))"
  }
}
