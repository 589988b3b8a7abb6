package import PlanDocuments

/// One value that a proposal writes, together with the value that it was made for.
///
/// It is applied only where the file still says `old`. Values are the texts that stand in the files.
package struct PlannedWrite: Hashable, Sendable {
  package enum Subject: Hashable, Sendable {
    case settings
    /// The goal's id.
    case goal(String)
    /// The milestone's name, `goal/milestone`.
    case milestone(String)
  }

  package enum Action: Hashable, Sendable {
    /// A value is set, or added where there was none (`old` nil), or taken out (`new` nil).
    case set(old: String?, new: String?)
    /// One more entry in a list (`time`, `off`): `old` are the entries that stand there now.
    case add(String, old: [String])
    /// The box, or `status:` of a file milestone.
    case box(old: BoxState, new: BoxState)
    /// The box of a milestone's task: `task` counts its tasks from 0, `title` is what the line says.
    case task(Int, title: String, old: BoxState, new: BoxState)
    /// Lines that end in `\n`: of a goal, milestones below its list; of a milestone, tasks below it.
    case newLines(String)
  }

  package var subject: Subject
  /// The key as the format names it: `due`, `progress`, `deadline`, `time`, `status`; empty for boxes.
  package var key: String
  package var action: Action

  package init(subject: Subject, key: String, action: Action) {
    self.subject = subject
    self.key = key
    self.action = action
  }

  /// Stands for a day that the person is asked to write.
  package static let askedDay = "?"

  /// The date that it gives to a milestone: its name, the old day and the new one as written; nil for other writes.
  package var due: (milestone: String, old: String?, new: String)? {
    guard key == "due", case .milestone(let name) = subject, case .set(let old, .some(let new)) = action else {
      return nil
    }
    return (name, old, new)
  }
}
