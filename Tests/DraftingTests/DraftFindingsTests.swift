import Drafting
import PlanDocuments
import PlanModel
import TestSupport
import Testing

@Suite struct DraftFindingsTests {
  typealias Milestone = DraftPlan.Milestone

  static func kinds(_ milestones: [Milestone], _ ground: DraftGround) -> [DraftFinding.Kind] {
    DraftPlan(anchor: GoalAnchor(goal: "G"), milestones: milestones).findings(on: ground).map(\.kind)
  }

  static let ground = DraftGround(
    today: august2, deadline: august2 + 100, buffer: 10, minutes: 600, names: ["book", "book/part-1"])

  static let a = Milestone(id: "a", title: "A", effort: Effort(minutes: 60))

  static func after(_ id: String, _ names: String...) -> Milestone { Milestone(id: id, title: id, after: names) }

  @Test func aSoundDraftHasNone() {
    #expect(Self.kinds([Self.a, Self.after("b", "a", "book/part-1", "book")], Self.ground) == [])
    #expect(Self.kinds([Self.a], DraftGround(today: august2)) == [])
  }

  @Test func eachKindOfTroubleIsFound() {
    let day = august2
    func milestone(_ change: (inout Milestone) -> Void) -> [Milestone] {
      var milestone = Self.a
      change(&milestone)
      return [milestone]
    }
    let cases: [(DraftFinding.Kind, [Milestone])] = [
      (.empty, []),
      (.noTitle, milestone { $0.title = "<!-- -->" }),
      (.badID, milestone { $0.id = "Part 1" }), (.badID, milestone { $0.id = "" }),
      (.badID, milestone { $0.id = "über" }),
      (.duplicateID, [Self.a, Self.a]),
      (.unknownID, [Self.a, Self.after("b", "aa")]), (.unknownID, [Self.after("b", "book/part-2")]),
      (.cycle, [Self.after("a", "b"), Self.after("b", "a")]), (.cycle, [Self.after("a", "a")]),
      (.tooMany, (0..<200).map { Self.after("m-\($0)") }),
      (.badEffort, milestone { $0.effort = Effort(low: 0, high: 9_000_000) }),
      (.badWait, milestone { $0.wait = Wait(low: 0, high: 4_000) }),
      (.tooMuchEffort, milestone { $0.effort = Effort(minutes: 601) }),
      (.waitsTooLong, milestone { $0.wait = Wait(low: 91, high: 91) }),
      (.pastDate, milestone { $0.due = day - 1 }),
      (.pastDeadline, milestone { $0.due = day + 101 }),
      (.fixedWithoutDate, milestone { $0.isFixed = true }),
      (.spacing, milestone { $0.due = day + 40 }),
    ]
    for (kind, milestones) in cases { #expect(Self.kinds(milestones, Self.ground).first == kind, "\(kind)") }
    #expect(Set(cases.map(\.0)) == Set(DraftFinding.Kind.allCases))
  }

  @Test func whatMayBeCutDoesNotCountAgainstTheHours() {
    var optional = Self.a
    optional.id = "b"
    optional.effort = Effort(minutes: 600)
    optional.isOptional = true
    #expect(Self.kinds([Self.a, optional], Self.ground) == [])
  }

  @Test func aLoopIsNamedAsAChainWithoutTheWayIntoIt() {
    let draft = DraftPlan(
      anchor: GoalAnchor(goal: "G"),
      milestones: [Self.after("a", "b"), Self.after("b", "c"), Self.after("c", "b"), Self.after("d", "a")])
    let messages = draft.findings(on: Self.ground).map(\.message)
    #expect(
      messages == ["These milestones wait for each other: “b” after “c” after “b”. Take one of these `after` out."])
  }
}
