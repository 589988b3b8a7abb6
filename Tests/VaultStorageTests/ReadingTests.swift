import Foundation
import PlanDocuments
import Testing

@testable import VaultStorage

@Suite struct ReadingTests {
  private let goal = "---\ngoal: g\n---\n\n## Milestones\n\n- [ ] One due:2026-01-01\n"

  private func paths(_ vault: TemporaryVault) throws -> [String] {
    try vault.vault.snapshot().documents.map(\.text.path.description)
  }

  private func skipped(_ vault: TemporaryVault) throws -> [String: String] {
    let pairs = try vault.vault.snapshot().skipped.map { ($0.path.description, $0.reason) }
    return Dictionary(pairs, uniquingKeysWith: { $0 + $1 })
  }

  private func link(_ name: String, to target: String, in vault: TemporaryVault) throws {
    try FileManager.default.createSymbolicLink(atPath: vault.url(name).path, withDestinationPath: target)
  }

  @Test func onlyPlansAreReadInTheOrderOfTheirPaths() throws {
    let vault = try TemporaryVault([
      "z.md": goal, "a/b.md": goal, "a.md": goal, "a/c/milestone.md": "---\nmilestone: m\ngoal: a\n---\n",
      "plain.md": "# A note\n- [ ] box\n", "other.md": "---\ntitle: x\n---\n", "x.txt": goal, ".hidden/x.md": goal,
      ".x.md": goal, "a/mm.md": "---\ntime: 1h\n---\n",
    ])
    #expect(try paths(vault) == ["a.md", "a/b.md", "a/c/milestone.md", "z.md"])
    #expect(try skipped(vault).isEmpty)
    #expect(try vault.vault.snapshot().settings.kind == .settings)
  }

