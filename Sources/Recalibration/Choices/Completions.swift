import Forecasting
import PlanDocuments
import PlanModel
import Scheduling

/// What looks complete but does not say so: offered for a tick, never assumed.
struct Completions {
  let plan: Plan
  let work: RemainingWork

  /// One proposal for each reason that applies, grouped.
  var choices: [Choice] {
    [
      choice(
        "complete-boxes", allTicked,
        because: allTicked.count == 1 ? "every box in it is ticked" : "every box in them is ticked"),
      choice("complete-amounts", fullAmounts, because: "the amount is full"),
      choice("complete-waits", waitsOver, because: "the wait is over"),
    ].compactMap(\.self)
  }

  private func choice(_ slug: String, _ milestones: [Int], because reason: String) -> Choice? {
    guard !milestones.isEmpty else { return nil }
    let shown = milestones.prefix(3)
    var names: Sentence = ""
    for (index, milestone) in shown.enumerated() {
      if index > 0 { names = names + (index == shown.count - 1 && milestones.count <= 3 ? " and " : ", ") }
      names = names + "\(title: plan.milestones[milestone].title)"
    }
    if milestones.count > 3 { names = names + " and \(milestones.count - 3) more" }
    return Choice(
      number: 0, slug: slug, sentence: "Complete \(names): \(words: reason).",
      writes: milestones.map(write))
  }

  private func write(_ milestone: Int) -> PlannedWrite {
    let subject = PlannedWrite.Subject.milestone(plan.name(of: milestone))
    switch plan.milestones[milestone].origin {
    case .item: return PlannedWrite(subject: subject, key: "", action: .box(old: .open, new: .done))
    case .file:
      return PlannedWrite(subject: subject, key: "done", action: .set(old: nil, new: plan.today.description))
    }
  }

  private var open: [Int] {
    plan.activeGoals.flatMap { plan.goals[$0].milestones }.filter { plan.isPlanned($0) }
  }

  /// Open milestones without a wait in which a box is ticked and none is open.
  private var allTicked: [Int] {
    open.filter { index in
      let milestone = plan.milestones[index]
      let boxes = plan.tasks[milestone.tasks].filter(\.isLeaf).map(\.state)
      return milestone.wait == nil && milestone.progress == nil && boxes.contains(.done) && !boxes.contains(.open)
    }
  }

  /// Complete by their amount, with a box that does not say so.
  private var fullAmounts: [Int] {
    plan.activeGoals.flatMap { plan.goals[$0].milestones }.filter { index in
      let milestone = plan.milestones[index]
      guard milestone.state == .done, milestone.done == nil, milestone.progress?.isFull == true else { return false }
      if case .item(let item) = milestone.origin {
        return plan.documents[milestone.document].items[item].state == .open
      }
      return true
    }
  }

  /// Handed over so long ago that the wait, as the person expected it, has passed.
  private var waitsOver: [Int] {
    open.filter { index in
      guard let since = work[index].handedOver, let wait = plan.milestones[index].wait else { return false }
      return since + wait.middle < plan.today
    }
  }
}
