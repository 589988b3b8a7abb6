import PlanDocuments
import PlanModel
import Recalibration
import TestSupport

/// Small vaults with random goals, hours, waits and dates, as texts.
struct RandomVault {
  private var numbers: SeededGenerator
  private let today: Day

  init(seed: Int, today: Day) {
    numbers = SeededGenerator(seed: seed)
    self.today = today
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &numbers) }
  private mutating func isChosen(_ percent: Int) -> Bool { number(1...100) <= percent }

  mutating func snapshot() -> VaultSnapshot {
    var reader = DocumentReader()
    func document(_ path: String, _ text: String) -> PlanDocument {
      reader.document(from: SourceText(path: VaultPath(path), bytes: Array(text.utf8)))
    }
    var settings = "---\ntime: [2h mon-fri, 3h sat]\n"
    if isChosen(50) { settings += "buffer: \(number(0...7))d\n" }
    if isChosen(40) { settings += "off: [\(today + number(3...20))..\(today + number(21...28)) away]\n" }
    settings += "---\n"
    let goals = (0..<number(1...3)).map { index in document("g\(index).md", goal(index)) }
    return VaultSnapshot(settings: document("mm.md", settings), documents: goals)
  }

  private mutating func goal(_ index: Int) -> String {
    var text = "---\ngoal: Goal \(index)\ndeadline: \(today + number(20...120))\npriority: \(number(1...3))\n"
    switch number(0...3) {
    case 0: text += "time: \(number(2...8))h/week\n"
    case 1: text += "time: [1h mon-thu, 2h sat]\n"
    default: break
    }
    text += "---\n\n## Milestones\n\n"
    for milestone in 0..<number(1...6) {
      text += "- [ ] Milestone \(milestone) id:m\(milestone) effort:\(number(1...20))h due:\(today + number(-10...100))"
      if isChosen(25) { text += " wait:\(number(1...10))d" }
      if isChosen(20) { text += " optional:yes" }
      if isChosen(15) { text += " progress:0/\(number(1...9) * 1000)" }
      if milestone > 0, isChosen(60) { text += " after:m\(number(0...(milestone - 1)))" }
      text += "\n"
    }
    return text
  }
}
