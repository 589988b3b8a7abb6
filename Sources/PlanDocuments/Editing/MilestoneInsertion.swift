extension PlanDocument {
  /// The edit that puts lines below the last milestone of the list, below the heading where the list is empty, or with a
  /// heading at the end of the note.
  ///
  /// Lines of `list` end in `\n`, and get the note's line ends.
  package func insertion(ofMilestones list: String) -> TextEdit {
    if let last = items.last(where: { $0.isInPlan && $0.depth == 0 }) {
      return insertion(of: list, at: lineAfter(Int(last.end)))
    }
    if let heading = milestonesHeading {
      return insertion(of: "\n" + list, at: lineAfter(Int(text.lineSpan(heading).end)))
    }
    return insertion(of: (text.bytes.isEmpty ? "" : "\n") + "## Milestones\n\n" + list, at: text.bytes.count)
  }

  /// The edit that puts lines below an item and all that is nested in it.
  package func insertion(of list: String, below item: Int) -> TextEdit {
    insertion(of: list, at: lineAfter(Int(items[item].end)))
  }

  /// The edit that puts lines above an item.
  package func insertion(of list: String, above item: Int) -> TextEdit {
    insertion(of: list, at: Int(text.lineSpan(text.line(of: Int(items[item].paragraph.start))).start))
  }

  private func insertion(of list: String, at place: Int) -> TextEdit {
    var lines = list
    let offset = min(text.bytes.count, place)
    // The line before it may be the file's last, and have no end.
    if !text.beginsLine(at: offset) { lines = "\n" + lines }
    return TextEdit(span: ByteSpan(offset, offset), new: lines.replacing("\n", with: text.lineEnd))
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
