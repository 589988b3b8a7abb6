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
