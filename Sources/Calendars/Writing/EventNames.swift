/// Finds the milestones of today's plan behind the names under which events were written, so that a rename keeps its
/// event.
///
/// A name that is still there means the same milestone. Of the others a goal's is looked for by the milestones that it
/// shares with a new goal; inside a goal, a milestone by its title, by its day, and last as the only one that is left
/// on both sides.
struct EventNames {
  struct Item: Hashable {
    /// Such as `book/part-1`.
    var name: String
    var title: String
    var day: String

    var goal: Substring { name.prefix { $0 != "/" } }
    var own: Substring { name.dropFirst(goal.count + 1) }
  }

  /// Today's name by the written one; names that mean nothing any more are left out.
  private(set) var current: [String: String] = [:]
  /// Today's goal by the written one, for goals that have another name now.
  private var goals: [Substring: Substring] = [:]

  /// Today's name of what an event is about; the written one where that means nothing any more.
  func name(of record: EventRecord) -> String {
    record.kind == .checkIn
      ? goals[record.name[...]].map(String.init) ?? record.name : current[record.name] ?? record.name
  }

  init(written: [Item], planned: [Item]) {
    let known = Set(planned.map(\.name))
    for item in written where known.contains(item.name) { current[item.name] = item.name }
    goals = EventNames.goals(written: written, planned: planned)
    let left = Dictionary(grouping: written.filter { !known.contains($0.name) }) { [goals] in goals[$0.goal] ?? $0.goal
    }
    let free = Dictionary(grouping: planned.filter { current[$0.name] == nil }, by: \.goal)
    for (goal, items) in left {
      if let candidates = free[goal] { match(items, with: candidates) }
    }
  }

  /// Pairs what is left of one goal on both sides.
  private mutating func match(_ written: [Item], with planned: [Item]) {
    var (left, free) = (written, planned)
    let isSame: [(Item, Item) -> Bool] = [
      { $0.own == $1.own }, { !$0.title.isEmpty && $0.title == $1.title }, { !$0.day.isEmpty && $0.day == $1.day },
      { _, _ in true },
    ]
    for isSame in isSame {
      for item in left {
        let found = free.filter { isSame(item, $0) }
        guard found.count == 1, left.count(where: { isSame($0, found[0]) }) == 1 else { continue }
        current[item.name] = found[0].name
        free.removeAll { $0 == found[0] }
        left.removeAll { $0 == item }
      }
    }
  }

  /// Today's goal by the written one, for goals that have another name now.
  private static func goals(written: [Item], planned: [Item]) -> [Substring: Substring] {
    let old = Dictionary(grouping: written, by: \.goal).filter { goal, _ in !planned.contains { $0.goal == goal } }
    let new = Dictionary(grouping: planned, by: \.goal).filter { goal, _ in !written.contains { $0.goal == goal } }
    var found: [Substring: Substring] = [:]
    for goal in old.keys.sorted() {
      let names = Set((old[goal] ?? []).map(\.own))
      let shared = new.mapValues { items in items.count { names.contains($0.own) } }.filter { $0.value > 0 }
      let best = shared.max { ($0.value, $1.key) < ($1.value, $0.key) }
      if let best, !found.values.contains(best.key) { found[goal] = best.key }
    }
    return found
  }
}
