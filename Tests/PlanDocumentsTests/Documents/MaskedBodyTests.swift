import CMark
import Foundation
import TestSupport
import Testing

@testable import PlanDocuments

/// Leaving out the words of tasks and prose never changes what cmark says of the blocks.
@Suite struct MaskedBodyTests {
  /// Type, first line and depth of every block, in the order of the file.
  static func blocks(_ bytes: [UInt8]) -> [[Int]] {
    let root = bytes.withUnsafeBytes { raw in
      cmark_parse_document(raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count, 0)
    }
    defer { cmark_node_free(root) }
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    var blocks: [[Int]] = []
    var depth = 0
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return blocks }
      let node = cmark_iter_get_node(iterator)
      let type = cmark_node_get_type(node)
      guard type.rawValue <= CMARK_NODE_LAST_BLOCK.rawValue else { continue }
      if event == CMARK_EVENT_ENTER {
        blocks.append([
          depth, Int(type.rawValue), Int(cmark_node_get_start_line(node)), Int(cmark_node_get_heading_level(node)),
        ])
        depth += 1
      }
      if event == CMARK_EVENT_EXIT
        || [CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK].contains(type)
      {
        depth -= 1
      }
    }
  }

  static func masked(_ bytes: [UInt8]) -> [UInt8] {
    MaskedBody.bytes(of: SourceText(path: VaultPath("a.md"), bytes: bytes), start: 0, line: 0)
  }

  /// Notes of little else than what can begin or end a definition, a tag, a fence or an item.
  static func hostileNote(_ random: inout SeededGenerator) -> [UInt8] {
    let pieces = [
      "[a]: ", "[a]:", "]: /u", "[a", "a]", "\"", "'", "(", ")", "\\", "t", "<div>", "<!-- ", "-->", "<a", ">", "?>",
      "<?", "```",
      "~~~", "`", "    ", "  ", " ", "[x]", "/u ", "===", "---", "|", "\u{FC}", "[", "]", ":", "word ", "two words",
      "<script>", "</script>", "<![CDATA[", "]]>", "<!A", "1. ", "# ", "***",
    ]
    let starts = [
      "- [ ] ", "* [x] ", "  - [ ] ", "      - [ ] ", "    - [/] ", "> ", "", "", "- ", "1. ", "\t- [ ] ", " + [-] ",
      "  ", "Words ", "   more ", "    and ", "\tand ", "> so ",
    ]
    var note = ""
    for _ in 0..<Int.random(in: 1..<9, using: &random) {
      note += starts.randomElement(using: &random) ?? ""
      for _ in 0..<Int.random(in: 0..<5, using: &random) { note += pieces.randomElement(using: &random) ?? "" }
      note += Int.random(in: 0..<20, using: &random) == 0 ? "\r\n" : "\n"
    }
    return Array(note.utf8)
  }

  @Test func theBlocksOfHostileNotesStayTheSame() {
    var random = SeededGenerator(seed: 11)
    var complaints = Complaints()
    var masked = 0
    for _ in 0..<(ProcessInfo.processInfo.environment["MM_FUZZ"].flatMap { Int($0) } ?? 5_000) {
      let note = Self.hostileNote(&random)
      let mask = Self.masked(note)
      if mask != note { masked += 1 }
      complaints.expect(
        Self.blocks(note) == Self.blocks(mask), String(decoding: note, as: UTF8.self).debugDescription)
    }
    #expect(complaints.first == nil, "\(complaints.count)")
    #expect(masked > 1_000)
  }

  @Test func theWordsOfTasksAndProseAreLeftOut() {
    let note =
      "# A\n\nSome \"words\"\n  [more]\n  and (more)\n\n- [ ] Ask (1h) due:2026-01-01\n  - [x] `two`\n- [ ] a > b\n"
    let mask = "# A\n\n]\n  [more]\n  ]\n\n- ]\n  - ]\n- [ ] a > b\n"
    #expect(String(decoding: Self.masked(Array(note.utf8)), as: UTF8.self) == mask)
  }

  @Test func aNoteThatMayHoldALinkDefinitionIsLeftAsItIs() {
    let note = Array("# A\n\n- [ ] Ask\n\n[b]: c\n".utf8)
    #expect(Self.masked(note) == note)
  }
}
