import PlanDocuments
import PlanModel

/// A made-up vault of three goals whose milestones follow one another, with meetings and a trip, whose work is done
/// as its blocks say or not.
struct PlannedHalfYear {
  private struct Item {
    var line: String
    var minutes: Int
    var done = 0
    var worked: Day?
  }

  var today: Day
  private var goals: [(front: String, items: [Item])] = []
  private var busy: [BusyCalendar.Event] = []

  /// - Parameter load: the work in percent of the free hours until the last deadline.
  init(seed: Int, load: Int, today: Day) {
    var random = Random(seed: UInt64(seed))
    self.today = today
    for week in 0..<40 {
      let monday = today + 7 * week
      for _ in 0..<3 {
        let start = 7 * 60 + random.below(30) * 5
        meet(on: monday + random.below(6), ClockWindow(start: start, end: start + 30 + random.below(4) * 15))
      }
    }
    let trip = today + 40 + random.below(60)
    busy.append(BusyCalendar.Event(title: "Trip", days: DayRange(trip, trip + 9)))
    let weeks = 28
    let share = 12 * 60 * weeks * load / 100 / 3
    for goal in 0..<3 {
      let deadline = today + 7 * (weeks - 8 + goal * 4)
      let parts = 8
      var items: [Item] = []
      for part in 0..<parts {
        let minutes = share / parts / 2 + random.below(share / parts)
        var fields = "id:p\(part) due:\(today + (deadline - today) * (part + 1) / parts)"
        if part > 0, random.below(4) > 0 { fields += " after:p\(part - 1)" }
        if random.below(6) == 0 { fields += " wait:1w" }
        items.append(Item(line: "Part \(part) \(fields)", minutes: minutes))
      }
      goals.append(("goal: Goal \(goal)\nid: g\(goal)\ndeadline: \(deadline)\npriority: \(1 + random.below(2))", items))
    }
  }

  mutating func meet(on day: Day, _ window: ClockWindow) {
    busy.append(BusyCalendar.Event(title: "Meeting", days: DayRange(day, day), window: window))
  }

  /// Counts minutes of work as done on a day.
  mutating func work(_ minutes: Int, goal: Int, part: Int, on day: Day) {
    goals[goal].items[part].worked = day
    goals[goal].items[part].done = min(goals[goal].items[part].minutes, goals[goal].items[part].done + minutes)
  }

  /// The first milestone that has work left is complete, before its time.
  mutating func completeOne() {
    for goal in goals.indices {
      if let part = goals[goal].items.firstIndex(where: { $0.done < $0.minutes }) {
        return work(goals[goal].items[part].minutes, goal: goal, part: part, on: today)
      }
    }
  }

  var plan: Plan {
    var reader = DocumentReader()
    func document(_ path: String, _ text: String) -> PlanDocument {
      reader.document(from: SourceText(path: VaultPath(path), bytes: Array(text.utf8)))
    }
    var snapshot = VaultSnapshot(
      settings: document("mm.md", "---\ntime: [2h mon-fri 07:00-10:00, 4h sat 08:00-14:00]\nbuffer: 1w\n---\n"),
      documents: goals.enumerated().map { index, goal in
        var text = "---\n\(goal.front)\n---\n## Milestones\n\n"
        for item in goal.items {
          let isDone = item.done >= item.minutes && !item.line.contains("wait:")
          text += "- [\(isDone ? "x" : " ")] \(item.line) effort:\(item.minutes)m progress:\(item.done)/\(item.minutes)"
          if let day = item.worked, item.done >= item.minutes { text += isDone ? " done:\(day)" : " waiting:\(day)" }
          text += "\n"
        }
        return document("g\(index).md", text)
      })
    snapshot.busy = BusyCalendar(events: busy, days: DayRange(today - 371, today + 1099))
    return Plan(reading: snapshot, today: today)
  }
}
