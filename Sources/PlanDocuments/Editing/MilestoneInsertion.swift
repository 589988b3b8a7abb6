extension PlanDocument {
  /// The edit that puts lines below the last milestone of the list, below the heading where the list is empty, or with a
  /// heading at the end of the note. Lines of `list` end in `\n`, and get the note's line ends.
  package func insertion(ofMilestones list: String) -> TextEdit {
    let bytes = text.bytes
    let lineEnd = bytes.contains(UInt8(ascii: "\r")) ? "\r\n" : "\n"
    var lines = list
    var offset = bytes.count
    if let last = items.last(where: { $0.isInPlan && $0.depth == 0 }) {
      offset = min(bytes.count, lineAfter(Int(last.end)))
    } else if let heading = milestonesHeading {
      offset = lineAfter(Int(text.lineSpan(heading).end))
      lines = "\n" + list
    } else {
      lines = (bytes.isEmpty ? "" : "\n") + "## Milestones\n\n" + list
    }
    // The line before it may be the file's last, and have no end.
    if offset > 0, bytes[offset - 1] != UInt8(ascii: "\n"), bytes[offset - 1] != UInt8(ascii: "\r") {
      lines = "\n" + lines
    }
    return TextEdit(span: ByteSpan(offset, offset), new: lines.replacing("\n", with: lineEnd))
  }

  /// The line of the heading; nil where there is none.
  private var milestonesHeading: Int? {
    let bodyStart = Int(frontMatter?.span.end ?? 0)
    return text.lineStarts.indices.first { line in
      Int(text.lineStarts[line]) >= bodyStart
        && text.bytes.holds("#", at: Int(text.lineStarts[line]), before: text.bytes.count)
        && MilestonesHeading.stands(in: text, line: line, bodyStart: bodyStart)
    }
  }

  /// The beginning of the line after the one that holds this offset.
  private func lineAfter(_ offset: Int) -> Int {
    let line = text.line(of: max(0, offset - 1)) + 1
    return line < text.lineStarts.count ? Int(text.lineStarts[line]) : text.bytes.count
  }
}
