/// What a history remembers of a vault: its plan files after each commit.
package struct VaultPast: Sendable {
  /// The vault as one commit left it.
  package struct State: Sendable {
    /// The commit's name.
    package var name: String
    package var day: Day
    /// The states that it follows, by their index; the first is the one that it was made from.
    ///
    /// Empty for a beginning.
    package var parents: [Int]
    package var snapshot: VaultSnapshot
    /// Where files were before, by where they are, since the first parent.
    package var renames: [VaultPath: VaultPath]
    /// The calendars that were committed, each with the name of its bytes in git.
    package var calendarFiles: [VaultPath: String]

    package init(
      name: String, day: Day, parents: [Int], snapshot: VaultSnapshot, renames: [VaultPath: VaultPath] = [:],
      calendarFiles: [VaultPath: String] = [:]
    ) {
      self.name = name
      self.day = day
      self.parents = parents
      self.snapshot = snapshot
      self.renames = renames
      self.calendarFiles = calendarFiles
    }
  }

  /// A version of a file that could not be read; the one before it stands in for it.
  package struct Unreadable: Hashable, Sendable {
    package var path: VaultPath
    package var commit: String
    package var day: Day
    package var reason: String

    package init(path: VaultPath, commit: String, day: Day, reason: String) {
      self.path = path
      self.commit = commit
      self.day = day
      self.reason = reason
    }
  }

  /// Each after those that it follows; the last is the one that the files of today were made from.
  package var states: [State]
  package var unreadable: [Unreadable]
  /// The oldest states are not the beginning.
  package var isShallow: Bool

  package init(states: [State] = [], unreadable: [Unreadable] = [], isShallow: Bool = false) {
    self.states = states
    self.unreadable = unreadable
    self.isShallow = isShallow
  }
}
