import PlanDocuments
import PlanModel
import Recalibration
import ReviewNotes
import TestSupport
import Testing

/// From a tick in a note to bytes in the goals' files.
@Suite struct AppliedTicksTests {
  static let vault = AssemblyTests.clash

  static func due(_ name: String, _ old: String?, _ new: String) -> PlannedWrite {
    PlannedWrite(subject: .milestone(name), key: "due", action: .set(old: old, new: new))
  }

  static let choices = Choices(
    offered: [
      Choice(
        number: 1, slug: "", sentence: "The outtakes go; the rest gets later dates",
        writes: [
          due("licence/tides", "2026-08-23", "2026-08-29"), due("short-film/rough", "2026-07-26", "2026-09-20"),
          PlannedWrite(subject: .milestone("short-film/outtakes"), key: "", action: .box(old: .open, new: .cancelled)),
          PlannedWrite(
            subject: .goal("short-film"), key: "deadline", action: .set(old: "2026-11-30", new: "2026-12-13")),
          PlannedWrite(subject: .goal("short-film"), key: "planned", action: .set(old: nil, new: "2026-11-30")),
        ]),
      Choice(
        number: 2, slug: "", sentence: "Two hours on Sundays",
        writes: [
          PlannedWrite(
            subject: .settings, key: "time",
            action: .add("2h sun 2026-08-23..2026-09-20", old: ["1.5h mon-thu", "3h sat"]))
        ]),
    ],
    small: [
      Choice(
        number: 0, slug: "away-1", sentence: "Days off 1 to 3 Oct.",
        writes: [
          PlannedWrite(
            subject: .settings, key: "off",
            action: .add(
              "2026-10-01..2026-10-03",
              old: ["2026-08-10..2026-08-16 Corsica", "2026-09-02..2026-09-04 50% trade fair"]))
        ]),
      Choice(
        number: 0, slug: "away-2", sentence: "Day off 9 Oct.",
        writes: [
          PlannedWrite(
            subject: .settings, key: "off",
            action: .add(
              "2026-10-09", old: ["2026-08-10..2026-08-16 Corsica", "2026-09-02..2026-09-04 50% trade fair"]))
        ]),
      Choice(
        number: 0, slug: "task", sentence: "The mock call was held.",
        writes: [
          PlannedWrite(
            subject: .milestone("licence/radio"), key: "",
            action: .task(1, title: "Mock call with Ada", old: .open, new: .done))
        ]),
    ])

  static let cut = choices.offered[0].blockID
  static let moreHours = choices.offered[1].blockID

