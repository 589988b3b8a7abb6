import ArgumentParser
import CPlainLoop
import PlanDocuments

/// One run of one contender, for `speed`.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Run one contender once and print its nanoseconds and its peak kilobytes.",
    shouldDisplay: false)

  @Option var today: Day = GeneratedVault.usualToday
  @Argument var contender: Contender
  @Argument var vault: String

  func run() throws {
    let work = try contender.work(vault: vault, today: today)
    let start = mm_nanoseconds()
    let seen = try work()
    print("\(mm_nanoseconds() - start) \(mm_peak_kilobytes()) \(seen)")
  }
}
