import PlanDocuments

/// When hours are: on days of the week, so many times a week, or some time in it.
struct HoursRhythm: Hashable, Sendable {
  /// Days from Monday, 0 to 6; empty where no day is named.
  var days: Set<Int> = []
  var times: Int?
  var isWeekly = false
  var isFortnight = false
  /// A morning or an evening is named, and no day.
  var isPartOfDay = false
  /// Every so many-th week.
  var everyWeeks: Int?

  var isWholeWeek: Bool { days.count == 7 }

  init(
    days: Set<Int> = [], times: Int? = nil, isWeekly: Bool = false, isFortnight: Bool = false, isPartOfDay: Bool = false
  ) {
    self.days = days
    self.times = times
    self.isWeekly = isWeekly
    self.isFortnight = isFortnight
    self.isPartOfDay = isPartOfDay
  }

  /// What several say together; nil of none.
  init?(merging rhythms: [HoursRhythm]) {
    guard !rhythms.isEmpty else { return nil }
    // `Weekends, 3h on each day`: the day is one of those.
    let hasDays = rhythms.contains { !$0.days.isEmpty && !$0.isWholeWeek }
    for rhythm in rhythms where !(hasDays && rhythm.isWholeWeek) {
      days.formUnion(rhythm.days)
      times = times ?? rhythm.times
      isWeekly = isWeekly || rhythm.isWeekly
      isFortnight = isFortnight || rhythm.isFortnight
      everyWeeks = everyWeeks ?? rhythm.everyWeeks
    }
    isPartOfDay = days.isEmpty && times == nil && !isWeekly && !isFortnight && rhythms.contains(where: \.isPartOfDay)
    // `mon, wed and fri, three times a week`
    if !days.isEmpty { times = nil }
  }

  /// `mon-fri`, `mon wed fri`.
  static func written(_ days: Set<Int>) -> String {
    let sorted = days.sorted()
    guard let first = sorted.first, let last = sorted.last else { return "" }
    if sorted.count > 2, last - first == sorted.count - 1 { return "\(name(first))-\(name(last))" }
    return sorted.map(name).joined(separator: " ")
  }

  private static func name(_ day: Int) -> String {
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][day]
  }
}
