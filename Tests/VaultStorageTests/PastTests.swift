import Forecasting
import Foundation
import PlanDocuments
import PlanModel
import Recalibration
import ReviewNotes
import Scheduling
import TestSupport
import Testing

@testable import VaultStorage

/// A vault whose commits are made on chosen days.
struct DatedVault {
  static let monday = Day(year: 2026, month: 3, day: 2) ?? Day(number: 0)
  let fixture: GitFixture
  /// The vault's folder below the temporary one.
  let folder: String

  init(in folder: String = "vault") throws {
    fixture = try GitFixture(["mm.md": "---\ntime: 10h/week\n---\n"])
    self.folder = folder
    if folder != "vault" { try write("---\ntime: 10h/week\n---\n", to: "mm.md") }
    try fixture.git("init", "-q")
  }

  func write(_ text: String?, to path: String) throws {
    let url = fixture.vault.folder.appending(path: folder).appending(path: path)
    guard let text else { return try FileManager.default.removeItem(at: url) }
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
  }

  /// Writes files (nil removes one) and commits everything on a day, counted from the first Monday.
  func commit(_ files: [String: String?] = [:], on day: Int, made: Int? = nil) throws {
    for (path, text) in files { try write(text, to: path) }
    try git("add", "-A", on: day)
    try git("commit", "-q", "--allow-empty", "-m", "day \(day)", on: day, made: made)
  }

  @discardableResult
  func git(_ arguments: String..., on day: Int, made: Int? = nil) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.environment = fixture.environment.merging([
      "GIT_AUTHOR_DATE": "\(Self.monday + day)T20:00:00+0200",
      "GIT_COMMITTER_DATE": "\(Self.monday + (made ?? day))T20:00:00+0200", "GIT_EDITOR": "true",
    ]) { $1 }
    process.currentDirectoryURL = fixture.vault.folder.appending(path: folder)
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }

  func history(today: Int, snapshots: [PlanSnapshot] = []) throws -> PlanHistory {
    let vault = Vault(at: fixture.vault.folder.path + "/" + folder, stateFolder: fixture.vault.folder.path + "/state")
    let past = try GitRepository.find(around: vault, with: fixture.program)?.past() ?? VaultPast()
    let plan = Plan(reading: try vault.snapshot(), today: Self.monday + today)
    return PlanHistory(TracedPast(past, today: plan.today), current: plan, snapshots: snapshots)
  }
}

extension PlanHistory {
  /// The days on which milestones and tasks were done, by title, counted from the first Monday; −1 is unknown.
  var days: [String: Int] {
    var days: [String: Int] = [:]
    for (index, milestone) in plan.milestones.enumerated() {
      if milestone.state == .done { days[milestone.title] = number(done(milestone: index)) }
      for task in milestone.tasks where plan.tasks[task].state == .done {
        let title = plan.documents[milestone.document].items[Int(plan.tasks[task].item)]
        let text = plan.documents[milestone.document].text.string(title.paragraph)
        days[text.trimmingCharacters(in: .whitespaces)] = number(done(task: task, of: index))
      }
    }
    return days
  }

  private func number(_ seen: SeenDone?) -> Int {
    seen.flatMap { $0.isExact ? $0.day - DatedVault.monday : nil } ?? -1
  }

  fileprivate func hours(through day: Int) -> [Double] {
    let work = RemainingWork(in: plan, hours: WorkHours(of: plan))
    return PastWeeks(self, through: DatedVault.monday + day, work: work).weeks.map { ($0.total / 6).rounded() / 10 }
  }
}

private func goal(_ lines: String, id: String = "") -> String {
  "---\ngoal: A book\ndeadline: 2026-12-01\n\(id)---\n## Milestones\n\n" + lines
}

@Suite struct PastTests {
  @Test func aBoxIsDoneOnTheDayOfTheFirstCommitThatShowsIt() throws {
    let vault = try DatedVault()
    try vault.commit(
      ["book.md": goal("- [ ] Draft effort:4h\n  - [ ] one\n  - [ ] two\n- [ ] Print effort:2h\n")], on: 0)
    try vault.commit(
      ["book.md": goal("- [ ] Draft effort:4h\n  - [x] one\n  - [ ] two\n- [ ] Print effort:2h\n")], on: 2)
    try vault.commit(
      ["book.md": goal("- [ ] Draft effort:4h\n  - [x] one\n  - [x] two\n- [ ] Print effort:2h\n")], on: 9)
    try vault.commit(
      ["book.md": goal("- [x] Draft effort:4h\n  - [x] one\n  - [x] two\n- [ ] Print effort:2h\n")], on: 11)
    let history = try vault.history(today: 20)
    #expect(history.days == ["Draft": 11, "one": 2, "two": 9])
    #expect(history.hours(through: 20) == [2, 2, 0])
  }

