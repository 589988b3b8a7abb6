package import Forecasting
package import JSONText
package import PlanDocuments
package import PlanModel
import ReviewNotes
import Scheduling
package import TextStyling

/// What writing the plan into a calendar did.
package struct CalendarWriteReport: Sendable {
  /// Numbers of events.
  package struct Counts: Hashable, Sendable {
    package var all = 0
    package var new = 0
    package var changed = 0
    package var removed = 0
    package var blocks = 0

    package init() {}

    var hasChanges: Bool { new + changed + removed > 0 }
  }

  private let outlook: ForecastedPlan
  private let place: String
  private let counts: Counts
  private let unplaced: [Int: Int]
  private let moved: [MovedMilestone]
  private let isWritten: Bool

  /// - Parameters:
  ///   - place: as the person named it.
  ///   - unplaced: minutes without a block, by milestone.
  ///   - moved: what the person moved in the calendar and the plan does not know.
  package init(
    _ outlook: ForecastedPlan, place: String, counts: Counts, unplaced: [Int: Int], moved: [MovedMilestone],
    isWritten: Bool
  ) {
    self.outlook = outlook
    self.place = place
    self.counts = counts
    self.unplaced = unplaced
    self.moved = moved
    self.isWritten = isWritten
  }

  package func text(width: Int) -> StyledText {
    let blocks: StyledText = counts.blocks > 0 ? ", \(WorkWords.count(counts.blocks, "work block")) among them" : ""
    var text: StyledText = "\(place, .place): \(WorkWords.count(counts.all, "event"))\(blocks); "
    if counts.hasChanges {
      let parts = [(counts.new, "new"), (counts.changed, "changed"), (counts.removed, "removed")]
        .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
      text += "\(WorkWords.list(parts)).\n"
    } else {
      text += "all as they were.\n"
    }
    for (milestone, minutes) in unplaced.sorted(by: { $0.key < $1.key }) {
      let name = StyledText(outlook.plan.name(of: milestone), .strong)
      let sentence: StyledText =
        "\(WorkWords.hoursWithUnit(minutes)) of \(name) found no room beside your appointments and have no block."
      text += sentence.wrapped(width) + "\n"
    }
    if !moved.isEmpty {
      let (events, day) =
        moved.count == 1 ? ("An event that you moved stays", "day") : ("Events that you moved stay", "days")
      let sentence: StyledText =
        "\(events) there. mm calendar --pull takes the new \(day) over; --put-back brings the plan’s back."
      text += sentence.wrapped(width) + "\n"
    }
    return text
  }

  package static let version = 1

  package var json: JSONValue {
    [
      "schema": "mm.calendar-write", "version": .integer(CalendarWriteReport.version),
      "today": .string(outlook.plan.today.description), "place": .string(place), "events": .integer(counts.all),
      "new": .integer(counts.new), "changed": .integer(counts.changed), "removed": .integer(counts.removed),
      "blocks": .integer(counts.blocks), "written": .bool(isWritten && counts.hasChanges),
      "unplaced": .array(
        unplaced.sorted { $0.key < $1.key }.map { milestone, minutes in
          ["name": .string(outlook.plan.name(of: milestone)), "minutes": .integer(minutes)]
        }),
      "moved": .array(moved.map { CalendarPullReport.json($0, in: outlook.plan) }),
    ]
  }
}

/// What the person moved in the calendar.
package struct CalendarPullReport: Sendable {
  private let outlook: ForecastedPlan
  private let moved: [MovedMilestone]
  private let words: PlanWords

  package init(_ outlook: ForecastedPlan, _ moved: [MovedMilestone]) {
    self.outlook = outlook
    self.moved = moved
    words = PlanWords(outlook)
  }

  package func text(width: Int) -> StyledText {
    moved.map { move in
      let milestone = outlook.plan.milestones[move.milestone]
      var line: StyledText = "You moved \(milestone.title, .strong) to \(words.weekday(move.to)) in the calendar"
      if let due = milestone.due { line += "; the plan has \(words.weekday(due))" }
      if let must = outlook.dates(of: move.milestone)?.latest, move.to > must {
        line += ", and at the latest \(words.weekday(must))"
      }
      if milestone.isFixed { line += ". Its day is fixed in the plan" }
      return (line + ": take it over?").wrapped(width) + "\n"
    }.joined(by: "")
  }

  package static let version = 1

  package func json(change: JSONValue) -> JSONValue {
    [
      "schema": "mm.calendar-pull", "version": .integer(CalendarPullReport.version),
      "today": .string(outlook.plan.today.description),
      "moved": .array(moved.map { CalendarPullReport.json($0, in: outlook.plan) }), "change": change,
    ]
  }

  static func json(_ move: MovedMilestone, in plan: Plan) -> JSONValue {
    [
      "name": .string(plan.name(of: move.milestone)), "from": .string(move.from.description),
      "to": .string(move.to.description), "due": JSONValue(plan.milestones[move.milestone].due?.description),
    ]
  }
}

/// What fetching calendars came to.
package struct CalendarRefreshReport: Sendable {
  package struct Feed: Sendable {
    package var name: String
    /// How much came; nil where nothing good did.
    package var bytes: Int?
    package var problem: StyledText?

    package init(name: String, bytes: Int?, problem: StyledText?) {
      self.name = name
      self.bytes = bytes
      self.problem = problem
    }
  }

  private let feeds: [Feed]
  private let today: Day

  package init(_ feeds: [Feed], today: Day) {
    self.feeds = feeds
    self.today = today
  }

  package var text: StyledText {
    feeds.map { feed in
      if let problem = feed.problem {
        return "\(feed.name, .strong): \(problem). The last copy stays.\n"
      }
      return "\(feed.name, .strong): fetched, \(max(1, (feed.bytes ?? 0) / 1_000)) kB.\n"
    }.joined(by: "")
  }

  package static let version = 1

  package var json: JSONValue {
    [
      "schema": "mm.calendar-refresh", "version": .integer(CalendarRefreshReport.version),
      "today": .string(today.description),
      "feeds": .array(
        feeds.map { feed in
          ["name": .string(feed.name), "bytes": JSONValue(feed.bytes), "problem": JSONValue(feed.problem?.plain)]
        }),
    ]
  }
}
