import Foundation
import PlanDocuments
import Testing

@testable import VaultStorage

@Suite struct UndoTests {
  @Test func changesAreTakenBackOneByOneFromTheLast() throws {
    let vault = try TemporaryVault(["a.md": "0", "b.md": "x"])
    for number in 1...4 {
      try vault.vault.apply(vault.rewriting(["a.md": "\(number)"], title: "To \(number)"), at: 100 + number)
    }
    try vault.vault.apply(vault.rewriting(["b.md": "y"], title: "To y"), at: 200)
    #expect(try vault.vault.operations().map(\.title) == ["To y", "To 4", "To 3", "To 2", "To 1"])
    #expect(try vault.vault.undo(at: 201, isDryRun: true)?.title == "To y")
    #expect(vault.text(of: "b.md") == "y")
    #expect(try vault.vault.undo(at: 201)?.title == "To y")
    #expect(try vault.vault.undo(at: 202)?.files == [.init(path: VaultPath("a.md"), before: [0x34], after: [0x33])])
    #expect(try vault.vault.operations().map(\.isUndone) == [true, true, false, false, false])
    // A new change comes on top; those below it stay in line.
    try vault.vault.apply(vault.rewriting(["a.md": "5"], title: "To 5"), at: 203)
    var texts: [String?] = []
    while try vault.vault.undo(at: 204) != nil { texts.append(vault.text(of: "a.md")) }
    #expect(texts == ["3", "2", "1", "0"])
    #expect(vault.text(of: "b.md") == "x")
  }

  @Test func whatSomebodyElseChangedSinceIsNotTakenBack() throws {
    let vault = try TemporaryVault(["a.md": "old", "b.md": "old"])
    try vault.vault.apply(vault.rewriting(["a.md": "new", "b.md": "new"], title: "Both"), at: 1)
    try vault.write("theirs", to: "b.md")
    let reason = "it was changed since by someone else, so “Both” cannot be taken back"
    #expect(throws: VaultError.refused(path: VaultPath("b.md"), reason: reason)) { try vault.vault.undo(at: 2) }
    #expect(vault.text(of: "a.md") == "new" && vault.text(of: "b.md") == "theirs")
    try vault.write("new", to: "b.md")
    #expect(try vault.vault.undo(at: 3) != nil)
    #expect(vault.text(of: "a.md") == "old" && vault.text(of: "b.md") == "old")
  }

  @Test func aMadeFileGoesOnlyUnchangedAndItsFolderOnlyEmpty() throws {
    let vault = try TemporaryVault()
    func make() throws {
      let made = FileChange(creating: VaultPath("x/y/made.md"), bytes: Array("made".utf8))
      try vault.vault.apply(VaultChange(title: "Make", files: [made]), at: 1)
    }
    try make()
    try vault.write("made, and more", to: "x/y/made.md")
    #expect(throws: VaultError.self) { try vault.vault.undo(at: 2) }
    try vault.write("made", to: "x/y/made.md")
    try vault.write("n", to: "x/neighbour.md")
    #expect(try vault.vault.undo(at: 3)?.files.first?.after == nil)
    #expect(vault.names == ["mm.md", "x", "x/neighbour.md"])
  }

  @Test func aFileThatIsReadOnlyNowIsRefusedWithAllOthers() throws {
    let vault = try TemporaryVault(["a.md": "old", "b.md": "old"])
    try vault.vault.apply(vault.rewriting(["a.md": "new", "b.md": "new"]), at: 1)
    chmod(vault.url("b.md").path, 0o444)
    #expect(throws: VaultError.refused(path: VaultPath("b.md"), reason: "it is read-only")) {
      try vault.vault.undo(at: 2)
    }
    #expect(vault.text(of: "a.md") == "new")
  }

  @Test func copiesAreKeptThirtyDays() throws {
    let vault = try TemporaryVault(["a.md": "0"])
    let day = 86_400
    for (number, time) in [0, 10 * day, 30 * day, 41 * day].enumerated() {
      try vault.vault.apply(vault.rewriting(["a.md": "\(number + 1)"], title: "\(number)"), at: 1_000_000 + time)
    }
    #expect(try vault.vault.operations().map(\.title) == ["3", "2"])
  }

  @Test func twoVaultsHaveTheirOwnUndo() throws {
    let one = try TemporaryVault(["a.md": "old"])
    let other = try TemporaryVault(["a.md": "old"])
    let otherVault = Vault(at: other.vault.root, stateFolder: one.vault.stateFolder)
    try one.vault.apply(one.rewriting(["a.md": "new"]), at: 1)
    #expect(try otherVault.undo(at: 2) == nil)
    #expect(try otherVault.operations().isEmpty)
    // The same vault through a link is the same.
    let link = one.folder.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: one.root.path)
    #expect(try Vault(at: link, stateFolder: one.vault.stateFolder).undo(at: 2) != nil)
  }

  @Test func recordsAreReadBackAndDamagedOnesAreNot() throws {
    let record = OperationRecord(
      title: "Ümläut\n100 % “x”", kind: .undo, stem: "abc",
      replacements: [
        Replacement(path: VaultPath(bytes: [0x61, 0xff, 0x20, 0x0a, 0x25]), before: nil, after: [10, 10, 0, 255]),
        Replacement(path: VaultPath("b.md"), before: [1, 2, 3], after: nil),
        Replacement(path: VaultPath("c.md"), before: [], after: []),
        Replacement(path: VaultPath("100%41.md"), before: [4], after: [5]),
      ], madeFolders: [VaultPath("é x")])
    let bytes = record.bytes
    #expect(OperationRecord(bytes: bytes) == record)
    for count in bytes.indices { #expect(OperationRecord(bytes: Array(bytes[..<count])) == nil) }
    #expect(OperationRecord(bytes: bytes + [0]) == nil)
  }

  @Test(arguments: 0..<300) func aWriteInPlaceThatWasCutOffIsKnownWhereverItWasCut(seed: Int) {
    var random = ApplyTests.SeededNumbers(state: UInt64(seed))
    func text() -> [UInt8] {
      (0..<Int.random(in: 0...8, using: &random)).map { _ in UInt8.random(in: 0...1, using: &random) }
    }
    let one = Replacement(path: VaultPath("a"), before: text(), after: text())
    let before = one.before ?? []
    let after = one.after ?? []
    let cuts = (0...after.count).map { Array(after[..<$0]) + before.dropFirst($0) }
    for cut in cuts { #expect(one.isHalfWritten(cut)) }
    let other = text()
    #expect(one.isHalfWritten(other) == cuts.contains(other))
  }
}
