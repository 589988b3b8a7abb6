import PlanDocuments
import TextStyling

/// What of a calendar does not count, in words.
enum PassedOverWords {
  /// Why the entry's events do not count, or how they do; `isEvents` where the count is of events.
  static func reason(_ reason: PassedOver.Reason) -> StyledText {
    switch reason {
    case .free: "shown as free"
    case .cancelled: "cancelled"
    case .declined: "declined by you"
    case .noLength: "without a length"
    case .own: "written by mm itself"
    case .task: "a task, no event"
    case .noStart: "without a start"
    case .endsBeforeItBegins: "ends before it begins"
    case .unreadable(let text): "cannot be read: \(text)"
    case .unreadableRule(let part): "counts once; its repetition cannot be read: \(part)"
    case .foreignCalendar(let name): "counts once; it repeats by the calendar \(name)"
    case .repeatsTooOften: "counts once; it repeats every minute or second"
    case .unknownZone(let name): "in a time zone that this machine does not know, read as your own: \(name)"
    case .tooManyEvents(let most): "past the first \(most) events"
    case .tooManyInstances(let most): "past the first \(most) times of events"
    case .tooMuchWork: "repeats too long to be followed to its end"
    case .lineTooLong(let bytes): "a line longer than \(bytes / 1024) kB"
    case .tooDeep: "too deep inside other parts"
    case .tooLarge(let megabytes): "larger than \(megabytes) MB"
    case .unreadableFile(let reason): StyledText(reason)
    }
  }

  /// Such as `shown as free, first “Lunch”, line 12 of calendar/work.ics`.
  static func line(_ entry: PassedOver.Entry) -> StyledText {
    var text = reason(entry.reason)
    if !entry.title.isEmpty {
      text += entry.count > 1 ? ", first “\(entry.title)”" : ", “\(entry.title)”"
    }
    let file: StyledText = entry.file.isEmpty ? "" : "\(entry.file, .place)"
    if entry.line > 0 {
      return text + (entry.file.isEmpty ? ", line \(entry.line)" : ", line \(entry.line) of \(file)")
    }
    if !entry.file.isEmpty { text += ": \(file)" }
    return text
  }

  /// A word for programs.
  static func code(_ reason: PassedOver.Reason) -> String {
    switch reason {
    case .free: "free"
    case .cancelled: "cancelled"
    case .declined: "declined"
    case .noLength: "no-length"
    case .own: "own"
    case .task: "task"
    case .noStart: "no-start"
    case .endsBeforeItBegins: "ends-before-it-begins"
    case .unreadable: "unreadable"
    case .unreadableRule: "unreadable-rule"
    case .foreignCalendar: "foreign-calendar"
    case .repeatsTooOften: "repeats-too-often"
    case .unknownZone: "unknown-zone"
    case .tooManyEvents: "too-many-events"
    case .tooManyInstances: "too-many-instances"
    case .tooMuchWork: "too-much-work"
    case .lineTooLong: "line-too-long"
    case .tooDeep: "too-deep"
    case .tooLarge: "too-large"
    case .unreadableFile: "unreadable-file"
    }
  }
}
