package import PlanDocuments

/// Small vaults as texts in which every field of the format may stand beside every other.
package struct VaultOfEveryField {
  private var numbers: SeededGenerator
  private let today: Day
  private var names: [String] = []

  package init(seed: Int, today: Day) {
    numbers = SeededGenerator(seed: seed &* 17 &+ 5)
    self.today = today
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &numbers) }
  private mutating func isChosen(_ percent: Int) -> Bool { number(1...100) <= percent }
  private mutating func one(of choices: [String]) -> String { choices[number(0...choices.count - 1)] }

  /// The files by their paths, `mm.md` first.
  package mutating func files() -> [(path: String, text: String)] {
    let times = ["time: 2h mon-fri", "time: [2h mon-fri, 3h sat]", "time: 9h/week", "time: 90m 4x/week"]
    var settings = "---\n" + one(of: times) + "\n"
    if isChosen(8) { settings = "---\n" }
    if isChosen(40) { settings += "buffer: \(number(0...9))d\n" }
    if isChosen(40) {
      settings += "off: [\(today + number(3...20))..\(today + number(21...28)) \(one(of: ["away", "50%"]))]\n"
    }
    var files = [("mm.md", settings + "---\n")]
    for index in 0..<number(1...4) { files.append(("goals/g\(index).md", goal(index))) }
    return files
  }

  private mutating func goal(_ index: Int) -> String {
    var text = "---\ngoal: Goal \(index)\n"
    if isChosen(85) { text += "deadline: \(today + number(-3...120))\n" }
    if isChosen(40) { text += "priority: \(number(1...3))\n" }
    if isChosen(30) { text += one(of: ["time: 4h/week", "time: [1h mon-thu, 2h sat]", "time: 45m 3x/week"]) + "\n" }
    if isChosen(20) { text += "start: \(today + number(-20...10))\n" }
    if isChosen(10) { text += "status: paused\n" }
    if isChosen(15) { text += "in-order: yes\n" }
    if isChosen(20) { text += "buffer: \(number(0...8))d\n" }
    text += "---\n\n## Milestones\n\n"
    for milestone in 0..<number(1...6) { text += self.milestone("g\(index)", milestone) }
    return text
  }

  private mutating func milestone(_ goal: String, _ number: Int) -> String {
    var line = "- [\(isChosen(15) ? "x" : isChosen(5) ? "-" : " ")] Milestone \(number) of \(goal) id:m\(number)"
    if isChosen(75) { line += " effort:" + one(of: ["1h", "4h", "8-12h", "15h", "0h", "30m"]) }
    if isChosen(50) { line += " due:\(today + self.number(-10...100))" + (isChosen(15) ? " fixed:yes" : "") }
    if isChosen(20) {
      line += " wait:" + one(of: ["3d", "1-2w", "10d"])
      if isChosen(30) { line += " waiting:\(today - self.number(0...12))" }
    }
    if isChosen(10) { line += " start:\(today + self.number(-5...30))" }
    if isChosen(10) { line += " optional:yes" }
    if isChosen(12) { line += " progress:\(self.number(0...9) * 100)/1000" }
    if !names.isEmpty, isChosen(45) { line += " after:" + one(of: names) }
    names.append("\(goal)/m\(number)")
    line += "\n"
    for task in 0..<(isChosen(30) ? self.number(1...4) : 0) {
      line += "  - [\(isChosen(40) ? "x" : " ")] Task \(task)" + (isChosen(30) ? " (2h)" : "") + "\n"
    }
    return line
  }
}
