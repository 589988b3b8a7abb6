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
        switch $0 {
        case .endsAt(_, let beyond), .onTheDay(_, _, let beyond): beyond.contains(milestone.title)
        default: false
        }
      }
      #expect(isBeyond || titles.contains(milestone.title), "\(milestone.title)")
    }
  }

  @Test(arguments: [
    ("couch to 5k", [5.0]), ("run 3 miles without stopping", [5]), ("run 8 km", [5, 7]), ("run 10 km", [5, 7, 9]),
  ])
  func noStepGoesFurtherThanTheGoal(words: String, kilometres: [Double]) throws {
    let (made, placed) = try DraftedGoals.draft(GoalAnchor(goal: words), playbook: "ten-kilometres")
    let steps = placed.draft.milestones.flatMap { [$0.title] + $0.tasks.map(\.title) }
    for (title, distance) in [
      ("5 km without a break", 5.0), ("7 km, slow enough to talk", 7), ("8 to 9 km, once a week", 9),
    ] {
      #expect(steps.contains(title) == kilometres.contains(distance), "\(words): \(title)")
    }
    #expect(placed.fits && DraftedGoals.isInOrder(placed))
    // What is left shares the work of its amount.
    let whole = try #require(
      made.assumptions.lazy.compactMap { if case .amount(_, let effort) = $0 { effort } else { nil } }.first)
    #expect(abs(made.draft.minutes() - whole.middle) < whole.middle / 10)
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

  /// A plan for a goal with its day in ten months, which fits, and the step with an id.
  private func draftWithADay(
    _ words: String, _ id: String, time: String
  ) throws -> (day: Day, made: PlaybookDraft, placed: PlacedDraft, step: DraftPlan.Milestone) {
    let day = DraftedGoals.today + 300
    let (made, placed) = try DraftedGoals.draft(
      GoalAnchor(goal: words, deadline: day), in: DraftedGoals.vault(time: time))
    #expect(placed.fits && DraftedGoals.errors(in: placed) == [] && DraftedGoals.isInOrder(placed))
    return (day, made, placed, try #require(placed.draft.milestones.first { $0.id == id }))
  }

  @Test(arguments: [
    ("run the berlin marathon under 3:45", "taper"), ("do a sprint triathlon", "taper"), ("ride 100 miles", "taper"),
    ("run my first 10k", "easy"),
  ])
  func whatRestsBeforeADayLiesShortlyBeforeIt(words: String, id: String) throws {
    let (day, _, placed, step) = try draftWithADay(words, id, time: "5h/week")
    #expect(!step.isFixed && placed.draft.milestones.last?.due == day)
    #expect(try (day - 35...day - 7).contains(#require(step.due)), "\(step)")
  }

  @Test(arguments: [("run the berlin half marathon", "race"), ("get married", "married"), ("host a reunion", "held")])
  func whatHappensOnADayIsOnTheDayThatWasNamed(words: String, id: String) throws {
    let (day, made, placed, step) = try draftWithADay(words, id, time: "20h/week")
    #expect(step.due == day && step.isFixed)
    // The buffer lies before it.
    #expect(placed.draft.milestones.allSatisfy { $0.id == id || $0.due.map { $0 <= day - 7 } == true })
    #expect(made.assumptions.contains { if case .onTheDay(_, day, _) = $0 { true } else { false } })
    // Where no day was named, and where it does not fit, it may lie anywhere.
    for anchor in [GoalAnchor(goal: words), GoalAnchor(goal: words, deadline: DraftedGoals.today + 20)] {
      let (made, placed) = try DraftedGoals.draft(anchor)
      #expect(placed.draft.milestones.allSatisfy { !$0.isFixed })
      #expect(!made.assumptions.contains { if case .onTheDay = $0 { true } else { false } })
    }
  }
}
