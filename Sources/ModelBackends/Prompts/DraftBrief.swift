package import Drafting
package import Forecasting
package import PlanDocuments
import PlanModel
import Scheduling

/// What a model is told about one goal and the time around it; nothing of other goals but the weeks that they take.
package struct DraftBrief: Sendable {
  /// A calendar month and the goal's free minutes in it.
  package struct Month: Hashable, Sendable {
    package var first: Day
    package var minutes: Int
  }

  /// Whole weeks in which other goals want this share of the hours.
  package struct BusyStretch: Hashable, Sendable {
    package var first: Day
    package var last: Day
    package var percent: Int
  }

  /// A milestone that the goal has already.
  package struct Standing: Hashable, Sendable {
    package var id: String
    package var title: String
    package var state: String
    package var due: Day?
    /// Its effort, wait and dependencies in words.
    package var facts: [String] = []
    /// Drafted, and nobody has touched it since.
    package var mayChange = false
  }

  /// A plan from the nearest playbook.
  package struct Nearest: Hashable, Sendable {
    package var title: String
    package var draft: DraftPlan

    package init(title: String, draft: DraftPlan) {
      self.title = title
      self.draft = draft
    }
  }

  package var anchor: GoalAnchor
  package var ground: DraftGround
  package var months: [Month] = []
  package var off: [DaysOff] = []
  package var busy: [BusyStretch] = []
  /// The person's pace; nil while it is not known.
  package var pace: RecordedPace?
  /// Hours that finished milestones took against their estimates; nil while there are too few.
  package var effortRatio: Double?
  /// What the nearest playbook makes of this goal, as hints; nil where none fits.
  package var nearest: Nearest?
  package var standing: [Standing] = []
  /// What else the goal's note says, as it stands there.
  package var note = ""

  package init(_ anchor: GoalAnchor, on ground: DraftGround) {
    self.anchor = anchor
    self.ground = ground
  }

  /// A goal of the vault with its hours, days off and the weeks that others take.
  package init(_ anchor: GoalAnchor, on ground: DraftGround, ofGoal goal: Int, in outlook: ForecastedPlan) {
    self.init(anchor, on: ground)
    let today = ground.today
    let end = min(ground.deadline ?? today + 182, today + 366 * 3)
    readMonths(goal, until: end, outlook)
    off = (outlook.plan.settings.off + outlook.plan.goals[goal].off).filter {
      $0.days.last >= today && $0.days.first <= end
    }
    readBusyWeeks(goal, until: end, outlook)
    readStanding(goal, outlook.plan)
    note = Self.body(of: outlook.plan.documents[outlook.plan.goals[goal].document])
  }

  private mutating func readMonths(_ goal: Int, until end: Day, _ outlook: ForecastedPlan) {
    guard outlook.hours.counts(goal: goal), end >= ground.today else { return }
    var free = FreeHours(outlook.hours, today: ground.today, from: ground.today, through: end)
    var first = ground.today
    while first <= end {
      let (year, month, _) = first.civil
      let next = Day(year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1) ?? end + 1
      let last = min(next - 1, end)
      months.append(Month(first: first, minutes: free.ownMinutes(goal: goal, from: first, through: last)))
      first = next
    }
  }

  /// Weeks in which other goals want half of the shared hours or more; neighbours that differ by less than 15 % are one.
  private mutating func readBusyWeeks(_ goal: Int, until end: Day, _ outlook: ForecastedPlan) {
    let count = min(60, max(1, (end - outlook.problem.today) / 7 + 1))
    for week in WeekLoad(outlook.scheduled, weeks: count).weeks {
      guard let free = week.free, free > 0 else { continue }
      let percent = min(100, (week.allWanted - week.wanted[goal]) * 100 / free / 10 * 10)
      guard percent >= 50 else { continue }
      if let last = busy.last, last.last + 1 == week.monday, abs(last.percent - percent) < 15 {
        busy[busy.count - 1].last = week.monday + 6
      } else {
        busy.append(BusyStretch(first: week.monday, last: week.monday + 6, percent: percent))
      }
    }
  }

  private mutating func readStanding(_ goal: Int, _ plan: Plan) {
    standing = plan.goals[goal].milestones.map { index in
      let milestone = plan.milestones[index]
      let state =
        switch milestone.state {
        case .done: "done"
        case .cancelled: "cancelled"
        default: "open"
        }
      var facts = [milestone.due.map { "due \($0.description)" }, milestone.effort.map { "effort \($0.written)" }]
      if !milestone.after.isEmpty { facts.append("after \(milestone.after.map(\.text).joined(separator: ","))") }
      facts.append(milestone.wait.map { "wait \($0.written)" })
      return Standing(
        id: milestone.id, title: milestone.title, state: state, due: milestone.due, facts: facts.compactMap(\.self),
        mayChange: plan.isDraftedAndUntouched(index))
    }
  }

  private static let mostNoteBytes = 16_000

  /// The text below the front matter, without comments: what a person hides is not sent.
  private static func body(of document: PlanDocument) -> String {
    let bytes = document.text.bytes
    let fence = document.frontMatter.map { document.text.lineSpan(document.text.line(of: Int($0.span.end))).end } ?? 0
    let start = min(Int(fence), bytes.count)
    return WithoutComments.text(String(decoding: bytes[start...].prefix(mostNoteBytes), as: UTF8.self))
  }
}

/// Takes HTML comments and Obsidian's (`%% … %%`) out of a text; one without an end hides the rest.
enum WithoutComments {
  static func text(_ text: String) -> String {
    var rest = text[...]
    var result = ""
    while !rest.isEmpty {
      let html = rest.firstRange(of: "<!--")
      let own = rest.firstRange(of: "%%")
      let isHTML = html.map { html in own.map { html.lowerBound < $0.lowerBound } ?? true } ?? false
      guard let start = isHTML ? html : own else { return result + rest }
      result += rest[..<start.lowerBound]
      let after = rest[start.upperBound...]
      guard let end = after.firstRange(of: isHTML ? "-->" : "%%") else { return result }
      rest = after[end.upperBound...]
    }
    return result
  }
}
