import PlanDocuments

/// Which week changed what in the sample vault, as `history.txt` tells it.
///
/// How it is written stands at the head of that file.
struct SampleHistory: Sendable {
  enum Edit: Sendable {
    case new(path: String)
    case tick(path: String, words: String)
    case add(path: String, words: String)
    case change(path: String, old: String, new: String)
  }

  struct Week: Sendable {
    var day: Day
    /// Minutes from midnight.
    var minute: Int
    var title: String
    var edits: [(line: Int, edit: Edit)] = []
  }

  /// The day for which the dates of the vault are written.
  var reference: Day
  var weeks: [Week]

  init(reading text: String) throws(SampleProblem) {
    var reference: Day?
    var weeks: [Week] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let problem = SampleProblem(line: index + 1, reason: "cannot be read: \(line)")
      let (verb, rest) = Self.halves(line, at: " ")
      if line.isEmpty || line.hasPrefix("#") { continue }
      if verb == "reference" {
        reference = Self.day(rest)
      } else if let day = Self.day(verb) {
        let (time, title) = Self.halves(rest, at: " ")
        let (hour, minute) = Self.halves(time, at: ":")
        guard let hour = Int(hour), let minute = Int(minute), !title.isEmpty else { throw problem }
        weeks.append(Week(day: day, minute: hour * 60 + minute, title: title))
      } else if let edit = Self.edit(verb, rest), !weeks.isEmpty {
        weeks[weeks.count - 1].edits.append((index + 1, edit))
      } else {
        throw problem
      }
    }
    guard let reference else { throw SampleProblem(line: 1, reason: "names no reference day") }
    self.reference = reference
    self.weeks = weeks
  }

  private static func edit(_ verb: String, _ rest: String) -> Edit? {
    let (path, words) = halves(rest, at: " | ")
    if verb == "new" { return .new(path: path) }
    guard !words.isEmpty else { return nil }
    switch verb {
    case "tick": return .tick(path: path, words: words)
    case "add": return .add(path: path, words: words)
    case "change":
      let (old, new) = halves(words, at: " => ")
      return new.isEmpty ? nil : .change(path: path, old: old, new: new)
    default: return nil
    }
  }

  private static func day(_ text: String) -> Day? {
    let parts = text.split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// What stands before and after the first `separator`; all of it and nothing where there is none.
  private static func halves(_ text: some StringProtocol, at separator: String) -> (String, String) {
    guard let place = text.firstRange(of: separator) else { return (String(text), "") }
    return (String(text[..<place.lowerBound]), String(text[place.upperBound...]))
  }
}
