import PlanDocuments
import Testing

@testable import Planning

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
    PlaybookMatching(playbooks, own: own).choice(for: goal)
  }

  @Test func endingsCapitalsAndCommonWordsDoNotMatter() {
    #expect(GoalWords.stems(of: "Running 3 races, and the BOOKS of stories!") == ["run", "rac", "book", "story"])
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
}
