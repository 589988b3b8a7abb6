package import PlanDocuments

/// The state of the plan at a review, kept in the note's last line where there is no git to remember it.
///
/// `<!-- mm:snapshot 2026-08-02 book/part-1 660/2580 m due 2026-07-19; book/part-2 … -->`: minutes left of the whole, and the date.
package struct ReviewSnapshot: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    /// `goal/milestone`.
    package var name: String
    package var minutesLeft: Int
    package var totalMinutes: Int
    package var due: Day?
    /// Measured amount, in thousandths.
    package var amount: Int64?
    package var isDone: Bool

    package init(
      name: String, minutesLeft: Int, totalMinutes: Int, due: Day?, amount: Int64? = nil, isDone: Bool = false
    ) {
      self.name = name
      self.minutesLeft = minutesLeft
      self.totalMinutes = totalMinutes
      self.due = due
      self.amount = amount
      self.isDone = isDone
    }
  }

  package var day: Day
  package var entries: [Entry]

  package init(day: Day, entries: [Entry]) {
    self.day = day
    self.entries = entries
  }

  /// The snapshot in the last line that is not blank; nil where there is none or it cannot be read.
  package init?(lastLineOf text: SourceText) {
    guard let line = ReviewSnapshot.line(in: text), let comment = NoteComment(text.string(text.lineSpan(line))) else {
      return nil
    }
    let (date, rest) = comment.words.cutAtFirstSpace
    guard let day = Day(written: date) else { return nil }
    self.day = day
    entries = rest.split(separator: ";").compactMap { Entry($0) }
  }

  /// The number of the line that holds a snapshot.
  package static func line(in text: SourceText) -> Int? {
    for line in text.lineStarts.indices.reversed() {
      let words = text.string(text.lineSpan(line))
      if words.allSatisfy(\.isWhitespace) { continue }
      return NoteComment(words)?.name == "snapshot" ? line : nil
    }
    return nil
  }

  package var comment: String {
    NoteComment(
      name: "snapshot",
      words: ([day.description] + [entries.map(\.words).joined(separator: "; ")]).joined(separator: " ")
    )
    .text
  }

  /// The state of a plan's active goals on its day.
  package init(of outlook: Outlook) {
    let plan = outlook.plan
    day = plan.today
    entries = plan.milestones.indices.compactMap { index in
      let milestone = plan.milestones[index]
      guard plan.goals[milestone.goal].status == .active, milestone.state != .cancelled else { return nil }
      let work = outlook.work[index]
      return Entry(
        name: plan.name(of: index), minutesLeft: work.remaining, totalMinutes: work.effort, due: milestone.due,
        amount: milestone.progress?.now, isDone: milestone.state == .done)
    }
  }

  package subscript(name: String) -> Entry? { entries.first { $0.name == name } }
}

extension ReviewSnapshot.Entry {
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
