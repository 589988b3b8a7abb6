import PlanDocuments
import PlanModel

extension Playbook {
  /// What a good playbook has and this one has not, besides what cannot be read in it.
  ///
  /// One sentence each; empty for a sound one.
  package var shortcomings: [String] {
    var found = findings.map(\.message)
    if milestones.count < 3 {
      found.append("It has \(milestones.count) milestones; below three there is nothing to plan.")
    }
    if lasts == nil { found.append("It does not say how long it usually takes: lasts: 12-20w.") }
    if effort == nil { found.append("It does not say how much work it usually is: effort: 60-150h.") }
    if sources.isEmpty { found.append("It names no sources for its figures.") }
    if match.isEmpty { found.append("It has no words to be found by: match.") }
    if !milestones.contains(where: { $0.wait != nil || $0.isForgotten }) {
      found.append("No step waits for anybody and none is marked as forgotten; look for what people leave out.")
    }
    if milestones.count >= 5, milestones.allSatisfy(\.after.isEmpty) {
      found.append("No step comes after another: what must be true first?")
    }
    if let lasts, waitsAlone >= lasts.high {
      found.append("Its waits alone take \(waitsAlone) days, and it lasts \(lasts.high).")
    }
    return found
  }

  /// Days of waits along the longest chain, each by its middle.
  private var waitsAlone: Int {
    DraftPlan(
      anchor: GoalAnchor(goal: title),
      milestones: milestones.map { DraftPlan.Milestone(id: $0.id, title: $0.title, after: $0.after, wait: $0.wait) }
    ).longestWait
  }
}
