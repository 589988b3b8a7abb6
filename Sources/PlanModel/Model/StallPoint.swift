/// A point of a goal at which people stall, by its playbook: `30%: the middle third; keep chapters short`.
package struct StallPoint: Hashable, Sendable {
  package enum Position: Hashable, Sendable {
    /// So much of the work is done.
    case percent(Int)
    /// The week since the goal's start, from 1.
    case week(Int)
  }

  package var position: Position
  package var words: String

  package init(position: Position, words: String) {
    self.position = position
    self.words = words
  }
}
