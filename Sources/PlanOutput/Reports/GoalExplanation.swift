package import Forecasting
package import JSONText
import PlanDocuments
import PlanModel
import Scheduling
package import TextStyling

/// A goal told backwards: what must be true one week before its end, one month before, and further back.
package struct GoalExplanation: Sendable {
  private let outlook: ForecastedPlan
  private let goal: Int
  private let words: PlanWords
  private var plan: Plan { outlook.plan }

  package init(_ outlook: ForecastedPlan, goal: Int) {
    self.outlook = outlook
    self.goal = goal
    words = PlanWords(outlook)
  }

  /// A stretch before the end, and the milestones whose latest day lies in it.
  private struct Stretch {
    var name: String
    var day: Day
    var milestones: [Int]
  }

  private static let marks = [
    ("One week before", 7), ("One month before", 30), ("Three months before", 91), ("Half a year before", 182),
  ]

  /// The last day that anything of the goal may end on: its target, else the latest `must` of its milestones.
  private var end: Day? {
    let latest = plan.goals[goal].milestones.compactMap { outlook.dates(of: $0)?.latest }.max()
    return plan.goals[goal].deadline ?? latest
  }

  private var stretches: [Stretch] {
    guard let end else { return [] }
    let dated = plan.goals[goal].milestones.compactMap { index in
      outlook.dates(of: index)?.latest.map { (index: index, must: $0) }
    }.sorted { ($0.must, $0.index) > ($1.must, $1.index) }
    var stretches: [Stretch] = []
    let days = GoalExplanation.marks.map { end - $0.1 }
    for (number, mark) in GoalExplanation.marks.enumerated() {
      let inside = dated.filter { dated in
        dated.must <= days[number] && (number + 1 == days.count || dated.must > days[number + 1])
      }.map(\.index)
      stretches.append(Stretch(name: mark.0, day: days[number], milestones: inside))
    }
    return stretches.filter { !$0.milestones.isEmpty }
  }

  private var atTheEnd: [Int] {
    guard let end else { return [] }
    return plan.goals[goal].milestones.filter { outlook.dates(of: $0)?.latest.map { $0 > end - 7 } ?? false }
  }

  package func text(width: Int) -> StyledText {
    let goal = plan.goals[goal]
    let document = plan.documents[goal.document]
    var text: StyledText = "\(goal.id, .strong)  \(goal.title)\n\(document.text.path.description, .place)\n\n"
    let share = outlook.doneShare(ofGoal: self.goal)
    text +=
      "  \(Bars.progress(share)) \(WorkWords.percent(share)), \(WorkWords.hoursWithUnit(outlook.remainingMinutes(ofGoal: self.goal))) left; "
    text += "\(words.onPaper(self.goal)).\n"
    if let end = plan.goals[self.goal].deadline {
      let target = plan.target(of: self.goal) ?? end
      let buffer: StyledText = target < end ? ", less the buffer \(words.weekday(target))" : ""
      text += "  Deadline \(words.weekday(end))\(buffer).\(proof)\n"
    }
    text += "\nWorking backwards, with all goals together:\n"
    if !atTheEnd.isEmpty, let end { text += stretch("At the end", end, atTheEnd, width) }
    for one in stretches { text += stretch(one.name, one.day, one.milestones, width) }
    if atTheEnd.isEmpty && stretches.isEmpty { text += "  Nothing is planned that an end would bind.\n" }
    return text
  }

  private var proof: StyledText {
    var details = ScheduleDetails(of: outlook.scheduled)
    let proof = details.proof(of: .goal(goal))
    return proof.map { $0.held.isEmpty } ?? false ? " No plan is less late: proved." : ""
  }

  private func stretch(_ name: String, _ day: Day, _ milestones: [Int], _ width: Int) -> StyledText {
    var text: StyledText = "\n  \(name, .strong) (\(words.weekday(day)))\n"
    var table = TextTable([.init(), .init(shrinks: true), .init()])
    for index in milestones {
      let must = outlook.dates(of: index)?.latest
      table.add([
        StyledText(plan.milestones[index].id), StyledText(plan.milestones[index].title),
        must.map { "at the latest \(words.weekday($0))" } ?? "",
      ])
    }
    text += table.text(width: width, indent: 4)
    return text
  }

  package static let version = 1

  package var json: JSONValue {
    func names(_ milestones: [Int]) -> JSONValue { .array(milestones.map { .string(plan.name(of: $0)) }) }
    let stretches: [JSONValue] = stretches.map { stretch in
      ["day": .string(stretch.day.description), "must_be_true": names(stretch.milestones)]
    }
    return [
      "schema": "mm.explain.goal", "version": .integer(GoalExplanation.version),
      "today": .string(plan.today.description),
      "goal": .string(plan.goals[goal].id), "end": JSONValue(end?.description), "at_the_end": names(atTheEnd),
      "back": .array(stretches),
    ]
  }
}
