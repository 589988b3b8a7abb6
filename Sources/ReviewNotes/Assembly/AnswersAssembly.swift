import Forecasting
import PlanDocuments
import PlanModel
import Recalibration
import Scheduling

/// What only the person knows of the days that are past: whether a fixed day took place, and whether a wait has begun.
extension ReviewAssembly {
  /// So long a wait may count without a word of the person's before it is the first thing of the week.
  private static let daysUnconfirmed = 7

  /// Fixed milestones of active goals whose day is past, nothing said of them, in the order of the files.
  var passedDays: [(milestone: Int, day: Day)] {
    plan.milestones.indices.compactMap { milestone in
      guard plan.hasPassed(milestone), plan.goals[plan.milestones[milestone].goal].status == .active else { return nil }
      return plan.milestones[milestone].due.map { (milestone, $0) }
    }
  }

  /// Waits that count from the day on which what comes before them was done.
  var unconfirmedWaits: [(milestone: Int, since: Day)] {
    outlook.problem.jobs.compactMap { job in
      let work = outlook.work[job.milestone]
      return work.isProvisional ? work.handedOver.map { (job.milestone, $0) } : nil
    }
  }

  /// Milestones of which the person's part is done, without a day on which the wait could have begun.
  private var undatedWaits: [(milestone: Int, since: Day)] {
    outlook.problem.jobs.compactMap { job in
      let work = outlook.work[job.milestone]
      let isReady = plan.milestones[job.milestone].wait != nil && work.remaining == 0 && work.doneShare >= 1
      return isReady && work.handedOver == nil ? (job.milestone, plan.today) : nil
    }
  }

  /// Boxes that say it.
  var answers: [Choice] {
    passedDays.flatMap(boxes)
      + unconfirmedWaits.map { wait($0.milestone, since: $0.since, because: "what comes before it was done") }
      + undatedWaits.map { wait($0.milestone, since: $0.since, because: "your part is done") }
  }

  private func wait(_ milestone: Int, since: Day, because reason: String) -> Choice {
    let title: Sentence = "\(title: item(ofMilestone: milestone).title)"
    return Choice(
      number: 0, slug: BlockID.waitSlug(plan.name(of: milestone)),
      sentence:
        "The wait of \(title) began on \(since) (\(words: reason)): write `waiting: \(words: since.description)`.",
      writes: [write(milestone, "waiting", from: nil, to: since.description)])
  }

  /// Took place, was moved, will not be.
  private func boxes(_ milestone: Int, on day: Day) -> [Choice] {
    let name = plan.name(of: milestone)
    let title: Sentence = "\(title: item(ofMilestone: milestone).title)"
    let done = write(milestone, "done", from: nil, to: day.description)
    let subject = done.subject
    var tookPlace = [done]
    if case .item = plan.milestones[milestone].origin {
      tookPlace.append(PlannedWrite(subject: subject, key: "", action: .box(old: .open, new: .done)))
    }
    return [
      Choice(
        number: 0, slug: BlockID.tookPlaceSlug(name), sentence: "\(title) took place on \(weekday: day).",
        writes: tookPlace),
      Choice(
        number: 0, slug: BlockID.newDaySlug(name),
        sentence: "\(title) was moved. Write the new day at the end of this line, then tick:",
        writes: [
          write(
            milestone, "due", from: plan.writtenValue(of: .due, milestone: milestone), to: PlannedWrite.askedDay)
        ]),
      Choice(
        number: 0, slug: BlockID.droppedSlug(name), sentence: "\(title) will not take place: cancel it.",
        writes: [PlannedWrite(subject: subject, key: "", action: .box(old: .open, new: .cancelled))]),
    ]
  }

  private func write(_ milestone: Int, _ key: String, from old: String?, to new: String) -> PlannedWrite {
    PlannedWrite(
      subject: .milestone(plan.name(of: milestone)), key: key, action: .set(old: old, new: new))
  }

  /// The question of the week, where a fixed day has passed.
  var passedHeadline: [Sentence]? {
    guard let first = passedDays.first else { return nil }
    let count = passedDays.count - 1
    let more: Sentence = count > 0 ? " The same for \(count) more." : ""
    return [
      "\(weekday: first.day) has passed: did \(title: item(ofMilestone: first.milestone).title) take place?" + more,
      "Tick one of its boxes under *Decide*; until then what follows is planned as if it did.",
    ]
  }

  /// Waits that nobody has confirmed for a week.
  var waitsToConfirm: [Sentence] {
    unconfirmedWaits.filter { plan.today - $0.since >= Self.daysUnconfirmed }.map { milestone, since in
      "First of all: is \(title: item(ofMilestone: milestone).title) out? Its wait counts from \(since), and nobody has confirmed that it began."
    }
  }
}
