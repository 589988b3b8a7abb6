import Forecasting
import PlanDocuments
import PlanModel
import Scheduling
import TestSupport
import Testing

@testable import Recalibration

/// What holds for the choices of any vault.
@Suite struct ChoicesLawTests {
  private static func late(_ seed: Int) -> LateVault {
    var vault = RandomVault(seed: seed, today: august2)
    return LateVault(vault.snapshot())
  }

  /// A search takes seconds in a debug build, so all laws look at the same choices.
  @Test(arguments: 0..<(seedCount ?? 6))
  func choicesAreWhatTheySay(seed: Int) throws {
    let vault = Self.late(seed)
    let choices = vault.choices()
    expectClimbing(choices)
    for choice in choices.offered {
      expectNoUnnamedHarm(choice, beside: choices.baseline, in: vault)
      let after = try vault.taking(choice)
      try expectPromise(of: choice, in: after)
      if choice.minutesAdded > 0 { expectHours(of: choice, from: vault, in: after) }
    }
    if seed == 0 { #expect(vault.choices() == choices, "the same vault has the same choices") }
  }

  /// Taken, a choice gives what was printed for it, to the digit, and the dates that it writes are good ones.
  private func expectPromise(of choice: Choice, in after: LateVault) throws {
    let ends = EndResult.all(in: after.outlook)
    for result in choice.results where !result.isGivenUp {
      guard let now = ends.first(where: { $0.end == result.end }) else { continue }
      #expect(now == result, "\(choice.sentence)")
    }
    for write in choice.writes {
      guard let due = write.due else { continue }
      #expect(try Day(reading: Array(due.new.utf8)[...]) >= august2)
    }
  }

  /// No goal loses ten points at the date that it has unless the choice says so.
  private func expectNoUnnamedHarm(_ choice: Choice, beside baseline: [EndResult], in vault: LateVault) {
    let moved = Set(choice.writes.filter { $0.key == "deadline" || $0.key == "status" }.map(\.subject))
    for (before, after) in zip(baseline, choice.results) {
      guard let was = before.chance, let now = after.chance, was - now >= 0.1, before.deadline == after.deadline
      else { continue }
      let goal = PlannedWrite.Subject.goal(vault.plan.goals[before.goal(in: vault.plan)].id)
      #expect(choice.effects.contains(before.end) || moved.contains(goal), "\(choice.sentence): \(before.end)")
    }
  }

  /// Each asks more than the one before and lifts something; at most one is advised.
  private func expectClimbing(_ choices: Choices) {
    #expect(choices.offered.indices.allSatisfy { choices.offered[$0].number == $0 + 1 })
    #expect(choices.offered.count <= ChoiceFront.mostRungs)
    let kept = choices.offered.filter { choice in !choice.results.contains { $0.isGivenUp } }
    for (one, next) in zip(kept, kept.dropFirst()) { #expect(one.disruption <= next.disruption) }
    #expect(choices.offered.filter(\.isAdvised).count <= 1)
    for choice in choices.offered {
      let gains = zip(choices.baseline, choice.results).contains { before, after in
        (after.chance ?? 0) - (before.chance ?? 0) >= 0.05 || before.deadline != after.deadline
      }
      #expect(gains, "\(choice.sentence)")
    }
  }

  /// The hours that a choice asks for are the hours that there are more afterwards, less those that fall on days off.
  private func expectHours(of choice: Choice, from vault: LateVault, in after: LateVault) {
    func minutes(_ vault: LateVault) -> Int {
      let free = FreeHours(WorkHours(of: vault.plan), today: august2, from: august2, through: august2 + 500)
      return (0...500).reduce(0) { $0 + (free.sharedMinutes(on: august2 + $1) ?? 0) }
    }
    let added = minutes(after) - minutes(vault)
    #expect(added <= choice.minutesAdded && added * 10 >= choice.minutesAdded * 6, "\(choice.sentence): \(added)")
  }
}
