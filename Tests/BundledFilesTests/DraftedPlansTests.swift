import PlanDocuments
import Planning
import Testing

/// Plans for goals in ordinary words, and for each playbook.
@Suite struct DraftedPlansTests {
  /// Thirty of the goals in ordinary words, one of nearly each playbook; a day from which the ends that they name are far enough.
  static let goals = OrdinaryGoalsTests.goals.prefix(30).map(\.words)

  @Test(arguments: goals)
  func aGoalInOrdinaryWordsGetsAPlanWithoutErrors(words: String) throws {
    let (_, placed) = try DraftedGoals.draft(GoalAnchor(goal: words), today: DraftedGoals.today - 300)
    #expect(placed.fits)
    #expect(DraftedGoals.isInOrder(placed))
    #expect(DraftedGoals.errors(in: placed) == [])
    #expect(placed.findings.filter(\.isError) == [])
  }

  @Test(arguments: PlaybooksTests.all.map(\.name))
  func aPlaybookHasNoShortcomingsAndFitsIntoItsOwnTime(name: String) throws {
    let playbook = try #require(PlaybooksTests.all.first { $0.name == name })
    #expect(playbook.shortcomings == [])
    let lasts = try #require(playbook.lasts)
    let anchor = GoalAnchor(goal: playbook.title, deadline: DraftedGoals.today + lasts.high)
    let (made, placed) = try DraftedGoals.draft(anchor, playbook: name, in: DraftedGoals.vault(time: "20h/week"))
    #expect(placed.fits)
    #expect(DraftedGoals.isInOrder(placed))
    #expect(DraftedGoals.errors(in: placed) == [])
    // As many milestones as the length asks for, unless work in one piece would be too much to see a slip in.
    let large = placed.draft.milestones.filter { ($0.effort?.middle ?? 0) > 40 * 60 }
    #expect(large.isEmpty)
    // Nothing of the playbook is lost: each step is a milestone, a task, or beyond the end that the words name.
    let titles = Set(placed.draft.milestones.map(\.title) + placed.draft.milestones.flatMap { $0.tasks.map(\.title) })
    for milestone in playbook.milestones {
      let isBeyond = made.assumptions.contains {
        if case .endsAt(_, let beyond) = $0 { beyond.contains(milestone.title) } else { false }
      }
      #expect(isBeyond || titles.contains(milestone.title), "\(milestone.title)")
    }
  }
}
