import Forecasting
import PlanDocuments
import PlanModel
import PlanSessions
import Recalibration
import ReviewNotes
import TestSupport
import Testing

/// Whole reviews, one after the other, as a person would hold them.
@Suite struct ReviewSittingTests {
  /// One choice, as long as the tides are due when they were.
  static let planner = ReviewSitting.Planner(choices: { _, outlook in
    let tides = outlook.plan.milestones.first { $0.id == "tides" }
    return tides?.due == day("2026-08-23") ? Choices(offered: [cut]) : Choices()
  })

  static let cut = Choice(
    number: 1, slug: "", sentence: "The outtakes go; the rest gets later dates",
    writes: [
      due("licence/tides", "2026-08-23", "2026-08-29"), due("short-film/rough", "2026-07-26", "2026-09-20"),
      PlannedWrite(subject: .milestone("short-film/outtakes"), key: "", action: .box(old: .open, new: .cancelled)),
    ])

  private static func due(_ name: String, _ old: String, _ new: String) -> PlannedWrite {
    PlannedWrite(subject: .milestone(name), key: "due", action: .set(old: old, new: new))
  }

  /// The files of a vault with its notes, kept from review to review.
  struct Desk {
    var files = [
      "mm.md": ClashingGoals.settings, "goals/licence.md": ClashingGoals.licence,
      "goals/short film.md": ClashingGoals.film,
    ]
    var notes: [String: String] = [:]

    private var snapshot: VaultSnapshot {
      func document(_ path: String) -> PlanDocument {
        PlanDocument(reading: SourceText(path: VaultPath(path), bytes: Array((files[path] ?? "").utf8)))
      }
      return VaultSnapshot(
        settings: document("mm.md"), documents: files.keys.filter { $0 != "mm.md" }.sorted().map(document))
    }

    mutating func review(_ today: String, keepsSnapshot: Bool = true) -> ReviewSitting {
      let sitting = ReviewSitting(
        snapshot, notes: notes.map { SourceText(path: VaultPath($0.key), bytes: Array($0.value.utf8)) },
        today: day(today), planner: planner, keepsSnapshot: keepsSnapshot)
      for file in sitting.change.files {
        let text = String(decoding: file.result, as: UTF8.self)
        if file.path.description.hasPrefix("reviews/") {
          notes[file.path.description] = text
        } else {
          files[file.path.description] = text
        }
      }
      return sitting
    }

    mutating func tick(_ id: String, in note: String) {
      let lines = (notes[note] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
      notes[note] = lines.map { $0.hasSuffix("^" + id) ? String($0).replacing("[ ]", with: "[x]") : String($0) }
        .joined(separator: "\n")
    }
  }

  static let first = "reviews/2026-W31.md"
  static let second = "reviews/2026-W32.md"

  @Test func aTickIsWrittenWithTheNoteInOneStepAndOnlyOnce() throws {
    var desk = Desk()
    #expect(desk.review("2026-08-02").change.files.map(\.path.description) == [Self.first])
    #expect(desk.review("2026-08-02").change.files.isEmpty)
    desk.tick(Self.cut.blockID, in: Self.first)
    let sitting = desk.review("2026-08-03")
    #expect(sitting.decisions.map(\.blockID) == [Self.cut.blockID])
    #expect(
      Set(sitting.change.files.map(\.path.description)) == ["goals/licence.md", "goals/short film.md", Self.first])
    let note = try #require(desk.notes[Self.first])
    #expect(
      note.contains(
        "\n- Written on 3 Aug: **1** The outtakes go; the rest gets later dates. ^decided-2026-08-03-\(Self.cut.blockID)\n"
      ))
    #expect(!note.contains("[x]"))
    let files = desk.files
    #expect(desk.review("2026-08-03").change.files.isEmpty)
    #expect(desk.files == files)
  }

  @Test func aTickInLastWeeksNoteCountsAndIsLookedBackOn() throws {
    var desk = Desk()
    _ = desk.review("2026-08-02")
    desk.tick(Self.cut.blockID, in: Self.first)
    let sitting = desk.review("2026-08-09")
    #expect(sitting.decisions.map(\.blockID) == [Self.cut.blockID])
    #expect(desk.notes[Self.first]?.contains("^decided-2026-08-09-\(Self.cut.blockID)\n") == true)
    let note = try #require(desk.notes[Self.second])
    #expect(
      note.contains("*Decided on 9 Aug:* **1** The outtakes go; the rest gets later dates. Of its 2 dates: 2 ahead."))
    #expect(desk.review("2026-08-09").change.files.isEmpty)
    #expect(desk.review("2026-08-10").decisions.isEmpty)
  }

  @Test func withoutGitTheLastNoteRemembersWhatWasLeft() throws {
    var desk = Desk()
    _ = desk.review("2026-08-02")
    desk.files["goals/short film.md"] = ClashingGoals.film.replacing("progress:9/20", with: "progress:13/20")
    let sitting = desk.review("2026-08-09")
    #expect(sitting.facts.done.finishedMinutes == 360)
    #expect(desk.notes[Self.second]?.contains("*Rough cut*: 13 of 20, up from 9") == true)
    #expect(sitting.facts.period.days == DayRange(day("2026-08-03"), day("2026-08-09")))
  }

  @Test func wordsOfThePersonBecomeProposalsAndThenDaysOff() throws {
    var desk = Desk()
    _ = desk.review("2026-08-02")
    desk.notes[Self.first] = desk.notes[Self.first]?.replacing("- away:\n", with: "- away: 20 to 22 Aug, wedding\n")
    _ = desk.review("2026-08-02")
    #expect(desk.notes[Self.first]?.contains("- [ ] Days off 20 to 22 Aug, *wedding*. ^p-away-2026-08-20\n") == true)
    desk.tick("p-away-2026-08-20", in: Self.first)
    _ = desk.review("2026-08-02")
    #expect(desk.files["mm.md"]?.contains("  - 2026-08-20..2026-08-22 wedding\n---") == true)
    #expect(desk.review("2026-08-02").change.files.isEmpty)
    #expect(desk.notes[Self.first]?.contains("- away: 20 to 22 Aug, wedding\n") == true)
  }

  @Test func withGitNoSnapshotIsKept() {
    var desk = Desk()
    _ = desk.review("2026-08-02", keepsSnapshot: false)
    #expect(desk.notes[Self.first]?.contains("mm:snapshot") == false)
  }
}
