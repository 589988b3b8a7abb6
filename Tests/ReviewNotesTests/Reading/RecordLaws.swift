import PlanDocuments
import PlanModel
import ReviewNotes
import TestSupport
import Testing

/// What a note keeps for the next run is read back as it was written, whatever the person's words are.
@Suite struct RecordLaws {
  private static let texts = [
    "none", "to", "add", "box", "task", "lines", "new", "/mm.md", "/", "", " ", "a;b", "\"", "%22", "50 %", "-->",
    "<!--",
    "2h mon-fri", "2026-08-02", "book/part-1", "über\u{202E}", "a\nb", "- [x] a ^p-1-b",
  ]

  private static func write(_ random: inout SeededGenerator) -> PlannedWrite {
    func text() -> String { texts.randomElement(using: &random) ?? "" }
    func value() -> String? { Bool.random(using: &random) ? text() : nil }
    func state() -> BoxState { [.open, .done, .cancelled].randomElement(using: &random) ?? .open }
    // A milestone's name has a slash and a goal's has none.
    let goal = text().filter { $0 != "/" }
    let subjects: [PlannedWrite.Subject] = [.settings, .goal(goal), .milestone(goal + "/" + text())]
    let subject = subjects.randomElement(using: &random) ?? .settings
    let key = ["due", "off", "time"].randomElement(using: &random) ?? "due"
    switch Int.random(in: 0...4, using: &random) {
    case 0: return PlannedWrite(subject: subject, key: "", action: .box(old: state(), new: state()))
    case 1:
      let number = Int.random(in: 0...12, using: &random)
      return PlannedWrite(
        subject: subject, key: "", action: .task(number, title: text(), old: state(), new: state()))
    case 2:
      let old = (0..<Int.random(in: 0...3, using: &random)).map { _ in text() }
      return PlannedWrite(subject: subject, key: key, action: .add(text(), old: old))
    case 3 where subject != .settings: return PlannedWrite(subject: subject, key: "", action: .newLines(text()))
    default: return PlannedWrite(subject: subject, key: key, action: .set(old: value(), new: value()))
    }
  }

  @Test(arguments: 0..<200) func writesAreReadBackAsTheyWereRecorded(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let writes = (0..<Int.random(in: 1...4, using: &random)).map { _ in Self.write(&random) }
    let words = RecordedWrites.words(writes)
    #expect(RecordedWrites.read(words) == writes, "\(words)")
    // They are inside a comment, which nothing in them may end.
    #expect(!words.contains(">") && !words.contains("<") && !words.contains("\n"))
  }

  @Test func theSettingsAreNoMilestoneAndNoMilestoneIsTheSettings() {
    let subjects: [PlannedWrite.Subject] = [.settings, .milestone("/mm.md"), .goal("mm.md"), .goal("none")]
    let writes = subjects.map { PlannedWrite(subject: $0, key: "off", action: .set(old: nil, new: "none")) }
    #expect(RecordedWrites.read(RecordedWrites.words(writes)) == writes)
  }

  /// Notes are found by their week's name, in the order of the weeks.
  @Test func namesOfWeeksAreInTheOrderOfTheWeeksAndReadBack() throws {
    var last = ""
    for week in 0..<120 {
      let sunday = day("2026-01-04") + 7 * week
      let name = ReviewPeriod(today: sunday, coveredUntil: nil).weekName
      #expect(name > last)
      #expect(WeekName.lastDay(of: name) == sunday)
      last = name
    }
  }

  @Test func daysAwayNeverEndBeforeTheyBegin() {
    for (first, last) in (1...30).flatMap({ first in (1...30).map { (first, $0) } }) {
      for phrase in ["\(first) Aug to \(last) Aug", "\(first) to \(last) Aug", "Aug \(first) - \(last)"] {
        guard let away = AwayPhrase.daysOff(phrase, today: august2) else {
          #expect(last < first, "\(phrase)")
          continue
        }
        #expect(away.days.first <= away.days.last, "\(phrase)")
      }
    }
  }
}
