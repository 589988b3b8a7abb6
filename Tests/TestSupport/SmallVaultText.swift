import PlanDocuments
package import PlanModel

extension SmallVault {
  /// The same vault as a person would write it.
  package var plan: Plan { Plan(reading: snapshot(of: files), today: today) }

  package var files: [(path: String, text: String)] {
    var settings = "---\ntime: [\(entries(vault))]\n"
    if !off.isEmpty { settings += "off: [\(off.sorted().map { "\(today + $0)" }.joined(separator: ", "))]\n" }
    return [("mm.md", settings + "---\n")] + goals.indices.map { ("g\($0).md", text(ofGoal: $0)) }
  }

  private func entries(_ units: [Int]) -> String {
    units.enumerated().filter { $0.element > 0 }
      .map { "\($0.element * Self.unit)m \(Weekday(fromMonday: $0.offset).shortName)" }.joined(separator: ", ")
  }

  private func text(ofGoal index: Int) -> String {
    let goal = goals[index]
    var text = "---\ngoal: Goal \(index)\npriority: \(goal.priority)\n"
    if let target = goal.target { text += "deadline: \(today + target)\n" }
    var time: [String] = []
    if let daily = goal.daily { time.append(daily.contains { $0 > 0 } ? entries(daily) : "0m mon-sun") }
    if let weekly = goal.weekly { time.append("\(weekly * Self.unit)m/week") }
    if !time.isEmpty { text += "time: [\(time.joined(separator: ", "))]\n" }
    text += "---\n\n## Milestones\n\n"
    for (number, job) in jobs.enumerated() where job.goal == index {
      text += "- [ ] Item \(number) id:m\(number) effort:\(job.units * Self.unit)m"
      if job.wait > 0 { text += " wait:\(job.wait)d" }
      if job.start > 0 { text += " start:\(today + job.start)" }
      if let fixed = job.fixed { text += " due:\(today + fixed) fixed:yes" }
      if !job.before.isEmpty {
        text += " after:" + job.before.map { "g\(jobs[$0].goal)/m\($0)" }.joined(separator: ",")
      }
      text += "\n"
    }
    return text
  }
}

extension Weekday {
  fileprivate var shortName: String { ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][fromMonday] }
}
