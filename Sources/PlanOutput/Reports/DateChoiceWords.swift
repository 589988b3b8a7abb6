import Forecasting
import PlanDocuments
import PlanModel
import Recalibration
import TextStyling

/// Why a date is chosen, is not the day before it, or does not hold, in words.
struct DateChoiceWords {
  private let outlook: ForecastedPlan
  private let words: PlanWords

  init(_ outlook: ForecastedPlan) {
    self.outlook = outlook
    words = PlanWords(outlook)
  }

  /// Such as `not Mon 5 Oct, the first day after Lisbon`.
  func shift(_ shift: DateShift) -> StyledText {
    switch shift {
    case .dayOff(let day): "not \(words.weekday(day)), \(dayOff(day))"
    case .afterDaysAway(let day):
      "not \(words.weekday(day)), the first day after \(nameBefore(day) ?? "days off")"
    case .otherGoal(let day, let milestone):
      "not \(words.weekday(day)), when \(outlook.plan.name(of: milestone)) is due"
    }
  }

  func origin(_ origin: DateOrigin) -> StyledText {
    switch origin {
    case .pace(let percent):
      "if \(WorkWords.percent(Double(percent) / 100)) of its free hours become work, or what its target needs"
    case .latest: "the latest day that the ends and the other dates leave"
    case .plan: "no earlier day is possible beside what comes first"
    case .order: "the first day by which its hours fit behind the dates of what it comes after"
    }
  }

  func failure(_ failure: DateFailure, of due: Day) -> StyledText {
    switch failure {
    case .past: "the day is past"
    case .dayOff: dayOff(due)
    case .tooLate(let latest): "\(words.weekday(latest)) is the latest day that its ends leave"
    case .notTogether: "it cannot be met together with the ends and the dates before it"
    }
  }

  private func dayOff(_ day: Day) -> StyledText {
    "a day off\(name(on: day).map { " (\($0))" as StyledText } ?? "")"
  }

  private func name(on day: Day) -> StyledText? {
    outlook.plan.daysAway.first { $0.percent >= 100 && $0.days.contains(day) && !$0.name.isEmpty }
      .map { StyledText($0.name) }
  }

  /// What took the last days off before a day.
  private func nameBefore(_ day: Day) -> StyledText? {
    (1...14).lazy.compactMap { name(on: day - $0) }.first
  }
}
