import Foundation
import PlanDocuments
import PlanModel
import PlanSessions
import Recalibration
import ReviewNotes
import Testing

/// A front without a terminal, as short as one can be: an editor plans with a text that it has not saved yet.
@Suite struct SecondFrontTests {
  private static let book = """
    ---
    goal: A book
    deadline: 2026-10-30
    ---
    ## Milestones

    - [ ] Draft effort:20h due:2026-09-20
    - [ ] Printed effort:4h due:2026-10-20 after:draft
    """
  private static let settings = "---\ntime: 1h mon-fri\nnever: mon-sun\n---\n"
  private static let fewerHours = "---\ntime: 30m mon-fri\nnever: mon-sun\n---\n"

  @Test func aChoiceIsTakenWhileAnEditorHoldsATextThatIsNotSaved() throws {
    let desk = try Desk(["mm.md": Self.settings, "goals/book.md": Self.book])
    defer { desk.clear() }
    #expect(try desk.open().recalibrate().choices.offered.isEmpty, "as saved, every date holds")

    // The editor holds half of the hours; the choice moves dates in another file.
    let unsaved = ["mm.md": Self.fewerHours]
    let session = try desk.open(unsaved: unsaved)
    let plan = try session.recalibrate()
    let choice = try #require(
      plan.choices.offered.first { choice in choice.writes.allSatisfy { $0.subject != .settings } })
    let change = try session.change(taking: String(choice.number), of: plan)
    #expect(change.files.map(\.path.description) == ["goals/book.md"])
    try session.apply(change)

    let written = try desk.text("goals/book.md")
    #expect(Array(written.utf8) == change.files.first?.result)
    #expect(written != Self.book)
    #expect(try desk.text("mm.md") == Self.settings)
    #expect(
      try desk.open(unsaved: unsaved).recalibrate().choices.baseline.map(\.chance) == choice.results.map(\.chance))

    #expect(try session.undo() != nil)
    #expect(try desk.text("goals/book.md") == Self.book)
  }

  @Test func whatIsNotSavedIsTheEditorsToWrite() throws {
    let desk = try Desk(["mm.md": Self.settings, "goals/book.md": Self.book])
    defer { desk.clear() }
    let unsaved = ["goals/book.md": Self.book.replacing("20h", with: "60h")]
    let session = try desk.open(unsaved: unsaved)
    let plan = try session.recalibrate()
    let choice = try #require(
      plan.choices.offered.first { choice in choice.writes.allSatisfy { $0.subject != .settings } })
    let change = try session.change(taking: choice.blockID, of: plan)
    #expect { try session.apply(change) } throws: { error in
      if case SessionError.unsavedText(let path) = error { path.description == "goals/book.md" } else { false }
    }
    #expect(try desk.text("goals/book.md") == Self.book)
    // In the editor's buffer the change is made on the text that it was made from.
    let buffer = String(decoding: try #require(change.files.first).result, as: UTF8.self)
    let after = try desk.open(unsaved: ["goals/book.md": buffer]).recalibrate()
    #expect(after.choices.baseline.map(\.chance) == choice.results.map(\.chance))
  }
}
