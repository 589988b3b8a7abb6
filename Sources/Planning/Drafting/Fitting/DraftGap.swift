/// What a plan has and the person's own list had not.
package struct DraftGap: Hashable, Sendable {
  /// How many steps the person had.
  package var ownCount: Int
  /// The milestones of the draft that the list has not, forgotten steps first.
  package var missing: [Int]

  /// - Parameter own: the titles of the person's steps.
  package init(own: [String], draft: DraftPlan) {
    ownCount = own.count
    // Of a step in pieces only the last one, which has its title, is asked about.
    let ids = Set(draft.milestones.map(\.id))
    let asked = draft.milestones.indices.filter { !ids.contains(draft.milestones[$0].id.withoutNumber) }
    var names: [(title: String, milestone: Int)] = []
    for index in asked {
      let milestone = draft.milestones[index]
      names.append((milestone.title, index))
      // A part is called by its number.
      if milestone.id.contains(where: \.isNumber) { names.append((milestone.id.replacing("-", with: " "), index)) }
      names += milestone.tasks.filter { $0.title != milestone.title }.map { ($0.title, index) }
    }
    let found = Set(StepMatching(own, names.map(\.title)).pairs.compactMap(\.self).map { names[$0].milestone })
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
