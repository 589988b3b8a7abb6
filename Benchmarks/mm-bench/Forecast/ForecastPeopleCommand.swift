import ArgumentParser
import Forecasting
import PlanDocuments
import TestSupport

/// Checks the forecast's promises on made-up people whose true pace is known.
struct ForecastPeopleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast-people",
    abstract: "Count how often the 5 in 10 and 8 in 10 dates hold for made-up people with known true pace.",
    discussion: """
      Each plan is a vault with a commit a week, and the forecast is the one that mm forecast makes of it. \
      A third of the plans each is by people with a true pace of 0.4, 0.7 and 1.0. "As measured" people have better \
      and worse quarters, as far apart as those of real people; "never changing" people have the same mean for ever.
      """)

  @Option(help: "Plans for each row.")
  var plans = 500

  @Option(help: "A number that the people are made from.")
  var seed = 1

  func run() throws {
    for (world, spread) in [("as measured", 0.4), ("never changing", 0.0)] {
      print("\(world): share of plans done by their P50 / P80 date")
      print("                      all     pace 0.4       0.7       1.0")
      for temper in SyntheticPerson.Temper.allCases {
        for weeks in [4, 8, 16] {
          let counts = [0.4, 0.7, 1.0].map {
            hits(SyntheticPerson(pace: $0, temper: temper, levelSpread: spread), weeks)
          }
          let all = counts.reduce((0, 0, 0)) { ($0.0 + $1.0, $0.1 + $1.1, $0.2 + $1.2) }
          let title = "\(temper.rawValue), \(weeks) weeks"
          print(
            title + String(repeating: " ", count: 20 - title.count),
            ([all] + counts).map { fixed(Double($0.0) / Double($0.2), 2) + "/" + fixed(Double($0.1) / Double($0.2), 2) }
              .joined(separator: "  "))
        }
      }
    }
  }

  private func hits(_ person: SyntheticPerson, _ weeks: Int) -> (Int, Int, Int) {
    // No two people of the table have the same luck.
    var mixed = seed
    for part in [weeks, Int((person.pace * 10).rounded()), person.temper.rawValue.utf8.count] {
      mixed = mixed &* 1_000_003 &+ part
    }
    var numbers = SeededGenerator(seed: mixed)
    var held = (0, 0, 0)
    for _ in 0..<(plans + 2) / 3 {
      let vault = person.vault(afterWeeks: weeks, numbers: &numbers)
      guard let completion = vault.forecast?.completion else { continue }
      let actual = vault.actual - vault.today
      held.0 += actual <= completion.p50 ?? .max ? 1 : 0
      held.1 += actual <= completion.p80 ?? .max ? 1 : 0
      held.2 += 1
    }
    return held
  }
}