  @Test func aBoxThatWasUntickedCountsFromItsSecondTick() throws {
    let vault = try DatedVault()
    for (day, mark) in [(0, " "), (1, "x"), (3, " "), (8, "x")] {
      try vault.commit(["book.md": goal("- [ ] Draft effort:4h\n  - [\(mark)] one\n  - [ ] two\n")], on: day)
    }
    let history = try vault.history(today: 13)
    #expect(history.days == ["one": 8])
    #expect(history.hours(through: 13) == [0, 2])
  }

  @Test func aDoneDateWinsAndUncommittedTicksAreOfToday() throws {
    let vault = try DatedVault()
    try vault.commit(["book.md": goal("- [ ] Draft\n- [ ] Print\n")], on: 0)
    try vault.commit(["book.md": goal("- [x] Draft done:2026-03-04\n- [ ] Print\n")], on: 6)
    try vault.write(goal("- [x] Draft done:2026-03-04\n- [x] Print\n"), to: "book.md")
    #expect(try vault.history(today: 8).days == ["Draft": 2, "Print": 8])
  }

  @Test func renamesSplitsNewIdsAndNewWordsLoseNothing() throws {
    let vault = try DatedVault()
    let print = "- [ ] Print effort:2h\n  - [ ] paper\n"
    try vault.commit(["book.md": goal("- [ ] Draft effort:4h due:2026-04-01\n  - [ ] one\n" + print)], on: 0)
    try vault.commit(["book.md": goal("- [ ] Draft effort:4h due:2026-04-01\n  - [x] one\n" + print)], on: 1)
    // The file, and with it the goal's id, has another name.
    try vault.commit(
      ["book.md": nil, "goals/novel.md": goal("- [ ] Draft effort:4h due:2026-04-01\n  - [x] one\n" + print)], on: 2)
    // The milestone has an id of its own, then other words.
    try vault.commit(
      ["goals/novel.md": goal("- [ ] Draft effort:4h due:2026-04-01 ^d\n  - [x] one\n" + print)], on: 3)
    try vault.commit(
      ["goals/novel.md": goal("- [ ] First version effort:4h due:2026-04-01\n  - [x] one\n" + print)], on: 4)
    // A part of the goal becomes a goal of its own, with a tick in the same commit.
    try vault.commit(
      [
        "goals/novel.md": goal("- [ ] First version effort:4h due:2026-04-01\n  - [x] one\n"),
        "goals/print.md": goal("- [ ] Print effort:2h\n  - [x] paper\n").replacing("A book", with: "Printed"),
      ], on: 5)
    let history = try vault.history(today: 13)
    #expect(history.days == ["one": 1, "paper": 5])
    let first = try #require(history.plan.milestones.firstIndex { $0.title == "First version" })
    #expect(history.dues(of: first).count == 1 && history.dues(of: first).first?.day == DatedVault.monday)
    #expect(history.hours(through: 13) == [6, 0])
  }

  @Test func aGoalThatBecomesAFolderOfFilesKeepsItsDays() throws {
    let vault = try DatedVault()
    try vault.commit(["book.md": goal("- [ ] Draft effort:4h\n  - [ ] one\n  - [ ] two\n")], on: 0)
    try vault.commit(["book.md": goal("- [ ] Draft effort:4h\n  - [x] one\n  - [ ] two\n")], on: 1)
    try vault.commit(
      [
        "book.md": goal(""),
        "book/draft.md": "---\nmilestone: Draft\ngoal: book\neffort: 4h\n---\n- [x] one\n- [x] two\n",
      ], on: 4)
    #expect(try vault.history(today: 6).days == ["one": 1, "two": 4])
  }

