import PlanDocuments
import Scheduling
import TestSupport
import Testing

@Suite struct WorkBlockLaws {
  @Test(arguments: 1...30)
  func blocksKeepToTheHoursAndMakeUpTheWork(seed: Int) {
    let vault = BlockVault(seed: seed, hasWindows: seed % 3 != 0)
    let problem = vault.problem()
    let schedule = PlanSchedule(of: problem)
    let result = WorkBlocks(problem, schedule)
    #expect(vault.faults(of: result, for: schedule) == [])
    // Where every stretch lies on the grid, all the hours find their room.
    if seed % 3 != 0 { #expect(result.unplaced == [:]) }
  }

  @Test(arguments: 61...75)
  func appointmentsOffTheGridAreKeptClearToo(seed: Int) {
    let vault = BlockVault(seed: seed, onGrid: false)
    let problem = vault.problem()
    let schedule = PlanSchedule(of: problem)
    #expect(vault.faults(of: WorkBlocks(problem, schedule), for: schedule) == [])
  }

  @Test(arguments: 1...24)
  func aSecondRunMovesNothing(seed: Int) {
    let vault = BlockVault(seed: seed, onGrid: seed % 2 == 0)
    let problem = vault.problem()
    let schedule = PlanSchedule(of: problem)
    let first = named(WorkBlocks(problem, schedule).blocks)
    #expect(WorkBlocks(problem, schedule, keeping: first).blocks == first)
  }

  /// With fewer hours other work may press sooner; then the order of the work itself is another, which is rare.
  @Test func aNewMeetingMovesOnlyWhatItMeetsAndWhatComesLater() throws {
    var looked = 0
    var reordered = 0
    for seed in 1...40 {
      var vault = BlockVault(seed: seed)
      let before = PlanSchedule(of: vault.problem())
      let old = named(WorkBlocks(vault.problem(), before).blocks)
      guard !old.isEmpty else { continue }
      looked += 1
      var random = SeededGenerator(seed: seed)
      let met = old[Int.random(in: 0..<old.count, using: &random)]
      vault.busy[met.day, default: []].append(ClockWindow(start: met.window.start - 5, end: met.window.start + 30))
      let schedule = PlanSchedule(of: vault.problem())
      let new = WorkBlocks(vault.problem(), schedule, keeping: old)
      #expect(vault.faults(of: new, for: schedule) == [])
      let hit = old.filter { block in
        (vault.busy[block.day] ?? []).contains { $0.start < block.window.end && block.window.start < $0.end }
      }
      let moved = old.filter { !new.blocks.contains($0) && !hit.contains($0) }
      let first = try #require(hit.map { ($0.day, $0.window.start) }.min { $0 < $1 })
      func sooner(_ plan: PlanSchedule) -> [[PlanSchedule.Portion]] {
        plan.jobs.map { $0.portions.filter { $0.day < first.0 } }
      }
      guard sooner(schedule) == sooner(before) else {
        reordered += 1
        continue
      }
      for block in moved {
        #expect((block.day, block.window.start) >= first, "seed \(seed): \(block) is before the meeting")
      }
    }
    #expect(looked > 30 && reordered * 4 <= looked, "\(reordered) of \(looked)")
  }

  @Test(arguments: 1...40)
  func aWeekThatIsWorkedAsItsBlocksSayMovesNothing(seed: Int) {
    var vault = BlockVault(seed: seed, onGrid: seed % 2 == 0)
    for job in vault.jobs.indices {
      // A wait that nobody has begun would begin later each week; a fixed day that passes is another matter.
      if vault.jobs[job].minutes == 0 { vault.jobs[job].wait = 0 }
      vault.jobs[job].fixed = nil
    }
    var old = named(WorkBlocks(vault.problem(), PlanSchedule(of: vault.problem())).blocks)
    for week in 1...3 {
      let monday = vault.today + 7 * week
      vault.work(old.filter { $0.day < monday })
      let problem = vault.problem(today: monday)
      let new = WorkBlocks(problem, PlanSchedule(of: problem), keeping: old).blocks
      #expect(new == old.filter { $0.day >= monday }, "week \(week)")
      old = new
    }
  }

  @Test(arguments: 1...8)
  func whereEverythingIsLateAMeetingStillMovesFew(seed: Int) throws {
    var vault = BlockVault(seed: seed)
    vault.hours = (0..<7).map { _ in (minutes: 120, window: ClockWindow(start: 480, end: 660)) }
    (vault.away, vault.goalLimits, vault.targets) = ([], [nil, nil, nil], [14, 21, 28])
    vault.jobs = (0..<18).map { .init(goal: $0 / 6, minutes: 300, before: $0 % 6 == 0 ? [] : [$0 - 1]) }
    let old = named(WorkBlocks(vault.problem(), PlanSchedule(of: vault.problem())).blocks)
    try #require(old.count > 30)
    let met = old[seed]
    vault.busy[met.day, default: []].append(met.window)
    let schedule = PlanSchedule(of: vault.problem())
    let new = WorkBlocks(vault.problem(), schedule, keeping: old)
    #expect(vault.faults(of: new, for: schedule) == [])
    let moved = old.filter { !new.blocks.contains($0) }
    // About one in each milestone that follows.
    #expect(moved.count <= 20, "\(moved.count) of \(old.count)")
    #expect(WorkBlocks(vault.problem(), schedule, keeping: named(new.blocks)).blocks == named(new.blocks))
  }

  @Test func withRoomToSpareOneMeetingMovesOneBlock() throws {
    var vault = BlockVault(seed: 1)
    vault.hours = (0..<7).map { _ in (minutes: 120, window: ClockWindow(start: 480, end: 720)) }
    (vault.busy, vault.away, vault.goalLimits, vault.targets) = ([:], [], [nil, nil], [60, 60])
    vault.jobs = [
      .init(goal: 0, minutes: 600), .init(goal: 1, minutes: 600), .init(goal: 1, minutes: 300, before: [1]),
    ]
    let old = named(WorkBlocks(vault.problem(), PlanSchedule(of: vault.problem())).blocks)
    let met = old[3]
    vault.busy[met.day] = [met.window]
    let new = WorkBlocks(vault.problem(), PlanSchedule(of: vault.problem()), keeping: old).blocks
    #expect(old.filter { !new.contains($0) } == [met])
    #expect(new.first { $0.identity == met.identity }?.day == met.day)
  }

  @Test func aBlockThatThePersonPlacedStays() {
    var vault = BlockVault(seed: 1)
    vault.hours = (0..<7).map { _ in (minutes: 60, window: ClockWindow(start: 480, end: 540)) }
    (vault.busy, vault.away, vault.goalLimits, vault.targets) = ([:], [], [nil], [60])
    vault.jobs = [.init(goal: 0, minutes: 300)]
    let problem = vault.problem()
    var old = named(WorkBlocks(problem, PlanSchedule(of: problem)).blocks)
    old[2].window = ClockWindow(start: 1203, end: 1263)
    old[2].isPinned = true
    #expect(WorkBlocks(problem, PlanSchedule(of: problem), keeping: old).blocks == old)
  }

  @Test func doneWorkTakesItsLastBlocksAway() {
    var vault = BlockVault(seed: 1)
    vault.hours = (0..<7).map { _ in (minutes: 60, window: ClockWindow(start: 480, end: 540)) }
    (vault.busy, vault.away, vault.goalLimits, vault.targets) = ([:], [], [nil], [60])
    vault.jobs = [.init(goal: 0, minutes: 300)]
    let old = named(WorkBlocks(vault.problem(), PlanSchedule(of: vault.problem())).blocks)
    vault.jobs[0].minutes = 165
    let new = WorkBlocks(vault.problem(), PlanSchedule(of: vault.problem()), keeping: old).blocks
    #expect(Array(new.prefix(2)) == Array(old.prefix(2)))
    #expect(new.map(\.window.length) == [60, 60, 45])
  }

  private func named(_ blocks: [WorkBlock]) -> [WorkBlock] {
    blocks.enumerated().map { index, block in
      var block = block
      block.identity = "block-\(index)"
      return block
    }
  }
}
