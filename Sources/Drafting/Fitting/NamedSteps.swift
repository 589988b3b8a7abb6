import PlanDocuments
import PlanModel

/// Steps that a person named for a goal that has no list yet: the playbook has most of them; the others are put where their order
/// puts them.
struct NamedSteps {
  /// The milestones with them.
  private(set) var milestones: [DraftPlan.Milestone]
  /// The steps that the playbook does not know.
  private(set) var added: [String] = []

  /// - Parameters:
  ///   - leftOut: titles of the playbook's steps that this goal does not need; naming one adds nothing.
  init(_ own: [String], in milestones: [DraftPlan.Milestone], leftOut: [String], words: WordLists) {
    self.milestones = milestones
    var names: [[String]] = []
    var holders: [String?] = []
    for milestone in milestones {
      names.append(milestone.names)
      holders.append(milestone.id)
      for task in milestone.tasks where task.title != milestone.title {
        names.append([task.title] + task.also)
        holders.append(milestone.id)
      }
    }
    for title in leftOut {
      names.append([title])
      holders.append(nil)
    }
    let partners = StepMatching(own, names, words: words).pairs
    let efforts = milestones.compactMap(\.effort).filter { $0.high > 0 }.sorted { $0.middle < $1.middle }
    /// The milestone that each step is in.
    var places = partners.map { $0.flatMap { holders[$0] } }
    for (position, title) in own.enumerated() where partners[position] == nil {
      let slug = Identifier.slug(of: HarmlessText.line(title), limit: 40)
      let known = Set(self.milestones.map(\.id))
      guard !slug.isEmpty else { continue }
      let id =
        (1...100).lazy.map { $0 == 1 ? slug : Identifier.numbered(slug, $0) }.first { !known.contains($0) } ?? slug
      let step = DraftPlan.Milestone(
        id: id, title: HarmlessText.line(title, limit: 200), effort: efforts.isEmpty ? nil : efforts[efforts.count / 4])
      put(
        step, after: places[..<position].last { $0 != nil } ?? nil,
        before: places[(position + 1)...].first { $0 != nil } ?? nil)
      places[position] = id
      added.append(step.title)
    }
  }

  private mutating func put(_ step: DraftPlan.Milestone, after earlier: String?, before later: String?) {
    var step = step
    func index(of id: String?) -> Int? { id.flatMap { id in milestones.firstIndex { $0.id == id } } }
    let first = index(of: earlier)
    // Without a neighbour below, it is a part of the way: before the end.
    let next = [index(of: later), milestones.indices.last].lazy.compactMap(\.self).first { $0 > first ?? -1 }
    if let first { step.after = [milestones[first].id] }
    if let next { milestones[next].after.append(step.id) }
    milestones.insert(step, at: first.map { $0 + 1 } ?? next ?? 0)
  }
}
