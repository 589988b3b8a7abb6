import PlanDocuments

/// One proposal of a note, as its line stands there: `- [ ] **1** The exam first. ^p-1-exam-first`.
package struct ProposalLine: Hashable, Sendable {
  /// What ticking left on the line.
  package struct Tick: Hashable, Sendable {
    /// The mark in the box: `x`, `X`.
    package var mark: Character
    /// What Obsidian Tasks adds: `✅ 2026-08-03`.
    package var stamp: String?

    package init(mark: Character, stamp: String? = nil) {
      self.mark = mark
      self.stamp = stamp
    }
  }

  /// Everything before the box's mark: `- [`.
  private var lead: String
  /// What stands between the box and the block id, without a stamp.
  package var words: String
  /// Without the `^`.
  package var blockID: String
  /// Nil while the box is open.
  package var tick: Tick?

  /// The line as a proposal; nil where it is none.
  package init?(_ line: String) {
    let scalars = Array(line.unicodeScalars)
    var index = 0
    while index < scalars.count, scalars[index] == " " || scalars[index] == "\t" { index += 1 }
    guard index + 5 < scalars.count, "-*+".unicodeScalars.contains(scalars[index]), scalars[index + 1] == " ",
      scalars[index + 2] == "[", scalars[index + 4] == "]", scalars[index + 5] == " "
    else { return nil }
    let mark = scalars[index + 3]
    var parts = String(String.UnicodeScalarView(scalars[(index + 6)...])).split(separator: " ").map(String.init)
    var stamp: String?
    if let check = parts.lastIndex(where: { $0 == "✅" || $0 == "✅\u{FE0F}" }), check + 1 < parts.count,
      Day(written: parts[check + 1]) != nil
    {
      stamp = "✅ " + parts[check + 1]
      parts.removeSubrange(check...(check + 1))
    }
    guard let last = parts.last, last.hasPrefix("^p-"), last.count > 3,
      last.dropFirst().unicodeScalars.allSatisfy({
        $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-")
      })
    else { return nil }
    lead = String(String.UnicodeScalarView(scalars[...(index + 2)]))
    words = parts.dropLast().joined(separator: " ")
    blockID = String(last.dropFirst())
    if mark == "x" || mark == "X" { tick = Tick(mark: Character(mark), stamp: stamp) }
  }

  /// The line again, with its tick where it has one.
  package var text: String {
    let stamp = tick?.stamp.map { " " + $0 } ?? ""
    return lead + String(tick?.mark ?? " ") + "] " + words + stamp + " ^" + blockID
  }

  /// The numbered choices exclude each other, and so does keeping the dates: `p-0-keep`, `p-1-…`.
  package var isChoice: Bool { ProposalLine.isChoice(blockID) }

  package static func isChoice(_ blockID: String) -> Bool {
    blockID.dropFirst(2).first.map { ("0"..."9").contains($0) } ?? false
  }
}