  @Test func deletedWorkIsStillWorkAndTheRestOfThePlanKeepsItsDays() throws {
    let vault = try DatedVault()
    try vault.commit(
      ["book.md": goal("- [ ] Draft effort:4h\n  - [ ] one\n  - [ ] two\n- [ ] Print effort:2h\n")], on: 0)
    try vault.commit(
      ["book.md": goal("- [ ] Draft effort:4h\n  - [x] one\n  - [ ] two\n- [x] Print effort:2h\n")], on: 2)
    try vault.commit(["book.md": goal("- [ ] Draft effort:4h\n  - [ ] two\n")], on: 9)
    let history = try vault.history(today: 13)
    #expect(history.days.isEmpty)
    #expect(history.hours(through: 13) == [4, 0])
  }

  @Test func amountsGrowInTheWeeksInWhichTheyGrew() throws {
    let vault = try DatedVault()
    for (day, words) in [(0, 0), (4, 1_000), (8, 3_000), (12, 2_500), (18, 4_000)] {
      try vault.commit(["book.md": goal("- [ ] Draft effort:8h progress:\(words)/8000\n")], on: day)
    }
    #expect(try vault.history(today: 20).hours(through: 20) == [1, 1.5, 1.5])
  }

  @Test func aTickOnABranchHasTheDayOfTheBranch() throws {
    let vault = try DatedVault()
    func text(_ one: String, _ two: String) -> String {
      goal("- [ ] Draft effort:4h\n  - [\(one)] one\n\n\n\nmore\n\n\n- [ ] Print effort:2h\n  - [\(two)] two\n")
    }
    try vault.commit(["book.md": text(" ", " ")], on: 0)
    try vault.git("checkout", "-qb", "side", on: 0)
    try vault.commit(["book.md": text("x", " ")], on: 2)
    try vault.git("checkout", "-q", "main", on: 3)
    try vault.commit(["book.md": text(" ", "x")], on: 4)
    try vault.git("merge", "-q", "--no-edit", "side", on: 6)
    let history = try vault.history(today: 8)
    #expect(history.past.states.last?.parents.count == 2)
    #expect(history.days == ["one": 2, "two": 4])
  }

  @Test func aRebaseKeepsTheDaysAndASquashHasOnlyOne() throws {
    let vault = try DatedVault()
    func text(_ one: String, _ two: String) -> String {
      goal("- [ ] Draft effort:4h\n  - [\(one)] one\n  - [\(two)] two\n")
    }
    try vault.commit(["book.md": text(" ", " ")], on: 0)
    try vault.commit(["book.md": text("x", " ")], on: 2, made: 10)
    try vault.commit(["book.md": text("x", "x")], on: 4, made: 10)
    #expect(try vault.history(today: 12).days == ["one": 2, "two": 4])
    try vault.git("reset", "-q", "--soft", "HEAD~2", on: 11)
    try vault.commit(on: 11)
    #expect(try vault.history(today: 12).days == ["one": 11, "two": 11])
    // With nothing before it, even that day says nothing.
    try vault.git("checkout", "-q", "--orphan", "new", on: 12)
    try vault.commit(on: 12)
    #expect(try vault.history(today: 12).days == ["one": -1, "two": -1])
  }

  @Test func workOfWeeksWithoutCommitsIsSpreadOverThem() throws {
    let vault = try DatedVault()
    let boxes = (1...8).map { "  - [ ] part \($0)\n" }.joined()
    try vault.commit(["book.md": goal("- [ ] Draft effort:8h\n" + boxes)], on: 0)
    try vault.commit(["book.md": goal("- [ ] Draft effort:8h\n" + boxes.replacing("[ ]", with: "[x]"))], on: 27)
    let hours = try vault.history(today: 28).hours(through: 27)
    #expect(hours.count == 4 && abs(hours.reduce(0, +) - 8) < 0.2)
    #expect(hours.dropFirst().allSatisfy { abs($0 - 2.1) < 0.2 } && hours[0] < 2)
  }

