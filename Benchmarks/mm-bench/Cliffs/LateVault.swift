import PlanDocuments
import PlanModel
import TestSupport

/// A made-up vault whose goals want more hours than there are: as text, with limits, waits, amounts and priorities.
struct LateVault {
  static let today = day("2026-08-03")
  let files: [(path: String, text: String)]
  private(set) var random: SeededGenerator

  init(seed: Int) {
    var random = SeededGenerator(seed: seed &* 7919 &+ 17)
    func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    func chance(_ percent: Int) -> Bool { pick(1...100) <= percent }
    let goalCount = pick(2...4)
    let weekly = 2 * 5 + 3
    var files = [(path: "mm.md", text: "---\ntime: [2h mon-fri, 3h sat]\n---\n")]
    for goal in 0..<goalCount {
      let weeks = pick(3...14)
      // Together about what all the hours are, so that at anyone's pace some end is late.
      let hours = max(4, weekly * weeks * pick(50...140) / 100 / goalCount)
      var text =
        "---\ngoal: Goal \(goal)\ndeadline: \(Self.today + 7 * weeks + pick(0...6))\npriority: \(pick(1...3))\n"
      if chance(30) { text += "time: \(pick(3...8))h/week\n" }
      if chance(30) { text += "buffer: \(pick(1...7))d\n" }
      text += "---\n\n## Milestones\n\n"
      let count = pick(2...6)
      for number in 0..<count {
        text += "- [ ] Step \(number) id:m\(number) effort:\(max(1, hours * pick(50...150) / 100 / count))h"
        if number > 0, chance(50) { text += " after:m\(pick(0...number - 1))" }
        if number == 0, goal > 0, chance(15) { text += " after:g\(goal - 1)/m0" }
        if chance(20) { text += " wait:\(pick(2...14))d" }
        if chance(10) { text += " due:\(Self.today + 7 * weeks - pick(0...10)) fixed:yes" }
        if chance(20) { text += " progress:0/\(pick(2...9) * 100)" }
        text += "\n"
      }
      files.append(("g\(goal).md", text))
    }
    self.files = files
    self.random = random
  }

  var plan: Plan { Plan(reading: snapshot(of: files), today: Self.today) }
}
