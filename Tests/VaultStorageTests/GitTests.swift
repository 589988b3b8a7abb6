import Foundation
import PlanDocuments
import Testing

@testable import VaultStorage

/// A vault with real git beside it, away from the person's own configuration.
struct GitFixture {
  let vault: TemporaryVault
  let environment: [String: String]

  init(_ files: [String: String] = [:]) throws {
    vault = try TemporaryVault(files)
    environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": vault.folder.path,
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": vault.folder.path + "/gitconfig",
    ]
    try "[user]\nname = Anna\nemail = anna@example.org\n[init]\ndefaultBranch = main\n".write(
      toFile: vault.folder.path + "/gitconfig", atomically: false, encoding: .utf8)
  }

  var program: GitProgram {
    get throws { try #require(GitProgram(environment: environment), "git is not installed") }
  }

  func repository(isTrusted: Bool = false) throws -> GitRepository? {
    try GitRepository.find(around: vault.vault, with: program, isTrusted: isTrusted)
  }

  /// Git as a person runs it, in a folder below the vault's parent.
  @discardableResult
  func git(_ arguments: String..., in folder: String = "vault") throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.environment = environment
    process.currentDirectoryURL = vault.folder.appending(path: folder)
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }

  func committed(_ commit: String = "HEAD") throws -> [String] {
    try git("show", "--name-only", "--format=", "-z", commit).split(separator: "\0").map(String.init)
  }
}

@Suite struct GitTests {
  @Test func aVaultKnowsWhetherItLiesInARepository() throws {
    let fixture = try GitFixture(["goals/a.md": "a"])
    #expect(try fixture.repository() == nil)
    let made = try GitRepository.make(in: fixture.vault.vault, with: fixture.program)
    #expect(made.root == fixture.vault.root.path && made.prefix.isEmpty)
    #expect(try fixture.repository()?.root == made.root)
    #expect(FileManager.default.contents(atPath: made.root + "/.git/hooks/pre-commit.sample") == nil)

    let inner = Vault(at: fixture.vault.root.path + "/goals", stateFolder: "")
    let found = try #require(try GitRepository.find(around: inner, with: fixture.program))
    #expect(found.root == made.root && found.prefix == "goals/")
  }

  @Test func aSecondWorkingTreeIsARepositoryOfItsOwn() throws {
    let fixture = try GitFixture(["a.md": "a"])
    try fixture.git("init", "-q")
    try fixture.git("add", "a.md")
    try fixture.git("commit", "-qm", "one")
    try fixture.git("worktree", "add", "-q", "../tree")
    let tree = Vault(at: fixture.vault.folder.path + "/tree", stateFolder: "")
    let repository = try #require(try GitRepository.find(around: tree, with: fixture.program))
    #expect(repository.root == tree.root)
    try "b".write(toFile: tree.root + "/a.md", atomically: false, encoding: .utf8)
    #expect(try repository.commit([VaultPath("a.md")], message: "two").count == 1)
    #expect(try repository.commits().count == 2)
  }

  @Test(arguments: [false, true])
  func twoCommitsHoldWhatTheyShouldAndNothingElse(isBelow: Bool) throws {
    let fixture = try GitFixture([
      "goals/a b.md": "a\n", "goals/é*.md": "b\n", "notes.md": "n\n", "staged.md": "s\n", "gone.md": "g\n",
    ])
    let vault = fixture.vault
    try fixture.git("init", "-q", in: isBelow ? "." : "vault")
    try fixture.git("add", "--all", ".")
    try fixture.git("commit", "-qm", "before")
    // What the person did meanwhile: plan files, old and new, and other things, staged and not.
    try vault.write("a, edited\n", to: "goals/a b.md")
    try fixture.git("add", "goals/a b.md")
    try vault.write("a, edited more\n", to: "goals/a b.md")
    try vault.write("new plan\n", to: "goals/new [x].md")
    try vault.write("unstaged\n", to: "notes.md")
    try vault.write("staged\n", to: "staged.md")
    try fixture.git("add", "staged.md")
    try vault.write("untracked\n", to: "untracked.md")
    try FileManager.default.removeItem(at: vault.url("gone.md"))

    let repository = try #require(try fixture.repository())
    let plans = ["goals/a b.md", "goals/é*.md", "goals/new [x].md", "gone.md"].map { VaultPath($0) }
    #expect(
      try repository.changes(in: plans) == [
        GitChange(path: plans[0], kind: .edited), GitChange(path: plans[2], kind: .new),
        GitChange(path: plans[3], kind: .removed),
      ])
    #expect(try repository.commit(plans, message: "Edits as found") == [plans[0], plans[2]])
    try vault.vault.apply(
      VaultChange(
        title: "Review",
        files: [
          FileChange(
            of: SourceText(path: plans[1], bytes: Array("b\n".utf8)), edits: [TextEdit(span: ByteSpan(0, 1), new: "B")]),
          FileChange(creating: VaultPath("reviews/2026-W01.md"), bytes: Array("r".utf8)),
        ]), at: 1)
    let written = [plans[1], VaultPath("reviews/2026-W01.md")]
    #expect(try repository.commit(written, message: "Review\n\nWeek 1") == written)
    #expect(try repository.commit(written, message: "Again").isEmpty)

