/// The fields of a milestone or task, by the names of the format.
package enum FieldName: UInt8, CaseIterable, Hashable, Sendable {
  case id, due, effort, after, wait, waiting, start, fixed, progress, spent, optional, done
  /// Read from other tools, kept and shown: the day of cancelling, the planned day, the recurrence.
  case cancelled, scheduled, recurrence
  /// Read from Obsidian Tasks and left alone: the day of writing, the priority, what happens on completion.
  case created, priority, onCompletion
}
