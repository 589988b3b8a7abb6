import PlanDocuments
import PlanOutput
import Planning
import VaultStorage

extension Session {
  /// What stands in the newest review note; nil where there is none.
  func newestNote(of plan: Plan) throws -> FirstScreen.NoteState? {
    let vault = try vault()
    let notes = try vault.notes(in: VaultPath(plan.settings.reviewsFolder))
    guard let path = notes.last(where: { isWeek($0.noteName) }), let text = try vault.text(of: path) else { return nil }
    let note = ReviewNote(text)
    let ticks = Ticks(in: note)
    let week = ReviewPeriod(today: today, coveredUntil: nil).weekName
    return FirstScreen.NoteState(
      path: path, choices: note.proposals.count { $0.line.blockID != DecidedLine.keep },
      ticked: ticks.taken.count + ticks.conflicting.count, isCurrent: path.noteName >= week)
  }

  /// `2026-W31`
  private func isWeek(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    return bytes.count == 8 && bytes[4] == UInt8(ascii: "-") && bytes[5] == UInt8(ascii: "W")
  }
}
