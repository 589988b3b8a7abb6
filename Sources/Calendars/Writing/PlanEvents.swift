import PlanDocuments
package import PlanModel
package import Scheduling

/// The events that a plan puts into a calendar: milestones, weekly check-ins and the review, work blocks.
package struct PlanEvents: Sendable {
  /// Goal by goal in the plan's order; then the check-ins, the review, the blocks by time.
  package private(set) var events: [OwnEvent]
  /// Minutes that found no room beside the appointments, by index in `Plan.milestones`.
  package private(set) var unplaced: [Int: Int] = [:]

  /// - Parameters:
  ///   - written: what stands in the calendar now: check-ins and blocks stay where they are.
  ///   - withBlocks: lays work blocks.
  package init(
    _ scheduled: ScheduledPlan, over written: [WrittenEvent] = [], settings: CalendarSettings = CalendarSettings(),
    withBlocks: Bool
  ) {
    events = PlanEvents.milestones(of: scheduled.plan, settings)
    let names = EventRenewal.names(events, written)
    events += PlanEvents.checkIns(of: scheduled.plan, settings, over: written, names)
    if let review = settings.review {
      events.append(
        OwnEvent(
          kind: .review, name: "", uid: OwnUID.uid(of: "review"), summary: "Weekly review",
          note: "mm review writes the week's note: what is done, what is next, what is to decide.",
          time: .weekly(PlanEvents.next(review.weekday, scheduled.plan.today), review.window, until: nil), alarm: 0,
          changed: scheduled.plan.today))
    }
    if withBlocks { addBlocks(scheduled, written, names, settings) }
  }

  // MARK: Milestones

  /// Those with a day: open ones of active goals on their due day, complete ones on the day that they were complete.
  private static func milestones(of plan: Plan, _ settings: CalendarSettings) -> [OwnEvent] {
    plan.milestones.indices.compactMap { index in
      let milestone = plan.milestones[index]
      let goal = plan.goals[milestone.goal]
      let isDone = milestone.state == .done && (goal.status == .active || goal.status == .done)
      let isOpen = milestone.state == .open && goal.status == .active
      guard isDone || isOpen, let day = isDone ? milestone.done ?? milestone.due : milestone.due else { return nil }
      let name = plan.name(of: index)
      return OwnEvent(
        kind: .milestone, name: name, uid: OwnUID.uid(of: "due \(name)"),
        summary: (isDone ? "✓ " : "") + label(milestone, in: plan),
        note: goal.title + (isOpen && milestone.isFixed ? "\nThe day is fixed." : ""), time: .day(day),
        alarm: isOpen ? settings.milestoneAlarm : nil, changed: plan.today)
    }
  }

  private static func label(_ milestone: Milestone, in plan: Plan) -> String {
    "\(milestone.title) (\(plan.goals[milestone.goal].id))"
  }

  // MARK: Check-ins

  /// One after the other; a goal that has one keeps its time.
  private static func checkIns(
    of plan: Plan, _ settings: CalendarSettings, over written: [WrittenEvent], _ names: EventNames
  ) -> [OwnEvent] {
    guard let first = settings.checkIn else { return [] }
    let goals = plan.goals.filter { $0.status == .active && ($0.deadline.map { $0 >= plan.today } ?? true) }
    let length = first.window.length
    let slots = (0..<max(0, 24 * 60 - first.window.start) / length).map {
      ClockWindow(start: first.window.start + $0 * length, end: first.window.end + $0 * length)
    }
    var chosen: [String: ClockWindow] = [:]
    for event in written where event.kind == .checkIn {
      guard case .weekly(_, let window, _)? = event.recordedTime, let name = event.record.map(names.name),
        goals.contains(where: { $0.id == name }), slots.contains(window), !chosen.values.contains(window)
      else { continue }
      chosen[name] = window
    }
    return goals.map { goal in
      let window = chosen[goal.id] ?? slots.first { !chosen.values.contains($0) } ?? first.window
      chosen[goal.id] = window
      return OwnEvent(
        kind: .checkIn, name: goal.id, uid: OwnUID.uid(of: "check-in \(goal.id)"), summary: "Check in: \(goal.id)",
        note: "\(goal.title)\nWhat has moved since last week? Tick it in the goal's note.",
        time: .weekly(next(first.weekday, plan.today), window, until: goal.deadline), alarm: 0, changed: plan.today)
    }
  }

  private static func next(_ weekday: Weekday, _ today: Day) -> Day {
    today + (weekday.fromMonday - today.weekday.fromMonday + 7) % 7
  }

  // MARK: Blocks

  private mutating func addBlocks(
    _ scheduled: ScheduledPlan, _ written: [WrittenEvent], _ names: EventNames, _ settings: CalendarSettings
  ) {
    let plan = scheduled.plan
    let earlier = PlanEvents.blocks(in: written, names, for: plan)
    let laid = WorkBlocks(scheduled, keeping: earlier, rules: settings.blocks)
    unplaced = laid.unplaced
    var used = Set(written.map(\.uid)).union(laid.blocks.compactMap(\.identity))
    for block in laid.blocks {
      let milestone = plan.milestones[block.milestone]
      let name = plan.name(of: block.milestone)
      var number = 1
      var uid = block.identity ?? OwnUID.uid(of: "block \(name) \(number)")
      while block.identity == nil, used.contains(uid) {
        number += 1
        uid = OwnUID.uid(of: "block \(name) \(number)")
      }
      used.insert(uid)
      events.append(
        OwnEvent(
          kind: .block, name: name, uid: uid, summary: "Work on " + PlanEvents.label(milestone, in: plan),
          note: plan.goals[milestone.goal].title, time: .clock(block.day, block.window), alarm: settings.blockAlarm,
          changed: plan.today))
    }
  }
}