  @Test func theSettingsSayWhatIsIgnoredAndWherePlaybooksAndReviewsLie() throws {
    let vault = try TemporaryVault([
      "mm.md":
        "---\nignore: [archive, notes/old*, 'Zu\u{308}rich.md', ../up]\nplaybooks: books/mine/\nreviews: ./Journal\n---\n",
      "archive/x.md": goal, "sub/archive/x.md": goal, "notes/old-2020/x.md": goal, "notes/new.md": goal,
      "Z\u{fc}rich.md": goal, "books/mine/x.md": "---\nplaybook: p\n---\n", "books/mine/goal.md": goal,
      "books/x.md": "---\nplaybook: p\n---\n", "Journal/2026-W01.md": goal, "Journal/free.md": goal,
      "Journal/goals/x.md": goal, "reviews/2026-W01.md": goal, "templates/x.md": goal,
    ])
    #expect(
      try paths(vault) == [
        "Journal/goals/x.md", "books/mine/x.md", "notes/new.md", "reviews/2026-W01.md", "sub/archive/x.md",
        "templates/x.md",
      ])
  }

  @Test func withoutSettingsReviewsAndTemplatesHaveTheirUsualFolders() throws {
    let vault = try TemporaryVault([
      "reviews/2026-W01.md": goal, "templates/goal.md": goal, "templates/p.md": "---\nplaybook: p\n---\n", "g.md": goal,
    ])
    #expect(try paths(vault) == ["g.md", "templates/p.md"])
    try vault.write("---\nreviews: .\n---\n", to: "mm.md")
    try vault.write(goal, to: "2026-W01.md")
    #expect(try paths(vault) == ["g.md", "reviews/2026-W01.md", "templates/p.md"])
  }

  @Test func linksInsideAreFollowedOnceAndLinksOutsideAreNamed() throws {
    let vault = try TemporaryVault([
      "goals/a.md": goal, ".shared/b.md": goal, ".shared/deep/c.md": goal,
    ])
    try goal.write(to: vault.folder.appending(path: "outside.md"), atomically: false, encoding: .utf8)
    try link("again.md", to: "goals/a.md", in: vault)
    try link("b.md", to: ".shared/b.md", in: vault)
    try link("b-again.md", to: vault.url(".shared/b.md").path, in: vault)
    try link("folder", to: ".shared/deep", in: vault)
    try link("folder-again", to: ".shared/deep/", in: vault)
    try link("goals/up", to: "..", in: vault)
    try link(".shared/deep/around", to: "../../goals", in: vault)
    try link("outside.md", to: "../outside.md", in: vault)
    try link("out", to: "..", in: vault)
    try link("picture.png", to: "/etc/hostname", in: vault)
    try link("loop.md", to: "pool.md", in: vault)
    try link("pool.md", to: "loop.md", in: vault)
    try link("dangling.md", to: "gone.md", in: vault)
    #expect(try paths(vault) == ["b-again.md", "folder/c.md", "goals/a.md"])
    let reasons = try skipped(vault)
    #expect(reasons.keys.sorted() == ["dangling.md", "loop.md", "out", "outside.md", "pool.md"])
    #expect(reasons["outside.md"] == "it is a link that leads out of the vault")
    #expect(reasons["loop.md"] == "it is a link that leads to itself")
    #expect(reasons["dangling.md"] == "it is a link that leads to nothing")
  }

  @Test func oddFilesAreNamedAndHarmNothing() throws {
    let vault = try TemporaryVault([
      "g.md": goal, "g.sync-conflict-20260101-101010-ABC.md": goal, "g (conflicted copy 2026-01-01).md": goal,
      ".g.md.icloud": "x", ".mm-abc-0.tmp": goal, "\u{e9}.md": goal, "line\nbreak.md": goal,
      "UPPER.md": goal,
    ])
    try vault.write(goal, to: "e\u{301}.md")
    mkfifo(vault.url("fifo.md").path, 0o644)
    let huge = vault.url("huge.md")
    try goal.write(to: huge, atomically: false, encoding: .utf8)
    truncate(huge.path, 16 * 1_048_576 + 1)
    let badName =
      Array(vault.root.path.utf8CString.dropLast()) + [0x2f, 0x62, CChar(bitPattern: 0xff), 0x2e, 0x6d, 0x64, 0]
    close(open(badName, O_CREAT | O_WRONLY, 0o644))
    var deep = "deep"
    for _ in 0..<70 { deep += "/d" }
    try vault.write(goal, to: deep + "/x.md")

    #expect(try paths(vault) == ["UPPER.md", "e\u{301}.md", "g.md", "line\nbreak.md", "\u{e9}.md"])
    let reasons = try skipped(vault)
    #expect(reasons["fifo.md"] == "it is no ordinary file")
    #expect(reasons["huge.md"] == "it is larger than 16 MB")
    #expect(reasons["b\u{fffd}.md"] == "its name is not UTF-8")
    #expect(reasons[".g.md.icloud"] != nil && reasons[".mm-abc-0.tmp"] != nil)
    #expect(reasons.count == 8, "\(reasons)")
  }

  @Test func readingInParallelGivesEveryNoteItsPlaceOnEveryRun() throws {
    let vault = try TemporaryVault()
    for index in 0..<300 {
      try vault.write("---\ngoal: \(index)\n---\n", to: "f\(index % 7)/n\(index).md")
    }
    func all() throws -> [String] {
      try vault.vault.snapshot().documents.map {
        $0.text.path.description + String(decoding: $0.text.bytes, as: UTF8.self)
      }
    }
    let first = try all()
    #expect(first.count == 300 && first == first.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    for _ in 0..<5 { #expect(try all() == first) }
  }

  @Test func readingLeavesTimesAndFoldersAlone() throws {
    let vault = try TemporaryVault(["g.md": goal, "a/h.md": goal])
    let before = try ["mm.md", "g.md", "a/h.md"].map(vault.status(of:))
    _ = try vault.vault.snapshot()
    _ = try vault.vault.operations()
    #expect(try ["mm.md", "g.md", "a/h.md"].map(vault.status(of:)) == before)
    #expect(!FileManager.default.fileExists(atPath: vault.state.path))
  }

  @Test func singleNotesAreReadByPathAndListedByFolder() throws {
    let vault = try TemporaryVault(["reviews/2026-W02.md": "two", "reviews/2026-W01.md": "one", "reviews/x.txt": ""])
    try vault.write("deeper", to: "reviews/old/2020-W01.md")
    #expect(
      try vault.vault.notes(in: VaultPath("reviews")).map(\.description) == [
        "reviews/2026-W01.md", "reviews/2026-W02.md",
      ])
    #expect(try vault.vault.notes(in: VaultPath("nowhere")).isEmpty)
    #expect(try vault.vault.notes(in: VaultPath("")).map(\.description) == ["mm.md"])
    #expect(try vault.vault.text(of: VaultPath("reviews/2026-W02.md"))?.bytes == Array("two".utf8))
    #expect(try vault.vault.text(of: VaultPath("reviews/2026-W03.md")) == nil)
    #expect(try vault.vault.text(of: VaultPath("none/2026-W03.md")) == nil)
    #expect(throws: VaultError.self) { try vault.vault.text(of: VaultPath("../state")) }
    #expect(throws: VaultError.self) { try vault.vault.text(of: VaultPath("reviews")) }
  }
}
