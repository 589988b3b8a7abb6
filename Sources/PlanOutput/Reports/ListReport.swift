package import Forecasting
package import JSONText
package import PlanDocuments
import PlanModel
import Scheduling
package import TextStyling

/// Goals and milestones as lines: by goal, or, where they were picked by date, in one run by date.
package struct ListReport: Sendable {
  /// Which milestones are listed.
  package struct Filter: Sendable {
    /// Only this goal's.
    package var goal: Int?
    /// Due on or before this day.
    package var dueBy: Day?
    package var isOverdue = false
    /// Nothing holds them: they can be worked on now.
    package var isNext = false
    /// Handed over, waiting for others.
    package var isWaiting = false
    /// Complete and cancelled ones too, and those of goals that rest.
    package var includesAll = false

    package init() {}

    var isByDate: Bool { dueBy != nil || isOverdue || isNext || isWaiting }
  }

  private let outlook: ForecastedPlan
  private let words: PlanWords
  private let filter: Filter
  private let goals: [Int]

  package init(_ outlook: ForecastedPlan, filter: Filter) {
    self.outlook = outlook
    self.filter = filter
    words = PlanWords(outlook)
    goals = outlook.plan.goals.indices.filter { goal in
      if let only = filter.goal { return only == goal }
      return filter.includesAll || outlook.plan.goals[goal].status == .active
    }
  }

  /// Nothing is listed.
  package var isEmpty: Bool { filter.isByDate ? picked.isEmpty : goals.isEmpty }

  private func holds(_ index: Int) -> Bool {
    let milestone = outlook.plan.milestones[index]
    let today = outlook.plan.today
    if !filter.includesAll, milestone.state != .open { return false }
    if let day = filter.dueBy, firstDue(index).map({ $0 > day }) ?? true { return false }
    if filter.isOverdue, !(milestone.state == .open && firstDue(index).map { $0 < today } ?? false) { return false }
    if filter.isNext {
      let isReady =
        outlook.plan.isPlanned(index) && milestone.predecessors.isEmpty && outlook.work[index].handedOver == nil
      guard isReady, milestone.start.map({ $0 <= today }) ?? true else { return false }
    }
    return !filter.isWaiting || outlook.work[index].handedOver != nil
  }

  /// Its own date, or that of an open task before it.
  private func firstDue(_ index: Int) -> Day? {
    let milestone = outlook.plan.milestones[index]
    return milestone.state == .open ? outlook.plan.firstDue(of: index) : milestone.due
  }

  /// The milestones that are listed, in the order of the files.
  private var picked: [Int] {
    goals.flatMap { goal in outlook.plan.goals[goal].milestones.filter(holds) }
  }

  // MARK: Text

  package func text(width: Int) -> StyledText {
    if filter.isByDate { return byDate(width: width) }
    return goals.map { goal in byGoal(goal, width: width) }.joined(by: "\n")
  }

  private func byGoal(_ index: Int, width: Int) -> StyledText {
    let goal = outlook.plan.goals[index]
    let share = outlook.doneShare(ofGoal: index)
    var facts: [StyledText] = []
    if goal.status != .active { facts.append("\(goal.status.rawValue)") }
    if outlook.remainingMinutes(ofGoal: index) > 0 {
      facts.append("\(WorkWords.hoursWithUnit(outlook.remainingMinutes(ofGoal: index))) left")
    }
    if let deadline = goal.deadline { facts.append("deadline \(words.day(deadline))") }
    var text: StyledText = "\(goal.id, .strong)  \(Bars.progress(share)) \(WorkWords.percent(share))"
    if !facts.isEmpty { text += "  \(facts.joined(by: ", "))" }
    text += "\n  \(StyledText(goal.title, .quiet).fitted(width - 2))\n"
    let listed = goal.milestones.filter(holds)
    return text + table(listed, width: width, indent: 2) { StyledText(outlook.plan.milestones[$0].id) }
  }

  private func byDate(width: Int) -> StyledText {
    func order(_ index: Int) -> (Int32, Int) { (firstDue(index)?.number ?? .max, index) }
    let sorted = picked.sorted { order($0) < order($1) }
    return table(sorted, width: width, indent: 0) { StyledText(outlook.plan.name(of: $0)) }
  }

  private func table(_ milestones: [Int], width: Int, indent: Int, name: (Int) -> StyledText) -> StyledText {
    guard !milestones.isEmpty else { return "" }
    var table = TextTable([
      .init(), .init(shrinks: true), .init("left", .right), .init("due"), .init("latest"),
    ])
    for index in milestones {
      let milestone = outlook.plan.milestones[index]
      table.add([
        name(index), StyledText(milestone.title), left(index), due(index), words.day(outlook.dates(of: index)?.latest),
      ])
    }
    return table.text(width: width, indent: indent)
  }

  private func left(_ index: Int) -> StyledText {
    let work = outlook.work[index]
    if outlook.plan.milestones[index].state != .open { return "" }
    if let since = work.handedOver { return "waits since \(words.day(since))" }
    return "\(WorkWords.hoursWithUnit(work.remaining))\(work.isAssumed ? "?" : "")"
  }

  private func due(_ index: Int) -> StyledText {
    let milestone = outlook.plan.milestones[index]
    switch milestone.state {
    case .done: return milestone.done.map { "done \(words.day($0))" } ?? "done"
    case .cancelled: return "cancelled"
    case .open:
      guard let task = outlook.plan.taskDue(of: index)?.day, task < milestone.due ?? .distantFuture,
        task < outlook.plan.today || filter.dueBy != nil
      else { return words.due(milestone, isNarrow: true) }
      return (task < outlook.plan.today ? "task past " : "task ") + words.day(task)
    }
  }

  // MARK: JSON

  package static let version = 1

  package var json: JSONValue {
    let byGoal: [JSONValue] = goals.map { index in
      let goal = outlook.plan.goals[index]
      return [
        "id": .string(goal.id), "title": .string(goal.title), "status": .string(goal.status.rawValue),
        "path": .string(outlook.plan.documents[goal.document].text.path.description),
        "deadline": JSONValue(goal.deadline?.description),
        "done_share": .number(outlook.doneShare(ofGoal: index), decimals: 4),
        "remaining_minutes": .integer(outlook.remainingMinutes(ofGoal: index)),
        "milestones": .array(goal.milestones.filter(holds).map(milestone)),
      ]
    }
    return [
      "schema": "mm.list", "version": .integer(ListReport.version), "today": .string(outlook.plan.today.description),
      "goals": .array(byGoal),
    ]
  }

  private func milestone(_ index: Int) -> JSONValue {
    let plan = outlook.plan
    let milestone = plan.milestones[index]
    let work = outlook.work[index]
    let place = plan.place(of: index)
    let state =
      switch milestone.state {
      case .open: "open"
      case .done: "done"
      case .cancelled: "cancelled"
      }
    let dates = outlook.dates(of: index)
    return [
      "name": .string(plan.name(of: index)), "title": .string(milestone.title), "path": .string(place.path),
      "line": .integer(place.line), "state": .string(state), "due": JSONValue(milestone.due?.description),
      "fixed": .bool(milestone.isFixed), "done": JSONValue(milestone.done?.description),
      "latest": JSONValue(dates?.latest?.description), "planned_completion": JSONValue(dates?.completion?.description),
      "remaining_minutes": .integer(work.remaining), "effort_assumed": .bool(work.isAssumed),
      "done_share": .number(work.doneShare, decimals: 4), "handed_over": JSONValue(work.handedOver?.description),
    ]
  }
}
