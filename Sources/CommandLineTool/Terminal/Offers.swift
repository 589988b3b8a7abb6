import Drafting
import JSONText
import PlanDocuments
import PlanOutput
import PlanSessions
import TextStyling

/// How the two kinds of changes are written: those that the command names, at once; those that it proposes, after a yes.
extension Terminal {
  /// Writes the change that the person asked for and prints its diff.
  func make(_ change: VaultChange, in session: PlanSession, isDryRun: Bool) throws {
    let report = ChangeReport(change)
    guard !report.isEmpty else { return showNothingToChange(report, "Nothing to change: it stands there already.") }
    if !isDryRun { try session.apply(change) }
    show(report.text, json: report.json(isWritten: !isDryRun))
    tell(isDryRun ? "Nothing was written: this was a dry run." : "Written. mm undo takes it back.")
  }

  /// Shows the diff of a proposal, and writes it when `--write` or a yes at the terminal says so.
  func offer(
    _ change: VaultChange, in session: PlanSession, write: Bool, isDryRun: Bool, nothing: StyledText,
    option: StyledText = "--write"
  ) throws {
    let report = ChangeReport(change)
    guard !report.isEmpty else { return showNothingToChange(report, nothing) }
    let asks = !write && !isDryRun && !wantsJSON && isInteractive
    if asks { streams.show(report.text) }
    let isWanted = !isDryRun && (write || (asks && confirm("Write this?")))
    if isWanted { try session.apply(change) }
    if !asks { show(report.text, json: report.json(isWritten: isWanted)) }
    if isWanted {
      tell("Written. mm undo takes it back.")
    } else if asks {
      tell("Nothing was written.")
      throw Failure.findings
    } else {
      tell(isDryRun ? "Nothing was written: this was a dry run." : "Nothing was written yet: \(option) does it.")
    }
  }

  private func showNothingToChange(_ report: ChangeReport, _ words: StyledText) {
    show("", json: report.json(isWritten: false))
    tell(words)
  }

  // MARK: Drafts

  /// Shows a draft to be read as someone else's plan, and then writes it, leaves it, or opens it in the editor first.
  ///
  /// Without a terminal it is written with `write` only. What does not fit, or has errors, is never written.
  func offer(
    _ report: DraftReport, of placed: PlacedDraft, in session: PlanSession, write: Bool, isDryRun: Bool
  ) throws {
    let change = placed.change
    // A plan that probably doesn't fit is written where the person asks for it.
    let asks = isInteractive && !write && !isDryRun && !wantsJSON && report.isWritable
    let isWritten = write && !isDryRun && report.isWritable
    if wantsJSON {
      if isWritten { try session.apply(change) }
      streams.show(machineText: report.json(isWritten: isWritten).text)
      if !report.isSound { throw Failure.findings }
      return
    }
    streams.show(report.text(width: width))
    guard report.isWritable else {
      tell("Nothing was written: something in it is wrong.")
      throw Failure.findings
    }
    if isDryRun {
      streams.show("\n" + ChangeReport(change).text)
      return tell("Nothing was written: this was a dry run.")
    }
    if change.files.allSatisfy(\.isWithoutEffect) { return tell("Nothing to write: all of it stands there already.") }
    if isWritten {
      try session.apply(change)
      let path = change.files.first.map { StyledText($0.path.description, .place) } ?? ""
      return tell("Written to \(path). mm undo takes it back.")
    }
    guard asks else {
      tell("Nothing was written yet: --write does it.")
      if !report.isSound { throw Failure.findings }
      return
    }
    try settle(change, in: session)
  }

  /// Writes a change, leaves it, or opens it in the editor first, as the person says; an unclear answer loses nothing.
  func settle(_ change: VaultChange, in session: PlanSession) throws {
    var change = change
    let path = change.files.first.map { StyledText($0.path.description, .place) } ?? ""
    while true {
      streams.ask("\nWrite it to \(path)? [w]rite, [l]eave, [e]dit first: ")
      switch readAnswer()?.lowercased() {
      case "w", "write", "y", "yes":
        try session.apply(change)
        return tell("Written to \(path). mm undo takes it back.")
      case "e", "edit":
        guard let edited = try edited(change, in: session) else { continue }
        change = edited
        streams.show(ChangeReport(change).text)
        for error in try session.errors(in: change) { tell("Line \(error.line): \(error.message)") }
      case nil, "l", "leave", "n", "no":
        tell("Nothing was written.")
        throw Failure.findings
      default: tell("w writes it, l leaves everything as it is, e opens it in your editor.")
      }
    }
  }

  /// The change as the person leaves it in the editor; the vault's file stays as it is until it is written.
  ///
  /// - Returns: nil where nothing came of it, which was told.
  private func edited(_ change: VaultChange, in session: PlanSession) throws -> VaultChange? {
    guard let file = change.files.first else { return nil }
    guard let bytes = editedInEditor(file.result, named: file.path.fileName, of: session) else { return nil }
    guard bytes != file.result else {
      tell("Nothing was edited.")
      return nil
    }
    guard let edited = PlanSession.edited(change, to: bytes) else {
      tell("mm: The text no longer begins with goal: in its front matter; your edits were not taken.")
      return nil
    }
    return edited
  }
}
