import PlanDocuments
import PlanModel
import TestSupport
import Testing

/// Changes are made only where the files still say what they were made from.
@Suite struct ChangeTests {
  private static let list = """
    ---
    goal: The garden
    deadline: 2026-12-01
    ---

    ## Milestones

    - [ ] Soil turned id:soil due:2026-08-14
      - [ ] Borrow a spade
      - [ ] Dig
    - [x] Seeds bought id:seeds done:2026-07-20
    - [ ] Beds planted id:beds after:soil
    - [ ] Harvest id:harvest after:beds
    """

  private static func plan(_ text: String = list, today: Day = august2) -> Plan {
    TestSupport.plan(["mm.md": "---\ntime: 2h mon-fri\noff: 2026-08-10\n---\n", "garden.md": text], today: today)
  }

  private static func result(_ writes: [PlannedWrite], in plan: Plan = plan()) -> String? {
    (try? TestSupport.change(writing: writes, in: plan))?.files.first.map { String(decoding: $0.result, as: UTF8.self) }
  }

  private static func write(_ name: String, _ action: PlannedWrite.Action, key: String = "") -> PlannedWrite {
    PlannedWrite(subject: .milestone("garden/\(name)"), key: key, action: action)
  }

  // MARK: Planned writes

  @Test func aDateMayBeTodayAndNotYesterday() {
    for (day, isWritten) in [(august2 - 1, false), (august2, true), (august2 + 1, true)] {
      let write = Self.write("soil", .set(old: "2026-08-14", new: day.description), key: "due")
      #expect((Self.result([write]) != nil) == isWritten, "\(day)")
    }
  }

  /// Every pair of what a box was when the write was made and what it is now.
  @Test func aBoxIsSetOnlyWhereItIsStillWhatItWas() {
    let states: [(BoxState, String)] = [(.open, " "), (.done, "x"), (.cancelled, "-")]
    for (now, mark) in states {
      let text = Self.list.replacing("- [ ] Soil", with: "- [\(mark)] Soil")
      for (old, _) in states {
        for (new, _) in states {
          var writes = MakeWrites(in: Self.plan(text))
          let isMade = (try? writes.add([Self.write("soil", .box(old: old, new: new))])) != nil
          #expect(isMade == (now == new || now == old), "\(now): from \(old) to \(new)")
        }
      }
    }
  }

  @Test func aTaskIsTickedOnlyByItsTitle() {
    let dug = Self.result([Self.write("soil", .task(1, title: "Dig", old: .open, new: .done))])
    #expect(dug == Self.list.replacing("[ ] Dig", with: "[x] Dig"))
    #expect(Self.result([Self.write("soil", .task(0, title: "Dig", old: .open, new: .done))]) == nil)
    #expect(Self.result([Self.write("soil", .task(2, title: "Dig", old: .open, new: .done))]) == nil)
  }

  @Test(arguments: ["- [ ] Fence due: 2026-09-01\n", "- [ ] Fence Due:2026-09-01\n", "- [ ] Fence effort: 3h\n"])
  func newLinesWithASlipAreRefused(lines: String) {
    #expect(Self.result([PlannedWrite(subject: .goal("garden"), key: "", action: .newLines(lines))]) == nil)
    let good = "- [ ] Fence due:2026-09-01 effort:2h\n"
    let result = Self.result([PlannedWrite(subject: .goal("garden"), key: "", action: .newLines(good))])
    #expect(result == Self.list + "\n" + good)
  }

  // MARK: Changes by name

  @Test func completingKeepsADayThatIsThere() throws {
    let dated = Self.list.replacing("id:beds", with: "id:beds done:2026-07-30")
    for (text, day) in [(Self.list, "2026-08-02"), (dated, "2026-07-30")] {
      let plan = Self.plan(text)
      let index = try #require(plan.milestones.indices.first { plan.name(of: $0) == "garden/beds" })
      let change = try CompleteItem.milestone(index, on: august2, in: plan)
      let after = Self.plan(String(decoding: try #require(change.files.first).result, as: UTF8.self))
      #expect(after.milestones[index].done?.description == day)
      #expect(after.milestones[index].state == .done)
    }
  }

  @Test func theStatusOfALineIsItsBox() throws {
    for (status, mark) in [("dropped", "-"), ("done", "x"), ("active", " ")] {
      let plan = Self.plan(Self.list.replacing("- [ ] Soil", with: status == "active" ? "- [-] Soil" : "- [ ] Soil"))
      let change = try SetValue.milestone(0, key: "status", to: status, in: plan)
      let text = String(decoding: try #require(change.files.first).result, as: UTF8.self)
      #expect(text == Self.list.replacing("- [ ] Soil", with: "- [\(mark)] Soil"))
    }
  }

  @Test func whatFollowsAMilestoneThatIsLeftOutWaitsForWhatCameBeforeIt() {
    var plan = Self.plan()
    let places = Dictionary(uniqueKeysWithValues: plan.milestones.indices.map { (plan.milestones[$0].id, $0) })
    plan.leaveOut(milestone: places["beds"] ?? 0)
    #expect(plan.milestones[places["harvest"] ?? 0].predecessors == [places["soil"] ?? -1])
    #expect(plan.milestones[places["beds"] ?? 0].state == .cancelled)
  }

  // MARK: Merging

  /// Of changes that were made apart, those that touch a place that is taken are left out, and all others are made.
  @Test(arguments: 0..<200) func mergedChangesNeverTouchEachOther(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let text = SourceText(path: VaultPath("a.md"), bytes: Array("0123456789".utf8))
    let changes = (0..<Int.random(in: 2...5, using: &random)).map { index -> FileChange in
      let start = Int.random(in: 0...10, using: &random)
      let end = Int.random(in: start...min(10, start + 3), using: &random)
      return FileChange(of: text, edits: [TextEdit(span: ByteSpan(start, end), new: "<\(index)>")])
    }
    let merged = VaultChange(title: "", merging: changes)
    let edits = merged.files.flatMap(\.edits)
    #expect(merged.files.count == 1)
    #expect(edits.contains(changes[0].edits[0]))
    for (one, next) in zip(edits, edits.dropFirst()) { #expect(one.span.end <= next.span.start) }
    for edit in changes.flatMap(\.edits) where !edits.contains(edit) {
      let isTaken = edits.contains { taken in
        taken.span == edit.span || taken.span.start < edit.span.end && edit.span.start < taken.span.end
      }
      #expect(isTaken, "\(edit) was left out")
    }
  }
}
