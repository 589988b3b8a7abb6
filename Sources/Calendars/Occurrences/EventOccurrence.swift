package import PlanDocuments

/// One time at which an event takes place.
package struct EventOccurrence: Hashable, Sendable {
  package enum Span: Hashable, Sendable {
    case days(DayRange)
    /// Instants in seconds since 1970; the end is not part of it and may be the start.
    case time(start: Int, end: Int)
  }

  /// The index of the event that says how it is: the series' own, or the one that changed this instance.
  package var event: Int
  package var span: Span
  /// The instant, or for whole days the midnight in UTC, at which the series had it: what a `RECURRENCE-ID` would say.
  package var original: Int

  package init(event: Int, span: Span, original: Int) {
    self.event = event
    self.span = span
    self.original = original
  }
}