extension PlanEvents {
  /// The work blocks that stand in a calendar.
  package static func blocks(in written: [WrittenEvent], for plan: Plan) -> [WorkBlock] {
    blocks(in: written, EventRenewal.names(dated(plan), written), for: plan)
  }

  fileprivate static func blocks(in written: [WrittenEvent], _ names: EventNames, for plan: Plan) -> [WorkBlock] {
    let milestones = numbers(in: plan)
    return written.compactMap { event -> WorkBlock? in
      guard event.kind == .block, let milestone = event.record.flatMap({ milestones[names.name(of: $0)] }),
        case .clock(let day, let window)? = event.time, window.length > 0
      else { return nil }
      return WorkBlock(
        milestone: milestone, day: day, window: window, identity: event.uid, isPinned: event.movedTo != nil)
    }
  }

  fileprivate static func dated(_ plan: Plan) -> [OwnEvent] { milestones(of: plan, CalendarSettings()) }

  /// Milestones by name.
  fileprivate static func numbers(in plan: Plan) -> [String: Int] {
    var numbers: [String: Int] = [:]
    for index in plan.milestones.indices { numbers[plan.name(of: index)] = index }
    return numbers
  }
}

extension MovedMilestone {
  /// The moves that the plan does not know yet, in the plan's order.
  ///
  /// - Parameter written: what stands in the person's calendars; of one that stands in several the first that was moved.
  package static func all(in written: [WrittenEvent], for plan: Plan) -> [MovedMilestone] {
    let names = EventRenewal.names(PlanEvents.dated(plan), written)
    let milestones = PlanEvents.numbers(in: plan)
    var moves: [Int: MovedMilestone] = [:]
    for event in written where event.kind == .milestone {
      guard let from = event.recordedTime?.day, let to = event.movedTo?.day,
        let milestone = event.record.flatMap({ milestones[names.name(of: $0)] }),
        plan.milestones[milestone].state == .open,
        plan.milestones[milestone].due != to, moves[milestone] == nil
      else { continue }
      moves[milestone] = MovedMilestone(milestone: milestone, from: from, to: to)
    }
    return moves.values.sorted { $0.milestone < $1.milestone }
  }
}