  @Test func aShallowCloneSaysThatItDoesNotKnowTheBeginning() throws {
    let vault = try DatedVault()
    func text(_ one: String, _ two: String) -> String {
      goal("- [ ] Draft effort:4h\n  - [\(one)] one\n  - [\(two)] two\n")
    }
    try vault.commit(["book.md": text(" ", " ")], on: 0)
    try vault.commit(["book.md": text("x", " ")], on: 2)
    try vault.commit(["book.md": text("x", "x")], on: 4)
    let root = vault.fixture.vault.root.path
    try vault.git("clone", "-q", "--depth", "2", "file://\(root)", "../clone", on: 5)
    let other = Vault(at: vault.fixture.vault.folder.path + "/clone", stateFolder: "")
    let past = try #require(try GitRepository.find(around: other, with: vault.fixture.program)).past()
    let plan = Plan(reading: try other.snapshot(), today: DatedVault.monday + 6)
    #expect(past.isShallow)
    #expect(PlanHistory(TracedPast(past, today: plan.today), current: plan).days == ["one": -1, "two": 4])
  }

  @Test func whatCannotBeReadIsNamedAndTheStateBeforeStandsIn() throws {
    let vault = try DatedVault()
    func text(_ mark: String) -> String { goal("- [ ] Draft effort:4h\n  - [\(mark)] one\n") }
    try vault.commit(["book.md": text(" ")], on: 0)
    try vault.commit(["book.md": text("x")], on: 2)
    let both = "<<<<<<< one\n  - [ ] one\n=======\n  - [x] one\n>>>>>>> two\n"
    try vault.commit(["book.md": goal("- [ ] Draft effort:4h\n" + both)], on: 4)
    try vault.commit(["book.md": text("x")], on: 6)
    let history = try vault.history(today: 8)
    #expect(history.days == ["one": 2])
    #expect(history.past.unreadable.map(\.path.description) == ["book.md"])
    #expect(history.past.unreadable.first?.day == DatedVault.monday + 4)
    #expect(history.past.unreadable.first?.reason == "conflict markers")
  }

  @Test(arguments: [
    ("---\n<<<<<<< one\ngoal: A book\n=======\ngoal: The book\n>>>>>>> two\n---\n", "conflict markers"),
    ("---\ngoal: [A book\n---\n", "front matter that cannot be read"),
    ("---\ntitle: [A\n---\n", "front matter that cannot be read"),
    ("---\ngoal: A book\n", "front matter that cannot be read"),
  ])
  func aGoalThatCannotBeToldFromANoteIsNoGoalTakenAway(frontMatter: String, reason: String) throws {
    let vault = try DatedVault()
    func text(_ mark: String) -> String { goal("- [ ] Draft effort:4h\n  - [\(mark)] one\n") }
    try vault.commit(["book.md": text(" ")], on: 0)
    try vault.commit(["book.md": text("x")], on: 2)
    try vault.commit(["book.md": frontMatter + "## Milestones\n\n- [ ] Draft effort:4h\n  - [x] one\n"], on: 4)
    try vault.commit(["book.md": text("x")], on: 6)
    let history = try vault.history(today: 8)
    #expect(history.days == ["one": 2])
    #expect(history.past.states[2].snapshot.documents.count == 1)
    #expect(history.past.unreadable.map(\.reason) == [reason])
    // A goal that is made a note, and one that is removed, are taken away.
    try vault.commit(["book.md": "A book\n"], on: 9)
    #expect(try vault.history(today: 9).past.unreadable.count == 1)
    #expect(try vault.history(today: 9).past.states.last?.snapshot.documents.isEmpty == true)
  }

  @Test func settingsThatCannotBeReadAreNamedToo() throws {
    let vault = try DatedVault()
    try vault.commit(["book.md": goal("- [ ] Draft effort:4h\n")], on: 0)
    try vault.commit(["mm.md": "---\ntime: [10h/week\n---\n"], on: 2)
    let past = try vault.history(today: 4).past
    #expect(past.unreadable.map(\.path.description) == ["mm.md"])
    #expect(past.states[1].snapshot.settings.text == past.states[0].snapshot.settings.text)
  }

  @Test func aVaultMayBeASubFolderOrAWorkingTreeOfItsOwn() throws {
    let vault = try DatedVault(in: "vault/plans")
    func text(_ mark: String) -> String { goal("- [ ] Draft effort:4h\n  - [\(mark)] one\n") }
    try vault.commit(["book.md": text(" ")], on: 0)
    try vault.fixture.vault.write("no plan", to: "readme.md")
    try vault.git("add", "..", on: 1)
    try vault.commit(on: 1)
    try vault.commit(["book.md": text("x")], on: 2)
    #expect(try vault.history(today: 4).days == ["one": 2])
    try vault.git("worktree", "add", "-q", "../../second", on: 3)
    let other = Vault(at: vault.fixture.vault.folder.path + "/second/plans", stateFolder: "")
    let past = try #require(try GitRepository.find(around: other, with: vault.fixture.program)).past()
    let plan = Plan(reading: try other.snapshot(), today: DatedVault.monday + 6)
    #expect(PlanHistory(TracedPast(past, today: plan.today), current: plan).days == ["one": 2])
  }

