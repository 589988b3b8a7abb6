import PlanDocuments

extension DraftPlan {
  /// Puts what the person said about limits and earlier attempts beside the milestones that it is about.
  ///
  /// A limit goes where it has a word in common, as something that the plan takes for granted; an obstacle goes there, or to the
  /// largest step, as a place where it may get stuck.
  mutating func addPersonsReasons(words: WordLists) {
    for constraint in anchor.constraints {
      guard let index = milestone(about: constraint, words) else { continue }
      milestones[index].reasons.append(Playbook.Reason(.assumes, constraint))
    }
    for obstacle in anchor.obstacles {
      let largest = milestones.indices.max {
        (milestones[$0].effort?.middle ?? 0, -$0) < (milestones[$1].effort?.middle ?? 0, -$1)
      }
      guard let index = milestone(about: obstacle, words) ?? largest else { continue }
      milestones[index].reasons.append(Playbook.Reason(.stall, "you wrote: " + obstacle))
    }
  }

  /// The milestone with most words in common; nil where none has one.
  private func milestone(about text: String, _ lists: WordLists) -> Int? {
    let wanted = Set(lists.stems(of: text))
    let shared = milestones.map { milestone in
      wanted.intersection(lists.stems(of: milestone.title)).count
    }
    guard let most = shared.max(), most > 0 else { return nil }
    return shared.firstIndex(of: most)
  }
}
