import Foundation
import Testing

@testable import Forecasting

@Suite struct ModelTests {
  // MARK: Numbers

  @Test func exponentialsAgreeWithTheSystem() {
    for x in stride(from: -700.0, through: 700, by: 0.377) {
      #expect(abs(Exponentials.exp(x) / exp(x) - 1) < 1e-13)
    }
    for x in stride(from: -300.0, through: 300, by: 0.731) {
      #expect(abs(Exponentials.log(pow(10, x)) - log(pow(10, x))) <= 1e-13 * max(1, abs(log(pow(10, x)))))
    }
    #expect(Exponentials.exp(-1000) == 0)
    #expect(Exponentials.exp(1000) == .infinity)
    #expect(Exponentials.log(0) == -.infinity)
  }

  @Test func normalQuantilesAreThoseOfTheNormal() {
    for step in 1..<4000 {
      let p = Double(step) / 4000
      let share = 0.5 * erfc(-Exponentials.normalQuantile(p) / 2.0.squareRoot())
      #expect(abs(share - p) < 1e-8)
    }
    for p in [1e-9, 1e-5, 0.01, 0.99, 0.99999] {
      #expect(abs(0.5 * erfc(-Exponentials.normalQuantile(p) / 2.0.squareRoot()) / p - 1) < 1e-7)
    }
    #expect(abs(Exponentials.normalShare(below: 0.841_621_233_6) - 0.8) < 1e-8)
  }

