import Checks
import PlanDocuments
import TestSupport
import Testing

/// On which side of a border a check speaks, and what it proposes there: more than the examples of the cards show.
@Suite struct CheckBorderTests {
  private static let today = CheckExample.today

  private static func findings(
    of check: String, _ milestones: [String], goal: String = "goal: Publish a book", settings: String = ""
  ) -> [Finding] {
    let list = milestones.map { "- [ ] \($0)\n" }.joined()
    let files = [
      "book.md": Array("---\n\(goal)\n---\n## Milestones\n\(list)".utf8),
      "mm.md": Array("---\n\(settings)\n---\n".utf8),
    ]
    return CheckRunner().findings(in: CheckLawTests.facts(files)).filter { $0.check == check }
  }

  @Test func aDateOnADayOffIsNamedOnlyWhereItIsStillAhead() {
    let off = "off: [\(Self.today - 30)..\(Self.today + 30)]"
    for days in -20...20 {
      let found = Self.findings(of: "day-off", ["Draft due:\(Self.today + days)"], settings: off)
      #expect(found.count == (days < 0 ? 0 : 1), "\(days) days from today")
    }
  }

  @Test(arguments: 0..<60)
  func theDayThatIsNamedBeforeDaysOffIsTheLastThatIsNone(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let off = (1...30).filter { _ in Int.random(in: 0..<100, using: &random) < 70 }
    guard let due = off.randomElement(using: &random) else { return }
    let days = off.map { (Self.today + $0).description }.joined(separator: ", ")
    let found = Self.findings(of: "day-off", ["Draft due:\(Self.today + due)"], settings: "off: [\(days)]")
    let last = (1..<due).last { !off.contains($0) }
    let sentence = last.map { " The last day before it is `\(Self.today + $0)`." } ?? ""
    #expect(found.map(\.message) == ["`\(Self.today + due)` is a day off.\(sentence)"])
  }

  @Test(arguments: [5, 7, 14, 20, 30, 45])
  func distancesAreEvenUpToADayOrATenth(gap: Int) {
    for more in 0...6 {
      for longer in 0..<3 {
        var day = Self.today + 7
        var milestones = ["A due:\(day) effort:2h"]
        for number in 0..<3 {
          day = day + gap + (number == longer ? more : 0)
          milestones.append("B due:\(day) effort:20h")
        }
        let found = Self.findings(of: "even-spacing", milestones)
        #expect(found.count == (more <= 1 || more * 10 <= gap ? 1 : 0), "\(gap) days, and \(more) more")
      }
    }
  }

  /// Milestones in a chain, and in one of them a slip of another's name: what comes later, the milestone itself and what
  /// it names already cannot have been meant.
  @Test(arguments: 0..<5, 0..<5)
  func whatWaitsForAMilestoneIsNotProposedToComeBeforeIt(place: Int, meant: Int) {
    let names = ["outline", "chapters", "reviewed", "printing", "launched"]
    let slip = String(names[meant].dropLast()) + "x"
    let milestones = names.indices.map { number in
      let before = [number > 0 ? names[number - 1] : nil, number == place ? slip : nil].compactMap(\.self)
      let after = before.isEmpty ? "" : " after:\(before.joined(separator: ","))"
      return "Step \(number) id:\(names[number])\(after)"
    }
    let proposal = meant < place - 1 ? " Did you mean `\(names[meant])`?" : ""
    #expect(
      Self.findings(of: "unknown-dependency", milestones).map(\.message)
        == ["Nothing in the vault is called `\(slip)`.\(proposal)"])
  }
}
