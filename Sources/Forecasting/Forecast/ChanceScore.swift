import PlanDocuments
import PlanModel
import Scheduling

/// How good past chances of deadlines were, once these are past.
package struct ChanceScore: Hashable, Sendable {
  /// Chances of a fifth of all, with how many came true.
  package struct Fifth: Hashable, Sendable {
    package var chances = 0
    package var came = 0
    package var sum = 0.0

    /// The mean of what was said.
    package var said: Double { chances > 0 ? sum / Double(chances) : 0 }
  }

  package private(set) var fifths = [Fifth](repeating: Fifth(), count: 5)
  private var squares = 0.0
  private var squaresOfPlan = 0.0

  package var count: Int { fifths.reduce(0) { $0 + $1.chances } }

  mutating func add(_ chance: Double, came: Bool, planned: Bool) {
    let fifth = min(4, Int(chance * 5))
    fifths[fifth].chances += 1
    fifths[fifth].came += came ? 1 : 0
    fifths[fifth].sum += chance
    squares += (chance - (came ? 1 : 0)) * (chance - (came ? 1 : 0))
    squaresOfPlan += planned == came ? 0 : 1
  }

  /// The mean square of chance − outcome, 0 to 1, less is better (Brier 1950); and that of the plan on paper, which says
  /// yes or no.
  package var brier: Double { count > 0 ? squares / Double(count) : 0 }
  package var brierOfPlan: Double { count > 0 ? squaresOfPlan / Double(count) : 0 }

  /// 1 − Brier ÷ that of always saying how many came true; nil where all or none did.
  package var skill: Double? {
    let came = Double(fifths.reduce(0) { $0 + $1.came }) / Double(max(1, count))
    let usual = came * (1 - came)
    return usual > 0 ? 1 - brier / usual : nil
  }
}

/// How far dates move from one week's forecast to the next.
package struct ForecastDrift: Hashable, Sendable {
  /// Days that a goal's 8 in 10 day, and its end in the plan, moved in a week, and the part of the time left that the first
  /// is.
  private struct Move: Hashable, Sendable {
    var safe: Int
    var planned: Int
    var part: Double
  }

  private struct Last: Hashable, Sendable {
    var monday: Day
    var safe: Day
    var likely: Day
    var planned: Day
  }

  private var last: [Int: Last] = [:]
  private var moves: [Move] = []

  package init() {}

  mutating func add(_ outlook: ForecastedPlan, goal: Int, identity: Int) {
    guard let will = outlook.forecast?.will(ofGoal: goal), let safe = will.p80, let likely = will.p50,
      let planned = outlook.schedule.goals[goal].completion
    else { return }
    let monday = outlook.plan.today
    if let before = last[identity], before.monday == monday - 7 {
      moves.append(
        Move(
          safe: abs(safe - before.safe), planned: abs(planned - before.planned),
          part: Double(abs(safe - before.safe)) / Double(max(7, before.likely - before.monday))))
    }
    last[identity] = Last(monday: monday, safe: safe, likely: likely, planned: planned)
  }

  package var count: Int { moves.count }
  /// The middle of how far safe days, and the plan's ends, moved, in days.
  package var middleOfSafe: Int { Self.middle(moves.map(\.safe)) }
  package var middleOfPlan: Int { Self.middle(moves.map(\.planned)) }
  /// The share of moves that were at most a quarter of the time left.
  package var shareWithinAQuarter: Double {
    moves.isEmpty ? 0 : Double(moves.count { $0.part <= 0.25 }) / Double(moves.count)
  }

  private static func middle(_ days: [Int]) -> Int { days.isEmpty ? 0 : days.sorted()[days.count / 2] }
}
