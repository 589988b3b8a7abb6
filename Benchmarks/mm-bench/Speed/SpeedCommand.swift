import ArgumentParser
import PlanDocuments

/// Compares our work with a plain C loop over the same files.
struct SpeedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "speed",
    abstract: "Compare reading, checking and planning a vault with a plain C loop over its files.",
    discussion: """
      Each round runs every contender once, in a process of its own, so that a slow moment of the machine hits all alike.
      Shown are the medians over the rounds, and the median of each round's ratio to the plain C loop on one core, by the
      clock and by the time that processors spent: the second says more on a machine that others use too.
      """)

  @Option(help: "How many rounds.")
  var rounds = 15

  @Option(help: "The day that the vault was generated for.")
  var today: Day = GeneratedVault.usualToday

  @Option(help: "Also measure this program: its start and its whole `check`.")
  var mm: String?

  @Argument(help: "A vault, best one that `generate` has made.")
  var vault: String

  func run() throws {
    var series = lineUp.map { Series(runner: $0) }
    // The first round warms the file cache and is not counted.
    for round in 0...max(1, rounds) {
      for index in series.indices {
        let sample = try series[index].runner.sample()
        if round > 0 { series[index].samples.append(sample) }
      }
    }
    print(SpeedTable(series: series).text)
  }

  private var lineUp: [Runner] {
    var runners: [Runner] = []
    for contender in Contender.allCases {
      for cores in contender.cores {
        runners.append(
          .ourselves(contender, cores: cores, ["measure", contender.rawValue, vault, "--today", today.description]))
      }
    }
    if let mm {
      for cores in [1, 2] {
        let arguments = ["check", "--vault", vault, "--today", today.description]
        runners.append(Runner(title: "mm check", cores: cores, program: mm, arguments: arguments))
      }
      runners.append(Runner(title: "mm --version", cores: 2, program: mm, arguments: ["--version"]))
    }
    return runners
  }
}
