import PlanDocuments
import PlanModel

/// Puts what the person said about limits and earlier attempts beside the steps that it is about.
extension PlaybookDraft {
  mutating func addLimits(_ words: WordLists) {
    var unplaced: [String] = []
    for limit in draft.anchor.constraints where !place(limit, words) { unplaced.append(limit) }
    if !unplaced.isEmpty { assumptions.append(.limits(unplaced)) }
    for obstacle in draft.anchor.obstacles { add(obstacle, words) }
  }

  /// A limit of money is at the steps that spend, another one where it has a word in common with a step.
  private mutating func place(_ limit: String, _ words: WordLists) -> Bool {
    let isMoney =
      limit.contains(where: \.isNumber)
      && (limit.contains { "£$€¥".contains($0) }
        || TextWords.words(of: limit).contains {
          words[.money].contains($0) || $0 == "money" || $0 == "budget" || $0 == "cost"
        })
    if isMoney {
      let spending = draft.milestones.indices.filter { draft.milestones[$0].reasons.contains { $0.kind == .cost } }
      for index in spending.prefix(3) {
        draft.milestones[index].reasons.append(
          Playbook.Reason(
            .cost, index == spending.first ? "your limit: \(limit)." : "counts against your limit, \(limit)."))
      }
      return !spending.isEmpty
    }
    guard let index = step(about: limit, least: 1, words) else { return false }
    draft.milestones[index].reasons.append(Playbook.Reason(.assumes, limit))
    return true
  }

  /// An obstacle is where the playbook knows of such trouble, with its remedy; else at the step with words in common.
  private mutating func add(_ obstacle: String, _ words: WordLists) {
    let wanted = Set(words.stems(of: obstacle))
    func shared(_ text: String) -> Int { wanted.intersection(words.stems(of: text)).count }
    let remedies = draft.milestones.indices.flatMap { index in
      draft.milestones[index].reasons.filter { $0.kind == .stall }.map { (index, $0.words) }
    }
    if let known = remedies.max(by: { shared($0.1) < shared($1.1) }), shared(known.1) > 0 {
      draft.milestones[known.0].reasons.append(Playbook.Reason(.stall, "you wrote: \(obstacle). That is this point."))
      return
    }
    if let stall = draft.stalls.max(by: { shared($0.words) < shared($1.words) }), shared(stall.words) > 0,
      let index = draft.milestone(at: stall.position)
    {
      let remedy = stall.words.split(separator: ";", maxSplits: 1).dropFirst().first.map(\.trimmedBlanks) ?? stall.words
      draft.milestones[index].reasons.append(Playbook.Reason(.stall, "you wrote: \(obstacle); \(remedy)"))
      return
    }
    let largest = draft.milestones.indices.max {
      (draft.milestones[$0].effort?.middle ?? 0, -$0) < (draft.milestones[$1].effort?.middle ?? 0, -$1)
    }
    guard let index = step(about: obstacle, least: 1, words) ?? largest else { return }
    let remedy =
      draft.milestones[index].reasons.first { $0.kind == .stall }?.words
      .split(separator: ";", maxSplits: 1).dropFirst().first.map { "; " + $0.trimmedBlanks } ?? ""
    draft.milestones[index].reasons.append(Playbook.Reason(.stall, "you wrote: \(obstacle)\(remedy)"))
  }

  /// The step with most words in common, in its title or what it is called; nil where none has so many.
  private func step(about text: String, least: Int, _ lists: WordLists) -> Int? {
    let wanted = Set(lists.stems(of: text)).filter { !lists.saysLittle($0) }
    let shared = draft.milestones.map { milestone in
      2 * wanted.intersection(lists.stems(of: milestone.title)).count
        + wanted.intersection(milestone.also.flatMap(lists.stems)).count
    }
    guard let most = shared.max(), most >= least else { return nil }
    return shared.firstIndex(of: most)
  }
}
