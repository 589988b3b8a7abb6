import Drafting
import PlanDocuments
import PlanModel
import Testing

/// Plans for goals in ordinary words, and for each playbook.
@Suite struct DraftedPlansTests {
  /// Thirty of the goals in ordinary words, one of nearly each playbook; a day from which the ends that they name are far enough.
  static let goals = OrdinaryGoalsTests.goals.prefix(30).map(\.words)

  @Test(arguments: goals)
  func aGoalInOrdinaryWordsGetsAPlanWithoutErrors(words: String) throws {
    let (_, placed) = try DraftedGoals.draft(GoalAnchor(goal: words), today: DraftedGoals.today - 300)
    #expect(DraftedGoals.isInOrder(placed))
    #expect(placed.findings.filter { $0.isError && $0.kind != .tooMuchEffort } == [])
    if placed.fits { #expect(DraftedGoals.errors(in: placed) == []) }
  }

  /// Its usual goal in the time that it lasts at the longest, with hours to spare.
  @Test(arguments: PlaybooksTests.all.map(\.name))
  func aPlaybookFitsIntoItsOwnTime(name: String) throws {
    let playbook = try #require(PlaybooksTests.all.first { $0.name == name })
    let lasts = try #require(playbook.lasts)
    let anchor = GoalAnchor(goal: playbook.title, deadline: DraftedGoals.today + lasts.high + 28)
    let (_, placed) = try DraftedGoals.draft(anchor, playbook: name, in: DraftedGoals.vault(time: "20h/week"))
    #expect(placed.fits)
    #expect(DraftedGoals.isInOrder(placed))
    #expect(DraftedGoals.errors(in: placed) == [])
    #expect(placed.draft.milestones.allSatisfy { ($0.effort?.middle ?? 0) <= 42 * 60 })
    for milestone in placed.draft.milestones {
      #expect(!milestone.title.contains("{"), "\(milestone.title)")
      #expect(milestone.reasons.allSatisfy { !$0.words.contains("{") }, "\(milestone.title)")
    }
  }

  @Test(arguments: [("couch to 5k", ["five"], ["nine"]), ("run 10 km", ["five", "nine"], [])])
  func noStepGoesFurtherThanTheGoal(words: String, there: [String], beyond: [String]) throws {
    let (_, placed) = try DraftedGoals.draft(GoalAnchor(goal: words), playbook: "ten-kilometres")
    let ids = placed.draft.milestones.map(\.id)
    for id in there { #expect(ids.contains(id), "\(words): \(id) of \(ids)") }
    for id in beyond { #expect(!ids.contains(id), "\(words): \(id)") }
  }

  @Test func whoSingsIsNotToldToBorrowAnInstrument() throws {
    for words in ["sing a solo at my sister's wedding", "join a choir and sing in the concert", "stop singing off key"]
    {
      let (made, _) = try DraftedGoals.draft(GoalAnchor(goal: words))
      #expect(
        made.playbook.name == "singing" && !made.draft.milestones.contains { $0.title.contains("nstrument") },
        "\(words)")
    }
  }

  /// Money comes by the month: the steps to a sum are spread over the time that there is, half a year or four.
  @Test(arguments: [
    ("save 10k", "saving", 180), ("save 40k", "saving", 1400), ("pay off my 12k of loans", "debt", 1400),
  ])
  func whatTakesItsOwnTimeTakesAPartOfTheTimeThatThereIs(words: String, name: String, days: Int) throws {
    let anchor = GoalAnchor(goal: words, deadline: DraftedGoals.today + days)
    let (made, placed) = try DraftedGoals.draft(anchor)
    #expect(made.playbook.name == name && placed.fits && DraftedGoals.isInOrder(placed))
    let half = try #require(DraftedGoals.due("half", in: placed))
    #expect((35...75).contains((half - DraftedGoals.today) * 100 / days), "\(half)")
    let last = try #require(placed.draft.milestones.compactMap(\.due).max())
    #expect((last - DraftedGoals.today) * 100 / days >= 75, "\(last)")
  }

  @Test(arguments: [
    ("run the berlin half marathon", "race"), ("get married", "married"), ("run the berlin marathon", "race"),
  ])
  func theDayIsOnTheDayThatWasNamed(words: String, id: String) throws {
    let day = DraftedGoals.today + 300
    let (made, placed) = try DraftedGoals.draft(
      GoalAnchor(goal: words, deadline: day), in: DraftedGoals.vault(time: "20h/week"))
    let step = try #require(placed.draft.milestones.first { $0.id == id })
    #expect(placed.fits && DraftedGoals.errors(in: placed) == [] && DraftedGoals.isInOrder(placed))
    #expect(step.due == day && step.isFixed && placed.draft.milestones.last?.id == id)
    #expect(made.assumptions.contains { if case .onTheDay(_, day) = $0 { true } else { false } })
    // Where no day was named, it may be earlier.
    let (open, _) = try DraftedGoals.draft(GoalAnchor(goal: words))
    #expect(open.draft.milestones.allSatisfy { !$0.isFixed })
  }
}
