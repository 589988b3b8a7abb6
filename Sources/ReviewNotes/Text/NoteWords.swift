package import PlanDocuments
package import PlanModel
import TextStyling

/// Values in the words of a note: links from its folder, days with a year only where they are far off.
package struct NoteWords: Sendable {
  package var folder: VaultPath
  package var today: Day

  package init(folder: VaultPath, today: Day) {
    self.folder = folder
    self.today = today
  }

  /// A sentence as Markdown: titles in italics (`plainly`: as they are, for a sentence in bold), or linked where the note
  /// is known.
  package func text(_ sentence: Sentence, plainly: Bool = false) -> String {
    sentence.pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .title(let title, nil): plainly ? MarkdownText.escaped(title) : italic(title)
      case .title(let title, .some(let path)): MarkdownText.link(title, to: path, from: folder)
      case .day(let day): self.day(day)
      case .weekday(let day): weekday(day)
      case .days(let days): range(days)
      case .minutes(let minutes): hours(minutes)
      case .chance(let chance): ChanceWords.percent(chance)
      }
    }.joined()
  }

  package func text(_ sentences: [Sentence]) -> String {
    sentences.map { text($0) }.joined(separator: " ")
  }

  func link(_ item: NamedItem) -> String {
    item.path.map { MarkdownText.link(item.title, to: $0, from: folder) } ?? MarkdownText.escaped(item.title)
  }

  func italic(_ title: String) -> String { "*" + MarkdownText.escaped(title) + "*" }

  func day(_ day: Day) -> String { DayWords.narrow(day, today: today) }
  func weekday(_ day: Day) -> String { DayWords.withWeekday(day, today: today) }
  func range(_ days: DayRange) -> String { DayRangeWords.narrow(days, today: today) }

  /// `3.2 h`, `3 h`: without a needless `.0`, for sentences.
  func hours(_ minutes: Int) -> String {
    plainHours(minutes) + " h"
  }

  /// `14 h`; tenths only below ten hours, where they say something.
  func about(_ minutes: Int) -> String { minutes >= 600 ? "\((minutes + 30) / 60) h" : hours(minutes) }

  func plainHours(_ minutes: Int) -> String { WorkWords.plainHours(minutes) }

  /// `15,000 of 20,000 words`; the unit only where it is given.
  func amount(_ amount: Amount) -> String {
    AmountWords.number(amount.now) + " of " + AmountWords.number(amount.to) + unit(amount)
  }

  func unit(_ amount: Amount) -> String {
    amount.unit.isEmpty ? "" : " " + MarkdownText.escaped(amount.unit)
  }

  /// `one` to `twelve`, then digits.
  static func count(_ number: Int) -> String {
    NumberWords.upToTwelve(number)
  }
}

/// A table of a note: cells are Markdown, `|` already escaped in them.
struct NoteTable {
  enum Alignment { case left, right }

  var header: [String]
  var alignments: [Alignment]
  var rows: [[String]] = []

  init(_ columns: [(header: String, alignment: Alignment)]) {
    header = columns.map(\.header)
    alignments = columns.map(\.alignment)
  }

  var lines: [String] {
    let rule = alignments.map { $0 == .right ? "--:" : "---" }
    return [line(header), "|" + rule.joined(separator: "|") + "|"] + rows.map(line)
  }

  private func line(_ cells: [String]) -> String {
    "|" + cells.map { $0.isEmpty ? " |" : " " + $0 + " |" }.joined()
  }
}
