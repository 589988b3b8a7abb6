import TestSupport
import Testing

@testable import Forecasting

@Suite struct GoalQueueTests {
  /// Random turns beside a plain list: the least key of the goals that have a turn comes next.
  ///
  /// A goal that passed and was put again has its turn back when the slice or the week begins, whatever it passed since.
  @Test(arguments: [1, 2, 3, 7, 8, 33]) func theNextIsTheLeastThatHasNotPassed(goals: Int) {
    var random = SeededGenerator(seed: goals)
    var queue = GoalQueue(goals: goals)
    for _ in 0..<3 {
      queue.removeAll()
      var keys = [UInt64](repeating: .max, count: goals)
      var withoutTurn: Set<Int> = []
      var passed: Set<Int> = []
      var passedWeek: Set<Int> = []
      for _ in 0..<1_000 {
        let goal = Int.random(in: 0..<goals, using: &random)
        switch Int.random(in: 0..<10, using: &random) {
        case 0:
          queue.beginWeek()
          withoutTurn.subtract(passedWeek)
          passedWeek = []
        case 1:
          queue.beginSlice()
          withoutTurn.subtract(passed)
          passed = []
        case 2: queue.beginChanges()
        case 3, 4:
          queue.endChanges()
          let turns = keys.indices.filter { !withoutTurn.contains($0) }
          let least = turns.min { keys[$0] < keys[$1] }
          #expect(queue.next == least.map { keys[$0] } ?? .max)
          guard let least, keys[least] != .max else { continue }
          let ofWeek = Bool.random(using: &random)
          queue.pass(least, ofWeek: ofWeek)
          withoutTurn.insert(least)
          if ofWeek { passedWeek.insert(least) } else { passed.insert(least) }
        default:
          // Keys differ by goal, as ranks do.
          let key = UInt64.random(in: 0..<50, using: &random) << 32 | UInt64(goal)
          let new = Int.random(in: 0..<5, using: &random) == 0 ? UInt64.max : key
          guard new != keys[goal] else { continue }
          keys[goal] = new
          queue.put(goal, key: new)
          withoutTurn.remove(goal)
        }
        #expect(queue.holdsSeveral == (keys.count { $0 != .max } > 1))
      }
    }
  }
}
