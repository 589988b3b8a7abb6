import ChildPrograms
import PlanDocuments

/// When a request is sent again, and after how long: the server's word first, else a little longer each time.
struct RetryRule: Hashable, Sendable {
  var mostRetries = 2
  /// Without a word from the server: the first wait, doubled each time, up to the longest.
  var firstMilliseconds = 500
  var longestMilliseconds = 8_000
  /// A server that asks for more is not waited for.
  var mostPatience = 120_000

  /// Milliseconds to wait before the next try; nil gives up.
  ///
  /// - Parameter retry: how many there were, from 0.
  func milliseconds(after failure: ModelFailure, _ head: WebAnswer.Head?, retry: Int) -> Int? {
    guard retry < mostRetries, isWorthIt(failure, head) else { return nil }
    if let asked = Self.askedMilliseconds(head) { return asked <= mostPatience ? asked : nil }
    return min(longestMilliseconds, firstMilliseconds << retry)
  }

  private func isWorthIt(_ failure: ModelFailure, _ head: WebAnswer.Head?) -> Bool {
    switch head?["x-should-retry"] {
    case "true": return true
    case "false": return false
    default: break
    }
    switch failure {
    case .tooManyRequests, .overloaded, .serverFailed, .web(.broken): return true
    default: return false
    }
  }

  /// `retry-after-ms`, or `retry-after` as seconds or as a date, which is held against the server's own clock.
  static func askedMilliseconds(_ head: WebAnswer.Head?) -> Int? {
    if let text = head?["retry-after-ms"], let value = Double(text), value >= 0, value < 1e9 { return Int(value) }
    guard let text = head?["retry-after"] else { return nil }
    if let seconds = Double(text), seconds >= 0, seconds < 1e6 { return Int(seconds * 1_000) }
    guard let then = HTTPDate.seconds(text), let now = head?["date"].flatMap(HTTPDate.seconds) else { return nil }
    return max(0, then - now) * 1_000
  }
}

/// The dates of HTTP: `Wed, 21 Oct 2015 07:28:00 GMT` (RFC 9110, 5.6.7).
enum HTTPDate {
  /// Since 1970; nil where it is none.
  static func seconds(_ text: String) -> Int? {
    let words = text.split(separator: " ")
    guard words.count == 6, words[5] == "GMT", let number = Int(words[1]),
      let month = MonthNames.month(words[2]),
      let year = Int(words[3]), let day = Day(year: year, month: month, day: number)
    else { return nil }
    let clock = words[4].split(separator: ":").compactMap { Int($0) }
    guard clock.count == 3, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]), (0...60).contains(clock[2]) else {
      return nil
    }
    let ofDay = clock.reduce(0) { $0 * 60 + $1 }
    return Int(day.number) * 86_400 + ofDay
  }
}
