import Foundation
import TestSupport

/// A person's weeks, one after the other: how much is done, and of which goals.
struct SimulatedLife {
  /// A stretch of a goal's work in the plan's order: hours of what was left when the plan was made.
  struct Turn {
    var goal: Int
    var hours: Double
  }

  let person: SimulatedPerson
  /// Hours that each goal still needs, what the estimates hide counted in.
  var left: [Double]
  var isGivenUp: [Bool]
  /// The week to come, from 0.
  private(set) var week = 0
  /// The work of the plan in its order; goes down with the work.
  var order: [Turn] = []
  private var level = 0.0
  private var illWeeks = 0
  /// The running phase of those who have phases: good, and weeks left.
  private var phase = (isGood: true, weeks: 0)
  /// Work of the last week by goal, in hours of that need, and the day on which it ended (0 is Monday); nil where it goes on.
  private(set) var done: [Double]
  private(set) var endedOn: [Int?]

  init(_ person: SimulatedPerson, numbers: inout SeededGenerator) {
    self.person = person
    left = person.goals.map { goal in zip(goal.estimates, goal.factors).reduce(0) { $0 + $1.0 * $1.1 } }
    isGivenUp = left.map { _ in false }
    done = left.map { _ in 0 }
    endedOn = left.map { _ in nil }
    level = numbers.normal()
  }

  /// A turn that is a share of what its goal has left, in hours of the work that this comes to.
  func turn(_ share: Turn) -> Turn {
    Turn(goal: share.goal, hours: share.hours * left[share.goal] / (1 - person.growth))
  }

  mutating func live(_ numbers: inout SeededGenerator) {
    let free = person.freeHours(week: week)
    let total = free.reduce(0, +)
    let pace = self.pace(&numbers)
    for goal in left.indices where left[goal] > 0 && numbers.happens(person.givingUp) { isGivenUp[goal] = true }
    for goal in left.indices {
      done[goal] = 0
      endedOn[goal] = nil
    }
    if total * pace > 0 { divide(total * pace, pace, free, &numbers) }
    week += 1
  }

  // MARK: How much

  private mutating func pace(_ numbers: inout SeededGenerator) -> Double {
    let kept = exp(-1.0 / 13)
    level = kept * level + (1 - kept * kept).squareRoot() * numbers.normal()
    if illWeeks > 0 {
      illWeeks -= 1
      return 0
    }
    if numbers.happens(person.illness) {
      illWeeks = Int.random(in: 0...2, using: &numbers)
      return 0
    }
    let mean = person.pace * exp(person.drift * level - person.drift * person.drift / 2)
    switch person.family {
    case .plain: return mean * numbers.lognormal(variation: 0.5)
    case .uneven: return numbers.happens(0.15) ? 0 : mean / 0.85 * numbers.gamma(shape: 2)
    case .phases:
      if phase.weeks == 0 { phase = (!phase.isGood, Int.random(in: 2...5, using: &numbers)) }
      phase.weeks -= 1
      return mean * (phase.isGood ? 1.4 : 0.6) * numbers.lognormal(variation: 0.35)
    case .catchingUp:
      let burst = numbers.happens(0.12) ? 2.5 : 0.8
      let isPressed = left.indices.contains { goal in
        let weeks = person.goals[goal].deadline - week
        return left[goal] > 0 && !isGivenUp[goal] && (0...3).contains(weeks)
          && left[goal] > 0.5 * Double(weeks + 1) * person.pace * person.hours.reduce(0, +)
      }
      return mean * burst * (isPressed ? 1.5 : 0.95) * numbers.lognormal(variation: 0.4)
    }
  }

  // MARK: Of which goals

  private mutating func divide(_ hours: Double, _ pace: Double, _ free: [Double], _ numbers: inout SeededGenerator) {
    var room = left.indices.map { goal -> Double in
      guard left[goal] > 0, !isGivenUp[goal] else { return 0 }
      // What is added while it is worked on is worked on as well.
      let needed = left[goal] / (1 - person.growth)
      return min(needed, person.goals[goal].limit.map { $0 * pace } ?? .infinity)
    }
    if person.habit == .byPlan {
      takeInOrder(hours, &room, free)
      return
    }
    let wishes = self.wishes(&numbers)
    var given = room.map { _ in 0.0 }
    var rest = hours
    // What each would get if nobody ran out of work: who needs less is done before the week is over.
    let open = room.indices.reduce(0) { room[$1] > 1e-9 ? $0 + wishes[$1] : $0 }
    for _ in 0..<4 where rest > 1e-9 {
      let sum = room.indices.reduce(0) { room[$1] > 1e-9 ? $0 + wishes[$1] : $0 }
      guard sum > 0 else { break }
      let all = rest
      for goal in room.indices where room[goal] > 1e-9 {
        let part = min(room[goal], all * wishes[goal] / sum)
        given[goal] += part
        room[goal] -= part
        rest -= part
      }
    }
    for goal in given.indices where given[goal] > 0 {
      take(given[goal], of: goal, free, from: 0, to: max(given[goal], hours * wishes[goal] / max(1e-9, open)))
    }
  }

  private mutating func wishes(_ numbers: inout SeededGenerator) -> [Double] {
    var wishes = left.map { _ in 0.0 }
    let open = left.indices.filter { left[$0] > 0 && !isGivenUp[$0] }
    switch person.habit {
    case .byPlan: break
    case .byDueDates:
      for goal in open { wishes[goal] = left[goal] / Double(max(1, person.goals[goal].deadline - week)) }
    case .favouriteFirst:
      for goal in open { wishes[goal] = 0.25 / Double(max(1, open.count - 1)) }
      if let first = person.favourites.first(where: { open.contains($0) }) { wishes[first] = 0.75 }
    case .inTurns:
      for goal in open { wishes[goal] = 0.02 }
      if !open.isEmpty { wishes[open[week % open.count]] = 1 }
    }
    return wishes.map { $0 * numbers.lognormal(variation: 0.3) }
  }

  private mutating func takeInOrder(_ hours: Double, _ room: inout [Double], _ free: [Double]) {
    var rest = hours
    func taken() -> Double { hours - rest }
    for index in order.indices where rest > 1e-9 {
      let goal = order[index].goal
      guard room[goal] > 1e-9, order[index].hours > 0 else { continue }
      let part = min(rest, room[goal], order[index].hours)
      let from = hours - rest
      rest -= part
      room[goal] -= part
      order[index].hours -= part
      take(part, of: goal, free, from: from, to: hours)
    }
    // What was added since the plan was made.
    for goal in room.indices where rest > 1e-9 && room[goal] > 1e-9 {
      let part = min(rest, room[goal])
      let from = hours - rest
      rest -= part
      take(part, of: goal, free, from: from, to: hours)
    }
  }

  /// - Parameter from: hours of the week's `to` that came before it.
  private mutating func take(_ part: Double, of goal: Int, _ free: [Double], from: Double, to all: Double) {
    let needed = left[goal] / (1 - person.growth)
    done[goal] += part
    if part < needed - 1e-6 {
      left[goal] -= part * (1 - person.growth)
      return
    }
    left[goal] = 0
    // The day by whose end so much of the week's free hours has passed.
    let share = min(1, (from + needed) / all) * free.reduce(0, +) - 1e-9
    var sum = 0.0
    endedOn[goal] =
      free.firstIndex { hours in
        sum += hours
        return sum >= share
      } ?? 6
  }
}
