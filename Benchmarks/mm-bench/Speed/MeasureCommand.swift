import ArgumentParser
import CPlainLoop
import PlanDocuments

/// One run of one contender, for `speed`.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Run one contender once and print nanoseconds, those of the processors, and peak kilobytes.",
    shouldDisplay: false)

  @Option var today: Day = GeneratedVault.usualToday
  @Argument var contender: Contender
  @Argument var vault: String

  func run() throws {
    let work = try contender.work(vault: vault, today: today)
    let start = (clock: mm_nanoseconds(), processor: mm_processor_nanoseconds())
    let seen = try work()
    let end = (clock: mm_nanoseconds(), processor: mm_processor_nanoseconds())
    print("\(end.clock - start.clock) \(end.processor - start.processor) \(mm_peak_kilobytes()) \(seen)")
  }
}
