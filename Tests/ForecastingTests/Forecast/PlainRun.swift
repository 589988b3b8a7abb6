@testable import Forecasting

/// One run with means and middles, told as simply as it can be: every hour goes to the most urgent milestone that may
/// have it, looked for anew among all of them.
struct PlainRun {
  private let problem: ForecastProblem
  private let pace: Double
  private(set) var completion: [Int?]
  private var partsLeft: [[(day: Int, minutes: Double)]]

  init(_ problem: ForecastProblem) {
    self.problem = problem
    pace = problem.paces[0].mean
    completion = problem.milestones.map { _ in nil }
    partsLeft = problem.milestones.map { milestone in
      let minutes = milestone.minutes * (problem.goals[milestone.goal].effort?.pool.mean ?? 1)
      let total = milestone.turns.reduce(0) { $0 + $1.minutes }
      let parts = milestone.turns.map { (day: $0.place, minutes: minutes * $0.minutes / total) }
      return (parts.isEmpty ? [(day: Int(Int32.max) - 1, minutes: minutes)] : parts).filter { $0.minutes > 1e-6 }
    }
    var ofWeek: [Int: [Double]] = [:]
    for day in 0..<problem.hours.dayCount { work(on: day, &ofWeek) }
  }

  private mutating func work(on day: Int, _ ofWeek: inout [Int: [Double]]) {
    let hours = problem.hours
    let week = hours.weekOfDay[day]
    var shared = hours.shared.map { $0[day] * pace } ?? .infinity
    var ofDay = problem.goals.map { hours.tables[$0.table].days[day] * pace }
    var left = ofWeek[week] ?? problem.goals.map { hours.tables[$0.table].weeks[week] * pace }
    while true {
      completeWhatHasNoWork(on: day)
      let candidates = problem.milestones.indices.filter { index in
        let goal = problem.milestones[index].goal
        return isOpen(index, on: day) && !partsLeft[index].isEmpty && min(shared, ofDay[goal], left[goal]) > 1e-6
      }
      guard let next = candidates.min(by: { urgency($0) < urgency($1) }) else { break }
      let goal = problem.milestones[next].goal
      let taken = min(partsLeft[next][0].minutes, shared, ofDay[goal], left[goal])
      partsLeft[next][0].minutes -= taken
      if partsLeft[next][0].minutes <= 1e-6 { partsLeft[next].removeFirst() }
      shared -= taken
      ofDay[goal] -= taken
      left[goal] -= taken
    }
    ofWeek[week] = left
  }

  private func urgency(_ index: Int) -> (Int, Int) { (partsLeft[index][0].day, problem.milestones[index].rank) }

  private func isOpen(_ index: Int, on day: Int) -> Bool {
    let milestone = problem.milestones[index]
    if completion[index] != nil || day < milestone.earliest || day > milestone.fixed ?? .max { return false }
    return milestone.predecessors.allSatisfy { other in
      if let fixed = problem.milestones[other].fixed { return day > fixed }
      // Work may follow on the same day, and the day after where there is something to wait for.
      return completion[other].map { day >= $0 + (wait(other) > 0 ? 1 : 0) } ?? false
    }
  }

  private mutating func completeWhatHasNoWork(on day: Int) {
    var isFound = true
    while isFound {
      isFound = false
      for index in problem.milestones.indices where partsLeft[index].isEmpty && isOpen(index, on: day) {
        completion[index] = day + wait(index)
        isFound = true
      }
    }
  }

  private func wait(_ index: Int) -> Int {
    switch problem.milestones[index].wait {
    case .days(let days): days
    case .range(let range): Int(range.value(at: 0.5).rounded(.up))
    }
  }
}
