import ArgumentParser
import JSONText
import PlanDocuments
import PlanOutput
import PlanSessions
import TextStyling
import VaultStorage

struct UndoCommand: MapCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back the last change that mm made.",
    discussion: """
      The files get the exact bytes that they had, from copies kept outside the vault for 30 days. A file that was changed since by someone else is left alone. Run it again to go further back.
      """)

  @OptionGroup var shared: SharedOptions

  @Flag(help: "Show what would be taken back, write nothing.")
  var dryRun = false

  @Flag(help: "List the changes that can be taken back, the last one first.")
  var list = false

  func run(at terminal: Terminal) throws {
    let session = try terminal.open()
    if list {
      let report = UndoReport(try session.changesToUndo())
      terminal.show(report.text, json: report.json)
      return
    }
    guard let undone = try session.undo(isDryRun: dryRun) else {
      throw Failure(.findings, "There is nothing to take back: mm has changed nothing here in the last 30 days.")
    }
    let report = ChangeReport(
      title: "Take back: " + undone.title, files: undone.files.map { ($0.path, $0.before, $0.after) })
    terminal.show(report.text, json: report.json(isWritten: !dryRun))
    terminal.tell(dryRun ? "Nothing was written: this was a dry run." : "Taken back: \(undone.title).")
    if !dryRun, undone.bringsTicksBack {
      terminal.tell(
        "The ticks stand in the note again: take them out before the next mm review, or it writes them once more.")
    }
  }
}

/// The changes that `mm undo` can take back.
private struct UndoReport {
  let operations: [VaultOperation]

  init(_ operations: [VaultOperation]) {
    self.operations = operations
  }

  var text: StyledText {
    operations.map { "\($0.title)  \($0.paths.map(\.description).joined(separator: ", "), .place)\n" as StyledText }
      .joined(by: "")
  }

  var json: JSONValue {
    let entries: [JSONValue] = operations.map { operation in
      [
        "title": .string(operation.title), "seconds_since_1970": .integer(operation.time),
        "paths": .array(operation.paths.map { .string($0.description) }),
      ]
    }
    return ["schema": "mm.undo", "version": 1, "changes": .array(entries)]
  }
}
