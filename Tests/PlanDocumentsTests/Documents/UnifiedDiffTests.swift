import Foundation
import PlanDocuments
import TestSupport
import Testing

@Suite struct UnifiedDiffTests {
  @Test func aChangedLineIsShownWithThreeLinesAroundIt() {
    let before = (1...12).map { "line \($0)\n" }.joined()
    let after = before.replacing("line 6\n", with: "line six\n")
    let diff = UnifiedDiff(path: VaultPath("goals/a.md"), before: Array(before.utf8), after: Array(after.utf8))
    #expect(
      diff.lines.map(\.text) == [
        "--- a/goals/a.md", "+++ b/goals/a.md", "@@ -3,7 +3,7 @@", " line 3", " line 4", " line 5", "-line 6",
        "+line six",
        " line 7", " line 8", " line 9",
      ])
  }

  @Test func aNewFileAndAMissingLastLineEndAreSaid() {
    let diff = UnifiedDiff(path: VaultPath("a.md"), before: nil, after: Array("one\ntwo".utf8))
    #expect(
      String(decoding: diff.bytes, as: UTF8.self)
        == "--- /dev/null\n+++ b/a.md\n@@ -0,0 +1,2 @@\n+one\n+two\n\\ No newline at end of file\n")
    #expect(UnifiedDiff(path: VaultPath("a.md"), before: [1], after: [1]).isEmpty)
  }

  @Test func aCarriageReturnBelongsToItsLineAndIsNotShown() {
    let diff = UnifiedDiff(path: VaultPath("a.md"), before: Array("a\r\nb\r\n".utf8), after: Array("a\r\nc\r\n".utf8))
    #expect(diff.lines.suffix(3).map(\.text) == [" a", "-b", "+c"])
    #expect(String(decoding: diff.bytes, as: UTF8.self).hasSuffix("-b\r\n+c\r\n"))
  }

  /// git applies forty random diffs at once, each to a file of its own.
  @Test func gitMakesTheNewFileOfTheOldOneAndTheDiff() throws {
    var random = SeededGenerator(seed: 5)
    let folder = FileManager.default.temporaryDirectory.appending(path: "mm-diff-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var patch: [UInt8] = []
    var expected: [String: [UInt8]] = [:]
    for number in 0..<40 {
      func line() -> [UInt8] {
        Array("line \(Int.random(in: 0..<6, using: &random))".utf8)
          + [[10], [13, 10], [10]][Int.random(in: 0..<3, using: &random)]
      }
      let old = (0..<Int.random(in: 1..<40, using: &random)).map { _ in line() }
      var new = old
      for _ in 0..<Int.random(in: 1..<6, using: &random) {
        let place = Int.random(in: 0...new.count, using: &random)
        if Bool.random(using: &random) || place == new.count {
          new.insert(line(), at: place)
        } else {
          new.remove(at: place)
        }
      }
      var (before, after) = (Array(old.joined()), Array(new.joined()))
      if Bool.random(using: &random) { before.removeLast() }
      if Bool.random(using: &random), !after.isEmpty { after.removeLast() }
      let name = "note \(number).md"
      try Data(before).write(to: folder.appending(path: name))
      expected[name] = after
      patch += UnifiedDiff(path: VaultPath(name), before: before, after: after).bytes
    }
    try Data(patch).write(to: folder.appending(path: "all.patch"))
    let git = Process()
    git.executableURL = URL(filePath: "/usr/bin/env")
    git.arguments = ["git", "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "all.patch"]
    git.currentDirectoryURL = folder
    try git.run()
    git.waitUntilExit()
    #expect(git.terminationStatus == 0)
    for (name, after) in expected {
      let found = try Array(Data(contentsOf: folder.appending(path: name)))
      #expect(found == after, "\(name)")
    }
  }
}
