package import Forecasting
package import PlanDocuments
import PlanModel

/// A made-up person's vault with its history, as git would have kept it: one commit at the end of each week.
package struct SyntheticVault: Sendable {
  package let past: VaultPast
  package let snapshot: VaultSnapshot
  package let today: Day
  /// The day on which the person is done.
  package let actual: Day

  /// The forecast that `mm forecast` makes of it, for the one goal.
  package var forecast: Forecast.GoalForecast? {
    let plan = Plan(reading: snapshot, today: today)
    let history = PlanHistory(TracedPast(past, today: today), current: plan)
    return ForecastedPlan(plan, history: history).forecast?.forecast.goals.first ?? nil
  }
}

extension SyntheticPerson {
  private static let firstMonday = Day(number: 20_696)  // Monday, 31 August 2026
  private static let forecastWeeks = 400

  /// The plan of `plan(afterWeeks:numbers:)` as files: work done before grows by the week, weeks off are declared.
  package func vault(afterWeeks history: Int, numbers: inout SeededGenerator) -> SyntheticVault {
    let full = Self.minutesADay * Double(Self.daysOfWork)
    let weeks = weeks(history + Self.forecastWeeks, numbers: &numbers)
    let minutes = Double.random(in: 4...20, using: &numbers) * full
    let today = Self.firstMonday + 7 * history
    var reader = DocumentReader()
    func document(_ path: String, _ text: String) -> PlanDocument {
      reader.document(from: SourceText(path: VaultPath(path), bytes: Array(text.utf8)))
    }

    let off = weeks.indices.filter { weeks[$0].free == 0 }.map { week in
      "  - \(Self.firstMonday + 7 * week)..\(Self.firstMonday + 7 * week + 6)\n"
    }
    let hours = "time: \(Int(Self.minutesADay))m mon-fri\n"
    let settings = document("mm.md", "---\n\(hours)" + (off.isEmpty ? "" : "off:\n" + off.joined()) + "---\n")
    let before = weeks[..<history].map { Int($0.done.rounded()) }
    let effort = before.reduce(0, +)
    func goal(done: Int) -> PlanDocument {
      var text = "---\ngoal: All of it\n---\n## Milestones\n\n"
      if effort > 0 { text += "- [ ] Before effort:\(effort)m progress:\(done)/\(effort)\n" }
      for place in 0..<6 {
        text +=
          "- [ ] Part \(place) id:p\(place) effort:\(Int(minutes / 6))m\(place > 0 ? " after:p\(place - 1)" : "")\n"
      }
      return document("all.md", text)
    }
    // The first commit is of the day before, so that the first week is known whole.
    var done = 0
    var states = [
      VaultPast.State(
        name: "0", day: Self.firstMonday - 1, parents: [],
        snapshot: VaultSnapshot(settings: settings, documents: [goal(done: 0)]))
    ]
    for week in 0..<history {
      done += before[week]
      states.append(
        VaultPast.State(
          name: "\(week + 1)", day: Self.firstMonday + 7 * week + 6, parents: [week],
          snapshot: VaultSnapshot(settings: settings, documents: [goal(done: done)])))
    }
    return SyntheticVault(
      past: VaultPast(states: states), snapshot: states[history].snapshot, today: today,
      actual: today + (day(ofMinutes: minutes, in: weeks[history...]) ?? 7 * Self.forecastWeeks))
  }
}