  @Test func firstEstimatesAndEveryMoveOfADateAreKept() throws {
    let vault = try DatedVault()
    for (day, words) in [
      (0, "effort:4h due:2026-04-01"), (3, "effort:6h due:2026-04-01"), (5, "effort:6h due:2026-04-20"),
      (9, "effort:6h"), (11, "effort:5h due:2026-05-01"),
    ] { try vault.commit(["book.md": goal("- [ ] Draft \(words)\n")], on: day) }
    let history = try vault.history(today: 12)
    #expect(history.efforts(of: 0).map { $0.value ?? 0 } == [240, 360, 300])
    #expect(history.efforts(of: 0).map { $0.day - DatedVault.monday } == [0, 3, 11])
    #expect(
      history.dues(of: 0).map { $0.value?.description ?? "none" } == ["2026-04-01", "2026-04-20", "none", "2026-05-01"])
    #expect(history.dues(of: 0).map { $0.day - DatedVault.monday } == [0, 5, 9, 11])
  }

  @Test func withoutGitTheDatesAndTheNotesAreTheHistory() throws {
    let vault = try DatedVault()
    let text = goal("- [x] Draft effort:8h done:2026-03-04\n- [ ] Print effort:2h\n  - [x] paper\n  - [ ] ink\n")
    try vault.write(text, to: "book.md")
    let written = try vault.history(today: 13)
    #expect(written.days == ["Draft": 2, "paper": -1] && written.hours(through: 13) == [8, 0])
    // Where most of what is done has no date, the dates tell no pace.
    try vault.write(text.replacing("effort:2h", with: "effort:20h"), to: "book.md")
    #expect(try vault.history(today: 13).hours(through: 13).isEmpty)
    try vault.write(text, to: "book.md")
    let note = PlanSnapshot(
      day: DatedVault.monday + 6,
      entries: [.init(name: "a-book/print", minutesLeft: 120, totalMinutes: 120, due: nil)]
        + [.init(name: "book/print", minutesLeft: 120, totalMinutes: 120, due: nil)])
    #expect(try vault.history(today: 13, snapshots: [note]).hours(through: 13) == [1])
  }

  @Test func theDatesThatGitKnowsAreOneProposal() throws {
    let vault = try DatedVault()
    let texts = ["- [ ] Draft\n- [ ] Print\n- [ ] Sell\n", "- [x] Draft\n- [ ] Print\n- [x] Sell ✅ 2026-03-04\n"]
    try vault.commit(["book.md": goal(texts[0])], on: 0)
    try vault.commit(["book.md": goal(texts[1])], on: 2)
    try vault.write(goal(texts[1].replacing("[ ] Print", with: "[x] Print")), to: "book.md")
    let dates = try #require(try vault.history(today: 5).completionDates)
    #expect(dates.blockID == "p-dates" && dates.writes.count == 2)
    #expect(
      dates.writes.map(\.action) == [.set(old: nil, new: "2026-03-04"), .set(old: nil, new: "2026-03-07")])
    try vault.write(goal("- [x] Sell ✅ 2026-03-04\n"), to: "book.md")
    #expect(try vault.history(today: 5).completionDates == nil)
  }

  @Test func aCommitOfTomorrowIsOfToday() throws {
    let vault = try DatedVault()
    try vault.commit(["book.md": goal("- [ ] Draft effort:4h\n- [ ] Print\n")], on: 0)
    try vault.commit(["book.md": goal("- [x] Draft effort:4h\n- [ ] Print\n")], on: 9)
    #expect(try vault.history(today: 8).days == ["Draft": 8])
    #expect(try vault.history(today: 9).days == ["Draft": 9])
  }

  @Test func whatWasTickedOnTheLastDayOfAReviewIsOfThatReview() throws {
    let vault = try DatedVault()
    let text = goal(
      "- [x] Draft done:2026-03-08\n- [x] Print done:2026-03-09\n- [ ] Sell\n  - [x] a done:2026-03-08\n  - [x] b done:2026-03-09\n  - [ ] c\n"
    )
    try vault.commit(["book.md": text], on: 10)
    let history = try vault.history(today: 10)
    #expect(
      Set(history.ticks(after: DatedVault.monday + 6)) == [
        SeenTick(box: .milestone(1), day: DatedVault.monday + 7), SeenTick(box: .task(1), day: DatedVault.monday + 7),
      ])
  }

  /// A milestone without work that is planned for its day, and complete on it, has kept its date.
  @Test func whatIsCompleteOnItsVeryDayHasHeld() throws {
    for (day, held) in [(14, true), (15, false)] {
      let vault = try DatedVault()
      func text(isDone: Bool) -> String {
        let done = isDone ? " done:\(DatedVault.monday + day)" : ""
        return goal("- [\(isDone ? "x" : " ")] Sent effort:0h start:2026-03-16\(done)\n- [ ] Print effort:200h\n")
      }
      try vault.commit(["book.md": text(isDone: false)], on: -1)
      for week in 0..<4 { try vault.commit(["book.md": text(isDone: day <= 7 * week + 1)], on: 7 * week + 1) }
      // A day that is not over says nothing yet.
      #expect(ForecastScore(try vault.history(today: 14)).naive.checks == 0)
      #expect(ForecastScore(try vault.history(today: 15)).naive.checks > 0)
      let score = ForecastScore(try vault.history(today: 30))
      #expect(score.naive.checks > 0)
      #expect((score.naive.held > 0) == held, "done on day \(day): \(score.naive)")
    }
  }

  @Test func aPastForecastIsCheckedOnceItsDateIsPast() throws {
    func score(doneOn day: Int?) throws -> ForecastScore {
      let vault = try DatedVault()
      func text(_ mark: String) -> String { goal("- [\(mark)] Draft effort:20h\n- [ ] Print effort:200h\n") }
      try vault.commit(["book.md": text(" ")], on: -1)
      for week in 0..<10 {
        try vault.commit(["book.md": text(day.map { $0 <= 7 * week + 5 } == true ? "x" : " ")], on: 7 * week + 5)
      }
      return ForecastScore(try vault.history(today: 70))
    }
    let early = try score(doneOn: 12)
    #expect(early.p80.checks > 0 && early.p80.held == early.p80.checks && early.milestones >= 1)
    let never = try score(doneOn: nil)
    #expect(never.p50.held == 0 && never.naive.held == 0)
    #expect(never.p50.checks >= never.p80.checks && never.p80.checks >= never.p95.checks && never.p80.checks > 0)
    #expect(never.naive.checks >= never.p50.checks && never.weeks == 10)
  }

  /// Ticks of known days, with the file renamed, the list turned round, boxes reworded elsewhere and branches merged in
  /// between: every day is found again.
  @Test(arguments: 0..<4) func everyDayIsFoundAgainWhateverIsDoneToTheFiles(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let vault = try DatedVault()
    var path = "book.md"
    var order = Array(0..<8)
    var truth: [String: Int] = [:]
    func text() -> String {
      goal(order.map { "- [\(truth["Part \($0)"] == nil ? " " : "x")] Part \($0) effort:2h\n" }.joined())
    }
    try vault.commit([path: text()], on: 0)
    for day in 1..<14 {
      let isBranch = Int.random(in: 0..<4, using: &random) == 0
      if isBranch { try vault.git("checkout", "-qb", "side-\(day)", on: day) }
      if let part = order.filter({ truth["Part \($0)"] == nil }).randomElement(using: &random) {
        truth["Part \(part)"] = day
      }
      if Int.random(in: 0..<3, using: &random) == 0 { order.shuffle(using: &random) }
      var files: [String: String?] = [:]
      if Int.random(in: 0..<4, using: &random) == 0 {
        files[path] = .some(nil)
        path = "goals/book-\(day).md"
      }
      files[path] = text()
      try vault.commit(files, on: day)
      if isBranch {
        try vault.git("checkout", "-q", "main", on: day)
        try vault.git("merge", "-q", "--no-ff", "--no-edit", "side-\(day)", on: day)
      }
    }
    #expect(try vault.history(today: 14).days == truth)
  }
}
