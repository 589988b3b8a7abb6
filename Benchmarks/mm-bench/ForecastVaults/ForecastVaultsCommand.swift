import ArgumentParser

/// Measures the whole forecast on made-up lives.
struct ForecastVaultsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast-vaults",
    abstract: "Score forecasts of simulated people with one to twelve goals beside a forecaster that knows them.",
    discussion: """
      Each person has a vault with a commit a week, a habit of dividing the hours, a pace, and weeks as uneven as their \
      family's; one goal of one review is scored. The families phases and catching-up are kept for final figures: build \
      on the others. Coverage counts a day that is met on the day itself as half; width (10 to 90 %) and pinball are \
      given in parts of those of the knowing forecaster.
      """)

  @Option(help: "Families of people: plain, uneven, phases, catchingUp.")
  var families = "plain,uneven"

  @Option(help: "People; a fifth of them at most has nothing left to forecast.")
  var people = 12_000

  @Option(help: "A number that the people are made from.")
  var seed = 1

  @Option(help: "Only people with at least and at most so many goals, such as 1-1.")
  var goals = "1-99"

  func run() throws {
    let families = families.split(separator: ",").compactMap { SimulatedPerson.Family(rawValue: String($0)) }
    guard !families.isEmpty else { throw ValidationError("There are the families plain, uneven, phases, catchingUp.") }
    let bounds = goals.split(separator: "-").compactMap { Int($0) }
    guard bounds.count == 2, bounds[0] <= bounds[1] else { throw ValidationError("Goals are given as 2-4.") }
    print(ForecastVaults(families: families, people: people, seed: seed, goals: bounds[0]...bounds[1]).text())
  }
}
