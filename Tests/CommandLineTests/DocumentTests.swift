import Checks
import Foundation
import PlanDocuments
import PlanOutput
import Testing

/// The documents against the program that they describe.
///
/// `MM_RECORD=1` rewrites what comes from the program.
@Suite struct DocumentTests {
  private static let root = TranscriptPlayer.repository
  private static let isRecording = ProcessInfo.processInfo.environment["MM_RECORD"] == "1"

  private static func read(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  private static func expect(_ text: String, at path: String) throws {
    let url = root.appending(path: path)
    if isRecording {
      if (try? read(path)) != text { try text.write(to: url, atomically: true, encoding: .utf8) }
      return
    }
    #expect(try read(path) == text, "\(path) is not what the program says; MM_RECORD=1 rewrites it")
  }

  /// What `mm` prints for these words, in a folder with nothing in it.
  private static func printed(_ words: String) throws -> String {
    let player = TranscriptPlayer(products: TranscriptPlayer.findProducts())
    return try player.play(Transcript("```console\n$ \(words)\n```")).differences.flatMap(\.printed)
      .joined(separator: "\n")
  }

  @Test func everyCheckHasItsPage() throws {
    let folder = Self.root.appending(path: "docs/checks")
    if Self.isRecording { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
    for card in CheckCatalogue.cards {
      try Self.expect(CheckPage.text(of: card), at: "docs/checks/\(card.name).md")
    }
    try Self.expect(CheckPage.index(of: CheckCatalogue.cards), at: "docs/checks/index.md")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(names) == Set(CheckCatalogue.cards.map { $0.name + ".md" } + ["index.md"]))
  }

  @Test func theTableOfFieldsIsTheFieldTable() throws {
    let page = try Self.read("docs/format.md")
    let marks = ("<!-- fields -->\n", "<!-- /fields -->")
    let start = try #require(page.range(of: marks.0)).upperBound
    let end = try #require(page.range(of: marks.1)).lowerBound
    var rows =
      "| field | a value | may a task carry it | Obsidian Tasks | Dataview | says |\n|---|---|---|---|---|---|\n"
    for row in FieldTable.rows {
      let cells = [
        row.key.map { "`\($0)`" } ?? "", row.shape.words, row.isForTasks ? "yes" : "",
        row.emoji.map(\.description).joined(separator: " "), row.dataviewKeys.map { "`\($0)`" }.joined(separator: " "),
        row.meaning,
      ]
      rows += "| " + cells.joined(separator: " | ") + " |\n"
    }
    try Self.expect(page.replacingCharacters(in: start..<end, with: rows), at: "docs/format.md")
  }

  @Test func everyFieldAndKeyIsDocumentedAndCompleted() throws {
    let fields = FieldTable.rows.filter(\.isWritable).map { $0.name.key }
    let page = try Self.read("docs/format.md")
    let firstCells = page.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { $0.split(separator: "|")[0] }
    let script = try Self.printed("mm --generate-completion-script fish")
    let offered = script.split(separator: "\n").filter { $0.contains("in-order") }.joined()
      .split { !($0.isLetter || $0 == "-") }.map(String.init)
    for key in fields + GoalKey.allCases.map(\.rawValue) + SettingsKey.allCases.map(\.rawValue) {
      #expect(firstCells.contains { $0.contains("`\(key)`") }, "no table of docs/format.md has a row for `\(key)`")
      #expect(offered.contains(key), "`\(key)` is not offered for mm set: see SetCommand (CommandLineTool/Commands)")
    }
  }

  @Test func everyCommandAndOptionIsNamed() throws {
    let page = try Self.read("docs/commands.md")
    let commands = try Self.printed("mm --help").split(separator: "\n").compactMap { line -> String? in
      guard line.hasPrefix("  "), let word = line.dropFirst(2).split(separator: " ").first,
        line.dropFirst(2).first != " "
      else { return nil }
      let name = String(word)
      return name.allSatisfy(\.isLetter) && name.first?.isLowercase == true ? name : nil
    }
    #expect(commands.count >= 12)
    let common: Set = ["--vault", "--today", "--json", "--no-color", "--version", "--help"]
    for option in common { #expect(page.contains("`\(option)"), "\(option)") }
    for command in commands {
      let heading = try #require(page.range(of: "## `mm \(command)`\n"), "\(command)")
      let section = page[heading.upperBound...].components(separatedBy: "\n## ")[0]
      for option in options(in: try Self.printed("mm help \(command)")).subtracting(common) {
        #expect(section.contains("`\(option)"), "\(option) of \(command)")
      }
    }
  }

  private func options(in help: String) -> Set<String> {
    let lines = help.split(separator: "\n").filter { $0.hasPrefix("  --") || $0.hasPrefix("  -h") }
    return Set(
      lines.flatMap { line in
        line.split(separator: " ").prefix(2).flatMap { $0.split(whereSeparator: { $0 == "/" || $0 == "," }) }
          .filter { $0.hasPrefix("--") }.map(String.init)
      })
  }

  /// Every document that is written for readers.
  private static let pages: [String] = {
    let checks = CheckCatalogue.cards.map { "docs/checks/\($0.name).md" } + ["docs/checks/index.md"]
    return TranscriptTests.files.filter { !$0.hasPrefix("Tests/") } + checks
  }()

  @Test func linksBetweenDocumentsLeadSomewhere() throws {
    var count = 0
    for page in Self.pages {
      let text = Self.withoutBlocks(try Self.read(page))
      for part in text.components(separatedBy: "](").dropFirst() {
        let target = String(part.prefix { $0 != ")" && $0 != " " })
        if target.contains("://") { continue }
        count += 1
        let pieces = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let path = pieces[0].isEmpty ? page : Self.resolved(pieces[0], from: page)
        let exists = FileManager.default.fileExists(atPath: Self.root.appending(path: path).path)
        #expect(exists, "\(page): \(target)")
        guard exists, pieces.count == 2 else { continue }
        #expect(Self.anchors(of: try Self.read(path)).contains(pieces[1]), "\(page): \(target)")
      }
    }
    #expect(count > 60)
  }

  private static func resolved(_ link: String, from page: String) -> String {
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in link.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }

  /// Blocks hold examples, code spans hold text: neither links.
  private static func withoutBlocks(_ text: String) -> String {
    var isInside = false
    let lines = text.components(separatedBy: "\n").filter { line in
      if line.hasPrefix("```") { isInside.toggle() }
      return !isInside
    }
    return lines.map { line in
      line.components(separatedBy: "`").enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
    }.joined(separator: "\n")
  }

  /// As GitHub makes them: lower case, letters, digits, `-` and `_`, blanks as `-`.
  private static func anchors(of text: String) -> Set<String> {
    Set(
      text.components(separatedBy: "\n").filter { $0.hasPrefix("#") }.map { heading in
        String(
          heading.drop { $0 == "#" }.dropFirst().lowercased().compactMap { character in
            if character == " " { return "-" }
            return character.isLetter || character.isNumber || character == "-" || character == "_" ? character : nil
          })
      })
  }

  @Test func everyTestThatTheRegressionsNameExists() throws {
    var sources = ""
    let folder = Self.root.appending(path: "Tests")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    for case let file as URL in try #require(files) where file.pathExtension == "swift" {
      sources += try String(contentsOf: file, encoding: .utf8)
    }
    let rows = try Self.read("docs/regressions.md").split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
    #expect(rows.count >= 25)
    for row in rows {
      let cell = row.split(separator: "|").last.map(String.init) ?? ""
      let names = cell.components(separatedBy: "`").enumerated().filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
      #expect(!names.isEmpty, "\(row)")
      for name in names { #expect(sources.contains("func \(name)("), "\(name)") }
    }
  }

  @Test(arguments: ["README.md", "docs/safety.md"])
  func thePromisesStandThereAsTheProgramSaysThem(page: String) throws {
    let list = SafetyPromises.all.enumerated().map { "\($0.offset + 1). \($0.element)\n" }.joined()
    #expect(try Self.read(page).contains(list))
  }

  static let printingJSON = [
    "mm export", "mm --json", "mm list --all --json", "mm load --json", "mm calendar --busy --json",
    "mm check --hints --json", "mm schedule --json", "mm recalibrate --json", "mm review --dry-run --json",
    "mm explain book/part-1 --json", "mm explain book --json", "mm explain overdue --json", "mm explain safety --json",
    "mm anchor --goal 'learn a bit' --json", "mm playbooks --json", "mm playbooks book --json",
    "mm playbooks check book --json",
    "mm draft --for 'learn the violin' --deadline +4w --time 2h/week --constraint 'no money' --json",
    "mm done book/part-1 --dry-run --json", "mm init ../other --no-git --json", "mm undo --list --json",
    "mm history --json", "mm forecast --hours 20h/week --json", "mm forecast --score --json",
    "mm calendar --write ../goals.ics --blocks --json", "mm calendar --pull --json", "mm calendar --json",
    "mm recalibrate --with --json", "mm recalibrate --from ../proposals.md --json",
    "mm anchor book --from ../missing.md --json", "mm draft book --from ../unusable.md --json",
    "mm draft book --from ../redraft.md --json",
  ]

  /// What models might say, and how one is set up.
  private static let answers = """
    ```yaml ../.config/mm/models/helper.yaml
    command: cat answer.md
    ```
    ```yaml ../.config/mm/models/broken.yaml
    speaks: nothing
    ```
    ```md ../proposals.md
    {"proposals": [{"kind": "re-estimate", "milestone": "book/part-1", "hours": 30, "why": "It grew."},
      {"kind": "move", "milestone": "book/nowhere", "date": "2026-09-01", "why": "So."}], "questions": ["Who reads it?"]}
    ```
    ```md ../missing.md
    {"missing": [{"field": "success", "question": "How many copies?", "why": "It is the end.", "example": "500"}]}
    ```
    ```md ../unusable.md
    {"milestones": [{"id": "a", "title": "A", "after": ["nowhere"]}], "questions": []}
    ```
    ```md ../redraft.md
    {"milestones": [{"id": "fair", "title": "Shown at the fair", "effort_hours_low": 1, "effort_hours_high": 2, "after": []}],
     "changes": [{"milestone": "part-1", "effort_hours_low": 1, "effort_hours_high": 2, "why": "So."}],
     "removals": [{"milestone": "published", "why": "So."}], "questions": ["Which fair?"]}
    ```

    """

  @Test func everyMemberThatIsPrintedForTheSampleIsDescribed() throws {
    let page = try Self.read("docs/schema.md")
    let commands = Self.printingJSON.map { "$ \($0)\n" }.joined()
    let text = "<!-- today: 2026-08-02 -->\n```console\n$ mm init --sample . > /dev/null 2>&1\n```\n\(Self.answers)"
    let results = try TranscriptPlayer(products: TranscriptPlayer.findProducts()).play(
      Transcript(text + "```console\n\(commands)```")
    ).differences
    #expect(results.count == Self.printingJSON.count)
    var seen: Set<String> = []
    for result in results {
      // What is said beside the result stands before it here.
      let lines = result.printed.filter { !$0.hasPrefix("exit ") }.drop { $0.first != "{" }
      let object = try JSONSerialization.jsonObject(with: Data(lines.joined(separator: "\n").utf8)) as? [String: Any]
      let document = try #require(object, "\(result.command)")
      let schema = try #require(document["schema"] as? String)
      seen.insert(schema)
      let heading = try #require(page.range(of: "## `\(schema)`\n"), "\(schema)")
      var sections = String(page[heading.upperBound...].components(separatedBy: "\n## ")[0])
      if sections.contains("[`mm.plan`]"), let plan = page.range(of: "## `mm.plan`\n") {
        sections += page[plan.upperBound...].components(separatedBy: "\n## ")[0]
      }
      for member in Self.members(of: document) {
        #expect(sections.contains("`\(member)`"), "\(member) of \(schema)")
      }
    }
    let described = page.components(separatedBy: "\n## `").dropFirst().map { String($0.prefix { $0 != "`" }) }
    // What is fetched needs a server; its page is held against the program where it is fetched.
    #expect(Set(described).subtracting(seen) == ["mm.calendar-refresh"])
  }

  /// Each run has its own order of sets and tables, which must not show.
  private static func members(of value: Any) -> Set<String> {
    if let object = value as? [String: Any] {
      return object.values.reduce(into: Set(object.keys)) { $0.formUnion(members(of: $1)) }
    }
    return (value as? [Any])?.reduce(into: []) { $0.formUnion(members(of: $1)) } ?? []
  }
}

extension FieldRow.Shape {
  /// How the page of the format writes it.
  fileprivate var words: String {
    switch self {
    case .day: "`2026-07-19`"
    case .effort: "`40h`, `1.5h`, `90m`, `30-60h`"
    case .calendarTime: "`10d`, `2w`, `2-3w`"
    case .amount: "`15000/20000`, `84>80/72`"
    case .yes: "`yes`"
    case .identifier: "`part-1`"
    case .references: "`research,outline`"
    case .words, .none: ""
    }
  }
}
