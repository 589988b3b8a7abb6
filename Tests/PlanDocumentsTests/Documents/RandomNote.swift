import PlanDocuments
import TestSupport

/// How the same note lies on a disk: its line ends, a byte order mark, a last line without an end.
struct NoteDress: Sendable, CustomStringConvertible {
  var lineEnd: String
  var hasMark = false
  var endsOpen = false

  static let all = [
    NoteDress(lineEnd: "\n"), NoteDress(lineEnd: "\r\n"), NoteDress(lineEnd: "\r"),
    NoteDress(lineEnd: "\n", hasMark: true), NoteDress(lineEnd: "\r\n", hasMark: true, endsOpen: true),
    NoteDress(lineEnd: "\n", endsOpen: true),
  ]

  func bytes(of lines: [[UInt8]]) -> [UInt8] {
    let body = lines.joined(separator: Array(lineEnd.utf8))
    return (hasMark ? [0xEF, 0xBB, 0xBF] : []) + body + (endsOpen ? [] : Array(lineEnd.utf8))
  }

  var description: String {
    lineEnd.debugDescription + (hasMark ? " with a mark" : "") + (endsOpen ? ", last line open" : "")
  }
}

/// A note made of everything that notes are made of, and of what they should not be made of.
struct RandomNote {
  var lines: [[UInt8]]

  init(seed: Int) {
    var random = SeededGenerator(seed: seed)
    lines = []
    if Int.random(in: 0..<5, using: &random) > 0 { addFrontMatter(&random) }
    if Bool.random(using: &random) { add("## Milestones") }
    for _ in 0..<Int.random(in: 0..<25, using: &random) { addLine(&random) }
    if lines.isEmpty { add("text") }
  }

  private mutating func add(_ text: String) { lines.append(Array(text.utf8)) }

  private mutating func addFrontMatter(_ random: inout SeededGenerator) {
    add("---")
    add(["goal: Publish", "milestone: Rates", "playbook: x", "title: note"].randomElement(using: &random) ?? "")
    let values = [
      "due: 2026-07-19", "due:   2026-07-19   # why", "title: 'it''s'", "note: \"a \\\"b\\\" ü\"", "empty:", "open:  ",
      "nothing: ~", "after: [a, 'b', \"c\"]", "after:\n- a\n- b", "tags:\n  - one # c\n  - two\n\n  - three",
      "link: [[note]]",
      "links: [[[a]], \"[[b]]\"]", "map: {a: 1}", "deep:\n  a: 1\n  b: [x]", "text: |\n  one\n  two\n",
      "fold: >-\n  q ü\n  q\n",
      "# a comment", "", "long: one\n  two ü q", "anchor: &x q ü", "ref: *x", "ümlaut: ja", "\"quoted key\": v",
      "a b: c", "no: no",
      "due : 2026-01-01", "time: [2h mon-fri, 4h sat]",
    ]
    for _ in 0..<Int.random(in: 0..<7, using: &random) {
      for line in (values.randomElement(using: &random) ?? "").split(separator: "\n", omittingEmptySubsequences: false)
      {
        add(String(line))
      }
    }
    add(["---", "---", "---  ", "..."].randomElement(using: &random) ?? "")
  }

  private mutating func addLine(_ random: inout SeededGenerator) {
    let indents = ["", "", "", "  ", "  ", "   ", "    ", "\t", "> ", "  > ", "      "]
    let markers = [
      "- [ ] ", "- [x] ", "* [ ] ", "1. [ ] ", "- [-] ", "+ [/] ", "- ", "- - [ ] ", "-\t[ ]\t", "10) [X] ", "",
    ]
    let words = [
      "Draft", "the intro", "due:2026-07-19", "effort:2-3h", "after:a,b", "id:part-1", "`due:2026-01-01`",
      "[due:2026-01-01 x](y)",
      "📅 2026-07-19", "✅ 2026-01-02", "🔁 every week", "⏫", "🆔 abc", "⛔ abc, def", "[due:: 2026-07-19]", "(effort:: 3h)",
      "(2h)",
      "(30m)", "^block-1", "`open", "[open", "\\[x\\]", "ü", "日本", "<b>", "12:30", "https://a.b/due:2026-01-01",
      "[[note]]", "see: x",
      "due: 2026-01-01", "**bold**", "  ", "\t", "\u{2028}", "🗓️2026-07-19", "progress:1/2", "done:2026-01-01",
    ]
    let others = [
      "", "", "```", "~~~", "<!-- c", "-->", "<div>", "</div>", "# Milestones", "## milestones ##", "### Other",
      "Milestones", "---",
      "===", "> Why: because", "> - [ ] quoted", "[x]: http://e", "[ ]: http://e", "| a | b |", "    code", "***",
      "text",
    ]
    if Int.random(in: 0..<4, using: &random) == 0 {
      add((indents.randomElement(using: &random) ?? "") + (others.randomElement(using: &random) ?? ""))
      return
    }
    var line = (indents.randomElement(using: &random) ?? "") + (markers.randomElement(using: &random) ?? "")
    for _ in 0..<Int.random(in: 0..<6, using: &random) { line += (words.randomElement(using: &random) ?? "") + " " }
    if Bool.random(using: &random), line.last == " " { line.removeLast() }
    var bytes = Array(line.utf8)
    switch Int.random(in: 0..<30, using: &random) {
    case 0: bytes.append(0)
    case 1: bytes.append(0xFF)
    case 2: bytes.insert(0xC3, at: bytes.count / 2)
    default: break
    }
    lines.append(bytes)
  }
}
