import PlanDocuments
import PlanModel
import Scheduling

/// Leaves work out: optional milestones, then optional tasks, then a tenth off amounts that are not begun.
struct CutActions {
  let plan: Plan
  let work: RemainingWork
  let goals: [Int]
  /// Trials of single sets are bounded: with more optional milestones than this, the largest are tried first.
  private static let mostMilestones = 6

  /// Every useful set, mildest first: the fewest milestones, then the fewest hours; then all of them with the tasks; then
  /// with a tenth off one amount more each, from the end of the plan.
  var ways: [[RecoveryAction]] {
    let milestones = self.milestones
    let largest = milestones.sorted { $0.minutesSaved > $1.minutesSaved }.prefix(Self.mostMilestones)
    var ways = Self.subsets(of: Array(largest)).sorted {
      ($0.count, $0.minutesSaved) < ($1.count, $1.minutesSaved)
    }
    if milestones.count > largest.count { ways.append(milestones) }
    var all = milestones
    let tasks = self.tasks
    if !tasks.isEmpty {
      all += tasks
      ways.append(all)
    }
    for tenth in tenths.reversed() {
      all.append(tenth)
      ways.append(all)
    }
    return ways
  }

  /// All that can be left out, whether it suffices or not.
  var everything: [RecoveryAction] { milestones + tasks + tenths.reversed() }

  private var open: [Int] {
    goals.flatMap { plan.goals[$0].milestones }.filter { plan.isPlanned($0) }
  }

  private var milestones: [RecoveryAction] {
    open.filter { plan.milestones[$0].isOptional && !plan.milestones[$0].isFixed }.map { index in
      RecoveryAction(
        slug: "cut-" + Identifier.slug(of: plan.milestones[index].id, limit: 24),
        sentence:
          "Cut \(title: plan.milestones[index].title) (optional), \(minutes: work[index].remaining)",
        writes: [
          PlannedWrite(
            subject: .milestone(plan.name(of: index)), key: "", action: .box(old: .open, new: .cancelled))
        ],
        minutesSaved: work[index].remaining)
    }
  }

  private var tasks: [RecoveryAction] {
    open.filter { !plan.milestones[$0].isOptional }.compactMap { index in
      let document = plan.documents[plan.milestones[index].document]
      let range = plan.milestones[index].tasks
      let optional = range.filter {
        plan.tasks[$0].isOptional && plan.tasks[$0].state == .open && plan.tasks[$0].isLeaf
      }
      guard !optional.isEmpty else { return nil }
      let saved = optional.reduce(0) { $0 + Int(plan.tasks[$1].minutes ?? 0) }
      return RecoveryAction(
        slug: "tasks-" + Identifier.slug(of: plan.milestones[index].id, limit: 24),
        sentence: "Leave out the optional tasks of \(title: plan.milestones[index].title)",
        writes: optional.map { task in
          PlannedWrite(
            subject: .milestone(plan.name(of: index)), key: "",
            action: .task(
              task - range.lowerBound, title: document.title(of: Int(plan.tasks[task].item)), old: .open,
              new: .cancelled))
        },
        minutesSaved: saved)
    }
  }

  /// A tenth off amounts of which nothing is done yet; effort in proportion.
  private var tenths: [RecoveryAction] {
    open.filter { !plan.milestones[$0].isOptional && !plan.milestones[$0].isFixed }.compactMap { index in
      let milestone = plan.milestones[index]
      guard let amount = milestone.progress, amount.to > amount.from, amount.now == amount.from,
        let written = plan.writtenValue(of: .progress, milestone: index)
      else { return nil }
      let tenth = amount.total / 10_000 * 1000
      guard tenth > 0 else { return nil }
      var less = amount
      less.to -= tenth
      var writes = [
        PlannedWrite(
          subject: .milestone(plan.name(of: index)), key: "progress", action: .set(old: written, new: less.written))
      ]
      var saved = 0
      if let effort = milestone.effort, let effortText = plan.writtenValue(of: .effort, milestone: index) {
        // To the half hour, as people write estimates; short ones to the minute.
        func share(_ minutes: Int) -> Int {
          let exact = Int((Int64(minutes) * less.total + amount.total / 2) / amount.total)
          return exact >= 300 ? (exact + 15) / 30 * 30 : exact
        }
        let shorter = Effort(low: share(effort.low), high: share(effort.high))
        writes.append(
          PlannedWrite(
            subject: .milestone(plan.name(of: index)), key: "effort",
            action: .set(old: effortText, new: shorter.written)))
        saved = effort.middle - shorter.middle
      }
      let unit = amount.unit.isEmpty ? "" : " " + amount.unit
      return RecoveryAction(
        slug: "tenth-" + Identifier.slug(of: milestone.id, limit: 24),
        sentence:
          "\(title: milestone.title) becomes a tenth shorter: \(words: grouped(less.to) + unit), \(minutes: saved) less",
        writes: writes, minutesSaved: saved)
    }
  }

  /// Such as `13,500`.
  private func grouped(_ thousandths: Int64) -> String {
    guard thousandths % 1000 == 0, thousandths >= 10_000_000 else { return Amount.written(thousandths: thousandths) }
    let digits = String(thousandths / 1000)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }

  private static func subsets(of actions: [RecoveryAction]) -> [[RecoveryAction]] {
    (1..<(1 << actions.count)).map { bits in
      actions.indices.filter { bits & (1 << $0) != 0 }.map { actions[$0] }
    }
  }
}
