import Checks
import Drafting
import JSONText
import PlanDocuments
import PlanModel
import PlanOutput
import TextStyling
import VaultStorage

extension Session {
  /// Shows a draft to be read as someone else's plan, and then writes it, leaves it, or opens it in the editor first.
  ///
  /// Without a terminal it is written with `write` only. What does not fit, or has errors, is never written.
  func offer(_ report: DraftReport, of placed: PlacedDraft, write: Bool, isDryRun: Bool) throws {
    let change = placed.change
    let asks = isInteractive && !write && !isDryRun && !wantsJSON && report.isSound
    let isWritten = write && !isDryRun && report.isSound
    if wantsJSON {
      if isWritten { try apply(change) }
      streams.show(machineText: report.json(isWritten: isWritten).text)
      if !report.isSound { throw Failure.findings }
      return
    }
    streams.show(report.text(width: width))
    guard report.isSound else {
      tell(
        placed.fits
          ? "Nothing was written: something in it is wrong."
          : "Nothing was written: it does not fit yet. Take one of the ways out.")
      throw Failure.findings
    }
    if isDryRun {
      streams.show("\n" + ChangeReport(change).text)
      return tell("Nothing was written: this was a dry run.")
    }
    if change.files.allSatisfy(\.isWithoutEffect) { return tell("Nothing to write: all of it stands there already.") }
    if isWritten {
      try apply(change)
      let path = change.files.first.map { StyledText($0.path.description, .place) } ?? ""
      return tell("Written to \(path). mm undo takes it back.")
    }
    guard asks else { return tell("Nothing was written yet: --write does it.") }
    try settle(change)
  }

  /// Writes a change, leaves it, or opens it in the editor first, as the person says; an unclear answer loses nothing.
  func settle(_ change: VaultChange) throws {
    var change = change
    let path = change.files.first.map { StyledText($0.path.description, .place) } ?? ""
    while true {
      streams.ask("\nWrite it to \(path)? [w]rite, [l]eave, [e]dit first: ")
      switch readAnswer()?.lowercased() {
      case "w", "write", "y", "yes":
        try apply(change)
        return tell("Written to \(path). mm undo takes it back.")
      case "e", "edit":
        guard let edited = try edited(change) else { continue }
        change = edited
        streams.show(ChangeReport(change).text)
        try tellErrors(in: change)
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
  private func edited(_ change: VaultChange) throws -> VaultChange? {
    guard let file = change.files.first else { return nil }
    guard let bytes = try editedInEditor(file.result, named: file.path.fileName) else { return nil }
    guard bytes != file.result else {
      tell("Nothing was edited.")
      return nil
    }
    let document = PlanDocument(reading: SourceText(path: file.path, bytes: bytes))
    guard document.kind == .goal else {
      tell("mm: The text no longer begins with goal: in its front matter; your edits were not taken.")
      return nil
    }
    let base = file.base.map { SourceText(path: file.path, bytes: $0) }
    let edited = base.map { FileChange(of: $0, edits: [TextEdit(span: ByteSpan(0, $0.bytes.count), new: bytes)]) }
    return VaultChange(title: change.title, files: [edited ?? FileChange(creating: file.path, bytes: bytes)])
  }

  /// What `mm check` would call an error in the file as it would be.
  private func tellErrors(in change: VaultChange) throws {
    guard let file = change.files.first else { return }
    let plan = Plan(reading: try snapshot().applying(change), today: today)
    let text = SourceText(path: file.path, bytes: file.result)
    for finding in CheckRunner().findings(in: CheckFacts(plan))
    where finding.severity == .error && finding.place.path == file.path {
      let (line, _) = text.position(of: Int(finding.place.span.start))
      tell("Line \(line): \(finding.message)")
    }
  }
}
