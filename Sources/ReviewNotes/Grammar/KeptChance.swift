/// The chance of a goal as a note keeps it.
package struct KeptChance: Hashable, Sendable {
  /// The goal's id.
  package var goal: String
  /// 0 to 100.
  package var percent: Int

  package init(goal: String, percent: Int) {
    self.goal = goal
    self.percent = percent
  }
}
