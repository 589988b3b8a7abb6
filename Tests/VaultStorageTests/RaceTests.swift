import Dispatch
import Foundation
import PlanDocuments
import Testing

@testable import VaultStorage

@Suite struct RaceTests {
  /// Ways in which somebody else may write between the last look at a file and the exchange.
  enum Writer: CaseIterable {
    case inPlace, byRename, byAppending, sameLength
  }

  private func write(_ writer: Writer, in vault: TemporaryVault, to path: String) throws -> String {
    switch writer {
    case .inPlace: try vault.write("theirs", to: path)
    case .sameLength: try vault.write("OLD", to: path)
    case .byRename:
      try Data("theirs, renamed".utf8).write(to: vault.url(path), options: .atomic)
    case .byAppending:
      let file = try FileHandle(forWritingTo: vault.url(path))
      try file.seekToEnd()
      try file.write(contentsOf: Data(" and theirs".utf8))
      try file.close()
    }
    return vault.text(of: path) ?? ""
  }

  @Test(arguments: Writer.allCases) func whoWritesInTheGapKeepsTheirTextAndNothingElseIsWritten(writer: Writer) throws {
    let vault = try TemporaryVault(["a.md": "old", "b.md": "old", "c.md": "old"])
    let names = vault.names
    var change = try vault.rewriting(["a.md": "new", "b.md": "new", "c.md": "new"])
    change.files.append(FileChange(creating: VaultPath("made/d.md"), bytes: [1]))
    var theirs = ""
    var begun: [VaultPath] = []
    #expect(throws: VaultError.changedMeanwhile(VaultPath("b.md"))) {
      try vault.vault.apply(change, at: 1) { path in
        begun.append(path)
        if path == VaultPath("b.md") { theirs = (try? write(writer, in: vault, to: "b.md")) ?? "" }
      }
    }
    #expect(vault.text(of: "b.md") == theirs && theirs != "old" && theirs != "new")
    // What comes after is not begun.
    #expect(begun == [VaultPath("a.md"), VaultPath("b.md")])
    #expect(vault.text(of: "a.md") == "old" && vault.text(of: "c.md") == "old")
    #expect(vault.names == names)
    #expect(try vault.vault.undo(at: 2) == nil)
  }

  /// While one file is written somebody writes another: that one is not touched, not even for a moment.
  @Test(arguments: Writer.allCases) func whoWritesBeforeItsTurnKeepsTheFileItself(writer: Writer) throws {
    let vault = try TemporaryVault(["a.md": "old", "b.md": "old"])
    let change = try vault.rewriting(["a.md": "new", "b.md": "new"])
    var begun: [VaultPath] = []
    var theirs: FileStatus?
    #expect(throws: VaultError.changedMeanwhile(VaultPath("b.md"))) {
      try vault.vault.apply(change, at: 1) { path in
        begun.append(path)
        if path == VaultPath("a.md") {
          _ = try? write(writer, in: vault, to: "b.md")
          theirs = try? vault.status(of: "b.md")
        }
      }
    }
    #expect(begun == [VaultPath("a.md")])
    #expect(try vault.status(of: "b.md") == theirs)
    #expect(vault.text(of: "a.md") == "old")
  }

  @Test func aFileThatWasReplacedByOneOfTheSameTextIsNotOurs() throws {
    let vault = try TemporaryVault(["a.md": "old", "b.md": "old"])
    let change = try vault.rewriting(["a.md": "new", "b.md": "new"])
    #expect(throws: VaultError.changedMeanwhile(VaultPath("b.md"))) {
      try vault.vault.apply(change, at: 1) { path in
        if path == VaultPath("a.md") { try? Data("old".utf8).write(to: vault.url("b.md"), options: .atomic) }
      }
    }
    #expect(vault.text(of: "a.md") == "old" && vault.text(of: "b.md") == "old")
  }

  @Test func whoWritesAFileWithTwoNamesBeforeItsTurnKeepsTheirText() throws {
    let vault = try TemporaryVault(["a.md": "old", "b.md": "old"])
    try FileManager.default.linkItem(at: vault.url("b.md"), to: vault.url("b2.md"))
    let change = try vault.rewriting(["a.md": "new", "b.md": "new"])
    #expect(throws: VaultError.changedMeanwhile(VaultPath("b.md"))) {
      try vault.vault.apply(change, at: 1) { path in
        if path == VaultPath("a.md") { try? vault.write("theirs", to: "b2.md") }
      }
    }
    #expect(
      vault.text(of: "a.md") == "old" && vault.text(of: "b.md") == "theirs" && vault.text(of: "b2.md") == "theirs")
  }

  /// A new file is there for a moment before the change is taken back, and somebody writes into it.
  @Test func whoWritesIntoAFileThatIsTakenBackKeepsTheirText() throws {
    let vault = try TemporaryVault(["b.md": "old"])
    var change = try vault.rewriting(["b.md": "new"])
    change.files.insert(FileChange(creating: VaultPath("a.md"), bytes: Array("ours".utf8)), at: 0)
    #expect(throws: VaultError.changedMeanwhile(VaultPath("b.md"))) {
      try vault.vault.apply(change, at: 1) { path in
        guard path == VaultPath("b.md") else { return }
        try? vault.write("theirs, long", to: "a.md")
        try? vault.write("theirs too", to: "b.md")
      }
    }
    #expect(vault.text(of: "b.md") == "theirs too")
    #expect(vault.names.contains { vault.text(of: $0) == "theirs, long" }, "\(vault.names)")
  }

  /// The exchange has been made, the folder is not yet on the disk: an editor writes through the handle that it had.
  @Test func whoWritesThroughAnOldHandleKeepsTheirText() throws {
    let vault = try TemporaryVault(["a.md": "old", "b.md": "old"])
    let editor = try FileHandle(forWritingTo: vault.url("a.md"))
    let change = try vault.rewriting(["a.md": "new", "b.md": "new"])
    #expect(throws: VaultError.changedMeanwhile(VaultPath("a.md"))) {
      try vault.vault.apply(change, at: 1) { path in
        // a.md has been exchanged when b.md's turn comes.
        if path == VaultPath("b.md") { try? editor.write(contentsOf: Data("theirs".utf8)) }
      }
    }
    #expect(vault.text(of: "a.md") == "theirs" && vault.text(of: "b.md") == "old")
  }

  @Test func whoMakesTheFileFirstKeepsIt() throws {
    let vault = try TemporaryVault(["a.md": "old"])
    var change = try vault.rewriting(["a.md": "new"])
    change.files.append(FileChange(creating: VaultPath("made/d.md"), bytes: Array("ours".utf8)))
    #expect(throws: VaultError.changedMeanwhile(VaultPath("made/d.md"))) {
      try vault.vault.apply(change, at: 1) { path in
        if path == VaultPath("made/d.md") { try? vault.write("theirs", to: "made/d.md") }
      }
    }
    #expect(vault.text(of: "made/d.md") == "theirs" && vault.text(of: "a.md") == "old")
    #expect(vault.names == ["a.md", "made", "made/d.md", "mm.md"])
  }

  @Test func aFolderThatBecomesALinkOutLeadsNowhere() throws {
    let vault = try TemporaryVault(["sub/a.md": "old", "b.md": "old"])
    let outside = vault.folder.appending(path: "outside")
    try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: false)
    try "old".write(to: outside.appending(path: "a.md"), atomically: false, encoding: .utf8)
    let change = try vault.rewriting(["sub/a.md": "new", "b.md": "new"])
    try? vault.vault.apply(change, at: 1) { path in
      guard path == VaultPath("b.md") else { return }
      try? FileManager.default.moveItem(at: vault.url("sub"), to: vault.url("moved"))
      try? FileManager.default.createSymbolicLink(at: vault.url("sub"), withDestinationURL: outside)
    }
    #expect(try String(contentsOf: outside.appending(path: "a.md"), encoding: .utf8) == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path) == ["a.md"])
  }

  @Test func twoProgramsThatWriteAtOnceLoseNoLine() throws {
    let vault = try TemporaryVault(["a.md": "# Tasks\n"], isOnDisk: false)
    let count = 100
    DispatchQueue.concurrentPerform(iterations: 3) { index in
      do {
        if index == 2 {
          // A third writer in this process, as a thread.
          for number in 0..<count {
            var isDone = false
            while !isDone {
              guard let text = try vault.vault.text(of: VaultPath("a.md")) else { return }
              let line = TextEdit(span: ByteSpan(0, 0), new: "thread-\(number)\n")
              do {
                try vault.vault.apply(
                  VaultChange(title: "Insert", files: [FileChange(of: text, edits: [line])]), at: 1)
                isDone = true
              } catch VaultError.changedMeanwhile {}
            }
          }
        } else {
          #expect(try ProbeRun(["append", "a.md", "writer\(index)", String(count)], in: vault).code == 0)
        }
      } catch {
        Issue.record(error)
      }
    }
    let lines = (vault.text(of: "a.md") ?? "").split(separator: "\n")
    #expect(lines.count == 3 * count + 1)
    #expect(Set(lines).count == 3 * count + 1)
    #expect(vault.names == ["a.md", "mm.md"])
  }
}
