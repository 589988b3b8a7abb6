import PlanDocuments
import PlanModel
import PlanSessions
import TestSupport
import Testing

/// A text that is laid over a file counts as the file would, were it saved.
@Suite struct UnsavedTextTests {
  private static let saved = [
    "mm.md": "---\ntime: 1h mon-fri\n---\n",
    "book.md": "---\ngoal: A book\n---\n## Milestones\n\n- [ ] Draft effort:20h\n",
    "garden.md": "---\ngoal: A garden\n---\n",
    "attic/old.md": "---\ngoal: An old one\n---\n",
  ]

  private static let texts = [
    "mm.md": ["---\nignore: [attic]\n---\n", "---\nplaybooks: books\nreviews: weeks\n---\n", "no settings"],
    "book.md": ["---\ngoal: Another book\n---\n", "Only a note.\n", "---\ngoal: [broken\n---\n"],
    "garden.md": ["---\nmilestone: A bed\ngoal: book\n---\n", ""],
    "goals/new.md": ["---\ngoal: A new goal\n---\n", "Only a note.\n"],
    "attic/new.md": ["---\ngoal: In the attic\n---\n"],
    ".hidden/new.md": ["---\ngoal: A hidden one\n---\n"],
    "books/own.md": ["---\nplaybook: own\n---\n## Milestones\n\n- [ ] First\n"],
    "templates/own.md": ["---\nplaybook: own\n---\n", "---\ngoal: No playbook\n---\n"],
    "reviews/2026-W31.md": ["---\ngoal: No review\n---\n"],
    "weeks/2026-W31.md": ["---\ngoal: No review\n---\n"],
    "new.txt": ["---\ngoal: No note\n---\n"],
  ]

  @Test(arguments: 0..<40) func aTextThatIsLaidOverCountsAsTheFileWould(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    var unsaved: [String: String] = [:]
    for (path, texts) in Self.texts.sorted(by: { $0.key < $1.key }) where Bool.random(using: &random) {
      unsaved[path] = texts.randomElement(using: &random)
    }
    let desk = try Desk(Self.saved)
    defer { desk.clear() }
    let laidOver = try desk.open(unsaved: unsaved).files()
    for (path, text) in unsaved { try desk.write(text, to: path) }
    let written = try desk.open().files()
    #expect(laidOver.settings.text.bytes == written.settings.text.bytes)
    #expect(laidOver.documents.map(\.text.path) == written.documents.map(\.text.path))
    #expect(laidOver.documents.map(\.text.bytes) == written.documents.map(\.text.bytes))
    #expect(laidOver.skipped.map(\.path) == written.skipped.map(\.path))
  }

  @Test func aReviewNoteThatIsNotSavedCountsToo() throws {
    let desk = try Desk(Self.saved)
    defer { desk.clear() }
    let written = try WeeklyReview(desk.open(), commits: false, isDryRun: false).sitting()
    let note = try #require(written.change.files.first)
    let text = String(decoding: note.result, as: UTF8.self)
    let again = try WeeklyReview(
      desk.open(unsaved: [note.path.description: text]), commits: false, isDryRun: false
    ).sitting()
    #expect(again.change.files.isEmpty, "the note in the editor says it all already")
  }
}
