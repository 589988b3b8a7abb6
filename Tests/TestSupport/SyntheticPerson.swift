package import Forecasting
import Foundation
import PlanModel

/// A made-up person whose true pace is known: what a forecast says about them can be compared with what they do.
package struct SyntheticPerson: Sendable {
  package enum Temper: String, CaseIterable, Sendable {
    /// Every week nearly the same.
    case steady
    /// Three weeks in ten empty, the others anything from little to four times the mean.
    case bursty
    /// Fairly even, and one week in seven off, declared beforehand.
    case holidays
  }

  /// Hours of work, as estimated, that come of an hour that was free: the mean of all weeks.
  package var pace: Double
  package var temper: Temper
  /// How far the level of a quarter lies from that mean (the spread of its logarithm): 0.4 in published weeks of real
  /// people, 0 for somebody who never changes.
  package var levelSpread: Double

  package init(pace: Double, temper: Temper, levelSpread: Double) {
    self.pace = pace
    self.temper = temper
    self.levelSpread = levelSpread
  }

  static let minutesADay = 120.0
  static let daysOfWork = 5

  /// One plan of 4 to 20 full weeks in six milestones, made after some weeks of history.
  /// - Returns: what to forecast, and the day on which the person is done.
  package func plan(afterWeeks history: Int, numbers: inout SeededGenerator) -> (problem: ForecastProblem, actual: Int)
  {
    let future = 400
    let weeks = weeks(history + future, numbers: &numbers)
    let total = Double.random(in: 4...20, using: &numbers) * Self.minutesADay * Double(Self.daysOfWork)
    let days = weeks[history...].flatMap { week in
      (0..<7).map { $0 < Self.daysOfWork ? week.free / Double(Self.daysOfWork) : 0 }
    }
    let actual = day(ofMinutes: total, in: weeks[history...]) ?? .max
    let milestones = (0..<6).map { place in
      ForecastProblem.Milestone(
        goal: 0, identity: UInt64(place), minutes: total / 6, predecessors: place == 0 ? [] : [place - 1], rank: place)
    }
    let hours = ForecastProblem.Hours(
      weekOfDay: days.indices.map { $0 / 7 }, shared: nil,
      tables: [.init(days: days, weeks: [Double](repeating: .infinity, count: future))])
    let problem = ForecastProblem(
      goals: [.init(identity: 0)], milestones: milestones, hours: hours,
      paces: [PaceModel(weeks: Array(weeks[..<history]))],
      seed: numbers.next())
    return (problem, actual)
  }

  /// The day, from 0, on which so many minutes are done; nil if they never are.
  func day(ofMinutes minutes: Double, in weeks: ArraySlice<PaceWeek>) -> Int? {
    var left = minutes
    for (index, week) in weeks.enumerated() where week.free > 0 {
      for weekday in 0..<Self.daysOfWork {
        left -= week.done / Double(Self.daysOfWork)
        if left <= 0 { return 7 * index + weekday }
      }
    }
    return nil
  }

  /// The weeks of a person, from the first.
  package func weeks(_ count: Int, numbers: inout SeededGenerator) -> [PaceWeek] {
    let full = Self.minutesADay * Double(Self.daysOfWork)
    // The level of one week is like that of the week before; after a quarter little of it is left.
    let kept = exp(-1.0 / 13)
    var level = normal(&numbers)
    return (0..<count).map { _ in
      level = kept * level + (1 - kept * kept).squareRoot() * normal(&numbers)
      let mean = pace * exp(levelSpread * level - levelSpread * levelSpread / 2)
      switch temper {
      case .steady:
        return PaceWeek(done: full * mean * lognormal(variation: 0.3, &numbers), free: full)
      case .bursty:
        let isEmpty = Double.random(in: 0..<1, using: &numbers) < 0.3
        let share = -log(Double.random(in: 0x1p-53..<1, using: &numbers)) / 0.7
        return PaceWeek(done: isEmpty ? 0 : full * mean * share, free: full)
      case .holidays:
        let isOff = Int.random(in: 0..<7, using: &numbers) == 0
        let share = lognormal(variation: 0.5, &numbers)
        return isOff ? PaceWeek(done: 0, free: 0) : PaceWeek(done: full * mean * share, free: full)
      }
    }
  }

  /// Mean 1.
  private func lognormal(variation: Double, _ numbers: inout SeededGenerator) -> Double {
    let variance = log(1 + variation * variation)
    return exp(variance.squareRoot() * normal(&numbers) - variance / 2)
  }

  private func normal(_ numbers: inout SeededGenerator) -> Double {
    let radius = (-2 * log(Double.random(in: 0x1p-53..<1, using: &numbers))).squareRoot()
    return radius * cos(2 * Double.pi * Double.random(in: 0..<1, using: &numbers))
  }
}
