package import PlanDocuments

/// A line of the sample's history that does not fit its files.
package struct SampleProblem: Error, Hashable, Sendable {
  /// In `history.txt`, from 1.
  package var line: Int
  package var reason: String
}

/// The sample vault with its dates laid around a day, and the weeks in which it came to be.
package struct SampleVault: Sendable {
  package struct File: Hashable, Sendable {
    package var path: VaultPath
    package var bytes: [UInt8]
  }

  /// One commit: the files that it wrote, whole, sorted by path.
  package struct Step: Sendable {
    package var day: Day
    /// Minutes from midnight.
    package var minute: Int
    package var title: String
    package var files: [File]
  }

  /// Oldest first; laid over each other they give `files`.
  package var steps: [Step]
  /// The vault as it stands on `today`, sorted by path.
  package var files: [File]

  static let historyPath = "history.txt"

  /// Moves every date by the whole weeks that bring the reference day, a Sunday, to the last Sunday on or before `today`.
  package init(_ bundled: [BundledFile] = BundledFile.sampleVault, today: Day) throws(SampleProblem) {
    guard let historyText = bundled.first(where: { $0.path == Self.historyPath })?.text else {
      throw SampleProblem(line: 1, reason: "the history is missing")
    }
    let reference = try SampleHistory(reading: historyText).reference
    let lastSunday = today.weekday == .sunday ? today : today.monday - 1
    let days = lastSunday - reference
    let history = try SampleHistory(reading: MovedDates.text(historyText, by: days, isCalendar: false))

    var state = VaultState()
    for file in bundled where file.path != Self.historyPath {
      state.texts[file.path] = MovedDates.text(file.text, by: days, isCalendar: file.path.hasSuffix(".ics"))
    }
    files = state.files
    // The files are known as they are today, so the weeks are taken back one by one, the last first.
    steps = []
    for week in history.weeks.reversed() {
      var before = VaultState()
      if week.day != history.weeks.first?.day {
        before = state
        for edit in week.edits.reversed() { try before.takeBack(edit.edit, line: edit.line) }
      }
      steps.append(
        Step(day: week.day, minute: week.minute, title: week.title, files: state.files(changedSince: before)))
      state = before
    }
    steps.reverse()
  }
}

/// The text of every file at one moment.
private struct VaultState {
  var texts: [String: String] = [:]

  var files: [SampleVault.File] { files(changedSince: VaultState()) }

  func files(changedSince before: VaultState) -> [SampleVault.File] {
    texts.filter { before.texts[$0.key] != $0.value }
      .map { SampleVault.File(path: VaultPath($0.key), bytes: Array($0.value.utf8)) }
      .sorted { $0.path < $1.path }
  }

  mutating func takeBack(_ edit: SampleHistory.Edit, line: Int) throws(SampleProblem) {
    switch edit {
    case .new(let path):
      guard texts.removeValue(forKey: path) != nil else {
        throw SampleProblem(line: line, reason: "there is no file \(path)")
      }
    case .tick(let path, let words):
      try replaceLine(of: path, with: words, line: line) { text in
        guard text.contains("[x]") else { return nil }
        let open = text.replacing("[x]", with: "[ ]", maxReplacements: 1)
        for mark in [" ✅ ", " done:"] {
          if let place = open.firstRange(of: mark) { return String(open[..<place.lowerBound]) }
        }
        return open
      }
    case .add(let path, let words):
      try replaceLine(of: path, with: words, line: line) { _ in "" }
    case .change(let path, let old, let new):
      try replaceLine(of: path, with: new, line: line) { $0.replacing(new, with: old) }
    }
  }

  /// Gives the one line that holds `words` to `replacement`; an empty answer removes it, nil refuses.
  private mutating func replaceLine(
    of path: String, with words: String, line: Int, _ replacement: (String) -> String?
  ) throws(SampleProblem) {
    var lines = (texts[path] ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let found = lines.indices.filter { lines[$0].contains(words) }
    guard found.count == 1, let changed = replacement(lines[found[0]]) else {
      throw SampleProblem(line: line, reason: "\(found.count) lines of \(path) hold: \(words)")
    }
    if changed.isEmpty { lines.remove(at: found[0]) } else { lines[found[0]] = changed }
    texts[path] = lines.joined(separator: "\n")
  }
}
