package import PlanDocuments

/// A box that was first seen ticked on a day.
package struct SeenTick: Hashable, Sendable {
  package enum Box: Hashable, Sendable {
    /// The index in `Plan.milestones`.
    case milestone(Int)
    /// The index in `Plan.tasks`.
    case task(Int)
  }

  package var box: Box
  package var day: Day

  package init(box: Box, day: Day) {
    self.box = box
    self.day = day
  }
}