  @Test func aPoolGivesEachValueItsShare() {
    var numbers = RandomNumbers(seed: 3)
    for size in [1, 2, 3, 7, 31] {
      let weights = (0..<size).map { Double($0 % 4) + (size == 1 ? 1 : 0.25) }
      let pool = WeightedPool(values: (0..<size).map(Double.init), weights: weights)
      #expect(abs(pool.chances.reduce(0, +) - 1) < 1e-12)
      var counts = [Double](repeating: 0, count: size)
      for _ in 0..<40_000 { counts[Int(pool.value(drawnBy: numbers.next()))] += 1 }
      for index in 0..<size { #expect(abs(counts[index] / 40_000 - pool.chances[index]) < 0.012) }
    }
  }

  // MARK: Pace

  @Test func theTablesHaveTheMeansThatTheirSourcesGive() {
    #expect(abs(ReferenceClass.weeks.reduce(0, +) / Double(ReferenceClass.weeks.count) - 1) < 0.002)
    #expect(abs(ReferenceClass.effortRatios.reduce(0, +) / Double(ReferenceClass.effortRatios.count) - 1.09) < 0.005)
    #expect(ReferenceClass.effortRatios == ReferenceClass.effortRatios.sorted())
    #expect(ReferenceClass.weeks == ReferenceClass.weeks.sorted())
  }

  @Test func withoutHistoryThePaceIsTheReferenceClass() {
    let model = PaceModel(weeks: [])
    #expect(model.mean == 0.6)
    #expect(model.isMostlyReferenceClass)
    #expect(abs(model.pool.mean - 0.6) < 0.002)
  }

  @Test func ownWeeksDrawTheMeanTowardsThemselves() {
    var last = 0.6
    for count in 1...30 {
      let model = PaceModel(weeks: Array(repeating: PaceWeek(done: 90, free: 100), count: count))
      #expect(model.mean > last && model.mean < 0.9)
      last = model.mean
    }
  }

  @Test func withoutHistoryTheFactorIsAsWideAsMeasured() {
    #expect(abs(PaceModel(weeks: []).commonSpread - 0.4) < 0.01)
  }

  /// Two even weeks are no reason to be certain: the factor stays nearly as wide as without any.
  @Test func twoEvenWeeksMakeNobodyCertain() {
    let two = PaceModel(weeks: Array(repeating: PaceWeek(done: 60, free: 100), count: 2))
    #expect(two.commonSpread > 0.85 * PaceModel(weeks: []).commonSpread)
    #expect(two.pool.values.max() ?? 0 > 1.2)
  }

  @Test func unevenWeeksLeaveTheTableAsItIs() {
    let uneven = PaceModel(weeks: [0, 4, 0, 0].map { PaceWeek(done: $0 * 100, free: 100) })
    #expect(abs(uneven.pool.values.suffix(10).min() ?? 1) < 1e-12)
    #expect(uneven.commonSpread > PaceModel(weeks: []).commonSpread)
  }

  @Test func evenWeeksNarrowTheForecastAndCountForMore() {
    var last = 0.4
    for count in 4...40 {
      let model = PaceModel(weeks: (0..<count).map { PaceWeek(done: $0 % 2 == 0 ? 90 : 110, free: 100) })
      #expect(model.commonSpread < last)
      last = model.commonSpread
    }
    #expect(last > 0.1)
    let four = PaceModel(weeks: Array(repeating: PaceWeek(done: 100, free: 100), count: 4))
    #expect(four.mean > 0.75 && four.mean < 1)
  }

  /// What few weeks say of a person counts for more, the evener they are.
  @Test func unevenWeeksLeanMoreOnTheClass() {
    func mean(_ weeks: [Double]) -> Double { PaceModel(weeks: weeks.map { PaceWeek(done: $0, free: 100) }).mean }
    let even = mean([90, 90, 90, 90])
    let uneven = mean([0, 220, 30, 110])
    #expect(even > uneven && uneven > 0.6 && even < 0.9)
  }

  @Test func moreWeeksOfTheSameKindNarrowTheForecast() {
    var last = Double.infinity
    for count in stride(from: 4, through: 60, by: 4) {
      let model = PaceModel(weeks: (0..<count).map { PaceWeek(done: [0, 60, 20, 160][$0 % 4], free: 100) })
      #expect(model.commonSpread < last)
      last = model.commonSpread
    }
  }

  /// The factor's middle makes up for it: of many people with the same pace, half do more than their few weeks say.
  @Test func theMiddleOfTheFactorIsAboveOneWhereWeeksAreFewAndUneven() {
    let few = PaceModel(weeks: [0, 90, 10, 200].map { PaceWeek(done: $0, free: 100) })
    let many = PaceModel(weeks: (0..<40).map { PaceWeek(done: [0, 90, 10, 200][$0 % 4], free: 100) })
    #expect(few.commonMiddle > 2 * many.commonMiddle && many.commonMiddle > 0)
    #expect(PaceModel(weeks: [.init(done: 5, free: 1)], form: .workOfWeek).commonMiddle == 0)
  }

  @Test func theMeanOfWhatIsDrawnIsTheMeanPace() {
    var numbers = RandomNumbers(seed: 11)
    for count in 0...20 {
      let weeks = (0..<count).map { _ in
        PaceWeek(done: Double(numbers.next() % 900), free: Double(numbers.next() % 5) * 150)
      }
      for form in [PaceModel.Form.shareOfFreeHours, .workOfWeek] {
        let model = PaceModel(weeks: weeks, form: form)
        #expect(abs(model.pool.mean - model.mean) < 0.002 * max(1, model.mean))
        #expect(abs(model.pool.chances.reduce(0, +) - 1) < 1e-12)
      }
    }
  }

  @Test func aWeekWithoutFreeHoursHandsItsWorkOn() {
    let away = PaceModel(weeks: [.init(done: 50, free: 100), .init(done: 30, free: 0), .init(done: 20, free: 100)])
    let moved = PaceModel(weeks: [.init(done: 50, free: 100), .init(done: 0, free: 0), .init(done: 50, free: 100)])
    #expect(away.mean == moved.mean)
    #expect(away.ownWeeks == 2)
  }

  @Test func aWeekTwentyWeeksBackCountsHalf() {
    let weeks = [PaceWeek(done: 100, free: 100)] + Array(repeating: PaceWeek(done: 0, free: 100), count: 20)
    let newer = (1...20).reduce(0) { $0 + pow(0.5, Double(20 - $1) / 20) }
    // So uneven that the mean leans on the class as much as it ever does.
    let most = ReferenceClass.paceWeeksAtMost
    #expect(abs(PaceModel(weeks: weeks).mean - (0.6 * most + 0.5) / (most + 0.5 + newer)) < 1e-9)
    #expect(abs(PaceModel(weeks: weeks, form: .workOfWeek).mean - 0.5 / (0.5 + newer + 1)) < 1e-9)
  }

  @Test func aPersonWhoDidNothingYetHasAPace() {
    let model = PaceModel(weeks: Array(repeating: PaceWeek(done: 0, free: 100), count: 4))
    #expect(model.mean > 0.2 && model.mean < 0.35)
    // The longer it goes on, the less it is a matter of chance.
    let later = PaceModel(weeks: Array(repeating: PaceWeek(done: 0, free: 100), count: 12))
    #expect(later.mean > 0 && later.mean < 0.15)
    #expect(abs(model.pool.mean - model.mean) < 0.002)
  }

  // MARK: Effort

  /// Published multipliers of the reference class: one milestone 0.94, 1.49, 2.04; eight 1.06, 1.35, 1.54.
  @Test(arguments: [(1, [0.94, 1.49, 2.04]), (8, [1.06, 1.35, 1.54])])
  func withoutHistoryEffortIsTheReferenceClass(milestones: Int, wanted: [Double]) {
    let estimates = [Double](repeating: 4, count: milestones)
    let totals = EffortModel(finished: []).totals(estimates: estimates, runs: 4_000, seed: 5)
    for (level, multiple) in zip([2_000, 3_200, 3_600], wanted) {
      #expect(abs(totals[level - 1] / (4 * Double(milestones)) - multiple) < 0.05 * multiple)
    }
  }

  @Test func ownRatiosAreClippedAndTheLatestCountsMost() {
    let model = EffortModel(finished: [.init(estimate: 1, spent: 100), .init(estimate: 10, spent: 0.1)])
    #expect(model.pool.values.prefix(2) == [8, 0.125])
    #expect(abs(model.pool.chances[0] / model.pool.chances[1] - pow(0.5, 0.1)) < 1e-12)
    #expect(abs(model.pool.chances.dropFirst(2).reduce(0, +) / model.pool.chances[1] - 5) < 1e-9)
  }

  @Test func aStatedRangeHasAFifthOfItsChancesBeyondEachEnd() {
    let range = SpreadRange(low: 14, high: 21)
    #expect(abs(range.value(at: 0.2) - 14) < 1e-6)
    #expect(abs(range.value(at: 0.8) - 21) < 1e-6)
    #expect(abs(range.share(below: 21) - 0.8) < 1e-6)
    let point = SpreadRange(low: 7, high: 7)
    #expect(abs(point.value(at: 0.99) - 7) < 1e-9)
  }
}
