import Forecasting
import PlanDocuments
import PlanModel
import Scheduling
import TestSupport

/// One review of one made-up person: what mm says of a goal, what the forecaster says who knows the person, and what came
/// of it.
///
/// Days are counted from the review's.
struct VaultReview {
  /// Days of completion in order; runs that never end are left out.
  struct Days {
    var days: [Int]
    var runs: Int

    /// The day by whose end so many in a hundred of all runs are complete; nil where fewer ever are.
    func day(_ hundredths: Int) -> Int? {
      let needed = (runs * hundredths + 99) / 100
      return needed <= days.count && needed > 0 ? days[needed - 1] : nil
    }

    func chance(by day: Int) -> Double { Double(days.count { $0 <= day }) / Double(runs) }
  }

  var history: Int
  var person: SimulatedPerson
  /// Goals that are not reached yet.
  var goals: Int
  /// How likely mm takes each way of dividing the hours to be, in hundredths; nil for a goal by itself.
  var habit: String?
  var mm: Days
  var knowing: Days
  /// The same forecasts a week later, by the same origin of days; nil where the goal was done or nobody looked.
  var later: (mm: Days, knowing: Days)?
  /// Nil is never.
  var actual: Int?
  /// The day for which a chance is asked, drawn so that the true chances spread evenly over 5 to 95 in 100.
  var askedDay: Int
}

/// Leads a made-up life to its review, and beyond.
struct ReviewedLife {
  var family: SimulatedPerson.Family
  var history: Int
  var rest: Double
  var mayGiveUp: Bool
  var seed: Int
  var looksAgain: Bool
  /// Who has another number of goals is passed over.
  var goals = 1...99
  var runs = 1_000
  static let farthest = 400

  /// Nil where nothing was left to forecast.
  func review() -> VaultReview? {
    var numbers = SeededGenerator(seed: seed)
    let person = SimulatedPerson(
      family: family, history: history, rest: rest, mayGiveUp: mayGiveUp, numbers: &numbers)
    guard goals.contains(person.goals.count) else { return nil }
    var life = SimulatedLife(person, numbers: &numbers)
    var vault = SimulatedVault(person)
    var lastPlan: [SimulatedLife.Turn]?
    for week in 0..<history {
      if person.habit == .byPlan, week % 2 == 0 || lastPlan == nil {
        lastPlan = vault.planOrder(ScheduledPlan(Plan(reading: vault.snapshot, today: vault.today), extent: .rough))
        life.order = (lastPlan ?? []).map { life.turn($0) }
      }
      life.live(&numbers)
      vault.note(life)
    }
    let open = life.left.indices.filter { life.left[$0] > 0 }
    guard let goal = open.randomElement(using: &numbers) else { return nil }
    let first = forecast(life, vault, goal)
    let level = Double.random(in: 0.05...0.95, using: &numbers)
    let asked = first.knowing.days.isEmpty ? 0 : first.knowing.days[Int(level * Double(first.knowing.days.count - 1))]
    life.order = first.order.map { life.turn($0) }
    var review = VaultReview(
      history: history, person: person, goals: open.count, habit: first.habit.map(Self.words), mm: first.mm,
      knowing: first.knowing, actual: nil, askedDay: asked)
    var weeks = 0
    while life.left[goal] > 0, weeks < Self.farthest {
      life.live(&numbers)
      if weeks == 0, looksAgain {
        vault.note(life)
        if life.left[goal] > 0 {
          let second = forecast(life, vault, goal)
          review.later = (
            .init(days: second.mm.days.map { $0 + 7 }, runs: second.mm.runs),
            .init(days: second.knowing.days.map { $0 + 7 }, runs: second.knowing.runs)
          )
        }
      }
      weeks += 1
    }
    if life.left[goal] == 0 { review.actual = 7 * (weeks - 1) + (life.endedOn[goal] ?? 6) }
    return review
  }

  private func forecast(
    _ life: borrowing SimulatedLife, _ vault: borrowing SimulatedVault, _ goal: Int
  ) -> (mm: VaultReview.Days, knowing: VaultReview.Days, order: [SimulatedLife.Turn], habit: HabitModel?) {
    let plan = Plan(reading: vault.snapshot, today: vault.today)
    let history = PlanHistory(TracedPast(vault.past, today: vault.today), current: plan)
    let planned = ForecastedPlan(plan, history: history, runs: runs)
    let order = vault.planOrder(planned.scheduled)
    let index = plan.goals.firstIndex { $0.id == "g\(goal)" } ?? 0
    let own = planned.forecast?.forecast.goals[index]
    let mm = VaultReview.Days(days: own?.days.map { Int($0) } ?? [], runs: runs)
    return (mm, knowing(life, vault, goal, order), order, planned.forecast?.evidence.habit)
  }

  private static func words(_ habit: HabitModel) -> String {
    HabitModel.Way.allCases.map { "\($0) \(Int((habit[$0] * 100).rounded()))" }.joined(separator: " ")
  }

  /// The forecaster that knows the generator: the same person lives on, many times.
  private func knowing(
    _ life: borrowing SimulatedLife, _ vault: borrowing SimulatedVault, _ goal: Int, _ order: [SimulatedLife.Turn]
  ) -> VaultReview.Days {
    var numbers = SeededGenerator(seed: seed &* 31 &+ life.week)
    let runs = 400
    var days: [Int] = []
    for _ in 0..<runs {
      var future = copy life
      for other in future.left.indices where future.left[other] > 0 {
        future.left[other] = vault.drawnLeft(of: other, &numbers)
      }
      future.order = order.map { future.turn($0) }
      var weeks = 0
      while future.left[goal] > 0, weeks < Self.farthest {
        future.live(&numbers)
        weeks += 1
      }
      if future.left[goal] == 0 { days.append(7 * (weeks - 1) + (future.endedOn[goal] ?? 6)) }
    }
    return .init(days: days.sorted(), runs: runs)
  }
}
