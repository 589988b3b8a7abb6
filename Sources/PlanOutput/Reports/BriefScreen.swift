import Forecasting
import PlanDocuments
import PlanModel
package import Scheduling
package import TextStyling

extension FirstScreen {
  /// At most six lines for a prompt or a notification: today's work blocks, what is due this week, what collides; nothing when
  /// there is none of it.
  ///
  /// - Parameter blocks: those of today, as they stand in the person's calendar.
  package func brief(blocks: [WorkBlock] = []) -> StyledText {
    let soon = plan.milestones.indices.filter { index in
      plan.isPlanned(index) && plan.firstDue(of: index).map { $0 <= self.today.monday + 6 } ?? false
    }
    let today = blocks.filter { $0.day == self.today }.sorted { $0.window.start < $1.window.start }.map { block in
      "\(FirstScreen.clock(block.window)) \(plan.name(of: block.milestone)): \(plan.milestones[block.milestone].title)"
        as StyledText
    }
    let due = soon.sorted { (plan.firstDue(of: $0) ?? self.today, $0) < (plan.firstDue(of: $1) ?? self.today, $1) }
      .map { index -> StyledText in
        if let first = plan.taskDue(of: index), first.day < plan.milestones[index].due ?? .distantFuture {
          let title = plan.documents[plan.milestones[index].document].title(of: Int(plan.tasks[first.task].item))
          return "\(plan.name(of: index)): \(title), due \(words.day(first.day))"
        }
        return "\(plan.name(of: index)): \(plan.milestones[index].title), due \(words.due(plan.milestones[index]))"
      }
    let trouble = FirstScreen.shortened(activeGoals.compactMap(words.trouble), to: 2, rest: "goals like this: mm")
    let conflict = trouble + (outlook.schedule.conflicts.first.map { [words.conflict($0)] } ?? [])
    var lines = FirstScreen.shortened(today, to: 2, rest: "blocks today")
    lines += FirstScreen.shortened(due, to: 6 - lines.count - conflict.count, rest: "due this week: mm list --due week")
    return (lines + conflict).map { $0 + "\n" }.joined(by: "")
  }

  private static func shortened(_ lines: [StyledText], to count: Int, rest: StyledText) -> [StyledText] {
    guard lines.count > count else { return lines }
    return lines.prefix(count - 1) + ["and \(lines.count - count + 1) more \(rest)"]
  }

  /// Such as `09:00–10:30`.
  private static func clock(_ window: ClockWindow) -> StyledText {
    func time(_ minute: Int) -> String {
      let (hour, rest) = (minute / 60 % 24, minute % 60)
      return (hour < 10 ? "0" : "") + "\(hour):" + (rest < 10 ? "0" : "") + "\(rest)"
    }
    return "\(time(window.start))–\(time(window.end))"
  }
}
