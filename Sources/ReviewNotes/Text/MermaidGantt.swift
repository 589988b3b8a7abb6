import PlanDocuments
import TextStyling

/// A Gantt chart in the part of Mermaid that GitHub and Obsidian both draw: each bar with its own id, first and last day.
package enum MermaidGantt {
  package static let mostRows = 12

  /// The lines between the fences; empty where there is nothing to draw.
  ///
  /// Bars are cut to the chart's days, and rows after the twelfth are left out.
  package static func lines(_ chart: GanttChart) -> [String] {
    var rows: [String] = []
    var count = 0
    for section in chart.sections {
      var bars: [String] = []
      for bar in section.bars where count < mostRows {
        guard let line = self.line(bar, id: "m\(count + 1)", within: chart.days) else { continue }
        bars.append(line)
        count += 1
      }
      if !bars.isEmpty { rows += ["    section " + name(section.title)] + bars }
    }
    guard !rows.isEmpty else { return [] }
    return [
      "gantt", "    dateFormat YYYY-MM-DD", "    axisFormat %d %b", "    tickInterval 1week", "    todayMarker off",
    ] + rows
  }

  private static func line(_ bar: GanttChart.Bar, id: String, within days: DayRange) -> String? {
    let first = max(bar.days.first, days.first)
    let last = min(bar.days.last, days.last)
    guard first <= last else { return nil }
    let label =
      "    "
      + (bar.kind == .waiting
        ? name(ShortTitle.text(bar.title, limit: longestName - 9) + ", waiting") : name(bar.title)) + " :"
    // An end day is not part of the bar, so it is the day after the last one; a milestone stands at its start. What waits
    // for others is grey, as days away are: Mermaid's `crit` is red, and nothing in a note is.
    switch bar.kind {
    case .work: return label + "\(id), \(first), \(last + 1)"
    case .running: return label + "active, \(id), \(first), \(last + 1)"
    case .waiting: return label + "done, \(id), \(first), \(last + 1)"
    case .away: return label + "done, \(id), \(first), \(last + 1)"
    case .milestone: return label + "milestone, \(id), \(last), 0d"
    }
  }

  /// The most characters of a name: longer ones run out of the picture.
  static let longestName = 32

  /// A name that the grammar reads as a name and draws as it stands.
  ///
  /// `#`, `;` and `:` end a name, `%` as the second character makes the line a comment, and a name that begins with a keyword
  /// or a date is read as a statement.
  package static func name(_ title: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in MarkdownText.oneLine(title).unicodeScalars {
      switch scalar {
      case ":": text.append("∶")
      case ";": text.append(",")
      case "#": text.append("№")
      case "<": text.append("‹")
      case ">": text.append("›")
      case "&": text.append("+")
      case "`", "\"", "{", "}", "\\", "$": continue
      default: text.append(scalar)
      }
    }
    let name = ShortTitle.text(MarkdownText.oneLine(String(text)), limit: longestName)
    // A letter that is no keyword's first, and not a digit, is safe in front: the rest is then plain text.
    guard let first = name.unicodeScalars.first else { return "· ·" }
    let isSafe = first.properties.isAlphabetic && !name.prefix(2).contains("%") && !beginsWithKeyword(name)
    return isSafe ? name : "· " + name
  }

  private static func beginsWithKeyword(_ name: String) -> Bool {
    let lower = name.lowercased()
    return keywords.contains { lower.hasPrefix($0) }
  }

  private static let keywords = [
    "gantt", "title", "section", "date", "axis", "tick", "week", "exclude", "include", "inclusive", "topaxis", "today",
    "click", "call", "href", "acc", "init",
  ]
}
