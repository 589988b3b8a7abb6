package import Forecasting
package import JSONText
package import PlanDocuments
package import PlanModel
import ReviewNotes
package import TextStyling

/// What is read of calendars and what is written where, as it stands, and what one can do.
package struct CalendarStateReport: Sendable {
  /// The place where the person keeps the plan's events.
  package struct Place: Sendable {
    package var name: String
    package var eventCount = 0
    /// Blocks from today on.
    package var blockCount = 0
    /// The last day on which an event was changed there.
    package var changed: Day?
    /// Why nothing can be said of it.
    package var problem: StyledText?

    package init(name: String) {
      self.name = name
    }
  }

  private let outlook: ForecastedPlan
  private let place: Place?
  private let moved: [MovedMilestone]
  private let words: PlanWords

  /// - Parameters:
  ///   - place: nil where the configuration names none.
  ///   - moved: what the person moved in any calendar, and the plan does not know.
  package init(_ outlook: ForecastedPlan, place: Place?, moved: [MovedMilestone]) {
    self.outlook = outlook
    self.place = place
    self.moved = moved
    words = PlanWords(outlook)
  }

  package func text(width: Int) -> StyledText {
    var text: StyledText = "\("Read, for your appointments", .strong)\n"
    let sources = outlook.plan.busy.sources
    if sources.isEmpty {
      let none: StyledText =
        "no calendar; calendars: [calendar/*.ics] in mm.md names some, your own configuration those elsewhere"
      text += "  " + none.wrapped(width - 2).indented(2) + "\n"
    }
    for source in sources { text += "  " + line(of: source) + "\n" }
    text += "\n\("Written, from your plan", .strong)\n"
    text += "  " + (place == nil ? written.wrapped(width - 2).indented(2) : written) + "\n"
    if !moved.isEmpty {
      text += "\n" + CalendarPullReport(outlook, moved).text(width: width)
    }
    return text + "\n" + actions
  }

  /// Such as `calendar/*.ics  2 files, 14 times taken, 3 entries left out`.
  private func line(of source: BusyCalendar.Source) -> StyledText {
    var line = BusyReport.head(of: source, today: outlook.plan.today)
    if let day = source.fetched, day < outlook.plan.today {
      line += ", \(WorkWords.count(outlook.plan.today - day, "day")) ago"
    }
    let left = source.passedOver.entries.reduce(0) { $0 + $1.count }
    return left > 0 ? line + ", \(left) × left out" : line
  }

  private var written: StyledText {
    guard let place else {
      return
        "nowhere yet; mm calendar --write goals.ics makes a file, and calendar: goals.ics in your own configuration says that you keep it there"
    }
    if let problem = place.problem { return "\(place.name, .place)  \(problem)" }
    guard place.eventCount > 0 else { return "\(place.name, .place)  nothing yet; mm calendar --write \(place.name)" }
    let blocks: StyledText =
      place.blockCount > 0 ? ", \(WorkWords.count(place.blockCount, "work block")) ahead" : ""
    let changed: StyledText = place.changed.map { ", last changed \(words.weekday($0))" } ?? ""
    return "\(place.name, .place)  \(WorkWords.count(place.eventCount, "event"))\(blocks)\(changed)"
  }

  private var actions: StyledText {
    var table = TextTable([.init(), .init()])
    let rows: [(String, StyledText)] = [
      ("mm calendar --busy", "what was read, what not and why; the free hours"),
      ("mm calendar --write PLACE", "the plan into your calendar; --blocks keeps hours free"),
      ("mm calendar --pull", "what you moved there, into the plan"),
      ("mm calendar --refresh", "fetch the calendars that have an address"),
    ]
    for (command, does) in rows { table.add([StyledText(command), does]) }
    return table.text(width: 200)
  }

  package static let version = 1

  package var json: JSONValue {
    [
      "schema": "mm.calendar", "version": .integer(CalendarStateReport.version),
      "today": .string(outlook.plan.today.description),
      "sources": .array(outlook.plan.busy.sources.map(BusyReport.source)),
      "place": place.map { place in
        [
          "name": .string(place.name), "events": .integer(place.eventCount), "blocks": .integer(place.blockCount),
          "changed": JSONValue(place.changed?.description), "problem": JSONValue(place.problem?.plain),
        ]
      } ?? .null,
      "moved": .array(moved.map { CalendarPullReport.json($0, in: outlook.plan) }),
    ]
  }
}
