/// The keys of a goal's front matter, in the order in which they are offered.
///
/// Reading them (`Goal.init(reading:)`) is a switch over all, so a key that nothing reads does not compile.
package enum GoalKey: String, CaseIterable, Sendable {
  case goal, success, origin, id, start, deadline, time, off, constraints, obstacles, progress, priority, first, buffer
  case inOrder = "in-order"
  case status, planned, playbook

  package var shape: KeyShape {
    switch self {
    case .start, .deadline, .planned, .first: .day
    case .time, .off: .list
    case .goal, .success, .origin, .id, .constraints, .obstacles, .progress, .priority, .buffer, .inOrder, .status,
      .playbook:
      .text
    }
  }
}

/// The keys of a milestone's own file beside its fields, which are keys there.
package enum MilestoneKey: String, CaseIterable, Sendable {
  case milestone, goal, status
}

/// The keys of `mm.md`, in the order in which they are offered.
package enum SettingsKey: String, CaseIterable, Sendable {
  case time, off, never, buffer, calendars, holidays, reviews, review, playbooks, ignore

  package var shape: KeyShape {
    switch self {
    case .time, .off, .never, .calendars, .holidays, .review, .ignore: .list
    case .buffer, .reviews, .playbooks: .text
    }
  }
}

/// How the value of a key is written.
package enum KeyShape: Sendable {
  case text
  /// A day, which a person may give in words.
  case day
  /// The parts between commas are entries.
  case list

  /// The shape of a key wherever it is; a text where no table has it.
  package static func of(_ key: String) -> KeyShape {
    if let field = FieldTable.rows.first(where: { $0.key?.description == key }) {
      switch field.shape {
      case .day: return .day
      case .references: return .list
      case .effort, .calendarTime, .amount, .yes, .identifier, .words, .none: return .text
      }
    }
    return GoalKey(rawValue: key)?.shape ?? SettingsKey(rawValue: key)?.shape ?? .text
  }
}
