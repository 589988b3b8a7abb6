/// What a plan has and the person's own list had not.
package struct DraftGap: Hashable, Sendable {
  /// How many steps the person had.
  package var ownCount: Int
  /// The milestones of the draft that the list has not, forgotten steps first.
  package var missing: [Int]

  /// - Parameter own: the titles of the person's steps.
  package init(own: [String], draft: DraftPlan, words: WordLists) {
    ownCount = own.count
    // Of a step in pieces only the last one, which has its title, is asked about.
    let ids = Set(draft.milestones.map(\.id))
    let asked = draft.milestones.indices.filter { !ids.contains(draft.milestones[$0].id.withoutNumber) }
    var names: [[String]] = []
    // The milestone that is there where the step is; nil for a task, with which the rest of its milestone is not there.
    var holders: [Int?] = []
    for index in asked {
      let milestone = draft.milestones[index]
      names.append(milestone.names)
      holders.append(index)
      for task in milestone.tasks where task.title != milestone.title {
        names.append([task.title] + task.also)
        holders.append(nil)
      }
    }
    let found = Set(StepMatching(own, names, words: words).pairs.compactMap { $0.flatMap { holders[$0] } })
    let missing = asked.filter { !found.contains($0) }
    self.missing =
      missing.filter { draft.milestones[$0].isForgotten } + missing.filter { !draft.milestones[$0].isForgotten }
  }
}

extension String {
  /// `part-1` of `part-1-2`; empty where it ends in no number.
  fileprivate var withoutNumber: String {
    guard let dash = lastIndex(of: "-"), Int(self[index(after: dash)...]) != nil else { return "" }
    return String(self[..<dash])
  }
}