    let place = isBelow ? "vault/" : ""
    #expect(try fixture.committed("HEAD~1") == ["goals/a b.md", "goals/new [x].md"].map { place + $0 })
    #expect(try fixture.git("show", "HEAD~1:\(place)goals/a b.md") == "a, edited more\n")
    #expect(try fixture.committed("HEAD") == ["goals/é*.md", "reviews/2026-W01.md"].map { place + $0 })
    #expect(try fixture.git("log", "-1", "--format=%B%an").hasPrefix("Review\n\nWeek 1\n"))
    #expect(try fixture.git("diff", "--cached", "--name-only", "--", ".") == place + "staged.md\n")
    #expect(
      try fixture.git("diff", "--name-only", "--", ".").split(separator: "\n").map(String.init) == [
        place + "gone.md", place + "notes.md",
      ])
    #expect(vault.text(of: "untracked.md") == "untracked\n")
  }

  @Test func theFirstCommitAndARefusedOneLeaveTheRestOfTheIndexAlone() throws {
    let fixture = try GitFixture(["a.md": "a", "b.md": "b"])
    let repository = try GitRepository.make(in: fixture.vault.vault, with: fixture.program)
    try fixture.git("add", "b.md")
    let author = GitAuthor(
      name: "Ben", email: "ben@example.org", day: try #require(Day(year: 2026, month: 3, day: 1)), minutes: 1_439)
    #expect(try repository.commit([VaultPath("a.md")], message: "First", author: author).count == 1)
    #expect(
      try fixture.git("log", "--format=%an <%ae> %ad %cd", "--date=iso")
        == "Ben <ben@example.org> 2026-03-01 23:59:00 +0000 2026-03-01 23:59:00 +0000\n")
    #expect(try fixture.git("diff", "--cached", "--name-only") == "b.md\n")

    // Without a name git refuses; the announced file is forgotten again.
    try "".write(toFile: fixture.vault.folder.path + "/gitconfig", atomically: false, encoding: .utf8)
    try fixture.git("config", "user.useConfigOnly", "true")
    try fixture.vault.write("c", to: "c.md")
    #expect(throws: GitError.self) { try repository.commit([VaultPath("c.md")], message: "Second") }
    #expect(try fixture.git("status", "--porcelain") == "A  b.md\n?? c.md\n?? mm.md\n")
  }

  @Test func nothingIsCommittedInTheMiddleOfAMerge() throws {
    let fixture = try GitFixture(["a.md": "a\n"])
    try fixture.git("init", "-q")
    try fixture.git("add", "a.md")
    try fixture.git("commit", "-qm", "1")
    try fixture.git("checkout", "-qb", "other")
    try fixture.vault.write("b\n", to: "a.md")
    try fixture.git("commit", "-qam", "2")
    try fixture.git("checkout", "-q", "main")
    try fixture.vault.write("c\n", to: "a.md")
    try fixture.git("commit", "-qam", "3")
    try fixture.git("merge", "-q", "other")
    let repository = try #require(try fixture.repository())
    #expect(throws: GitError.busy(reason: "a merge is under way")) {
      try repository.commit([VaultPath("a.md")], message: "x")
    }
  }

  /// Every way that a repository has to make git run a program writes a line into a file here.
  @Test func aRepositoryThatIsHandedOverRunsNothing() throws {
    let fixture = try GitFixture(["a.md": "a\n", "b.md": "b\n"])
    let vault = fixture.vault
    let trap = vault.folder.appending(path: "trap.sh")
    let traces = vault.folder.appending(path: "traces")
    try "#!/bin/sh\necho \"$0 $*\" >> '\(traces.path)'\ncat\n".write(to: trap, atomically: false, encoding: .utf8)
    chmod(trap.path, 0o755)
    try fixture.git("init", "-q")
    try fixture.git("add", "a.md", "b.md")
    try fixture.git("commit", "-qm", "1")
    for hook in [
      "pre-commit", "prepare-commit-msg", "commit-msg", "post-commit", "post-index-change", "reference-transaction",
    ] {
      try FileManager.default.createDirectory(at: vault.url(".git/hooks"), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: trap, to: vault.url(".git/hooks/" + hook))
    }
    let settings = [
      "core.fsmonitor", "core.editor", "core.pager", "core.sshCommand", "core.askPass", "diff.external", "gpg.program",
      "diff.trap.textconv", "diff.trap.command", "filter.trap.clean", "filter.trap.smudge", "credential.helper",
      "core.alternateRefsCommand", "merge.trap.driver", "sequence.editor",
    ]
    for key in settings { try fixture.git("config", key, trap.path) }
    for key in ["commit.gpgSign", "log.showSignature"] { try fixture.git("config", key, "true") }
    try fixture.git("config", "extensions.partialClone", "away")
    try fixture.git("config", "remote.away.url", "ext::\(trap.path)")
    try fixture.git("config", "remote.away.promisor", "true")
    try fixture.git("config", "protocol.ext.allow", "always")
    try vault.write("*.md diff=trap filter=trap merge=trap\n", to: ".gitattributes")
    try vault.write("a2\n", to: "a.md")
    let paths = [VaultPath("a.md"), VaultPath("b.md")]

    let untrusted = try #require(try fixture.repository())
    try? FileManager.default.removeItem(at: traces)
    #expect(try untrusted.reasonForDistrust()?.contains("can make git run a program") == true)
    #expect(throws: GitError.self) { try untrusted.changes(in: paths) }
    #expect(throws: GitError.self) { try untrusted.commit(paths, message: "x") }
    let blobs = try untrusted.commits().flatMap(\.files).compactMap(\.blob)
    #expect(try untrusted.contents(of: blobs) == [Array("a\n".utf8), Array("b\n".utf8)])
    let missing = GitBlob(id: String(repeating: "1", count: 40))
    _ = try? untrusted.contents(of: [missing])
    #expect(!FileManager.default.fileExists(atPath: traces.path))

    // All but the filters are turned off even where the person trusts the repository.
    try fixture.git("config", "--unset", "filter.trap.clean")
    let trusted = try #require(try fixture.repository(isTrusted: true))
    try? FileManager.default.removeItem(at: traces)
    #expect(try trusted.changes(in: paths).count == 1)
    #expect(try trusted.commit(paths, message: "x").count == 1)
    #expect(!FileManager.default.fileExists(atPath: traces.path))
    #expect(
      try fixture.git("--no-pager", "-c", "core.fsmonitor=false", "cat-file", "commit", "HEAD").contains("gpgsig")
        == false)
  }

  @Test(arguments: [
    "filter.x.process", "filter.a.b.clean", "core.fsmonitor", "include.path", "includeIf.gitdir:/.path",
  ])
  func configurationThatRunsProgramsIsNotTrusted(key: String) throws {
    let fixture = try GitFixture(["a.md": "a\n"])
    try fixture.git("init", "-q")
    #expect(try fixture.repository()?.reasonForDistrust() == nil)
    try fixture.git("config", key, "x")
    #expect(try fixture.repository()?.reasonForDistrust() != nil)
    #expect(try fixture.repository(isTrusted: true)?.reasonForDistrust() == nil)
    // The same in the person's own configuration is the person's business.
    try FileManager.default.removeItem(at: fixture.vault.url(".git/config"))
    try fixture.git("init", "-q")
    try fixture.git("config", "--global", "filter.lfs.clean", "cat")
    #expect(try fixture.repository()?.reasonForDistrust() == nil)
  }

  @Test func aRepositoryWhoseFilesLieElsewhereIsNotTheVaults() throws {
    let fixture = try GitFixture(["a.md": "a"])
    try fixture.git("init", "-q")
    try FileManager.default.createDirectory(
      at: fixture.vault.folder.appending(path: "elsewhere"), withIntermediateDirectories: false)
    try fixture.git("config", "core.worktree", fixture.vault.folder.path + "/elsewhere")
    #expect(try fixture.repository() == nil)
  }

  @Test func historyIsReadWithItsDaysMovesAndBytes() throws {
    let fixture = try GitFixture(["a.md": "one\n- [ ] x\n", "outside/n.md": "n"])
    let vault = fixture.vault
    let repository = try GitRepository.make(in: vault.vault, with: fixture.program)
    let first = try #require(Day(year: 2026, month: 1, day: 31))
    func author(_ days: Int) -> GitAuthor { GitAuthor(name: "A", email: "a@b", day: first + days, minutes: 30) }
    try repository.commit([VaultPath("a.md")], message: "1", author: author(0))
    try vault.write([0, 0xff, 13, 10], to: "new\nline.md")
    try repository.commit([VaultPath("new\nline.md")], message: "2", author: author(1))
    try vault.write("one\n- [x] x\n", to: "a.md")
    try repository.commit([VaultPath("a.md")], message: "3", author: author(8))
    try fixture.git("mv", "a.md", "moved.md")
    try fixture.git("commit", "-qm", "4", "--date", "2026-03-01T23:30:00+1400")
    try fixture.git("rm", "-q", "moved.md")
    try fixture.git("commit", "-qm", "5", "--date", "2026-03-02T00:30:00-1200")

    let commits = try repository.commits()
    #expect(commits.map(\.day.description) == ["2026-01-31", "2026-02-01", "2026-02-08", "2026-03-01", "2026-03-02"])
    #expect(
      commits.map { $0.files.map(\.path.description) } == [
        ["a.md"], ["new\nline.md"], ["a.md"], ["moved.md"], ["moved.md"],
      ])
    #expect(commits[3].files[0].oldPath == VaultPath("a.md"))
    #expect(commits[4].files[0].blob == nil)
    let blobs = commits.flatMap(\.files).compactMap(\.blob)
    let missing = GitBlob(id: String(repeating: "0", count: 40))
    let texts = ["one\n- [ ] x\n", "", "one\n- [x] x\n", "one\n- [x] x\n"].map { Array($0.utf8) }
    #expect(try repository.contents(of: blobs + [missing]) == [texts[0], [0, 0xff, 13, 10], texts[2], texts[3], nil])
    #expect(try repository.commits(touching: [VaultPath("new\nline.md")]).map(\.id) == [commits[1].id])
    #expect(try repository.commits(touching: []).isEmpty)
    #expect(try repository.commits(since: first + 8).map(\.id) == commits[2...].map(\.id))
  }

  @Test func aSlowGitIsEnded() throws {
    let fixture = try GitFixture()
    let folder = fixture.vault.folder.appending(path: "bin")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    let slow = folder.appending(path: "git").path
    // Written by another process: a child that another test starts meanwhile would hold it open, and it could not be run.
    let writing = Process()
    writing.executableURL = URL(filePath: "/bin/sh")
    writing.arguments = ["-c", "printf '#!/bin/sh\\nsleep 30 & wait\\n' > \"$1\" && chmod 755 \"$1\"", "sh", slow]
    try writing.run()
    writing.waitUntilExit()
    let program = try #require(GitProgram(environment: ["PATH": "bin:.:" + folder.path + ":/usr/bin:/bin"]))
    #expect(throws: GitError.tookTooLong(command: "status")) {
      try program.output(of: ["status"], in: "/", seconds: 1)
    }
    #expect(GitProgram(environment: ["PATH": "."]) == nil)
  }

  @Test func muchOutputAndMuchErrorDoNotHang() throws {
    let fixture = try GitFixture()
    _ = try GitRepository.make(in: fixture.vault.vault, with: fixture.program)
    let text = [UInt8](repeating: 0x61, count: 3_000_000)
    let id = try fixture.program.output(of: ["hash-object", "-w", "--stdin"], in: fixture.vault.root.path, input: text)
    let blob = GitBlob(id: String(decoding: id, as: UTF8.self).trimmingCharacters(in: .newlines))
    let contents = try #require(try fixture.repository()).contents(of: [blob, blob])
    #expect(contents == [text, text])
  }
}
