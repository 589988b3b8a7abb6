/// One event (`VEVENT`) as its file says it, before anything is expanded.
package struct CalendarEvent: Hashable, Sendable {
  /// How an event says when it is over.
  package enum Ending: Hashable, Sendable {
    /// Not at all: a whole day lasts a day, a time lasts no time.
    case none
    case time(WrittenTime)
    case duration(WrittenDuration)
  }

  /// A further instance (`RDATE`), with an end of its own where it is a period.
  package struct ListedDate: Hashable, Sendable {
    package var start: WrittenTime
    package var ending: Ending
  }

  /// Names the event across files and changes; empty where the file gives none.
  package var uid = ""
  package var summary = ""
  /// Where it begins in its file, counted from 1.
  package var line: Int
  package var start: WrittenTime
  package var ending = Ending.none
  /// `TRANSP:TRANSPARENT`, or Outlook's free: the person is shown as free meanwhile.
  package var isFree = false
  package var isCancelled = false
  /// Who has declined, as addresses in lower case.
  package var declined: [String] = []
  /// Of two that say the same instance the higher counts, then the later stamp.
  package var sequence = 0
  package var stamp = 0
  /// The start of the instance that this one stands for (`RECURRENCE-ID`).
  package var recurrenceID: WrittenTime?
  /// It stands for that instance and all that come after it.
  package var isThisAndFuture = false
  package var listedDates: [ListedDate] = []
  package var exceptionDates: [WrittenTime] = []
  var rules: [RecurrenceRule] = []
  var exceptionRules: [RecurrenceRule] = []

  init(line: Int, start: WrittenTime) {
    self.line = line
    self.start = start
  }

  package var isAllDay: Bool { start.clock == .day }
  package var repeats: Bool { !rules.isEmpty || !listedDates.isEmpty }
}
