import Foundation
import ModelBackends
import PlanDocuments
import PlanSessions
import TestSupport
import Testing
import TextStyling
import VaultStorage

/// Trouble in the files is said where people look, and a place that is no box is refused.
@Suite struct SeenTroubleTests {
  private static let settings = "---\ntime: 2h mon-fri\n---\n"
  private static func goal(_ lines: String) -> String {
    "---\ngoal: Print 100 pages\nsuccess: 100\norigin: 0\ndeadline: 2026-12-18\n---\n\n## Milestones\n\n\(lines)"
  }

  private final class Listener: SessionListener, @unchecked Sendable {
    private(set) var heard: [String] = []
    func note(_ words: StyledText) { heard.append(words.plain) }
    func gitFailed(_ error: GitError) {}
    func modelFailed(_ absence: ModelAbsence) {}
    func working<Result, Problem: Error>(
      _ words: StyledText, _ work: () throws(Problem) -> Result
    ) throws(Problem) -> Result { try work() }
  }

  static let aPlaceThatIsNoBoxIsRefusedCases: [(String, Bool)] = [
    ("plans/part.md:2", true), ("plans/part.md", true), ("plans/part.md:7", true), ("plans/part.md:5", true),
    ("plans/part.md:6", false),
    ("plans/part.md:9", false), ("plans/part.md:10", false), ("plans/part.md:99", false), ("plans/book.md:8", false),
    ("plans/book.md:10", true), ("plans/book.md:12", false), ("plans/book.md:14", false),
  ]

  @Test(arguments: aPlaceThatIsNoBoxIsRefusedCases)
  func aPlaceThatIsNoBoxIsRefused(place: String, isTaken: Bool) throws {
    let desk = try Desk([
      "mm.md": Self.settings, "book.md": Self.goal("- [ ] One id:one effort:2h\n\ntext\n\n%%\n- [ ] x\n%%\n"),
      "part.md": "---\nmilestone: Part\ngoal: book\neffort: 1h\n---\n\n- [ ] Ask\n\ntext\n<!-- - [ ] x -->\n",
    ])
    defer { desk.clear() }
    let session = try desk.open()
    for write in [false, true] {
      let change =
        write ? try? session.setting("due", of: place, to: "2026-09-01") : try? session.completing([place])
      #expect((change != nil) == isTaken, "\(place)")
    }
  }

  static let errorsAreSaidWhereFiguresAreCases: [(String, Bool)] = [
    ("- [ ] One id:one effort:2h after:nothing\n", true), ("- [ ] One effort:2 hours due:2026-02-31\n", true),
    ("- [ ] One id:a\n- [ ] Two id:a\n", true), ("- [ ] One id:a after:b\n- [ ] Two id:b after:a\n", true),
    ("<<<<<<< HEAD\n- [ ] One\n=======\n- [ ] Two\n>>>>>>> x\n", true), ("- [ ] One effort:2h\n", false),
    ("- [ ] One\n", false),
  ]

  @Test(arguments: errorsAreSaidWhereFiguresAreCases)
  func errorsAreSaidWhereFiguresAre(lines: String, isError: Bool) throws {
    let desk = try Desk(["mm.md": Self.settings, "book.md": Self.goal(lines)])
    defer { desk.clear() }
    let vault = try desk.open()
    let uses: [(PlanSession) throws -> Void] = [
      { _ = try $0.firstScreen() }, { _ = try $0.brief(forecasts: false) }, { _ = try $0.list() },
      { _ = try $0.load(weeks: 4) },
    ]
    for use in uses {
      let listener = Listener()
      try use(PlanSession(vault.vault, on: vault.machine, today: vault.today, listener: listener))
      #expect(listener.heard.contains { $0.contains("mm check") } == isError)
    }
  }

  @Test func unreadFilesAreSaidByWhateverPlansOrWrites() throws {
    let desk = try Desk([
      "mm.md": Self.settings, "book.md": Self.goal("- [ ] One id:one effort:2h\n"),
      ".garden.md.icloud": "", "reviews/2026-W20.md/x": "",
    ])
    defer { desk.clear() }
    let vault = try desk.open()
    let uses: [(PlanSession) throws -> Void] = [
      { _ = try $0.firstScreen() }, { _ = try $0.list() }, { _ = try $0.completing(["one"]) },
    ]
    for use in uses {
      let listener = Listener()
      try use(PlanSession(vault.vault, on: vault.machine, today: vault.today, listener: listener))
      #expect(listener.heard.contains { $0.contains("garden") && $0.contains("left out") })
    }
  }

  @Test func anOddEntryAmongTheReviewsStopsNothing() throws {
    for name in ["2026-W28.md/x", "2026-W29.txt", "notes.md", "2026-Wxx.md/y"] {
      let desk = try Desk(["mm.md": Self.settings, "book.md": Self.goal("- [ ] One id:one effort:2h\n")])
      try desk.write("x", to: "reviews/\(name)")
      defer { desk.clear() }
      let session = try desk.open()
      _ = try session.firstScreen()
      _ = try session.check()
      _ = try session.brief(forecasts: true)
    }
  }

  @Test func nothingIsDoneOnADayThatIsNotYet() throws {
    let desk = try Desk(["mm.md": Self.settings, "book.md": Self.goal("- [ ] One id:one effort:2h\n")])
    defer { desk.clear() }
    let session = try desk.open()
    for day in ["2026-08-03", "tomorrow", "+1w", "2030-01-01"] {
      #expect(throws: (any Error).self) { try session.completing(["one"], on: day) }
    }
    for day in ["2026-08-02", "2026-08-01", "today"] { _ = try session.completing(["one"], on: day) }
  }

  static let amountsMayHaveTheirUnitApartCases: [(String, String, String?)] = [
    ("effort", "3 hours", "effort:3h"), ("effort", "90 min", "effort:90m"), ("wait", "2 w", "wait:2w"),
    ("wait", "5 days", "wait:5d"), ("spent", "1.5 h", "spent:1.5h"), ("effort", "three hours", nil),
    ("due", "in a while", nil), ("wait", "2 moons", nil),
  ]

  @Test(arguments: amountsMayHaveTheirUnitApartCases)
  func amountsMayHaveTheirUnitApart(field: String, value: String, expected: String?) throws {
    let desk = try Desk(["mm.md": Self.settings, "book.md": Self.goal("- [ ] One id:one due:2026-10-01\n")])
    defer { desk.clear() }
    let session = try desk.open()
    let change = try? session.setting(field, of: "one", to: value)
    let text = change?.files.map { String(decoding: $0.result, as: UTF8.self) }.joined()
    #expect((text != nil) == (expected != nil))
    if let text, let expected { #expect(text.contains(expected)) }
  }

  static let aBeginningThatOnlyOneHasNamesItCases: [(String, Bool)] = [
    ("boo", true), ("BO", true), ("boo/on", true), ("book/tw", true), ("ru", true), ("b", false), ("boo/t", false),
    ("x", false),
  ]

  @Test(arguments: aBeginningThatOnlyOneHasNamesItCases)
  func aBeginningThatOnlyOneHasNamesIt(name: String, isFound: Bool) throws {
    let desk = try Desk([
      "mm.md": Self.settings, "book.md": Self.goal("- [ ] One id:one\n- [ ] Two id:two\n- [ ] Three id:three\n"),
      "run.md": Self.goal("- [ ] Bike id:bike\n"),
    ])
    defer { desk.clear() }
    let session = try desk.open()
    #expect(((try? session.lookup(in: session.plan()).item(named: name)) != nil) == isFound)
  }
}
