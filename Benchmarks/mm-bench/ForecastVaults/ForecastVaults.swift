import Dispatch
import Foundation

/// Reviews of as many people as are wanted, in parallel, and their tables.
struct ForecastVaults {
  var families: [SimulatedPerson.Family]
  var people: Int
  var seed: Int
  var goals = 1...99

  private static let histories = [1, 2, 4, 8, 12, 16, 52]
  private static let rests = [1.0, 2, 4, 8, 16, 32]

  func text() -> String { Self.text(reviews()) }

  func reviews() -> [VaultReview] {
    nonisolated(unsafe) var reviews = [VaultReview?](repeating: nil, count: people)
    let lock = NSLock()
    DispatchQueue.concurrentPerform(iterations: people) { index in
      let number = index / families.count
      // A third of all for each length of history: up to 4, 5 to 12 and more than 12 weeks.
      let history = [[1, 2, 4], [8, 8, 12], [16, 16, 52]][number % 3][number / 3 % 3]
      let one = ReviewedLife(
        family: families[index % families.count], history: history, rest: Self.rests[number / 9 % Self.rests.count],
        mayGiveUp: number / 54 % 4 == 3, seed: seed &* 1_000_003 &+ index, looksAgain: number % 4 == 0,
        goals: goals
      ).review()
      lock.withLock { reviews[index] = one }
    }
    return reviews.compactMap(\.self)
  }

  private static func text(_ all: [VaultReview]) -> String {
    var cells = CalibrationTable()
    var others = CalibrationTable()
    var dropping = CalibrationTable()
    var drift = DriftTable()
    for review in all {
      drift.add(review)
      let likely = review.mm.day(50) ?? .max
      let far = likely <= 14 ? "likely <= 2 w" : likely <= 56 ? "likely 2-8 w" : "likely > 8 w"
      let known = review.history <= 4 ? "history <= 4" : review.history <= 12 ? "history 5-12" : "history > 12"
      if review.person.givingUp > 0 {
        dropping.add(review, to: ["all who may give up"])
        continue
      }
      cells.add(review, to: [known + ", " + far])
      let count = review.goals == 1 ? "1 goal" : review.goals <= 4 ? "2-4 goals" : "5-12 goals"
      others.add(
        review,
        to: [
          "all", known + (review.goals == 1 ? ", 1 goal" : ", more"), review.person.habit.rawValue, count,
          review.person.changes ? "changing" : "not changing", review.person.keepsAmounts ? "amounts" : "ticks only",
          review.person.growth > 0 ? "growing" : "not growing", review.person.family.rawValue,
        ])
    }
    return [cells.text(sorted: true), others.text(sorted: false), dropping.text(sorted: false), drift.text]
      .joined(separator: "\n\n")
  }
}
