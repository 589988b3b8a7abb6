import Forecasting
import PlanDocuments
import PlanModel
import Scheduling

/// Makes the amounts of a goal that aren't begun one or two tenths smaller; their effort shrinks with them.
enum ShrinkLever {
  static func actions(_ ground: LeverGround) -> [RecoveryAction] {
    ground.goalsToHelp.flatMap { goal in [1, 2].compactMap { action(goal, tenths: $0, ground) } }
  }

  private static func action(_ goal: Int, tenths: Int, _ ground: LeverGround) -> RecoveryAction? {
    let plan = ground.plan
    var writes: [PlannedWrite] = []
    var saved = 0
    var parts: [(milestone: Int, amount: Amount)] = []
    for index in plan.goals[goal].milestones where plan.isPlanned(index) && !plan.milestones[index].isFixed {
      guard let amount = plan.milestones[index].progress, amount.to > amount.from, amount.now == amount.from,
        let written = plan.writtenValue(of: .progress, milestone: index)
      else { continue }
      let less = amount.smaller(byTenths: tenths)
      guard less.to < amount.to else { continue }
      let subject = PlannedWrite.Subject.milestone(plan.name(of: index))
      writes.append(PlannedWrite(subject: subject, key: "progress", action: .set(old: written, new: less.written)))
      parts.append((index, less))
      if let effort = plan.milestones[index].effort, let text = plan.writtenValue(of: .effort, milestone: index) {
        let shorter = effort.share(of: less.total, in: amount.total)
        writes.append(PlannedWrite(subject: subject, key: "effort", action: .set(old: text, new: shorter.written)))
        saved += effort.middle - shorter.middle
      }
    }
    guard !parts.isEmpty, saved > 0 else { return nil }
    let share = tenths == 1 ? "a tenth" : "a fifth"
    return RecoveryAction(
      .shrink, phrase: phrase(parts, share, ground, saved: saved), writes: writes,
      disruption: Disruption.smaller(tenths: tenths, minutes: saved, priority: plan.goals[goal].priority),
      minutesSaved: saved, goals: [goal])
  }

  /// At most two are named with their new amounts; the titles in the files keep the old figures, which is said.
  private static func phrase(
    _ parts: [(milestone: Int, amount: Amount)], _ share: String, _ ground: LeverGround, saved: Int
  ) -> Sentence {
    let plan = ground.plan
    let amounts = parts.map(\.amount.total.grouped)
    var subject: Sentence = ""
    switch parts.count {
    case 1: subject = ground.name(ofMilestone: parts[0].milestone)
    case 2:
      subject = ground.name(ofMilestone: parts[0].milestone) + " and " + ground.name(ofMilestone: parts[1].milestone)
    default:
      subject = "the \(parts.count) parts of \(ground.name(plan.milestones[parts[0].milestone].goal)) that aren't begun"
    }
    let unit = parts[0].amount.unit.isEmpty ? "" : " " + parts[0].amount.unit
    let new = parts.count > 2 ? "" : ", " + amounts.joined(separator: " and ") + unit
    let hasFigure = parts.contains { part in
      let digits = plan.milestones[part.milestone].title.filter(\.isNumber)
      return plan.milestones[part.milestone].progress.map { digits.contains(String($0.total / 1000)) } ?? false
    }
    let remark = hasFigure ? "; the title keeps the old figure" : ""
    return "make \(subject) \(words: share) shorter\(words: new) (saves \(minutes: saved)\(words: remark))"
  }
}

extension Amount {
  /// With less to do; in whole units.
  fileprivate func smaller(byTenths tenths: Int) -> Amount {
    var less = self
    less.to -= total * Int64(tenths) / 10_000 * 1000
    return less
  }
}

extension Effort {
  /// In proportion, to the half hour, as people write estimates; short ones to the minute.
  fileprivate func share(of part: Int64, in whole: Int64) -> Effort {
    func share(_ minutes: Int) -> Int {
      let exact = Int((Int64(minutes) * part + whole / 2) / whole)
      return exact >= 300 ? (exact + 15) / 30 * 30 : exact
    }
    return Effort(low: share(low), high: share(high))
  }
}

extension Int64 {
  /// Thousandths as people write amounts: `13,500`.
  fileprivate var grouped: String {
    guard self % 1000 == 0, self >= 10_000_000 else { return Amount.written(thousandths: self) }
    let digits = String(self / 1000)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}
