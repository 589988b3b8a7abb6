import ArgumentParser
import CPlainLoop
import ChildPrograms
import Forecasting
import PlanDocuments
import PlanModel
import SystemPackage
import VaultStorage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Times history and forecast against git's own two commands for the same commits.
struct HistorySpeedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history-speed",
    abstract: "Time history and forecast against `git log --raw` and `git cat-file --batch` of the same commits.",
    discussion: """
      The repository is made in the folder named. Each round runs all parts once after another, so that a slow moment \
      of the machine hits all alike; shown are the medians.
      """)

  @Option(help: "Goals; each has ten milestones with five tasks each.")
  var goals = 20

  @Option(help: "Commits.")
  var commits = 500

  @Option(help: "How many rounds.")
  var rounds = 15

  @Argument(help: "A folder that is not there yet, or is empty.")
  var folder: String

  private static let parts = [
    "git log and cat-file", "states of the past; meanwhile the vault is read and planned", "what became of each box",
    "forecast",
  ]

  func run() throws {
    var environment: [String: String] = [:]
    for name in ["PATH", "HOME"] { environment[name] = getenv(name).map { String(cString: $0) } }
    guard let path = ProgramSearch.program("git", path: environment["PATH"]),
      let program = GitProgram(environment: environment)
    else { throw ValidationError("git is not installed.") }
    let git = Git(path: path, environment: environment.map { "\($0)=\($1)" })
    let root = FilePath(folder)
    try Disk.makeFolder(root)
    guard try Disk.isEmpty(root) else { throw ValidationError("\(folder) is not empty.") }
    let today = GeneratedVault.usualToday
    try GeneratedPast(goals: goals, commits: commits, today: today).make(in: folder, git: git)

    var times = [[Double]](repeating: [], count: Self.parts.count)
    var seen = ""
    for round in 0...rounds {
      let marks = try measure(git, program, today, &seen)
      // The first round warms the file cache and is not counted.
      if round > 0 { for part in times.indices { times[part].append(marks[part]) } }
    }
    for (name, times) in zip(Self.parts, times) { print("\(fixed(median(times), 1)) ms  \(name)") }
    let ratios = times[0].indices.map { round in times[1...].reduce(0) { $0 + $1[round] } / times[0][round] }
    let history = times[0].indices.map { round in (times[1][round] + times[2][round]) / times[0][round] }
    print("history is \(fixed(median(history), 2)) times git's own, history and forecast \(fixed(median(ratios), 2))")
    print(seen)
  }

  private func measure(_ git: Git, _ program: GitProgram, _ today: Day, _ seen: inout String) throws -> [Double] {
    let vault = Vault(at: folder, stateFolder: "")
    var marks = [mm_nanoseconds()]
    let log = try git.output(of: ["log", "--raw", "--no-abbrev"], in: folder)
    let blobs = Set(
      log.split(separator: 10).filter { $0.first == UInt8(ascii: ":") }.map { $0.split(separator: 32)[3] })
    let bytes = try git.output(
      of: ["cat-file", "--batch"], in: folder,
      input: Array(blobs.sorted { $0.lexicographicallyPrecedes($1) }.joined(separator: [10])) + [10])
    marks.append(mm_nanoseconds())
    // As the program does it: the vault is read and planned while git tells.
    let (past, planned) = ParallelSteps.both {
      Result { try GitRepository.find(around: vault, with: program)?.past() }
    } and: {
      Result { ForecastedPlan(Plan(reading: try vault.snapshot(), today: today)) }
    }
    guard let past = try past.get() else { return [] }
    var outlook = try planned.get()
    marks.append(mm_nanoseconds())
    let history = PlanHistory(TracedPast(past, today: today), current: outlook.plan)
    let evidence = ForecastEvidence(history, outlook.scheduled)
    marks.append(mm_nanoseconds())
    if !history.handedOver.isEmpty { outlook = ForecastedPlan(outlook.plan, handedOver: history.handedOver) }
    outlook.addForecast(evidence)
    marks.append(mm_nanoseconds())
    seen =
      "\(past.states.count) commits, \(blobs.count) blobs, \(bytes.count) bytes; "
      + "\(outlook.plan.milestones.count) milestones, \(evidence.ownWeeks) weeks of history"
    return zip(marks.dropFirst(), marks).map { Double($0 - $1) / 1e6 }
  }
}
