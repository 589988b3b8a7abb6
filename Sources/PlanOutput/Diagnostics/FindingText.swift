package import PlanDocuments
package import TextStyling

/// Findings for people: place and sentence on the first line as compilers write them, so that editors can jump there; then the
/// line itself with a caret, the other places that belong to it, and the line as a fix would leave it.
package enum FindingText {
  /// - Parameter sources: the files that the findings lie in, by path; without its file a finding is its first line.
  package static func report(_ findings: [Finding], sources: [VaultPath: SourceText], width: Int) -> StyledText {
    var report = StyledText()
    var positions = sources.mapValues { PositionCursor($0) }
    for finding in findings {
      report += text(finding, sources: sources, &positions, width: width) + "\n"
    }
    return report + summary(of: findings) + "\n"
  }

  private static func text(
    _ finding: Finding, sources: [VaultPath: SourceText], _ positions: inout [VaultPath: PositionCursor], width: Int
  ) -> StyledText {
    let source = sources[finding.place.path]
    let position = positions[finding.place.path]?.position(of: Int(finding.place.span.start))
    var text = place(finding.place, position)
    text += ": \(finding.severity.word, finding.severity.role): \(finding.message) "
    text += "\("[" + finding.check + "]", .quiet)\n"
    guard let source else { return text }
    let gutter = String(source.lineStarts.count).count + 2
    text += Excerpt(finding.place.span, in: source, width: width).text(gutter: gutter, width: width)
    for (note, other) in finding.related {
      text +=
        "\(String(repeating: " ", count: gutter))\(place(other, sources[other.path]?.position(of: Int(other.span.start)))): \(note)\n"
    }
    if let fix = finding.fix { text += result(of: fix, in: source, gutter: gutter, width: width) }
    return text
  }

  /// Such as `goals/book.md:12:38`.
  private static func place(_ place: Place, _ position: (line: Int, column: Int)?) -> StyledText {
    guard let position else { return StyledText(place.path.description, .place) }
    return StyledText("\(place.path.description):\(position.line):\(position.column)", .place)
  }

  /// The lines that a fix writes, as they will stand there.
  private static func result(of fix: FileChange, in source: SourceText, gutter: Int, width: Int) -> StyledText {
    let label = StyledText("fix", .good).padded(gutter - 1, toRight: true)
    return lines(of: fix, in: source, columns: width).prefix(4).map { line in
      label + " | " + Excerpt.visible(line).fitted(width - gutter - 2) + "\n"
    }.joined(by: "")
  }

  /// The lines that a fix touches, with it; of a line that is far too long for these columns its beginning.
  private static func lines(of fix: FileChange, in source: SourceText, columns: Int) -> [String] {
    guard let first = fix.edits.first, let last = fix.edits.last, fix.base?.count == source.bytes.count else {
      return []
    }
    // Only the lines with the edits are made.
    let start = Int(source.lineSpan(source.line(of: Int(first.span.start))).start)
    let end = max(Int(last.span.end), Int(source.lineSpan(source.line(of: Int(last.span.end))).end))
    let most = Excerpt.mostBytes(columns: columns)
    func endsLine(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
    let isOneLine = fix.edits.allSatisfy { edit in
      !edit.new.contains(where: endsLine) && !source.bytes[edit.span.range].contains(where: endsLine)
    }
    if isOneLine, end - start > most, Int(first.span.start) - start > most {
      return [source.string(ByteSpan(start, start + most))]
    }
    let edits = fix.edits.map { edit in
      TextEdit(span: ByteSpan(Int(edit.span.start) - start, Int(edit.span.end) - start), new: edit.new)
    }
    let part = SourceText(path: fix.path, bytes: Array(source.bytes[start..<end]))
    let after = SourceText(path: fix.path, bytes: FileChange(of: part, edits: edits).result)
    var shift = 0
    var lines: [Int] = []
    for edit in edits {
      let start = Int(edit.span.start) + shift
      let end = start + max(0, edit.new.count - 1)
      shift += edit.new.count - edit.span.count
      guard start < after.bytes.count else { continue }
      for line in after.line(of: start)...after.line(of: min(end, after.bytes.count - 1)) where lines.last != line {
        lines.append(line)
      }
    }
    return lines.map { after.string(after.lineSpan($0)) }
  }

  private static func summary(of findings: [Finding]) -> StyledText {
    let counts: [(Severity, String)] = [(.error, "error"), (.warning, "warning"), (.hint, "hint")]
    let words = counts.compactMap { severity, word in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : WorkWords.count(count, word)
    }
    var summary: StyledText = "\(WorkWords.list(words))."
    let fixable = findings.count { $0.fix != nil }
    if fixable > 0 {
      summary += " mm check --fix cures \(fixable == findings.count && fixable > 1 ? "all" : String(fixable))."
    }
    if let check = findings.first?.check { summary += " More about one: mm explain \(check)" }
    return summary
  }
}

extension Severity {
  package var word: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .hint: "hint"
    }
  }

  var role: StyledText.Role {
    switch self {
    case .error: .wrong
    case .warning: .attention
    case .hint: .quiet
    }
  }
}
