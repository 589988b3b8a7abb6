import PlanDocuments
import PlanModel
import PlanOutput
import ReviewNotes
import VaultStorage

extension Session {
  /// The newest review note; nil where there is none.
  func newestReview(of plan: Plan) throws -> (path: VaultPath, note: ReviewNote)? {
    let vault = try vault()
    let notes = try vault.notes(in: VaultPath(plan.settings.reviewsFolder))
    guard let path = notes.last(where: { isWeek($0.noteName) }), let text = try vault.text(of: path) else { return nil }
    return (path, ReviewNote(text))
  }

  /// What the first screen says of the newest review note.
  func noteState(of plan: Plan) throws -> FirstScreen.NoteState? {
    guard let (path, note) = try newestReview(of: plan) else { return nil }
    let ticks = Ticks(in: note)
    let week = ReviewPeriod(today: today, coveredUntil: nil).weekName
    return FirstScreen.NoteState(
      path: path, choices: note.proposals.count { $0.line.blockID != DecidedLine.keep },
      ticked: ticks.taken.count + ticks.conflicting.count, isCurrent: path.noteName >= week)
  }

  /// Named like `2026-W31`.
  private func isWeek(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    return bytes.count == 8 && bytes[4] == UInt8(ascii: "-") && bytes[5] == UInt8(ascii: "W")
  }
}
