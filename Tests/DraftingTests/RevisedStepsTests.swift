import PlanDocuments
import TestSupport
import Testing

@testable import Drafting
@testable import PlanModel

/// What a plan that is drafted anew may change in the lines that stand there.
@Suite struct RevisedStepsTests {
  static let list = """
    - [x] Permit is there id:permit done:2026-07-18 effort:3h
    - [ ] Frame stands id:frame due:2026-08-29 effort:18h after:permit
      > Why: it holds the roof.
    - [ ] Roof is on id:roof effort:16h after:frame
      > Stall: rain.
      - [x] Tiles chosen
    - [ ] Exam of the inspector id:exam due:2026-09-30 fixed:yes effort:1h
      > Why: the town asks for it.
    - [ ] Lights hang id:lights effort:6h
    - [ ] Bench built
    - [ ] Lamp bought id:lamp effort:2h after:lights wait:1w
      > Forgotten: it is delivered.
    """

  static func revised(_ revisions: StepRevision...) throws -> (steps: RevisedSteps, after: String, plan: Plan) {
    let files = snapshot(["goals/roof.md": "---\ngoal: A roof\n---\n## Milestones\n\n\(list)\n\nmine\n"])
    let before = Plan(reading: files, today: august2)
    let steps = RevisedSteps(revisions, of: 0, in: before)
    let file = try before.documents[before.goals[0].document].change(applying: steps.edits)
    let after = String(decoding: file.result, as: UTF8.self)
    return (steps, after, Plan(reading: snapshot(["goals/roof.md": after]), today: august2))
  }

  @Test func whatWasDraftedAndIsUntouchedMayChangeAndGo() throws {
    let (steps, after, plan) = try Self.revised(
      StepRevision(
        id: "frame", effort: Effort(low: 600, high: 1200), wait: Wait(low: 2, high: 4),
        after: ["permit", "bench-built"],
        why: "It must dry."), StepRevision(id: "lamp", isRemoved: true, why: "There is one."))
    #expect(steps.refused == [] && steps.problems == [])
    #expect(
      after.contains("- [ ] Frame stands id:frame due:2026-08-29 effort:10-20h after:permit,bench-built wait:2-4d"))
    #expect(after.contains("- [ ] Bench built id:bench-built\n"))
    #expect(
      after.contains("- [-] Lamp bought id:lamp effort:2h after:lights wait:1w\n  > Forgotten: it is delivered.\n"))
    #expect(
      steps.changes == [
        "Frame stands: effort 10-20h instead of 18h, wait 2-4d, after permit,bench-built instead of permit. “It must dry.”"
      ])
    #expect(steps.removed == ["Lamp bought. “There is one.”"])
    #expect(plan.loops.isEmpty && after.hasSuffix("\nmine\n"))
  }

  /// Done, begun, fixed, written by hand: whatever is wanted of them, the lines stay as they are.
  @Test(arguments: ["permit", "roof", "exam", "lights"])
  func whatIsDoneFixedBegunOrWrittenByHandStays(id: String) throws {
    let (steps, after, _) = try Self.revised(
      StepRevision(id: id, effort: Effort(minutes: 60), after: id == "lights" ? nil : ["lamp"], why: "So."))
    #expect(after.contains(Self.list), "\(after)")
    #expect(steps.edits.isEmpty && !steps.refused.isEmpty && steps.changes.isEmpty)
    let (gone, still, _) = try Self.revised(StepRevision(id: id, isRemoved: true))
    #expect(still.contains(Self.list) && gone.removed.isEmpty && gone.refused.count == 1)
  }

  @Test func whatALineDoesNotSayMayBeFilledIn() throws {
    let (steps, after, _) = try Self.revised(
      StepRevision(id: "bench-built", effort: Effort(minutes: 120), after: ["frame"]),
      StepRevision(id: "lights", after: ["roof"]))
    #expect(
      after.contains("- [ ] Bench built effort:2h after:frame\n")
        && after.contains("- [ ] Lights hang id:lights effort:6h after:roof\n"))
    #expect(steps.refused == [] && steps.changes.count == 2)
  }

  @Test func anUnknownOrRepeatedNameIsAProblem() throws {
    let (steps, after, _) = try Self.revised(
      StepRevision(id: "fram", isRemoved: true), StepRevision(id: "lamp", isRemoved: true),
      StepRevision(id: "lamp", effort: Effort(minutes: 60)))
    #expect(steps.problems.count == 2 && steps.problems[0].contains("Did you mean “frame”?"))
    #expect(after.contains("- [-] Lamp bought"))
  }
}
