import PlanDocuments
import PlanOutput
import Planning
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
    let path = change.files.first.map { StyledText($0.path.description, .place) } ?? ""
    if isWritten {
      try apply(change)
      return tell("Written to \(path). mm undo takes it back.")
    }
    guard asks else { return tell("Nothing was written yet: --write does it.") }
    try ask(change, path)
  }

  private func ask(_ change: VaultChange, _ path: StyledText) throws {
    var change = change
    while true {
      streams.ask("\nWrite it to \(path)? [w]rite, [l]eave, [e]dit first: ")
      let answer = readLine()?.lowercased()
      switch answer {
      case "w", "write", "y", "yes":
        try apply(change)
        return tell("Written to \(path). mm undo takes it back.")
      case "e", "edit":
        change = try edited(change)
        streams.show(ChangeReport(change).text)
      case nil, "l", "leave", "n", "no", "":
        tell("Nothing was written.")
        throw Failure.findings
      default: tell("w writes it, l leaves everything as it is, e opens it in your editor.")
      }
    }
  }

  /// The change as the person leaves it in the editor; the vault's file stays as it is until it is written.
  private func edited(_ change: VaultChange) throws -> VaultChange {
    guard let file = change.files.first else { return change }
    guard let bytes = try editedInEditor(file.result, named: file.path.fileName) else { return change }
    let document = PlanDocument(reading: SourceText(path: file.path, bytes: bytes))
    if document.kind != .goal {
      tell("mm: The text no longer begins with goal: in its front matter; your edits were not taken.")
      return change
    }
    for finding in document.findings {
      let (line, _) = document.text.position(of: Int(finding.place.span.start))
      tell("Line \(line): \(finding.message)")
    }
    let base = file.base.map { SourceText(path: file.path, bytes: $0) }
    let edited = base.map { FileChange(of: $0, edits: [TextEdit(span: ByteSpan(0, $0.bytes.count), new: bytes)]) }
    return VaultChange(title: change.title, files: [edited ?? FileChange(creating: file.path, bytes: bytes)])
  }
}
