import Foundation
import Testing

/// What machines read in a review note is spelled in one room, `ReviewNotes/Grammar`, by which it is written and read.
@Suite struct GrammarTests {
  /// As they would be in a literal.
  private static let spellings =
    ["begin", "end", "covers", "choice", "decided", "question", "lines", "snapshot"].map { "mm:\($0)" } + [
      "<!-- mm:", "^p-", "\"p-", "decided-", "\"Your words\"", "\"your words\"", "## Your words", "`away:", "\"away:",
      "- away:", "`hours:`",
      "\"hours:", "- hours:", "\"week:", "\"made:", "\"from-", "\"away-", "\"moved-", "## Decide",
    ]

  @Test func noOtherRoomSpellsTheGrammarOfTheNote() throws {
    var seen: Set<String> = []
    for module in try SourceTree.modules() {
      let folder = SourceTree.root.appending(path: "Sources/\(module)")
      for file in try SourceTree(module: module).files {
        let isGrammar = module == "ReviewNotes" && file.room == "Grammar"
        let text = try String(contentsOf: folder.appending(path: file.path), encoding: .utf8)
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
          let code = line.drop { $0 == " " }
          if code.hasPrefix("//") { continue }
          for spelling in Self.spellings where code.contains(spelling) {
            seen.insert(spelling)
            #expect(
              isGrammar,
              "\(module)/\(file.path):\(number + 1) spells “\(spelling)”, which is part of the note's grammar: use ReviewNotes/Grammar"
            )
          }
        }
      }
    }
    #expect(seen.contains("<!-- mm:"), "The room of the grammar is not where this test looks")
  }
}
