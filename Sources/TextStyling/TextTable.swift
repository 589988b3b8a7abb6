/// Rows in columns, as wide as their text; the columns that may shrink give way on a narrow terminal.
package struct TextTable: Sendable {
  package enum Alignment: Sendable { case left, right }

  package struct Column: Sendable {
    package var title: StyledText
    package var alignment: Alignment
    /// May be cut with `…` when the line does not fit.
    package var shrinks: Bool

    package init(_ title: StyledText = "", _ alignment: Alignment = .left, shrinks: Bool = false) {
      self.title = title
      self.alignment = alignment
      self.shrinks = shrinks
    }
  }

  private let columns: [Column]
  private var rows: [[StyledText]] = []

  package init(_ columns: [Column]) {
    self.columns = columns
  }

  package var isEmpty: Bool { rows.isEmpty }

  /// A row with one cell for each column; missing ones are empty.
  package mutating func add(_ cells: [StyledText]) {
    rows.append(cells + Array(repeating: "", count: max(0, columns.count - cells.count)))
  }

  /// The lines of the table, each with its line end, no wider than `width` as far as its columns can shrink.
  package func text(width: Int, indent: Int = 0) -> StyledText {
    let hasTitles = columns.contains { !$0.title.isEmpty }
    let all = (hasTitles ? [columns.map { $0.title.styled(.quiet) }] : []) + rows
    var widths = columns.indices.map { column in all.map { $0[column].width }.max() ?? 0 }
    let used = columns.indices.filter { widths[$0] > 0 }
    var excess = indent + used.reduce(0) { $0 + widths[$1] } + 2 * max(0, used.count - 1) - width
    while excess > 0 {
      let shrinkable = used.filter { columns[$0].shrinks && widths[$0] > 8 }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    var text = StyledText()
    for row in all {
      var line = StyledText(own: String(repeating: " ", count: indent))
      for (position, column) in used.enumerated() {
        let cell = row[column].fitted(widths[column])
        let isLast = position == used.count - 1
        if position > 0 { line += "  " }
        if columns[column].alignment == .right {
          line += cell.padded(widths[column], toRight: true)
        } else {
          line += isLast ? cell : cell.padded(widths[column])
        }
      }
      text += line.withoutTrailingBlanks + "\n"
    }
    return text
  }
}
