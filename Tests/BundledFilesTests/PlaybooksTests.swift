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
    #expect(Self.all.count >= 45)
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
    #expect(named.allSatisfy { $0.utf8.count >= 40 && $0.contains(", ") })
    #expect(playbook.milestones.contains { $0.isForgotten })
    #expect(playbook.milestones.contains { $0.wait != nil })
    #expect((2...4).contains(playbook.stalls.count))
    #expect((3...5).contains(playbook.questions.count))
    #expect(playbook.isGeneral || playbook.match.count >= 8)
  }

  @Test(arguments: all.map(\.name))
  func itsMilestonesMakeOnePathToTheEnd(name: String) throws {
    let playbook = try #require(Self.all.first { $0.name == name })
    #expect((8...15).contains(playbook.milestones.count))
    #expect(playbook.milestones.allSatisfy { $0.share <= 0.3 })
    for (milestone, before) in playbook.predecessors.enumerated() {
      #expect(
        before.allSatisfy { $0 < milestone }, "\(playbook.milestones[milestone].id) stands before what it comes after")
    }
    #expect(playbook.milestones.contains { !$0.after.isEmpty })
  }

  /// The waits along the longest chain leave room for the work in the time that it usually lasts.
  @Test(arguments: all.map(\.name))
  func itsWaitsFitIntoTheTimeThatItLasts(name: String) throws {
    let playbook = try #require(Self.all.first { $0.name == name })
    let lasts = try #require(playbook.lasts)
    let effort = try #require(playbook.effort)
    var shortest: [Int] = []
    var longest: [Int] = []
    for (milestone, before) in zip(playbook.milestones, playbook.predecessors) {
      shortest.append((before.map { shortest[$0] }.max() ?? 0) + (milestone.wait?.low ?? 0))
      longest.append((before.map { longest[$0] }.max() ?? 0) + (milestone.wait?.high ?? 0))
    }
    #expect((shortest.max() ?? 0) * 10 <= lasts.low * 9)
    #expect((longest.max() ?? 0) * 10 <= lasts.high * 9)
    #expect(lasts.low < lasts.high && effort.low < effort.high)
    // At least a quarter of an hour and at most twenty hours a week.
    #expect((15...1200).contains(effort.low * 7 / lasts.low))
    #expect((15...1200).contains(effort.high * 7 / lasts.high))
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
    try #expect(Self.milestone("pricing", of: "freelance").milestone.isForgotten)
    try #expect(Self.milestone("contract", of: "freelance").milestone.isForgotten)
    try #expect(Self.milestone("talk", of: "promotion").milestone.isForgotten)
    func comesBefore(_ earlier: String, _ later: String, in name: String) throws -> Bool {
      let (_, playbook) = try Self.milestone(later, of: name)
      var pending = [later]
      var passed: Set<String> = []
      while let id = pending.popLast() {
        if id == earlier { return true }
        if passed.insert(id).inserted { pending += playbook.milestones.first { $0.id == id }?.after ?? [] }
      }
      return false
    }
    for step in ["pricing", "contract", "legal"] { try #expect(comesBefore(step, "signed", in: "freelance")) }
    try #expect(comesBefore("research", "part-1", in: "book") && comesBefore("beta", "published", in: "book"))
    // Two review cycles lie between the talk and the decision.
    try #expect(comesBefore("talk", "first-cycle", in: "promotion"))
    try #expect(comesBefore("first-cycle", "decision", in: "promotion"))
  }

  @Test func theirSentencesAreCalmAndShort() {
    for file in BundledFile.templates {
      #expect(!file.text.contains("!"), "\(file.path) shouts")
      for line in file.text.split(separator: "\n") where line.hasPrefix("- [ ]") || line.hasPrefix("  >") {
        #expect(line.count <= 150, "\(file.path): \(line)")
      }
    }
  }
}
