import Foundation
import Testing

/// The same vault on the same day prints the same bytes, on every run and on any number of processors.
@Suite struct SameBytesTests {
  private static let commands = [
    "", "--json", "forecast --json", "forecast --score --json", "history book", "history --json", "recalibrate --json",
    "explain book/draft --json",
  ]

  /// Seven weeks of somebody who does half of what they planned, with a rename, a merge and a week without commits.
  private static let past = """
    commit() { git add -A && GIT_AUTHOR_DATE="$1T12:00:00Z" GIT_COMMITTER_DATE="$1T12:00:00Z" git commit -qm "$1"; }
    tick() { sed -i.old "s/\\[ \\] $1\\$/[x] $1/" "$2" && rm -f "$2.old"; }
    set -e
    git init -q
    printf -- '---\\ntime: 2h mon-fri\\nbuffer: 3d\\n---\\n' > mm.md
    printf -- '---\\ngoal: A book\\ndeadline: 2026-10-30\\n---\\n## Milestones\\n\\n' > book.md
    printf -- '- [ ] Draft effort:20-30h due:2026-08-30\\n' >> book.md
    for part in 1 2 3 4 5 6; do printf -- '  - [ ] part %s\\n' $part >> book.md; done
    printf -- '- [ ] Readers effort:2h wait:2-3w due:2026-09-20 after:draft\\n' >> book.md
    printf -- '- [ ] Extras effort:6h optional:yes due:2026-09-10\\n' >> book.md
    printf -- '- [ ] Printed effort:4h due:2026-10-20 after:readers\\n' >> book.md
    printf -- '---\\ngoal: French\\ndeadline: 2026-12-18\\ntime: 3h/week\\n---\\n## Milestones\\n\\n' > french.md
    printf -- '- [ ] Words effort:30h progress:0/300 due:2026-12-01\\n' >> french.md
    commit 2026-07-05
    tick 'part 1' book.md; commit 2026-07-12
    sed -i.old 's/0\\/300/60\\/300/' french.md; rm french.md.old; commit 2026-07-18
    git checkout -q -b side; tick 'part 2' book.md; commit 2026-07-19
    git checkout -q main; mkdir goals; git mv french.md goals/french.md; commit 2026-07-24
    GIT_AUTHOR_DATE=2026-07-26T12:00:00Z GIT_COMMITTER_DATE=2026-07-26T12:00:00Z git merge -q --no-edit side
    tick 'part 3' book.md; sed -i.old 's/due:2026-08-30/due:2026-09-06/' book.md; rm book.md.old; commit 2026-08-09
    tick 'part 4' book.md
    """

  @Test func everyRunPrintsTheSameBytesOnOneProcessorToo() throws {
    let home = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "mm-same-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: home) }
    let vault = home.appending(path: "one/plans")
    try FileManager.default.createDirectory(at: vault, withIntermediateDirectories: true)
    let player = TranscriptPlayer(products: TranscriptPlayer.findProducts())
    var environment = player.surroundings(home: home.path)
    environment["MM_TODAY"] = "2026-08-18"
    #expect(try player.run(Self.past, in: vault, environment) == [])
    // Without `taskset` (macOS has none) the second run has all processors too, and its own order of hash tables.
    let alone =
      try player.run("command -v taskset", in: vault, environment).first?.hasPrefix("/") == true ? "taskset -c 0 " : ""
    for command in Self.commands {
      let first = try player.run("mm \(command)", in: vault, environment)
      let second = try player.run("\(alone)mm \(command)", in: vault, environment)
      #expect(first == second, "mm \(command)")
      #expect(first.count > 4 && first.last != "signal 4", "mm \(command)")
    }
    // The note is written into the vault, so that each review needs a vault of its own.
    _ = try player.run("mkdir ../../two && cp -R . ../../two/plans", in: vault, environment)
    let other = home.appending(path: "two/plans")
    let report = try player.run("mm review", in: vault, environment)
    #expect(try report == player.run("\(alone)mm review", in: other, environment))
    let note = try player.run("cat reviews/*.md", in: vault, environment)
    #expect(note.count > 40)
    #expect(try note == player.run("cat reviews/*.md", in: other, environment))
  }
}
