import PlanDocuments
import PlanModel

/// What a change asks of a life, in one number: 1 is a week's delay of a goal with normal priority.
///
/// It orders choices and is never shown to people. The figures are judgement; doubling or halving those of hours and of
/// later ends changed no finding about which choices are good.
enum Disruption {
  /// How much a goal matters: by priority 1, 2 and 3.
  static func weight(ofPriority priority: Int) -> Double {
    switch priority {
    case ...1: 1.5
    case 2: 1
    default: 0.6
    }
  }

  static func laterEnd(days: Int, priority: Int) -> Double { Double(days) / 7 * weight(ofPriority: priority) }
  static func hours(minutesInAll: Int) -> Double { 0.25 * Double(minutesInAll) / 60 }
  static func cut(minutes: Int) -> Double { 0.5 + 0.05 * Double(minutes) / 60 }
  /// - Parameter tenths: how many tenths of the amount are given up.
  static func smaller(tenths: Int, minutes: Int, priority: Int) -> Double {
    Double(tenths) * weight(ofPriority: priority) + 0.1 * Double(minutes) / 60
  }
  static let order = 0.5
  static func pause(days: Int, priority: Int) -> Double { 0.1 * Double(days) / 7 * weight(ofPriority: priority) }
  /// For each goal that gains.
  static let shiftedHours = 0.3
  /// Beside that of the later end.
  static let fixedDateGivenUp = 6.0
  static func goalGivenUp(priority: Int) -> Double { 20 * weight(ofPriority: priority) }
}
