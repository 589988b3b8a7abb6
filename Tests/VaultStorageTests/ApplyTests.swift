import Foundation
import PlanDocuments
import Testing

@testable import VaultStorage

@Suite struct ApplyTests {
  /// Numbers from a seed, so that a failure can be had again.
  struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state ^ (state >> 29)) &* 0xbf58_476d_1ce4_e5b9
    }
  }

  @Test(arguments: 0..<40)
  func randomChangesTouchOnlyTheirBytesAndUndoRestoresEveryOne(seed: UInt64) throws {
    var random = SeededNumbers(state: seed)
    let vault = try TemporaryVault()
    var before: [String: [UInt8]] = [:]
    let count = Int.random(in: 1...6, using: &random)
    for index in 0..<count {
      let path = ["", "goals/", "goals/a b/", "é/"].randomElement(using: &random).map { $0 + "note-\(index).md" } ?? ""
      let pieces: [[UInt8]] = [
        [10], [13, 10], [13], [0], [0xff], [0xef, 0xbb, 0xbf], Array("- [ ] task ü".utf8), [9],
      ]
      before[path] = (0..<Int.random(in: 0...60, using: &random)).flatMap { _ in
        pieces.randomElement(using: &random) ?? []
      }
      try vault.write(before[path] ?? [], to: path)
    }
    var files: [FileChange] = []
    var expected = before
    for (path, bytes) in before.sorted(by: { $0.key < $1.key }) {
      var edits: [TextEdit] = []
      var position = 0
      var result: [UInt8] = []
      while position <= bytes.count, edits.count < 8 {
        let start = Int.random(in: position...min(bytes.count, position + 30), using: &random)
        let end = Int.random(in: start...min(bytes.count, start + 5), using: &random)
        let new = (0..<Int.random(in: 0...4, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        edits.append(TextEdit(span: ByteSpan(start, end), new: new))
        result += bytes[position..<start] + new
        position = end + 1
        if end < bytes.count { result.append(bytes[end]) }
      }
      if position < bytes.count { result += bytes[position...] }
      expected[path] = result
      files.append(
        FileChange(of: SourceText(path: VaultPath(path), bytes: bytes), edits: edits.shuffled(using: &random)))
    }
    let made = "new/folder/made-\(seed).md"
    files.append(FileChange(creating: VaultPath(made), bytes: Array("made".utf8)))

    let names = vault.names
    try vault.vault.apply(VaultChange(title: "Random", files: files), at: 1_000)
    for (path, bytes) in expected { #expect(vault.bytes(of: path) == bytes) }
    #expect(vault.text(of: made) == "made")
    #expect(vault.names == (names + ["new", "new/folder", made]).sorted())

    let undone = try #require(try vault.vault.undo(at: 1_001))
    #expect(undone.title == "Random")
    for (path, bytes) in before { #expect(vault.bytes(of: path) == bytes) }
    #expect(vault.names == names)
    #expect(try vault.vault.undo(at: 1_002) == nil)
  }

  @Test func aChangeWithoutEffectLeavesTimeAndInodeAndMakesNoState() throws {
    let vault = try TemporaryVault(["a.md": "text"])
    let before = try vault.status(of: "a.md")
    try vault.vault.apply(vault.rewriting(["a.md": "text"]), at: 1)
    #expect(try vault.status(of: "a.md") == before)
    #expect(!FileManager.default.fileExists(atPath: vault.state.path))
  }

  @Test(arguments: [0o644, 0o600, 0o640, 0o755, 0o664] as [mode_t])
  func theModeStays(mode: mode_t) throws {
    let vault = try TemporaryVault(["a.md": "old"])
    #expect(chmod(vault.url("a.md").path, mode) == 0)
    try vault.vault.apply(vault.rewriting(["a.md": "new"]), at: 1)
    #expect(try vault.status(of: "a.md").mode == mode)
    #expect(vault.text(of: "a.md") == "new")
  }

  @Test(.enabled(if: geteuid() == 0, "only root may give files away")) func theOwnerStays() throws {
    let vault = try TemporaryVault(["a.md": "old"])
    #expect(chown(vault.url("a.md").path, 65_534, 65_533) == 0)
    try vault.vault.apply(vault.rewriting(["a.md": "new"]), at: 1)
    let status = try vault.status(of: "a.md")
    #expect(status.owner == 65_534 && status.group == 65_533)
  }

  @Test func extendedAttributesStay() throws {
    let vault = try TemporaryVault(["a.md": "old"])
    let key = FileAttributeKey("NSFileExtendedAttributes")
    let path = vault.url("a.md").path
    try FileManager.default.setAttributes([key: ["user.colour": Data("green".utf8)]], ofItemAtPath: path)
    func colour() throws -> Data? {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)[key] as? [String: Data]
      return attributes?["user.colour"]
    }
    try #require(try colour() == Data("green".utf8))
    let inode = try vault.status(of: "a.md").identity
    try vault.vault.apply(vault.rewriting(["a.md": "new"]), at: 1)
    #expect(vault.text(of: "a.md") == "new")
    #expect(try colour() == Data("green".utf8))
    #expect(try vault.status(of: "a.md").identity != inode, "written as a new file, so the attribute was copied")
  }

  @Test func aLinkStaysALinkAndItsTargetIsChanged() throws {
    let vault = try TemporaryVault(["real/a.md": "old"])
    try FileManager.default.createSymbolicLink(atPath: vault.url("b.md").path, withDestinationPath: "real/a.md")
    try FileManager.default.createSymbolicLink(
      atPath: vault.url("absolute.md").path, withDestinationPath: vault.url("b.md").path)
    try vault.vault.apply(vault.rewriting(["absolute.md": "new"]), at: 1)
    #expect(vault.text(of: "real/a.md") == "new")
    #expect(try vault.status(of: "b.md").kind == .link)
    #expect(try vault.status(of: "absolute.md").kind == .link)
    #expect(try vault.vault.undo(at: 2) != nil)
    #expect(vault.text(of: "real/a.md") == "old")
  }

  @Test func hardLinksStayHardLinks() throws {
    let vault = try TemporaryVault(["a.md": "a long old text"])
    try FileManager.default.linkItem(at: vault.url("a.md"), to: vault.url("b.md"))
    let before = try vault.status(of: "a.md")
    for text in ["a long new text that is longer", "short", ""] {
      try vault.vault.apply(vault.rewriting(["a.md": text]), at: 1)
      #expect(vault.text(of: "a.md") == text && vault.text(of: "b.md") == text)
      #expect(try vault.status(of: "a.md").identity == before.identity)
    }
    for text in ["short", "a long new text that is longer", "a long old text"] {
      #expect(try vault.vault.undo(at: 2) != nil)
      #expect(vault.text(of: "b.md") == text)
    }
    #expect(try vault.status(of: "b.md").names == 2)
  }

  @Test func twoNamesOfOneFileInOneChangeAreRefused() throws {
    let vault = try TemporaryVault(["a.md": "old"])
    try FileManager.default.linkItem(at: vault.url("a.md"), to: vault.url("b.md"))
    let change = try vault.rewriting(["a.md": "new", "b.md": "newer"])
    let reason = "the change names the file twice"
    #expect(throws: VaultError.refused(path: VaultPath("b.md"), reason: reason)) {
      try vault.vault.apply(change, at: 1)
    }
    #expect(vault.text(of: "a.md") == "old")
  }

  @Test func aNewFileIsOpenToWhomTheUmaskSays() throws {
    let vault = try TemporaryVault()
    try vault.write("made by an editor", to: "editor.md")
    let made = FileChange(creating: VaultPath("made.md"), bytes: Array("made".utf8))
    try vault.vault.apply(VaultChange(title: "Make", files: [made]), at: 1)
    let mask = umask(0o077)
    umask(mask)
    #expect(try vault.status(of: "made.md").mode == 0o666 & ~mask)
  }

  /// A hidden file of a write that was cut off is ours only as long as its text is.
  @Test func hiddenFilesOfOthersStay() throws {
    let vault = try TemporaryVault(["a.md": "old"])
    try vault.vault.apply(vault.rewriting(["a.md": "new text"]), at: 1)
    let root = try VaultRoot(at: vault.vault.root)
    let folder = try #require(try StateFolder.existingUndoFolder(at: vault.vault.stateFolder, for: root.realPath))
    let name = String(decoding: try #require(try UndoStore(folder: folder).newest()).temporaryName(0), as: UTF8.self)
    for (text, isOurs) in [("theirs", false), ("new text, and more", false), ("new t", true), ("old", true)] {
      try vault.write(text, to: name)
      // The next write tidies, whatever comes of it.
      _ = try? vault.vault.apply(
        VaultChange(
          title: "Stale",
          files: [
            FileChange(
              of: SourceText(path: VaultPath("a.md"), bytes: Array("stale".utf8)),
              edits: [TextEdit(span: ByteSpan(0, 1), new: "x")])
          ]), at: 2)
      #expect((vault.text(of: name) == nil) == isOurs, "\(text)")
      #expect(vault.text(of: "a.md") == "new text")
    }
  }

  @Test func whatMustNotBeWrittenIsRefusedAndNothingElseOfTheChangeIsWritten() throws {
    let vault = try TemporaryVault([
      "good.md": "good", "locked.md": "old", "merge.md": "<<<<<<< one\na\n=======\nb\n>>>>>>> two\n",
      "plan.sync-conflict-20260101-120000.md": "old", "plan (conflicted copy).md": "old",
    ])
    chmod(vault.url("locked.md").path, 0o444)
    try "outside".write(to: vault.folder.appending(path: "outside.md"), atomically: false, encoding: .utf8)
    func link(_ name: String, to target: String) throws {
      try FileManager.default.createSymbolicLink(atPath: vault.url(name).path, withDestinationPath: target)
    }
    try link("out.md", to: "../outside.md")
    try link("out-absolute.md", to: vault.folder.appending(path: "outside.md").path)
    try link("folder-out", to: "..")
    try link("loop.md", to: "loop.md")
    try link("nothing.md", to: "not there.md")
    mkfifo(vault.url("fifo.md").path, 0o644)
    try FileManager.default.createDirectory(at: vault.url("folder.md"), withIntermediateDirectories: false)

    let refused = [
      "locked.md", "merge.md", "plan.sync-conflict-20260101-120000.md", "plan (conflicted copy).md", "out.md",
      "out-absolute.md", "folder-out/outside.md", "loop.md", "nothing.md", "fifo.md", "folder.md", "../outside.md",
      "./good.md",
      "a//b.md", "", "/etc/passwd", ".git/config", "sub/.GIT/hooks/x", "nul\0.md", "good.md/below.md",
    ]
    let names = vault.names
    for path in refused {
      let old = ["locked.md", "merge.md"].contains(path) ? vault.bytes(of: path) ?? [] : Array("old".utf8)
      for base in [old, nil] {
        let good = FileChange(
          of: SourceText(path: VaultPath("good.md"), bytes: Array("good".utf8)),
          edits: [TextEdit(span: ByteSpan(0, 4), new: "bad")])
        let bad =
          base.map {
            FileChange(
              of: SourceText(path: VaultPath(path), bytes: $0),
              edits: [TextEdit(span: ByteSpan(0, 1), new: "new")])
          } ?? FileChange(creating: VaultPath(path), bytes: Array("new".utf8))
        #expect("\(path)") {
          try vault.vault.apply(VaultChange(title: "Bad", files: [good, bad]), at: 1)
        } throws: { error in
          if case VaultError.refused = error { true } else { false }
        }
      }
    }
    #expect(vault.text(of: "good.md") == "good")
    #expect(vault.names == names)
    #expect(try String(contentsOf: vault.folder.appending(path: "outside.md"), encoding: .utf8) == "outside")
    #expect(try vault.vault.operations().isEmpty)
  }

  @Test func aFileThatChangedOrWentSinceItWasReadIsKept() throws {
    let vault = try TemporaryVault(["a.md": "old", "b.md": "old"])
    let change = try vault.rewriting(["a.md": "new", "b.md": "new"])
    try vault.write("theirs", to: "b.md")
    // Nothing is begun where one file does not match, not even what is taken back again.
    #expect(throws: VaultError.changedMeanwhile(VaultPath("b.md"))) {
      try vault.vault.apply(change, at: 1) { path in Issue.record("\(path) was begun") }
    }
    #expect(vault.text(of: "a.md") == "old" && vault.text(of: "b.md") == "theirs")
    try FileManager.default.removeItem(at: vault.url("b.md"))
    #expect(throws: VaultError.changedMeanwhile(VaultPath("b.md"))) { try vault.vault.apply(change, at: 1) }
    #expect(vault.text(of: "a.md") == "old" && vault.bytes(of: "b.md") == nil)
  }

  @Test func theUndoStoreIsForThePersonAlone() throws {
    let vault = try TemporaryVault(["a.md": "old"])
    try vault.vault.apply(vault.rewriting(["a.md": "new"]), at: 1)
    var count = 0
    for path in FileManager.default.subpaths(atPath: vault.state.path) ?? [] {
      let attributes = try FileManager.default.attributesOfItem(atPath: vault.state.path + "/" + path)
      let mode = try #require(attributes[.posixPermissions] as? NSNumber).uint16Value
      #expect(mode & 0o077 == 0, "\(path)")
      count += 1
    }
    #expect(count >= 5)
  }
}
