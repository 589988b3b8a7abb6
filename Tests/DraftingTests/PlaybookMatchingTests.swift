import PlanDocuments
import Testing

@testable import Drafting
@testable import Recalibration

@Suite struct PlaybookMatchingTests {
  static func playbook(_ name: String, _ match: String, milestone: String = "Done", general: Bool = false) -> Playbook?
  {
    PlaybookReadingTests.playbook(
      "---\nplaybook: \(name)\nmatch: [\(match)]\ngeneral: \(general)\n---\n## Milestones\n- [ ] \(milestone) effort:100%\n",
      name: name)
  }

  static let shelf = [
    playbook("Run a half marathon", "running, race, half marathon", milestone: "Long run done"),
    playbook("Give a talk", "talk, conference, speech", milestone: "Slides made"),
    playbook("Write a book", "book, manuscript, author", milestone: "Beta readers' feedback in"),
    playbook("Grow a newsletter", "newsletter, subscribers", milestone: "First issue sent"),
    playbook("Learn a language", "language, italian, speak", milestone: "First conversation"),
    playbook("Any goal", "goal", general: true),
  ].compactMap { $0 }

  static func choice(_ goal: String, _ playbooks: [Playbook] = shelf, own: Set<Int> = []) -> PlaybookMatching.Choice {
    PlaybookMatching(playbooks, own: own, words: .bundled).choice(for: goal)
  }

  @Test func endingsCapitalsAndCommonWordsDoNotMatter() {
    #expect(
      WordLists.bundled.stems(of: "Running 3 races, and the BOOKS of stories!") == ["run", "rac", "book", "story"])
    #expect(Self.choice("run two Half-Marathons before June").playbook == 0)
    #expect(Self.choice("I want to be speaking Italian").playbook == 4)
  }

  @Test func theWordsThatMatchedAreNamed() throws {
    let ranked = Self.choice("a newsletter about books").ranked
    #expect(ranked.map(\.playbook).sorted() == [2, 3])
    #expect(try #require(ranked.first { $0.playbook == 3 }).words == ["newsletter"])
    #expect(ranked.map(\.score) == ranked.map(\.score).sorted(by: >))
  }

  @Test func theGeneralPlanIsTakenWhereNothingFits() {
    for goal in ["", "12", "sort the attic", "reach my goal", "feedback from slides"] {
      let choice = Self.choice(goal)
      #expect(choice.isGeneral && choice.playbook == 5, "\(goal)")
    }
    #expect(Self.choice("sort the attic", []).playbook == nil)
  }

  @Test func anOwnPlaybookComesFirstWhereItFits() {
    guard let own = Self.playbook("Our half marathon", "half marathon") else { return }
    #expect(Self.choice("half marathon race", Self.shelf + [own]).playbook == 0)
    #expect(Self.choice("half marathon race", Self.shelf + [own], own: [6]).playbook == 6)
    #expect(Self.choice("a talk", Self.shelf + [own], own: [6]).playbook == 1)
  }

  /// Whatever the shelf: a goal that repeats a title finds it, and the order of the words of a goal without pairs is nothing.
  @Test func aTitleFindsItsPlaybook() {
    for (index, playbook) in Self.shelf.enumerated().dropLast() {
      #expect(Self.choice(playbook.title).playbook == index)
      #expect(Self.choice(playbook.title.uppercased()).playbook == index)
    }
  }

  @Test func aWordAlsoCountsAsItsKind() {
    let shelf = [
      Self.playbook("Emigrate", "move to (country)"), Self.playbook("Move house", "move to (city)"),
      Self.playbook("Make music", "(instrument)"), Self.playbook("Save", "put aside (sum)"),
      Self.playbook("Any goal", "goal", general: true),
    ].compactMap { $0 }
    #expect(Self.choice("move to new zealand with the kids", shelf).playbook == 0)
    #expect(Self.choice("move with the cats to Glasgow", shelf).playbook == 1)
    #expect(Self.choice("learn the ukulele", shelf).playbook == 2)
    for sum in ["12k", "5,000", "£800"] { #expect(Self.choice("put aside \(sum)", shelf).playbook == 3, "\(sum)") }
    // A kind is a word that stands for others, not a word of people's goals.
    #expect(Self.choice("country", shelf).isGeneral)
    #expect(
      WordLists.bundled.words(of: "(country) (nothing) 12,000 80kg") == ["(country)", "nothing", "12000", "80", "kg"])
  }

  @Test(arguments: [
    ("speak italian before we run the race", "speak italian"), ("sing a solo at my sister's wedding", "sing a solo"),
    ("learn italian so i can give a talk", "learn italian"), ("turn my talk into a book", "a book"),
    ("train for a race", "train for a race"), ("run with my sister", "run"), ("learn to speak", "learn to speak"),
    ("quit my job to write", ""),
    ("500 readers for my newsletter", "500 readers for my newsletter"),
    ("get fit enough to run", "get fit enough to run"),
  ])
  func whatAGoalIsAboutStandsBeforeWhatItIsFor(goal: String, head: String) {
    let words = WordLists.bundled.words(of: goal)
    #expect(GoalClauses(words, .bundled).head == WordLists.bundled.words(of: head.isEmpty ? goal : head))
    #expect(GoalClauses(words, .bundled).head.count + GoalClauses(words, .bundled).tail.count == words.count)
  }

  @Test func hintsTellTogetherAndWordsAgainstSpeakForAnother() {
    let shelf = [
      PlaybookReadingTests.playbook(
        "---\nplaybook: Sail a boat\nmatch: [sailing]\nhints: [mast, tiller, harbour]\nagainst: [novel]\n---\n## Milestones\n- [ ] Done effort:100%\n",
        name: "sail"), Self.playbook("Any goal", "keep bees", general: true),
    ].compactMap { $0 }
    #expect(Self.choice("leave the harbour with my hand on the tiller and both eyes on the mast", shelf).playbook == 0)
    #expect(Self.choice("paint the mast and the harbour", shelf).isGeneral)
    #expect(Self.choice("sailing", shelf).playbook == 0)
    #expect(Self.choice("finish the novel about sailing", shelf).isGeneral)
    #expect(Self.choice("keep bees while sailing", shelf).isGeneral)
    // One phrase in a long story is chance.
    #expect(
      Self.choice("tell grandfather that uncle fritz has sold the sailing trophies to a dealer in bremen", shelf)
        .isGeneral)
  }

  @Test func aBroadPlaybookGivesWayToANarrowOne() {
    let broad = PlaybookReadingTests.playbook(
      "---\nplaybook: Pass an exam\nbroad: true\nmatch: [exam, certificate exam]\n---\n## Milestones\n- [ ] Done effort:100%\n",
      name: "exam")
    let shelf = [broad, Self.playbook("Learn a language", "italian")].compactMap { $0 }
    #expect(Self.choice("italian exam", shelf).playbook == 1)
    #expect(Self.choice("pass the exam", shelf).playbook == 0)
  }

  @Test func whatAGoalIsForHelpsAndDoesNotDecide() {
    #expect(Self.choice("learn to speak italian before my conference talk").playbook == 4)
    // Two that fit alike are a doubt.
    #expect(Self.choice("learn italian and give a talk").isGeneral)
    #expect(Self.choice("be brave at my conference talk").playbook == 1)
  }
}