  static func ticked(_ ids: String...) -> ReviewNote {
    var text = AssemblyTests.note(vault.facts(choices: choices))
    for id in ids {
      text = text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.hasSuffix(" ^" + id) ? String($0).replacing("- [ ]", with: "- [x]") : String($0) }.joined(
          separator: "\n")
    }
    return ReviewNoteTests.read(text)
  }

  static func applied(_ note: ReviewNote, _ vault: VaultNotes = vault) -> (AppliedTicks, VaultNotes) {
    let applied = AppliedTicks(note, in: Plan(reading: vault.snapshot, today: vault.today))
    var after = vault
    for file in applied.change.files {
      after.files[file.path.description] = String(decoding: file.result, as: UTF8.self)
    }
    return (applied, after)
  }

  @Test func oneChoiceWritesItsLinesAndNothingElse() throws {
    let note = Self.ticked(Self.cut, "p-task")
    let (applied, after) = Self.applied(note)
    #expect(applied.notWritten.isEmpty)
    #expect(applied.settled == [Self.cut, "p-task"])
    #expect(
      applied.decisions.map(\.words) == [
        "**1** The outtakes go; the rest gets later dates.", "The mock call was held.",
      ])
    #expect(
      after.files["goals/licence.md"]
        == AssemblyTests.licence.replacing("due:2026-08-23", with: "due:2026-08-29").replacing(
          "[ ] Mock call", with: "[x] Mock call"))
    #expect(
      after.files["goals/short film.md"]
        == AssemblyTests.film.replacing("due:2026-07-26", with: "due:2026-09-20").replacing(
          "[ ] Outtakes", with: "[-] Outtakes"
        )
        .replacing("deadline: 2026-11-30", with: "deadline: 2026-12-13\nplanned: 2026-11-30"))
    #expect(after.files["mm.md"] == AssemblyTests.settings)
    // Once more: everything is as wanted, no file is touched.
    #expect(Self.applied(note, after).0.change.files.isEmpty)
  }

  @Test func proposalsThatAddToOneListAreAllWritten() {
    let (applied, after) = Self.applied(Self.ticked(Self.moreHours, "p-away-1", "p-away-2"))
    #expect(applied.notWritten.isEmpty)
    let settings = after.files["mm.md"] ?? ""
    #expect(settings.contains("time: [1.5h mon-thu, 3h sat, 2h sun 2026-08-23..2026-09-20]\n"))
    #expect(settings.contains("50% trade fair\n  - 2026-10-01..2026-10-03\n  - 2026-10-09\n---"))
  }

  @Test func aChoiceIsRefusedWholeWhereALineHasChanged() {
    var changed = Self.vault
    changed.files["goals/licence.md"] = AssemblyTests.licence.replacing("due:2026-08-23", with: "due:2026-08-25")
    let (applied, after) = Self.applied(Self.ticked(Self.cut, "p-task"), changed)
    #expect(applied.decisions.map(\.blockID) == ["p-task"])
    #expect(applied.settled == [Self.cut, "p-task"])
    #expect(applied.notWritten.count == 1)
    let words = NoteWords(folder: VaultPath("reviews"), today: changed.today).text(applied.notWritten)
    #expect(words.contains("*Tides and currents* now says due *2026-08-25*; the proposal was made for *2026-08-23*."))
    #expect(after.files["goals/short film.md"] == AssemblyTests.film)
  }

  /// The choice was made on Sunday and is taken a week later: what was completed in between keeps its date, and is no reason
  /// not to write the rest.
  @Test(arguments: ["2026-08-05", "2026-09-01"]) func aMilestoneThatWasCompletedSinceKeepsItsDate(today: String) {
    var later = Self.vault
    later.today = SampleFacts.day(today)
    let done = AssemblyTests.licence.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.contains("due:2026-08-23") ? $0.replacing("- [ ]", with: "- [x]") + " done:2026-08-04" : String($0)
    }.joined(separator: "\n")
    later.files["goals/licence.md"] = done
    let (applied, after) = Self.applied(Self.ticked(Self.cut), later)
    #expect(applied.notWritten.isEmpty && applied.decisions.count == 1)
    #expect(after.files["goals/licence.md"] == done)
    #expect(after.files["goals/short film.md"]?.contains("due:2026-09-20") == true)
  }

  @Test func aDateThatIsPastIsNotWritten() {
    var later = Self.vault
    later.today = SampleFacts.day("2026-09-01")
    let (applied, after) = Self.applied(Self.ticked(Self.cut), later)
    #expect(applied.decisions.isEmpty && applied.notWritten.count == 1)
    #expect(after.files == later.files)
  }

  @Test func twoTicksOnTheLadderWriteNeitherAndAreKept() {
    let (applied, after) = Self.applied(Self.ticked(Self.cut, Self.moreHours))
    #expect(applied.settled.isEmpty && applied.decisions.isEmpty)
    #expect(applied.notWritten == ["\(words: "1 and 2") are both ticked, and only one can be: tick one of them."])
    #expect(after.files == Self.vault.files)
  }

  @Test func keepingTheDatesIsADecisionThatWritesNothing() {
    let (applied, _) = Self.applied(Self.ticked("c0"))
    #expect(applied.decisions.map(\.blockID) == ["c0"])
    #expect(applied.change.files.isEmpty)
  }

  @Test func aDamagedRecordWritesNothing() {
    let note = Self.ticked(Self.cut)
    let text = String(decoding: note.text.bytes, as: UTF8.self).replacing("due 2026-08-23 to", with: "due 2026-08-23")
    let (applied, _) = Self.applied(ReviewNoteTests.read(text))
    #expect(applied.decisions.isEmpty && applied.notWritten.count == 1 && applied.change.files.isEmpty)
  }

  @Test func whatWasAppliedIsRecordedAndNotAppliedAgain() throws {
    let note = Self.ticked(Self.cut)
    let (applied, after) = Self.applied(note)
    var facts = after.facts(choices: Self.choices, current: note)
    facts.decided += applied.decisions
    let refreshed = ReviewNoteChange.refreshing(note, facts: facts, settled: applied.settled)
    let again = ReviewNoteTests.read(String(decoding: refreshed.result, as: UTF8.self))
    #expect(again.decisions == applied.decisions)
    #expect(Self.applied(again, after).0.settled.isEmpty)
  }

  @Test(arguments: ["\n", "\r\n"])
  func anEarlierNoteKeepsItsWordsAndGetsTheRecord(ending: String) throws {
    let plain = String(decoding: Self.ticked(Self.cut).text.bytes, as: UTF8.self)
    let own = plain.replacing("## Next week", with: "My own line.\n## Next week")
    for text in [plain, own] {
      let note = ReviewNoteTests.read(text.replacing("\n", with: ending))
      let (applied, after) = Self.applied(note)
      let change = ReviewNoteChange.recording(applied.decisions, in: note, today: Self.vault.today)
      let recorded = String(decoding: change.result, as: UTF8.self)
      #expect(
        recorded.contains(
          "## Decide\(ending)\(ending)- Written on 2 Aug: **1** The outtakes go; the rest gets later dates. ^decided-2026-08-02-\(Self.cut)\(ending)"
        ))
      let again = ReviewNoteTests.read(recorded)
      #expect(again.decisions == applied.decisions)
      #expect(again.block?.isAsWritten == (text == plain))
      #expect(
        again.block?.personsLines(unless: []).map { again.block?.lines[$0] } == (text == plain ? [] : ["My own line."]))
      let second = Self.applied(again, after).0
      #expect(second.settled.isEmpty && second.notWritten.isEmpty)
    }
  }
}
