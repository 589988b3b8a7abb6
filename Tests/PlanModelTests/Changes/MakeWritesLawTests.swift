import PlanDocuments
import PlanModel
import TestSupport
import Testing

/// Many proposals together: each whole or not at all, and none pays for the others.
@Suite struct MakeWritesLawTests {
  private static let today = day("2026-08-02")

  private static func plan(milestones count: Int) -> Plan {
    let lines = (0..<count).map { "- [ ] Part \($0) id:p\($0) effort:2h due:2026-09-01\n" }.joined()
    return TestSupport.plan(
      ["mm.md": "---\noff: [2026-12-24]\n---\n", "g.md": "---\ngoal: G\n---\n\n## Milestones\n\n" + lines],
      today: today)
  }

  private static func move(_ part: Int, from old: String = "2026-09-01", to day: Int) -> PlannedWrite {
    PlannedWrite(
      subject: .milestone("g/p\(part)"), key: "due", action: .set(old: old, new: (today + 30 + day % 60).description))
  }

  @Test func twoThousandProposalsAreProvedOnce() throws {
    let count = 2_000
    var writes = MakeWrites(in: Self.plan(milestones: count))
    let refusals = writes.add(each: (0..<count).map { [Self.move($0, to: $0)] })
    #expect(refusals.allSatisfy { $0 == nil })
    #expect(writes.proofCount == 1)
    let text = String(decoding: try writes.change(titled: "").files[0].result, as: UTF8.self)
    #expect(!text.contains("due:2026-09-01\n") || text.ranges(of: "due:2026-09-01\n").count < count / 30)
    #expect(writes.proofCount == 1)
  }

  @Test func entriesOfOneListAreProvedOnce() throws {
    var writes = MakeWrites(in: Self.plan(milestones: 1))
    let entries = (0..<2_000).map { (Self.today + $0).description }
    let refusals = writes.add(
      each: entries.map { [PlannedWrite(subject: .settings, key: "off", action: .add($0, old: ["2026-12-24"]))] })
    #expect(refusals.allSatisfy { $0 == nil })
    #expect(writes.proofCount == 1)
    let text = String(decoding: try writes.change(titled: "").files[0].result, as: UTF8.self)
    let added = entries.filter { $0 != "2026-12-24" }
    #expect(text == "---\noff: [2026-12-24, \(added.joined(separator: ", "))]\n---\n")
  }

  /// A value that no line can hold is refused by its proof, a date that has changed before it.
  @Test(arguments: [0, 1, 5])
  func aRefusedProposalCostsAFewProofsAndLeavesNothing(refused: Int) throws {
    let count = 2_000
    let plan = Self.plan(milestones: count)
    let unwritable = Set((0..<refused).map { $0 * 397 + 11 })
    let stale = Set((0..<40).map { $0 * 41 + 3 }).subtracting(unwritable)
    let proposals = (0..<count).map { part -> [PlannedWrite] in
      let first = Self.move(part, to: part)
      if unwritable.contains(part) {
        return [
          first, PlannedWrite(subject: .milestone("g/p\(part)"), key: "effort", action: .set(old: "2h", new: "\n")),
        ]
      }
      if stale.contains(part) {
        return [
          first, PlannedWrite(subject: .milestone("g/p\(part)"), key: "effort", action: .set(old: "9h", new: "3h")),
        ]
      }
      return [first]
    }
    var writes = MakeWrites(in: plan)
    let refusals = writes.add(each: proposals)
    #expect(Set(refusals.indices.filter { refusals[$0] != nil }) == unwritable.union(stale))
    #expect(writes.proofCount <= 1 + refused * 2 * 12)
    var alone = MakeWrites(in: plan)
    #expect(
      alone.add(each: proposals.indices.filter { refusals[$0] == nil }.map { proposals[$0] }).allSatisfy { $0 == nil })
    #expect(try writes.change(titled: "") == alone.change(titled: ""))
  }

  @Test(arguments: 0..<200)
  func togetherIsAsOneAfterTheOther(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let plan = Self.plan(milestones: 4)
    let proposals = (0..<6).map { _ in
      (0..<Int.random(in: 0...3, using: &random)).map { _ -> PlannedWrite in
        let part = Int.random(in: 0..<5, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return Self.move(part, from: "2026-09-02", to: 3)
        case 1:
          return PlannedWrite(
            subject: .milestone("g/p\(part)"), key: "effort",
            action: .set(old: "2h", new: Bool.random(using: &random) ? nil : "\n"))
        case 2: return PlannedWrite(subject: .milestone("g/p\(part)"), key: "", action: .box(old: .open, new: .done))
        case 3:
          return PlannedWrite(subject: .settings, key: "off", action: .add("2026-10-0\(part + 1)", old: ["2026-12-24"]))
        case 4: return PlannedWrite(subject: .goal("g"), key: "", action: .newLines("- [ ] New \(part)\n"))
        default: return Self.move(part, to: Int.random(in: 0..<9, using: &random))
        }
      }
    }
    var together = MakeWrites(in: plan)
    let refusals = together.add(each: proposals)
    var single = MakeWrites(in: plan)
    for (proposal, refusal) in zip(proposals, refusals) {
      var own: MakeWrites.Refusal?
      do { try single.add(proposal) } catch { own = error }
      #expect(own == refusal)
    }
    #expect(try together.change(titled: "") == single.change(titled: ""))
  }
}
