package import PlanDocuments

/// The front matter of `mm.md`.
package struct Settings: Sendable {
  package var document: PlanDocument
  /// All the hours there are, for all goals together; nil shares nothing.
  package var hours: Hours?
  package var off: [DaysOff] = []
  /// Weekdays on which more hours are never offered.
  package var never: WeekdaySet = []
  /// Days kept free before each deadline, unless the goal says otherwise.
  package var buffer: Int?
  /// Calendars below the vault whose appointments take hours: files, folders, or patterns with `*`.
  package var calendars: [String] = []
  /// Calendars below the vault whose whole days are public holidays.
  package var holidays: [String] = []
  package var reviewsFolder: String = "reviews"
  package var reviewSections: [String] = ["done", "goals", "decide", "next", "questions", "details"]
  package var playbooksFolder: String = "templates"
  package var ignored: [String] = []

  package init(document: PlanDocument) {
    self.document = document
  }
}
