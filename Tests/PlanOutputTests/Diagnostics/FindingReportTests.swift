import JSONText
import PlanDocuments
import PlanOutput
import Testing
import TextStyling

@Suite struct FindingReportTests {
  static let path = VaultPath("goals/bo,ok.md")
  static let text = "---\ngoal: x\n---\n\n- [ ] Größe\tdrei\u{1B}[2J id:part-3 after:part-2x\r\n"
  static let source = SourceText(path: path, bytes: Array(text.utf8))

  static func span(of part: String) throws -> ByteSpan {
    let bytes = Array(part.utf8)
    let start = try #require(
      (0...source.bytes.count - bytes.count).first { source.bytes[$0..<$0 + bytes.count].elementsEqual(bytes) })
    return ByteSpan(start, start + bytes.count)
  }

  static func finding() throws -> Finding {
    let span = try span(of: "part-2x")
    return Finding(
      check: "unknown-dependency", severity: .error, place: Place(path: path, span: span),
      message: "Nothing is called “part-2x”.",
      related: [("the nearest", Place(path: path, span: try Self.span(of: "part-3")))],
      fix: FileChange(of: source, edits: [TextEdit(span: span, new: "part-2")]))
  }

  @Test func aPersonSeesThePlaceTheLineAndTheFix() throws {
    let report = FindingText.report([try Self.finding()], sources: [Self.path: Self.source], width: 80)
    #expect(
      report.plain == """
        goals/bo,ok.md:5:38: error: Nothing is called “part-2x”. [unknown-dependency]
         5 | - [ ] Größe  drei\\u{1B}[2J id:part-3 after:part-2x
           |                                            ^^^^^^^
           goals/bo,ok.md:5:25: the nearest
        fix | - [ ] Größe  drei\\u{1B}[2J id:part-3 after:part-2

        1 error. mm check --fix cures 1. More about one: mm explain unknown-dependency

        """)
  }

  @Test(arguments: [20, 24, 30, 44, 60, 200])
  func ofALongLineThePartAroundTheCaretIsShown(width: Int) throws {
    let report = FindingText.report([try Self.finding()], sources: [Self.path: Self.source], width: width)
    let lines = report.plain.split(separator: "\n").map(String.init)
    let caret = try #require(lines[2].firstIndex(of: "^"))
    let offset = lines[2].distance(from: lines[2].startIndex, to: caret)
    #expect(lines[1].dropFirst(offset).hasPrefix("part-2x") && lines[1].count <= max(width, 25))
  }

  @Test func aFindingAtTheEndOfAnEmptyFileHasAnExcerptToo() {
    let empty = SourceText(path: Self.path, bytes: [])
    let finding = Finding(
      check: "a", severity: .hint, place: Place(path: Self.path, span: ByteSpan(0, 0)), message: "Empty.")
    let report = FindingText.report([finding], sources: [Self.path: empty], width: 80).plain
    #expect(report.hasPrefix("goals/bo,ok.md:1:1: hint: Empty. [a]\n 1 |\n   | ^\n"))
  }

  @Test func annotationsCannotBeBrokenOutOf() throws {
    var finding = try Self.finding()
    finding.message = "100 %\n::error::no"
    #expect(
      FindingAnnotations.report([finding], sources: [Self.path: Self.source])
        == "::error file=goals/bo%2Cok.md,line=5,col=38,endColumn=45,title=unknown-dependency::100 %25\\u{A}::error::no\n"
    )
  }

  @Test func programsGetPlacesAndEdits() throws {
    let json = FindingJSON.report([try Self.finding()], sources: [Self.path: Self.source]).text
    #expect(json.contains("\"line\": 5") && json.contains("\"end_column\": 45") && json.contains("\"new\": \"part-2\""))
  }
}
