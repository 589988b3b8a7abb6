import PlanDocuments
import PlanModel

/// The end and the hours of a draft: what the person named, else what such goals usually take.
extension PlaybookDraft {
  mutating func settleDeadline(
    _ home: PlacedDraft.Owner, _ snapshot: VaultSnapshot, _ plan: Plan, _ record: OwnRecord
  ) {
    guard draft.anchor.deadline == nil else { return }
    let words = draft.anchor.goal + " " + (draft.anchor.success ?? "")
    // A month that is nearly here is next year's, where such a goal takes half a year.
    let least = (playbook.lasts?.low ?? 21) / 3
    let assumed = AssumedTime(playbook: playbook, today: plan.today)
    if let day = DeadlineWords.day(in: words, today: plan.today, least: least) {
      draft.anchor.deadline = day
      assumptions.append(.deadlineRead(day))
    } else if !draft.anchor.time.isEmpty {
      let day = reckonedDeadline(home, snapshot, plan.today, record) ?? assumed.deadline
      draft.anchor.deadline = day
      assumptions.append(.deadlineReckoned(day))
    } else {
      draft.anchor.deadline = assumed.deadline
      assumptions.append(.deadlineUsual(assumed.deadline, playbook.lasts ?? Wait(low: 56, high: 182)))
    }
  }

  /// Hours for a goal that has none of its own: as many as its work asks for, as far as the vault has them.
  mutating func settleHours(_ home: PlacedDraft.Owner, _ snapshot: VaultSnapshot, _ plan: Plan) {
    guard draft.anchor.time.isEmpty, let deadline = draft.anchor.deadline else { return }
    let assumed = AssumedTime(playbook: playbook, today: plan.today)
    let target = deadline - (draft.anchor.buffer ?? plan.settings.buffer ?? 0)
    var minutes = assumed.weeklyMinutes(
      for: draft.minutes() + (kept?.minutes ?? 0), until: target, waits: draft.longestWait)
    let most = AssumedTime.mostMinutes(in: plan, until: target)
    if let most { minutes = max(30, min(minutes, most)) }
    draft.anchor.time = [AssumedTime.written(minutes)]
    // More where waits leave less room than was reckoned.
    for _ in 0..<10 where (most ?? .max) > minutes {
      if end(home, snapshot, plan).fits { break }
      minutes = min(most ?? .max, minutes + max(30, minutes / 8 / 30 * 30))
      draft.anchor.time = [AssumedTime.written(minutes)]
    }
    assumptions.append(.hours(minutes))
  }

  /// What can still give way: an end that nobody named moves; usual hours may be the lower ones of their range.
  mutating func makeRoom(_ home: PlacedDraft.Owner, _ snapshot: VaultSnapshot, _ plan: Plan, isOwnEffort: Bool) {
    guard !end(home, snapshot, plan).fits, let deadline = draft.anchor.deadline else { return }
    let buffer = draft.anchor.buffer ?? plan.settings.buffer ?? 0
    if let index = assumptions.firstIndex(where: \.isOurDeadline) {
      // Another end may change what has room beside the other goals, so it is looked at again.
      for _ in 0..<4 {
        let now = end(home, snapshot, plan)
        guard !now.fits, let day = now.completion else { break }
        draft.anchor.deadline = (max(day + buffer, draft.anchor.deadline ?? day)).monday + 6
        if let later = draft.anchor.deadline { assumptions[index] = assumptions[index].moved(to: later) }
      }
      return
    }
    guard !isOwnEffort, let usual = playbook.effort, usual.middle > 0 else { return }
    // Where the time is part of the goal (a sprint, a quarter) the scope follows it; elsewhere only the shorter half is taken.
    let isBox = playbook.lasts.map { $0.high - $0.low <= 21 } ?? false
    let floor = Double(isBox ? usual.low : (usual.low + usual.middle) / 2) / Double(usual.middle)
    let whole = draft
    for step in stride(from: 0.95, through: floor - 0.001, by: -0.05) {
      draft = whole
      draft.scaleEffort(step)
      if end(home, snapshot, plan).fits {
        assumptions.append(.tight(minutes: draft.minutes(), usual: whole.minutes(), until: deadline))
        return
      }
    }
    draft = whole
  }

  func end(_ home: PlacedDraft.Owner, _ snapshot: VaultSnapshot, _ plan: Plan) -> (completion: Day?, fits: Bool) {
    PlacedDraft.end(of: draft, home: home, in: snapshot, today: plan.today)
  }

  /// When the work is done at the usual pace with the hours that the person named, with the buffer, on the Sunday of that week.
  private func reckonedDeadline(
    _ home: PlacedDraft.Owner, _ snapshot: VaultSnapshot, _ today: Day, _ record: OwnRecord
  ) -> Day? {
    guard let placed = try? PlacedDraft(draft, home: home, in: snapshot, today: today),
      let last = placed.draft.milestones.compactMap(\.due).max(), placed.undatable == 0
    else { return nil }
    return max(last + placed.ground.buffer, today + (playbook.lasts?.low ?? 0)).monday + 6
  }
}

extension PlaybookDraft.Assumption {
  /// Nobody named the end, so it may move.
  fileprivate var isOurDeadline: Bool {
    switch self {
    case .deadlineUsual, .deadlineReckoned: true
    default: false
    }
  }

  fileprivate func moved(to day: Day) -> Self {
    if case .deadlineUsual(_, let lasts) = self { return .deadlineUsual(day, lasts) }
    return .deadlineReckoned(day)
  }
}
