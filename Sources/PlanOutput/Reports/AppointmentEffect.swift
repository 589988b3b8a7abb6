import Forecasting
import PlanDocuments
import PlanModel
import Scheduling
import TextStyling

/// What the appointments of calendars do to a milestone's day: those that take hours before it, and the day without them.
struct AppointmentEffect {
  /// Those that take hours from the first day on which it could be worked on to the last on which it is.
  private(set) var events: [TakenHours.Part] = []
  /// When it would be complete without any; nil where no appointments are read, or it is not planned.
  private(set) var completionWithout: Day?
  private let completion: Day?
  private let words: PlanWords

  private static let mostNames = 4

  init(_ outlook: ForecastedPlan, milestone: Int) {
    words = PlanWords(outlook)
    let plan = outlook.plan
    guard !plan.busy.isEmpty, let job = outlook.jobs[milestone],
      let last = outlook.schedule.jobs[job].portions.last?.day
    else {
      completion = nil
      return
    }
    completion = outlook.schedule.jobs[job].completion
    let before = plan.milestones[milestone].predecessors.compactMap { outlook.dates(of: $0)?.completion }
    let first = ([outlook.problem.today, outlook.problem.jobs[job].earliest].compactMap(\.self) + before).max()
    let taken = TakenHours(
      in: DayRange(min(first ?? last, last), last), of: plan, hours: outlook.hours,
      goal: outlook.hours.isShared ? nil : plan.milestones[milestone].goal)
    events = taken.parts.filter(\.isEvent)
    var bare = plan
    bare.busy = BusyCalendar()
    completionWithout = ForecastedPlan(bare).dates(of: milestone)?.completion
  }

  /// In the words of `mm explain`.
  var facts: [(String, StyledText)] {
    var facts: [(String, StyledText)] = []
    if !events.isEmpty {
      let minutes = events.reduce(0) { $0 + $1.minutes }
      let names: [StyledText] = events.prefix(Self.mostNames).map { event in
        "\(event.name) \(WorkWords.hoursWithUnit(event.minutes))"
      }
      let more: StyledText = events.count > names.count ? " and \(events.count - names.count) more" : ""
      facts.append(
        ("appointments", "take \(WorkWords.hoursWithUnit(minutes)) before then: " + names.joined(by: ", ") + more))
    }
    if let completion, let completionWithout, completion != completionWithout {
      let days = completion - completionWithout
      let direction = days > 0 ? "earlier" : "later"
      facts.append(
        (
          "without them",
          "complete \(words.weekday(completionWithout)), \(WorkWords.count(abs(days), "day")) \(direction)"
        ))
    }
    return facts
  }
}
