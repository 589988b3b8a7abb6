import PlanDocuments
import PlanModel
import PlanOutput
import TextStyling
import VaultStorage

/// How the two kinds of changes are written: those that the command names, at once; those that it proposes, after a yes.
extension Session {
  /// Writes the change that the person asked for and prints its diff.
  func make(_ change: VaultChange, isDryRun: Bool) throws {
    let report = ChangeReport(change)
    guard !report.isEmpty else { return showNothingToChange(report, "Nothing to change: it stands there already.") }
    if !isDryRun { try apply(change) }
    show(report.text, json: report.json(isWritten: !isDryRun))
    tell(isDryRun ? "Nothing was written: this was a dry run." : "Written. mm undo takes it back.")
  }

  /// Shows the diff of a proposal, and writes it when `--write` or a yes at the terminal says so.
  func offer(
    _ change: VaultChange, write: Bool, isDryRun: Bool, nothing: StyledText, option: StyledText = "--write"
  ) throws {
    let report = ChangeReport(change)
    guard !report.isEmpty else { return showNothingToChange(report, nothing) }
    let asks = !write && !isDryRun && !wantsJSON && isInteractive
    if asks { streams.show(report.text) }
    let isWanted = !isDryRun && (write || (asks && confirm("Write this?")))
    if isWanted { try apply(change) }
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

  func apply(_ change: VaultChange) throws {
    try vault().apply(change, at: surroundings.secondsSince1970)
  }

  /// The change that writes these values, where the files still say what they were made for.
  func change(of writes: [PlannedWrite], title: String, in plan: Plan) throws -> VaultChange {
    var change = MakeWrites(in: plan)
    do {
      try change.add(writes)
      return try change.change(titled: title)
    } catch let refusal as MakeWrites.Refusal {
      throw Failure(.refused, "Nothing was changed: \(SentenceText.text(refusal.reason, today: today)).")
    } catch let refusal as EditRefusal {
      throw Failure(refusal, in: plan.documents)
    }
  }

  /// A word beside the result; none where a program reads.
  func tell(_ text: StyledText) {
    if !wantsJSON { streams.tell(text) }
  }

  /// Somebody sits there who can answer.
  var isInteractive: Bool {
    surroundings.standardInputIsTerminal && surroundings.standardErrorIsTerminal
  }

  /// Asks; anything but a yes is a no, an empty line is the default.
  func confirm(_ question: StyledText, isYesTheDefault: Bool = false) -> Bool {
    streams.ask(question + (isYesTheDefault ? " [Y/n] " : " [y/N] "))
    // The end of input is no answer, and so a no.
    guard let answer = readAnswer()?.lowercased() else { return false }
    return answer.isEmpty ? isYesTheDefault : answer == "y" || answer == "yes"
  }
}

extension Failure {
  /// Why an edit is not made, with the line that it is about.
  init(_ refusal: EditRefusal, in documents: [PlanDocument]) {
    let path = refusal.place.path
    let text = documents.first { $0.text.path == path }?.text
    guard let text else {
      self.init(.refused, "\(path.description) was not changed. \(refusal.reason)")
      return
    }
    let start = Int(refusal.place.span.start)
    let (line, column) = text.position(of: start)
    let quoted = text.string(text.lineSpan(line - 1))
    self.init(.refused, "\(path.description):\(line):\(column): \(refusal.reason) Nothing was changed.\n  \(quoted)")
  }
}
