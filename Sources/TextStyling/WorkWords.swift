package import PlanDocuments

/// Hours, waits and counts as people read them.
package enum WorkWords {
  /// `3.2`: hours with one digit behind the point; at least `0.1` where there is any.
  package static func hours(_ minutes: Int) -> String {
    var tenths = (abs(minutes) + 3) / 6
    if minutes != 0 { tenths = max(1, tenths) }
    return (minutes < 0 ? "-" : "") + "\(tenths / 10).\(tenths % 10)"
  }

  /// Such as `3.2 h`.
  package static func hoursWithUnit(_ minutes: Int) -> String { hours(minutes) + " h" }

  /// `3.2`, `3`: without a needless `.0`, for sentences.
  package static func plainHours(_ minutes: Int) -> String {
    let hours = hours(minutes)
    return hours.hasSuffix(".0") ? String(hours.dropLast(2)) : hours
  }

  /// `½ h`, `1¾ h`; minutes that are no quarter as they are.
  package static func quarters(_ minutes: Int) -> String {
    guard minutes % 15 == 0 else { return minutes < 60 ? "\(minutes) min" : plainHours(minutes) + " h" }
    let fraction = ["", "¼", "½", "¾"][minutes % 60 / 15]
    return (minutes >= 60 || fraction.isEmpty ? String(minutes / 60) : "") + fraction + " h"
  }

  /// `46 %`: whole per cents of a share; 100 only for all of it, 0 only for nothing.
  package static func percent(_ share: Double) -> String {
    let bounded = min(max(share, 0), 1)
    var percent = Int((bounded * 100).rounded())
    if bounded > 0 { percent = max(percent, 1) }
    if bounded < 1 { percent = min(percent, 99) }
    return "\(percent) %"
  }

  /// Such as `1 day`, `12 days`.
  package static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) " + (number == 1 ? one : many ?? one + "s")
  }

  /// Such as `2 to 3 weeks`, `10 days`.
  package static func wait(_ wait: Wait) -> String {
    let areWeeks = wait.low % 7 == 0 && wait.high % 7 == 0 && wait.low > 0
    let unit = areWeeks ? 7 : 1
    let name = areWeeks ? "week" : "day"
    guard wait.isRange else { return count(wait.low / unit, name) }
    return "\(wait.low / unit) to \(count(wait.high / unit, name))"
  }

  /// Such as `a, b and c`.
  package static func list(_ words: [String], last: String = "and") -> String {
    guard words.count > 1, let final = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(last) " + final
  }
}
