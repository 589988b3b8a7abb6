package import PlanDocuments

package enum GoalStatus: String, Hashable, Sendable {
  case active, paused, done, dropped
}

/// One goal: where it ends, when, and with which hours.
package struct Goal: Sendable {
  /// The index of its file in `Plan.documents`.
  package var document: Int
  package var id: String
  /// The id stands in the file (`id:`), it is not made from the file's name.
  package var hasWrittenID: Bool
  /// The destination: the text of `goal:`.
  package var title: String
  package var status: GoalStatus = .active
  /// From `status: paused 2026-09-28`: active, but no work on it before that day.
  package var pausedUntil: Day?
  package var start: Day?
  package var deadline: Day?
  /// The first deadline, from `planned:`, once it was extended.
  package var planned: Day?
  package var hours: Hours?
  package var off: [DaysOff] = []
  /// Days kept free before the deadline; nil takes the vault's.
  package var buffer: Int?
  /// 1 first, 2 normal, 3 later.
  package var priority: Int = 2
  /// Until the end of this day its work comes before that of all other goals.
  package var first: Day?
  package var isInOrder: Bool = false
  package var progress: Amount?
  package var playbook: String?
  /// Its milestones in `Plan.milestones`.
  package var milestones: Range<Int> = 0..<0

  /// The first day on which it may be worked on; nil where nothing is said.
  package var begins: Day? { [start, pausedUntil].compactMap(\.self).max() }

  package init(document: Int, id: String, hasWrittenID: Bool, title: String) {
    self.document = document
    self.id = id
    self.hasWrittenID = hasWrittenID
    self.title = title
  }
}
