import ArgumentParser
import Drafting
import PlanDocuments
import PlanOutput
import TextStyling

/// What a person can say about a goal on the command line.
struct GoalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How anyone could tell that it is reached.", valueName: "words"))
  var success: String?

  @Option(
    help: ArgumentHelp(
      "Where it starts, honestly; what is done already. May be given several times.", valueName: "words"))
  var origin: [String] = []

  @Option(help: ArgumentHelp("By which day.", valueName: "date"))
  var deadline: String?

  @Option(help: ArgumentHelp("Hours for it: 5h/week, 2h mon-fri. May be given several times.", valueName: "hours"))
  var time: [String] = []

  @Option(
    help: ArgumentHelp("A limit: money, energy, support, time of day. May be given several times.", valueName: "words"))
  var constraint: [String] = []

  @Option(help: ArgumentHelp("What got in the way before. May be given several times.", valueName: "words"))
  var obstacle: [String] = []

  @Option(help: ArgumentHelp("Days kept free before the end: 1w, 10d.", valueName: "time"))
  var buffer: String?

  @Option(help: ArgumentHelp("Its id, and so the name of its file.", valueName: "id"))
  var id: String?

  /// What was said, put on top of what is known; a value that cannot be read is refused.
  func anchor(over known: GoalAnchor, today: Day) throws -> GoalAnchor {
    var anchor = known
    anchor.success = success ?? anchor.success
    if !origin.isEmpty { anchor.origin = origin }
    if let deadline {
      let day = try Failure.day(deadline, today: today)
      guard day > today else {
        throw Failure(.wrongUse, "The deadline \(day.description) is not after today, \(today.description).")
      }
      anchor.deadline = day
    }
    if !time.isEmpty {
      anchor.time = try time.flatMap { try GoalOptions.hours($0) }
    }
    if !constraint.isEmpty { anchor.constraints = constraint }
    if !obstacle.isEmpty { anchor.obstacles = obstacle }
    if let buffer {
      do {
        anchor.buffer = try Wait.days(reading: Array(buffer.utf8)[...])
      } catch {
        throw Failure(.wrongUse, "“\(buffer)” is no buffer: \(error.reason).")
      }
    }
    return anchor
  }

  /// The entries of `time:` that a person's words mean.
  static func hours(_ words: String) throws(Failure) -> [String] {
    do {
      switch try Hours(reading: Array(words.utf8)[...]) {
      case .none: return ["none"]
      case .entries(let entries): return entries.map(\.written)
      }
    } catch {
      let meant: String = error.suggestion.map { " Did you mean \($0)?" } ?? ""
      throw Failure(.wrongUse, "“\(words)” are no hours that I can read: \(error.reason).\(meant)")
    }
  }
}
