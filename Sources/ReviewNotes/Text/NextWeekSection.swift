import Forecasting
import PlanDocuments
import TextStyling

/// The next week as a list by day, with as much work as the person usually finishes.
enum NextWeekSection {
  static func lines(_ facts: ReviewFacts, _ words: NoteWords) -> [String] {
    let week = facts.nextWeek
    let isWholeWeek = week.days.map { $0.first.weekday == .monday } ?? true
    var lines = ["## \(isWholeWeek ? "Next week" : "The next seven days")"]
    if let head = head(week, words) { lines += ["", head] }
    if !week.plan.isEmpty { lines += [""] + week.plan.map { day($0, words) } }
    let remarks = week.remarks + week.without
    if !remarks.isEmpty { lines += ["", words.text(remarks)] }
    if !week.ahead.isEmpty {
      lines += ["", "Coming up: " + week.ahead.map { ahead($0, words) }.joined(separator: "; ") + "."]
    }
    return lines
  }

  private static func head(_ week: WeekAhead, _ words: NoteWords) -> String? {
    guard let free = week.freeMinutes else { return week.plan.isEmpty ? "No work is planned." : nil }
    if free == 0 { return "You have no free hours." }
    if week.plannedMinutes == 0 { return "You have \(words.about(free)) free; no work is planned." }
    let planned = words.about(week.plannedMinutes)
    let usual =
      week.pace.weeks >= 4 ? "you usually finish about \(planned)" : "people typically finish about \(planned) of them"
    return "You have \(words.about(free)) free; \(usual), so \(planned) \(planned == "1 h" ? "is" : "are") planned."
  }

  /// A day with its work and what is due on it.
  private static func day(_ plan: WeekAhead.DayPlan, _ words: NoteWords) -> String {
    let work = plan.work.map { work in
      let title = words.italic(ShortTitle.text(work.milestone.title, limit: 48))
      let task = work.task.map { ": " + MarkdownText.escaped(ShortTitle.text($0, limit: 60)) } ?? ""
      return "\(title)\(task) (\(WorkWords.quarters(work.minutes)))."
    }
    let due = plan.due.map { due in
      let title = words.italic(ShortTitle.text(due.milestone.title, limit: 48))
      if due.isFixed { return "\(title): this is the day." }
      return "\(title) is due today" + (due.likely.map { "; it is likely on \(words.day($0))." } ?? ".")
    }
    return "- **\(plan.day.weekday.shortName)** " + (work + due).joined(separator: " ")
  }

  private static func ahead(_ ahead: WeekAhead.Ahead, _ words: NoteWords) -> String {
    let name = ahead.name.isEmpty ? "days off" : ahead.name
    let free = ahead.freeMinutes.map { $0 == 0 ? ", without free hours" : ", with \(words.about($0)) free" } ?? ""
    return "\(MarkdownText.escaped(name)), \(words.range(ahead.days))\(free)"
  }
}
