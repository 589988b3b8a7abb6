import Checks
import PlanDocuments
import PlanModel

extension DraftPlan {
  /// What cannot stay so in this draft, most basic first; empty for a sound one.
  ///
  /// Dates are looked at where milestones have some, so it is asked twice: of the draft, and of the placed draft.
  package func findings(on ground: DraftGround) -> [DraftFinding] {
    var findings = DraftFindingsList(draft: self, ground: ground)
    findings.findMilestones()
    findings.findReferences()
    findings.findEffort()
    findings.findDates()
    return findings.found
  }
}

private struct DraftFindingsList {
  let draft: DraftPlan
  let ground: DraftGround
  var found: [DraftFinding] = []

  init(draft: DraftPlan, ground: DraftGround) {
    self.draft = draft
    self.ground = ground
  }

  private mutating func error(_ kind: DraftFinding.Kind, _ message: String) {
    found.append(DraftFinding(kind: kind, isError: true, message: message))
  }

  private mutating func remark(_ kind: DraftFinding.Kind, _ message: String) {
    found.append(DraftFinding(kind: kind, isError: false, message: message))
  }

  // MARK: Names

  mutating func findMilestones() {
    if draft.milestones.isEmpty { error(.empty, "The plan has no milestones.") }
    if draft.milestones.count > ground.mostMilestones {
      error(
        .tooMany,
        "\(draft.milestones.count) milestones are too many to look after; at most \(ground.mostMilestones) fit into the time. Make small steps tasks of a larger milestone."
      )
    }
    var seen: Set<String> = []
    for (number, milestone) in draft.milestones.enumerated() {
      if HarmlessText.line(milestone.title).isEmpty {
        error(.noTitle, "Milestone \(number + 1) has no title.")
      }
      if Identifier.slug(of: milestone.id) != milestone.id || milestone.id.isEmpty
        || !milestone.id.utf8.allSatisfy({ $0 < 0x80 })
      {
        error(
          .badID,
          "“\(milestone.id)” is no id. An id has at most \(Identifier.longest) of the characters a to z, 0 to 9 and -, such as part-1."
        )
      }
      if !seen.insert(milestone.id).inserted {
        error(.duplicateID, "The id “\(milestone.id)” stands on two milestones. Give each an id of its own.")
      }
    }
  }

  // MARK: Dependencies

  mutating func findReferences() {
    let own = Set(draft.milestones.map(\.id))
    for milestone in draft.milestones {
      for name in milestone.after where !own.contains(name) && !ground.names.contains(name) {
        let near = NearestWords.to(name, in: own)
        let known = near.isEmpty ? "" : " Did you mean \(near.map { "“\($0)”" }.joined(separator: " or "))?"
        error(
          .unknownID,
          "“\(milestone.id)” comes after “\(name)”, which is no milestone of this plan.\(known)")
      }
    }
    for loop in loops() {
      let chain = (loop + [loop[0]]).map { "“\($0)”" }.joined(separator: " after ")
      error(.cycle, "These milestones wait for each other: \(chain). Take one of these `after` out.")
    }
  }

  /// The loops among the draft's own milestones, each as a chain.
  private func loops() -> [[String]] {
    let index = Dictionary(draft.milestones.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let before = draft.milestones.map { milestone in milestone.after.compactMap { index[$0] } }
    return StrongComponents(of: before).loops.map { knot in
      let chain = StrongComponents.shortestLoop(in: knot, of: before) ?? knot
      return chain.map { draft.milestones[$0].id }
    }
  }

  // MARK: Work

  mutating func findEffort() {
    for milestone in draft.milestones {
      if let effort = milestone.effort, effort.low < 0 || effort.high > 2_000 * 60 {
        error(.badEffort, "The effort of “\(milestone.id)” is \(effort.written); it must lie between 0h and 2000h.")
      }
      if let wait = milestone.wait, wait.low < 0 || wait.high > 1_000 {
        error(.badWait, "The wait of “\(milestone.id)” is \(wait.written); it must lie between 0d and 1000d.")
      }
    }
    guard found.allSatisfy({ !$0.isError }) else { return }
    if let minutes = ground.minutes, draft.minutes(withOptional: false) > minutes {
      let needed = CheckWords.hours(draft.minutes(withOptional: false))
      error(
        .tooMuchEffort,
        "The milestones need \(needed), and there are \(CheckWords.hours(minutes)) until \(ground.target.map(\.description) ?? "the end"). Name less work, a later end or more hours."
      )
    }
    if let target = ground.target, draft.longestWait > target - ground.today {
      error(
        .waitsTooLong,
        "The waits alone take \(CheckWords.days(draft.longestWait)), and there are \(CheckWords.days(target - ground.today)) until \(target.description). Let waits run side by side, or name a later end."
      )
    }
  }

  // MARK: Dates

  mutating func findDates() {
    for milestone in draft.milestones {
      guard let due = milestone.due else {
        if milestone.isFixed {
          error(.fixedWithoutDate, "“\(milestone.id)” has a fixed date, and no date is given.")
        }
        continue
      }
      if due < ground.today {
        error(
          .pastDate, "“\(milestone.id)” is due on \(due.description), and today is \(ground.today.description).")
      }
      if let deadline = ground.deadline, due > deadline {
        error(
          .pastDeadline,
          "“\(milestone.id)” is due on \(due.description), after the deadline on \(deadline.description).")
      }
    }
    findSpacing()
  }

  /// A long stretch without a milestone: the figures of the check `too-sparse`.
  private mutating func findSpacing() {
    let dues = draft.milestones.compactMap(\.due)
    guard dues.count == draft.milestones.count, let last = dues.max() else { return }
    let days = (ground.deadline ?? last) - ground.today
    let most = days <= 184 ? 28 : 49
    let order = ([ground.today] + dues).sorted()
    guard let widest = zip(order, order.dropFirst()).max(by: { $0.1 - $0.0 < $1.1 - $1.0 }),
      widest.1 - widest.0 > most
    else { return }
    remark(
      .spacing,
      "Between \(widest.0.description) and \(widest.1.description) there is no milestone. What must be true in the middle?"
    )
  }
}
