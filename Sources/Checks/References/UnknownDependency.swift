import PlanDocuments
import PlanModel

/// Finds references to milestones and goals that are nowhere in the vault.
struct UnknownDependency: Check {
  static let card = CheckCard(
    code: "MM202", name: "unknown-dependency", severity: .error,
    finds: "An `after` that names no milestone and no goal.",
    matters: "The plan goes on as if nothing had to come first, so its dates may be too early.",
    cure: "Correct the spelling; name a milestone of another goal as `goal/milestone`.",
    examples: [
      .fires("- [ ] Draft id:draft\n- [ ] Edit after:draft,↓cover"),
      .fires(
        "- [ ] Edit after:↓both",
        beside: [
          "a.md": "---\ngoal: One\n---\n## Milestones\n- [ ] X id:both\n",
          "b.md": "---\ngoal: Two\n---\n## Milestones\n- [ ] Y id:both\n",
        ]),
      .silent("- [ ] Draft id:draft\n- [ ] Edit after:draft"),
      .silent("- [ ] Draft of chapter one\n- [ ] Edit after:draft-of-chapter-one"),
      .fires("- [ ] Draft id:draft\n- [ ] Edit after:↓drfat"),
      .fires("- [ ] First edition id:v1\n- [ ] Party after:↓v2"),
    ])

  func findings(in facts: CheckFacts) -> [Finding] {
    let plan = facts.plan
    var found: [Finding] = []
    var followers: [[Int]]?
    for index in plan.milestones.indices {
      for reference in plan.milestones[index].after where reference.target == .unknown {
        let known = followers ?? plan.followers
        followers = known
        // Looking for what was meant takes time; where this much is wrong, it is something else than slips.
        found.append(finding(reference, of: index, plan, followers: found.count < 200 ? known : nil))
      }
    }
    return found
  }

  private func finding(
    _ reference: DependencyReference, of milestone: Int, _ plan: Plan, followers: [[Int]]?
  ) -> Finding {
    let document = plan.documents[plan.milestones[milestone].document]
    let place = Place(path: document.text.path, span: reference.span)
    guard let followers else { return card.finding(at: place, "Nothing in the vault is called `\(reference.text)`.") }
    let same =
      reference.text.contains("/") ? [] : plan.milestones.indices.filter { plan.milestones[$0].id == reference.text }
    if same.count > 1 {
      let names = same.prefix(3).map { "`\(plan.name(of: $0))`" }
      return card.finding(
        at: place,
        "`\(reference.text)` is in \(CheckWords.counted(same.count, "goal")). Write \(names.joined(separator: " or "))."
      )
    }
    let candidates = candidates(for: reference, of: milestone, plan, followers)
    let near = NearestWords.to(reference.text, in: candidates)
    guard let first = near.first else {
      return card.finding(at: place, "Nothing in the vault is called `\(reference.text)`.")
    }
    // A near name is a suggestion: what is meant may not be written yet, as `v2` beside `v1`.
    return card.finding(at: place, "Nothing in the vault is called `\(reference.text)`. Did you mean `\(first)`?")
  }

  /// What may sensibly be meant: milestones of the own goal, other goals, and with a slash milestones elsewhere; nothing
  /// that waits for this milestone or is named already.
  private func candidates(
    for reference: DependencyReference, of milestone: Int, _ plan: Plan, _ followers: [[Int]]
  ) -> [String] {
    let own = plan.milestones[milestone].goal
    let waiting = Self.waiting(for: milestone, followers)
    let named = Set(plan.milestones[milestone].after.map(\.text))
    func names(in goal: Int, _ prefix: String) -> [String] {
      plan.goals[goal].milestones.filter { !waiting.contains($0) }.map { prefix + plan.milestones[$0].id }
    }
    var all = names(in: own, "")
    for goal in plan.goals.indices where goal != own { all.append(plan.goals[goal].id) }
    if let slash = reference.text.lastIndex(of: "/") {
      let container = String(reference.text[..<slash])
      let near = plan.goals.indices.filter { goal in
        plan.goals[goal].id == container || NearestWords.only(to: container, in: [plan.goals[goal].id]) != nil
      }
      for goal in near { all += names(in: goal, plan.goals[goal].id + "/") }
    }
    return all.filter { !named.contains($0) }
  }

  /// The milestone and everything that comes after it, directly or not.
  private static func waiting(for milestone: Int, _ followers: [[Int]]) -> Set<Int> {
    var found: Set = [milestone]
    var pending = [milestone]
    while let next = pending.popLast() {
      for follower in followers[next] where found.insert(follower).inserted { pending.append(follower) }
    }
    return found
  }
}

extension Plan {
  /// The milestones that come directly after each.
  fileprivate var followers: [[Int]] {
    var followers: [[Int]] = Array(repeating: [], count: milestones.count)
    for index in milestones.indices { for before in milestones[index].predecessors { followers[before].append(index) } }
    return followers
  }
}
