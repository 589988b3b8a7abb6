import BundledFiles
import Drafting
import PlanDocuments
import PlanModel
import Testing

/// The playbooks that ship with the program.
@Suite struct PlaybooksTests {
  static let all: [Playbook] = BundledFile.templates.compactMap { file in
    Playbook(reading: PlanDocument(reading: SourceText(path: VaultPath(file.path), bytes: Array(file.text.utf8))))
  }

  @Test(arguments: all.map(\.name))
  func whatItComesToIsSaidSoThatAVagueGoalCanBeShownAnchored(name: String) throws {
    let playbook = try #require(Self.all.first { $0.name == name })
    let success = try #require(playbook.success)
    // It stands behind the person's words and a colon, and before a day.
    #expect(success.first?.isUppercase == false && !".,;:".contains(success.last ?? "."))
    let example = try #require(
      AnchoredExample.sentence(for: GoalAnchor(goal: "be better"), playbook: playbook, today: Day(number: 20_667)))
    #expect(example.hasPrefix("be better: \(success), by "))
    #expect(AnchoredExample.sentence(for: GoalAnchor(goal: example), playbook: nil, today: Day(number: 20_667)) == nil)
  }

  @Test func allFilesButTheReadmeArePlaybooks() {
    #expect(Self.all.count == BundledFile.templates.count - 1)
    #expect(Self.all.count >= 74)
    #expect(Self.all.filter(\.isGeneral).map(\.name) == ["general"])
    #expect(Set(Self.all.map(\.title)).count == Self.all.count)
  }

  /// Ids are unique, every `after` is known, nothing goes in a circle, the efforts add up: the reader says so.
  @Test(arguments: all.map(\.name))
  func nothingInItIsFoundWrong(name: String) throws {
    let playbook = try #require(Self.all.first { $0.name == name })
    #expect(playbook.findings.map(\.message) == [])
  }

  @Test(arguments: all.map(\.name))
  func itSaysWhereItComesFromAndWhatPeopleForget(name: String) throws {
    let playbook = try #require(Self.all.first { $0.name == name })
    // A work or page by name, a comma, the fact; how the hours were reckoned stands last.
    let named = playbook.sources.filter { !$0.contains("ours are ") }
    #expect(named.count >= 3 || (named.count == 2 && named.count < playbook.sources.count))
    #expect(named.allSatisfy { $0.utf8.count >= 30 && $0.contains(",") })
    #expect(playbook.milestones.contains { $0.isForgotten })
    #expect(playbook.milestones.contains { $0.wait != nil })
    #expect((2...4).contains(playbook.stalls.count))
    #expect((3...6).contains(playbook.questions.count))
    #expect(playbook.isGeneral || playbook.match.count >= 8)
  }

  /// Whoever starts where people usually do has a path with an end, in the order of the list.
  @Test(arguments: all.map(\.name))
  func itsStepsMakeOnePathToTheEnd(name: String) throws {
    let playbook = try #require(Self.all.first { $0.name == name })
    let steps = playbook.milestones
    #expect(steps.count >= 8)
    for (index, before) in playbook.predecessors.enumerated() where !before.isEmpty {
      #expect(before.contains { $0 < index }, "\(steps[index].id) stands before what it comes after")
    }
    #expect(steps.contains { !$0.after.isEmpty })
    #expect(steps.allSatisfy { $0.isForgotten || $0.reasons.contains { $0.kind == .why } })
  }

  @Test(arguments: all.map(\.name))
  func itHasNoShortcomings(name: String) throws {
    let playbook = try #require(Self.all.first { $0.name == name })
    #expect(playbook.shortcomings == [])
    let lasts = try #require(playbook.lasts)
    #expect(lasts.low <= lasts.high)
  }

  static func milestone(_ id: String, of name: String) throws -> (milestone: Playbook.Milestone, playbook: Playbook) {
    let playbook = try #require(all.first { $0.name == name })
    return (try #require(playbook.milestones.first { $0.id == id }), playbook)
  }

  @Test func theKindsThatTheyAreFoundByAreKnown() {
    for playbook in Self.all {
      for phrase in playbook.match {
        for kind in phrase.split(separator: " ") where kind.first == "(" && kind.last == ")" {
          #expect(
            ["country", "city", "language", "instrument", "occupation", "field", "mass", "relative", "birthday", "sum"]
              .contains(kind.dropFirst().dropLast()), "\(playbook.name): \(phrase)")
        }
      }
    }
  }

  @Test func theStepsThatPeopleForgetAreThere() throws {
    try #expect(Self.milestone("research", of: "book").milestone.isForgotten)
    try #expect(Self.milestone("beta", of: "book").milestone.wait == Wait(low: 14, high: 21))
    try #expect(Self.milestone("editor", of: "book").milestone.timing == .early)
    try #expect(Self.milestone("invitations", of: "wedding").milestone.daysBefore == Wait(low: 56, high: 77))
    try #expect(Self.milestone("married", of: "wedding").milestone.isOnTheDay)
  }

  @Test func theirSentencesAreCalmAndShort() {
    for file in BundledFile.templates {
      #expect(!file.text.contains("!"), "\(file.path) shouts")
      for line in file.text.split(separator: "\n") where line.hasPrefix("- [ ]") || line.hasPrefix("  >") {
        #expect(line.count <= 300, "\(file.path): \(line)")
      }
    }
  }
}
