package import PlanDocuments
package import TextStyling

/// Findings for people: place and sentence on the first line as compilers write them, so that editors can jump there; then the
/// line itself with a caret, the other places that belong to it, and the line as a fix would leave it.
package enum FindingText {
  /// - Parameter sources: the files that the findings lie in, by path; without its file a finding is its first line.
  package static func report(_ findings: [Finding], sources: [VaultPath: SourceText], width: Int) -> StyledText {
    var report = StyledText()
    for finding in findings {
      report += text(finding, sources: sources, width: width) + "\n"
    }
    return report + summary(of: findings) + "\n"
  }

  private static func text(_ finding: Finding, sources: [VaultPath: SourceText], width: Int) -> StyledText {
    let source = sources[finding.place.path]
    var text = place(finding.place, in: source)
    text += ": \(finding.severity.word, finding.severity.role): \(finding.message) "
    text += "\("[" + finding.check + "]", .quiet)\n"
    guard let source else { return text }
    let gutter = String(source.lineStarts.count).count + 2
    text += Excerpt(finding.place.span, in: source).text(gutter: gutter, width: width)
    for (note, other) in finding.related {
      text += "\(String(repeating: " ", count: gutter))\(place(other, in: sources[other.path])): \(note)\n"
    }
    if let fix = finding.fix { text += result(of: fix, gutter: gutter, width: width) }
    return text
  }

  /// Such as `goals/book.md:12:38`.
  private static func place(_ place: Place, in source: SourceText?) -> StyledText {
    guard let source else { return StyledText(place.path.description, .place) }
    let (line, column) = source.position(of: Int(place.span.start))
    return StyledText("\(place.path.description):\(line):\(column)", .place)
  }

  /// The lines that a fix writes, as they will stand there.
  private static func result(of fix: FileChange, gutter: Int, width: Int) -> StyledText {
    let after = SourceText(path: fix.path, bytes: fix.result)
    var shift = 0
    var lines: [Int] = []
    for edit in fix.edits {
      let start = Int(edit.span.start) + shift
      let end = start + max(0, edit.new.count - 1)
      shift += edit.new.count - edit.span.count
      guard start < after.bytes.count else { continue }
      for line in after.line(of: start)...after.line(of: min(end, after.bytes.count - 1)) where lines.last != line {
        lines.append(line)
      }
    }
    let label = StyledText("fix", .good).padded(gutter - 1, toRight: true)
    return lines.prefix(4).map { line in
      label + " | " + Excerpt.visible(after.string(after.lineSpan(line))).fitted(width - gutter - 2) + "\n"
    }.joined(by: "")
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
