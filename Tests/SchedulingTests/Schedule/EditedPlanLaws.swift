import PlanDocuments
import PlanModel
import TestSupport
import Testing

@testable import Scheduling

/// What a small edit does to the plan: more hours or less work make no class later, a name decides nothing, a later deadline
/// makes no latest day earlier, and fewer hours take no warning away.
///
/// The classes leave exceptions, and the days that an end can reach: they are counted by kind.
@Suite struct EditedPlanLaws {
  /// The lists of days late, class by class, after what an end can reach at the person's pace and after its own day.
  private struct Lists {
    var afterReach: [[Int]]
    var afterDay: [[Int]]

    init(_ vault: SmallVault) {
      let problem = vault.problem
      let schedule = PlanSchedule(of: problem)
      var scheduleCase = ScheduleCase(problem)
      let rests = problem.restsOnAssumedHours(scheduleCase.network)
      let atPace = EarliestEnds(&scheduleCase, pace: problem.pace, restsOnAssumed: rests)
      let constraints = EndConstraints(
        problem, scheduleCase, atPace: atPace, isNever: atPace.isNever, restsOnAssumed: rests)
      afterReach = Array(repeating: [], count: EndConstraints.classCount)
      afterDay = afterReach
      for end in constraints.ends {
        let day = end.day + schedule.lateDays(of: end.subject)
        afterReach[end.priorityClass].append(max(0, day - end.reachable))
        afterDay[end.priorityClass].append(max(0, day - end.day))
      }
      afterReach = afterReach.map { $0.sorted(by: >) }
      afterDay = afterDay.map { $0.sorted(by: >) }
    }
  }

  enum Outcome: String { case noLater, earlierClassIsLessLate, reachIsBetterKept, largestIsLarger }

  private static func outcome(_ before: Lists, _ after: Lists) -> Outcome {
    for number in before.afterDay.indices {
      let reach = (before.afterReach[number], after.afterReach[number])
      let day = (before.afterDay[number], after.afterDay[number])
      if (day.1.first ?? 0) > (day.0.first ?? 0) {
        return reach.1.lexicographicallyPrecedes(reach.0) ? .reachIsBetterKept : .largestIsLarger
      }
      // Later classes take what this one leaves.
      if reach.0 != reach.1 || day.0 != day.1 { return .earlierClassIsLessLate }
    }
    return .noLater
  }

  private static func without(_ job: Int, _ vault: SmallVault) -> SmallVault {
    var vault = vault
    let before = vault.jobs[job].before
    vault.jobs.remove(at: job)
    for index in vault.jobs.indices {
      if vault.jobs[index].before.contains(job) { vault.jobs[index].before += before }
      vault.jobs[index].before = Set(vault.jobs[index].before).subtracting([job]).sorted().map {
        $0 > job ? $0 - 1 : $0
      }
    }
    return vault
  }

  private static func edits(_ vault: SmallVault, seed: Int) -> [(name: String, vault: SmallVault)] {
    var random = SeededGenerator(seed: seed &* 13 &+ 5)
    var hour = vault
    hour.vault[Int.random(in: 0..<7, using: &random)] += 1
    for goal in hour.goals.indices { hour.goals[goal].daily = hour.goals[goal].daily?.map { $0 + 1 } }
    var work = vault
    let job = Int.random(in: vault.jobs.indices, using: &random)
    if work.jobs[job].units > 0 { work.jobs[job].units -= 1 }
    // Another name of its file puts a goal elsewhere in the order.
    var renamed = vault
    let order = Array(vault.goals.indices.reversed())
    renamed.goals = order.map { vault.goals[$0] }
    let jobs = vault.jobs.indices.sorted { (order[vault.jobs[$0].goal], $0) < (order[vault.jobs[$1].goal], $1) }
    renamed.jobs = jobs.map { vault.jobs[$0] }
    for index in renamed.jobs.indices {
      renamed.jobs[index].goal = order[renamed.jobs[index].goal]
      renamed.jobs[index].before = renamed.jobs[index].before.compactMap { jobs.firstIndex(of: $0) }
    }
    return [
      ("an hour more", hour), ("less work", work), ("a milestone less", without(job, vault)), ("a rename", renamed),
    ]
  }

