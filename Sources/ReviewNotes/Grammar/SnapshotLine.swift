import Forecasting
package import PlanDocuments

extension PlanSnapshot {
  /// The snapshot in the last line that is not blank; nil where there is none or it cannot be read.
  package init?(lastLineOf text: SourceText) {
    guard let line = PlanSnapshot.line(in: text),
      case .snapshot(let snapshot) = NoteElement(text.string(text.lineSpan(line)))
    else { return nil }
    self = snapshot
  }

  /// The number of the line that holds a snapshot.
  package static func line(in text: SourceText) -> Int? {
    for line in text.lineStarts.indices.reversed() {
      let words = text.string(text.lineSpan(line))
      if words.allSatisfy(\.isWhitespace) { continue }
      return NoteComment(words)?.kind == .snapshot ? line : nil
    }
    return nil
  }

  init?(record: String) {
    let (date, rest) = record.cutAtFirstSpace
    guard let day = Day(written: date) else { return nil }
    self.init(day: day, entries: rest.split(separator: ";").compactMap { Entry($0) })
  }

  var record: String { day.description + " " + entries.map(\.words).joined(separator: "; ") }
}

extension PlanSnapshot.Entry {
  fileprivate var words: String {
    "\(name) \(minutesLeft)/\(totalMinutes) m" + (due.map { " due \($0)" } ?? "") + (amount.map { " at \($0)" } ?? "")
      + (isDone ? " done" : "")
  }

  fileprivate init?(_ words: Substring) {
    let parts = words.split(separator: " ")
    guard parts.count >= 3, parts[2] == "m" else { return nil }
    let minutes = parts[1].split(separator: "/").compactMap { Int($0) }
    guard minutes.count == 2 else { return nil }
    self.init(name: String(parts[0]), minutesLeft: minutes[0], totalMinutes: minutes[1], due: nil)
    for (key, value) in zip(parts[3...], parts[3...].dropFirst()) {
      if key == "due" { due = Day(written: value) }
      if key == "at" { amount = Int64(value) }
    }
    isDone = parts.last == "done"
  }
}
