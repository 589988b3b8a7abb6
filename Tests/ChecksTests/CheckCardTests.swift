import Checks
import PlanDocuments
import PlanModel
import Testing

/// One example of one card, for a parameterized test.
struct CardExample: Sendable, CustomTestStringConvertible {
  var check: any Check
  var number: Int

  var card: CheckCard { type(of: check).card }
  var example: CheckExample { card.examples[number] }
  var testDescription: String { "\(card.name) example \(number + 1)" }

  static var all: [CardExample] {
    CheckCatalogue.checks.flatMap { check in
      type(of: check).card.examples.indices.map { CardExample(check: check, number: $0) }
    }
  }
}

/// A vault of files, and the places marked with ↓ in them.
struct MarkedVault {
  var files: [String: [UInt8]] = [:]
  var marks: Set<Place> = []

  init(_ example: CheckExample) {
    for (path, text) in example.files {
      let parts = text.split(separator: "↓", omittingEmptySubsequences: false)
      var bytes: [UInt8] = []
      for (index, part) in parts.enumerated() {
        bytes += Array(part.utf8)
        if index < parts.count - 1 {
          marks.insert(Place(path: VaultPath(path), span: ByteSpan(bytes.count, bytes.count)))
        }
      }
      files[path] = bytes
    }
  }

  func facts(_ history: CheckHistory) -> CheckFacts {
    let texts = files.map { SourceText(path: VaultPath($0.key), bytes: $0.value) }
    let documents = texts.map { PlanDocument(reading: $0) }
    let settings = documents.first { $0.kind == .settings }
    let snapshot = VaultSnapshot(
      settings: settings ?? PlanDocument(reading: SourceText(path: VaultPath("mm.md"), bytes: [])),
      documents: documents.filter { $0.kind == .goal || $0.kind == .milestone }.sorted { $0.text.path < $1.text.path })
    return CheckFacts(Plan(reading: snapshot, today: CheckExample.today), history: history)
  }
}

@Suite struct CheckCardTests {
  @Test(arguments: CardExample.all)
  func anExampleOfACardIsTrue(_ example: CardExample) throws {
    var vault = MarkedVault(example.example)
    let facts = vault.facts(example.example.history)
    let found = CheckRunner().findings(in: facts)
    let own = found.filter { $0.check == example.card.name }
    switch example.example.expectation {
    case .silent:
      #expect(own.map(\.message) == [])
    case .fires:
      let starts = Set(
        own.map { Place(path: $0.place.path, span: ByteSpan(Int($0.place.span.start), Int($0.place.span.start))) })
      #expect(starts == vault.marks, "\(own.map(\.message))")
      #expect(own.count == vault.marks.count)
      #expect(own.allSatisfy { $0.severity == example.card.severity || example.card.name == "bad-value" })
    case .fixes(let fixed):
      let finding = try #require(own.first)
      #expect(own.count == 1)
      let fix = try #require(finding.fix)
      #expect(String(decoding: fix.result, as: UTF8.self) == fixed)
      vault.files[fix.path.description] = fix.result
      let after = CheckRunner().findings(in: vault.facts(example.example.history))
      #expect(after.filter { $0.check == example.card.name }.map(\.message) == [])
      // What the fix makes readable may be found to be wrong in another way; what was fine stays fine.
      let before = Set(found.map(\.check))
      #expect(after.allSatisfy { before.contains($0.check) || $0.place.path != fix.path })
    }
  }

  @Test func theCatalogueHoldsEveryCheckOfTheDesign() {
    let names = [
      "bad-value", "bad-front-matter", "misspelt-key", "duplicate-id", "unknown-dependency", "dependency-cycle",
      "date-order",
      "past-deadline", "overdue", "impossible-date", "dates-too-tight", "no-date", "field-in-two-places",
      "milestone-without-title", "empty-window", "overload", "blocked", "fixed-without-date", "unknown-goal", "crowded",
      "day-off", "not-anchored", "vague-goal", "even-spacing", "too-sparse", "too-dense", "no-dependencies",
      "no-effort",
      "effort-too-large", "no-milestones", "stall-point", "stalled", "review-due", "box-and-date-disagree",
      "conflict-markers", "field-of-milestone",
    ]
    let hints: Set = [
      "misspelt-key", "crowded", "vague-goal", "even-spacing", "too-sparse", "too-dense", "no-dependencies",
      "no-effort",
    ]
    let cards = CheckCatalogue.cards
    #expect(cards.map(\.name).sorted() == names.sorted())
    #expect(Set(cards.map(\.code)).count == cards.count)
    #expect(Set(cards.filter { $0.severity == .hint }.map(\.name)) == hints)
    for card in cards {
      #expect(card.examples.contains { $0.expectation != .silent }, "\(card.name)")
      #expect(card.examples.contains { $0.expectation == .silent }, "\(card.name)")
      #expect(
        [card.finds, card.matters, card.cure].allSatisfy { $0.hasSuffix(".") && !$0.contains("!") }, "\(card.name)")
      #expect(CheckCatalogue.check(named: card.code).map { type(of: $0).card.name } == card.name)
    }
  }
}