  @Test(arguments: SmallVault.Kind.allCases)
  func noClassIsLaterForMoreHoursLessWorkOrAName(kind: SmallVault.Kind) {
    var counts: [String: [String: Int]] = [:]
    var (later, edits) = (0, 0)
    for seed in 0..<(seedCount ?? 6) {
      let vault = SmallVault(kind: kind, seed: seed)
      let before = Lists(vault)
      for (name, edited) in Self.edits(vault, seed: seed) where !edited.jobs.isEmpty {
        let outcome = Self.outcome(before, Lists(edited))
        counts[name, default: [:]][outcome.rawValue, default: 0] += 1
        let isLater = name == "a rename" ? outcome != .noLater : outcome == .largestIsLarger
        if isLater, seedCount != nil { print("\(kind) \(seed), \(name): \(outcome)") }
        later += isLater ? 1 : 0
        edits += 1
      }
    }
    if seedCount != nil {
      print("\(kind), edits: \(counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })")
    }
    #expect(later * 200 <= edits, "\(kind): \(later) of \(edits)")
  }

  /// Where the later deadline lets another end be less late, that end is held to its earlier day: the one exception.
  @Test(arguments: SmallVault.Kind.allCases)
  func aLaterDeadlineMakesNoLatestDayEarlier(kind: SmallVault.Kind) {
    func lateDays(_ vault: SmallVault, _ schedule: PlanSchedule) -> [Int] {
      schedule.goals.map(\.lateDays) + schedule.jobs.map(\.lateDays)
    }
    var counts = (items: 0, excepted: 0, earlier: 0)
    for seed in 0..<(seedCount ?? 6) {
      let vault = SmallVault(kind: kind, seed: seed)
      guard let goal = vault.goals.firstIndex(where: { $0.target != nil }), let target = vault.goals[goal].target else {
        continue
      }
      let before = PlanSchedule(of: vault.problem)
      for days in [1, 4] {
        var later = vault
        later.goals[goal].target = target + days
        let after = PlanSchedule(of: later.problem)
        let isLessLate = zip(lateDays(vault, before), lateDays(later, after)).enumerated()
          .contains { $0.offset != goal && $0.element.1 < $0.element.0 }
        for job in vault.jobs.indices where before.jobs[job].isLatestExact && after.jobs[job].isLatestExact {
          guard let one = before.jobs[job].latest, let two = after.jobs[job].latest else { continue }
          counts.items += 1
          guard two < one else { continue }
          if isLessLate { counts.excepted += 1 } else { counts.earlier += 1 }
          #expect(isLessLate, "\(kind) \(seed), job \(job), \(days) days later: \(one) then \(two)")
        }
      }
    }
    if seedCount != nil { print("\(kind), a later deadline: \(counts)") }
  }

  /// Where a goal no longer fits even alone, its work leaves the conflict that it had with others: the one exception.
  @Test(arguments: SmallVault.Kind.allCases)
  func fewerHoursTakeNoWarningAway(kind: SmallVault.Kind) {
    func warned(_ vault: SmallVault) -> (goals: Set<Int>, fits: [Bool]) {
      let schedule = PlanSchedule(of: vault.problem)
      let late = vault.jobs.indices.filter { schedule.jobs[$0].lateDays > 0 }.map { vault.jobs[$0].goal }
      let goals = vault.goals.indices.filter { goal in
        let dates = schedule.goals[goal]
        return dates.isNever || !dates.fitsAlone || dates.lateDays > 0
          || schedule.conflicts.contains { $0.demands.contains { $0.goal == goal } }
      }
      return (Set(late + goals), schedule.goals.map { $0.fitsAlone && !$0.isNever })
    }
    var counts = (edits: 0, excepted: 0, gone: 0)
    for seed in 0..<(seedCount ?? 6) {
      let vault = SmallVault(kind: kind, seed: seed)
      let before = warned(vault)
      for weekday in 0..<7 where vault.vault[weekday] > 0 {
        var fewer = vault
        fewer.vault[weekday] -= 1
        guard fewer.vault.contains(where: { $0 > 0 }) else { continue }
        let after = warned(fewer)
        counts.edits += 1
        guard !before.goals.isSubset(of: after.goals) else { continue }
        if zip(before.fits, after.fits).contains(where: { $0 && !$1 }) {
          counts.excepted += 1
        } else {
          counts.gone += 1
          if seedCount != nil {
            print(
              "\(kind) \(seed), weekday \(weekday): \(before.goals.subtracting(after.goals)) \(before.fits) \(after.fits)"
            )
          }
        }
      }
    }
    if seedCount != nil { print("\(kind), fewer hours: \(counts)") }
    #expect(counts.gone <= max(1, counts.edits / 100), "\(kind): \(counts)")
  }
}
