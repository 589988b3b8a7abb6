import ArgumentParser
import Forecasting
import PlanDocuments
import Scheduling

/// How many work blocks move from one run to the next, and what moved them.
struct BlocksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "blocks", abstract: "Count the work blocks of made-up vaults that move from one run to the next.",
    discussion: """
      Each vault has three goals of eight milestones, meetings, and a trip. A block has moved when it stood in the time to come and does not any more, neither whole nor shortened.
      """)

  @Option(help: "How many vaults of each kind.")
  var vaults = 8

  @Option(help: "How many weeks each is followed.")
  var weeks = 4

  @Option(help: "The first day.")
  var today: Day = GeneratedVault.usualToday

  private enum Event: String, CaseIterable {
    case again = "the same day again"
    case worked = "a week, worked as planned"
    case half = "a week, every other block worked"
    case idle = "a week, nothing worked"
    case meeting = "one new meeting"
    case early = "a milestone done early"
  }

  func run() {
    print("load  what happens                       blocks  met  moved: mean  most  late d  anew  unplaced h    ms")
    for load in [60, 95, 140] {
      for event in Event.allCases { follow(event, load: load) }
    }
  }

  private func follow(_ event: Event, load: Int) {
    var (blocks, met, moves, lates, freshLates, unplaced) = (0, 0, [Int](), 0, 0, 0)
    var slowest = Duration.zero
    for seed in 1...max(1, vaults) {
      var vault = PlannedHalfYear(seed: seed, load: load, today: today.monday)
      var random = Random(seed: UInt64(seed))
      var old = named(WorkBlocks(ScheduledPlan(vault.plan)).blocks)
      for _ in 0..<max(1, weeks) {
        blocks += old.count
        met += happens(event, to: &vault, old, &random)
        let outlook = ScheduledPlan(vault.plan)
        var new = WorkBlocks(outlook)
        slowest = max(slowest, ContinuousClock().measure { new = WorkBlocks(outlook, keeping: old) })
        let needed = Set(outlook.problem.jobs.filter { $0.minutes > 0 }.map(\.milestone))
        moves.append(
          old.count { block in
            block.day >= vault.today && needed.contains(block.milestone)
              && !new.blocks.contains {
                $0.milestone == block.milestone && $0.day == block.day && $0.window.start == block.window.start
              }
          })
        lates += lateness(of: new, outlook)
        freshLates += lateness(of: WorkBlocks(outlook), outlook)
        unplaced += new.unplaced.values.reduce(0, +)
        old = named(new.blocks)
      }
    }
    let runs = moves.count
    let mean = (Double(moves.reduce(0, +)) / Double(runs) * 10).rounded() / 10
    let row: [(String, Int)] = [
      ("\(load)%", -6), (event.rawValue, -36), ("\(blocks / runs)", 5), ("\(met / runs)", 5), ("\(mean)", 13),
      ("\(moves.max() ?? 0)", 6), ("\(lates / runs)", 8), ("\(freshLates / runs)", 6), ("\(unplaced / runs / 60)", 12),
      ("\(slowest.components.seconds * 1000 + slowest.components.attoseconds / 1_000_000_000_000_000)", 6),
    ]
    print(row.map { padded($0.0, $0.1) }.joined())
  }

  /// How many blocks the event meets.
  private func happens(_ event: Event, to vault: inout PlannedHalfYear, _ old: [WorkBlock], _ random: inout Random)
    -> Int
  {
    switch event {
    case .again: break
    case .worked, .half, .idle:
      let passed = old.filter { $0.day < vault.today + 7 }
      for (place, block) in passed.enumerated() where event == .worked || (event == .half && place % 2 == 0) {
        vault.work(block.window.length, goal: block.milestone / 8, part: block.milestone % 8, on: block.day)
      }
      vault.today = vault.today + 7
      return passed.count
    case .meeting:
      let met = old[random.below(old.count)]
      vault.meet(on: met.day, met.window)
      return 1
    case .early: vault.completeOne()
    }
    return 0
  }

  /// Days by which goals end after their targets, added up.
  private func lateness(of blocks: WorkBlocks, _ outlook: ScheduledPlan) -> Int {
    var ends: [Int: Day] = [:]
    for block in blocks.blocks { ends[block.milestone] = block.day }
    var completions: [Int: Day] = [:]
    for job in outlook.problem.jobs {
      guard let end = ends[job.milestone] else { continue }
      completions[job.goal] = max(completions[job.goal] ?? end, end + job.wait)
    }
    return completions.reduce(0) { sum, goal in
      sum + max(0, goal.value - (outlook.problem.goals[goal.key].target ?? goal.value))
    }
  }

  private func named(_ blocks: [WorkBlock]) -> [WorkBlock] {
    blocks.enumerated().map { index, block in
      var block = block
      block.identity = "block-\(index)"
      return block
    }
  }

  /// To the left of so many columns, below 0; else to their right.
  private func padded(_ text: String, _ width: Int) -> String {
    let space = String(repeating: " ", count: max(1, abs(width) - text.count))
    return width < 0 ? text + space : space + text
  }
}
