/// The share of free hours that becomes finished work, as the newest review note records it.
///
/// Every command plans with this figure, so that they all agree between two reviews.
package struct RecordedPace: Hashable, Sendable {
  /// In hundredths, 10 to 100.
  package var percent: Int
  /// The weeks of the person's own that it comes from.
  package var weeks: Int

  /// Before anything is known of a person: people typically finish this share.
  package static let usual = RecordedPace(percent: 60, weeks: 0)
  /// With fewer weeks the figure is more that of most people.
  package static let leastWeeks = 4
  /// A pace that differs by less is the same, so that which goals can be reached doesn't change with every week.
  package static let leastChange = 5

  package init(percent: Int, weeks: Int) {
    self.percent = min(100, max(10, percent))
    self.weeks = weeks
  }

  /// It says more of the person than of most people.
  package var isOwn: Bool { weeks >= Self.leastWeeks }

  /// This pace after a new look at the past: the old figure where the new one is close to it.
  package func renewed(by new: RecordedPace) -> RecordedPace {
    RecordedPace(percent: abs(new.percent - percent) < Self.leastChange ? percent : new.percent, weeks: new.weeks)
  }
}
