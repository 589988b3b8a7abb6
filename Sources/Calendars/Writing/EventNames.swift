/// Finds the milestones of today's plan behind the names under which events were written, so that a rename keeps its event.
///
/// A name that is still there means the same milestone. Of the others a goal's is looked for by the milestones that it shares
/// with a new goal; inside a goal, a milestone by its title, by its day, and last as the only one that is left on both sides.
struct EventNames {
  struct Item: Hashable {
    /// `book/part-1`
    var name: String
    var title: String
    var day: String

    var goal: Substring { name.prefix { $0 != "/" } }
    var own: Substring { name.dropFirst(goal.count + 1) }
  }

  /// Today's name by the written one; names that mean nothing any more are left out.
  private(set) var current: [String: String] = [:]

  init(written: [Item], planned: [Item]) {
    let known = Set(planned.map(\.name))
    var left = written.filter { !known.contains($0.name) }
    for item in written where known.contains(item.name) { current[item.name] = item.name }
    let goals = EventNames.goals(written: written, planned: planned)
    let taken = Set(current.values)
    var free = planned.filter { !taken.contains($0.name) }

    func match(_ isSame: (Item, Item) -> Bool) {
      for item in left {
        let goal = goals[item.goal] ?? item.goal
        let found = free.filter { $0.goal == goal && isSame(item, $0) }
        let rivals = left.filter { (goals[$0.goal] ?? $0.goal) == goal && found.count == 1 && isSame($0, found[0]) }
        guard found.count == 1, rivals.count == 1 else { continue }
        current[item.name] = found[0].name
        free.removeAll { $0 == found[0] }
      }
      left.removeAll { current[$0.name] != nil }
    }
    match { $0.own == $1.own }
    match { !$0.title.isEmpty && $0.title == $1.title }
    match { !$0.day.isEmpty && $0.day == $1.day }
    match { _, _ in true }
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
