package import Forecasting
package import PlanDocuments

extension KeptPast {
  /// What the notes keep, each with what it says itself.
  package init(_ notes: [SourceText]) {
    self.init()
    for text in notes {
      for line in text.lineStarts.indices {
        let span = text.lineSpan(line)
        // Few lines of a note are comments.
        guard text.bytes[span.range].starts(with: "<!-- mm:".utf8) else { continue }
        switch NoteElement(text.string(span)) {
        case .hours(let weeks): self.weeks += weeks
        case .uncommitted(let seen): uncommitted.append(seen)
        default: break
        }
      }
    }
  }

  /// `2026-10-26 120,120,120,120,120,0,0 book 600; 2026-11-02 …`: a week's Monday, the minutes of its days, and of each goal.
  static func record(of weeks: [Week]) -> String {
    weeks.map { week in
      let goals = week.goals.sorted { $0.key < $1.key }.map { " \($0.key) \($0.value)" }.joined()
      return "\(week.monday) \(week.days.map(String.init).joined(separator: ","))\(goals)"
    }.joined(separator: "; ")
  }

  static func weeks(record: String) -> [Week]? {
    var weeks: [Week] = []
    for part in record.split(separator: ";") {
      let words = part.split(separator: " ")
      guard words.count >= 2, words.count.isMultiple(of: 2), let monday = Day(written: words[0]),
        monday == monday.monday
      else { return nil }
      let days = words[1].split(separator: ",").compactMap { minutes($0, most: 1440) }
      guard days.count == 7 else { return nil }
      var goals: [String: Int] = [:]
      for index in stride(from: 2, to: words.count, by: 2) {
        guard let minutes = minutes(words[index + 1], most: 7 * 1440) else { return nil }
        goals[String(words[index])] = minutes
      }
      weeks.append(Week(monday: monday, days: days, goals: goals))
    }
    return weeks.isEmpty ? nil : weeks
  }

  private static func minutes(_ word: Substring, most: Int) -> Int? {
    Int(word).flatMap { (0...most).contains($0) ? $0 : nil }
  }
}

extension KeptPast.Uncommitted {
  /// `2026-11-01 book/draft at 8000; book/print boxes 0,2 done`: the day, and how far each milestone was.
  var record: String { "\(day) " + progress.map(\.record).joined(separator: "; ") }

  init?(record: String) {
    let (date, rest) = record.cutAtFirstSpace
    guard let day = Day(written: date) else { return nil }
    let progress = rest.split(separator: ";").compactMap { KeptPast.Progress(record: $0) }
    guard !progress.isEmpty else { return nil }
    self.init(day: day, progress: progress)
  }
}

extension KeptPast.Progress {
  fileprivate var record: String {
    let ticked = boxes.map(String.init).joined(separator: ",")
    return name + (amount.map { " at \($0)" } ?? "") + (boxes.isEmpty ? "" : " boxes \(ticked)")
      + (isDone ? " done" : "")
  }

  fileprivate init?(record: Substring) {
    let words = record.split(separator: " ")
    guard let name = words.first else { return nil }
    self.init(name: String(name), isDone: words.count > 1 && words.last == "done")
    for (key, value) in zip(words.dropFirst(), words.dropFirst(2)) {
      if key == "at" { amount = Int64(value).flatMap { $0 >= 0 ? $0 : nil } }
      if key == "boxes" { boxes = value.split(separator: ",").compactMap { Int($0) } }
    }
  }
}
