package import PlanDocuments
package import PlanModel
package import TextStyling

/// Sentences of the plan for the terminal: titles between quotes, days with a year only where it is another one.
package enum SentenceText {
  package static func text(_ sentence: Sentence, today: Day) -> StyledText {
    sentence.pieces.map { piece -> StyledText in
      switch piece {
      case .words(let words): emphasised(words)
      case .title(let title, _): "“\(title)”"
      case .day(let day): StyledText(DayWords.short(day, today: today))
      case .weekday(let day): StyledText(DayWords.withWeekday(day, today: today))
      case .days(let days): StyledText(DayRangeWords.short(days, today: today))
      case .minutes(let minutes): StyledText(WorkWords.plainHours(minutes) + " h")
      case .chance(let chance): StyledText(ChanceWords.percent(chance))
      }
    }.joined(by: "")
  }

  /// Our own words, in which `**1**` is strong.
  private static func emphasised(_ words: String) -> StyledText {
    var isStrong = true
    return words.split(separator: "**", omittingEmptySubsequences: false).map { part in
      isStrong.toggle()
      return StyledText(part, isStrong ? .strong : .plain)
    }.joined(by: "")
  }
}
