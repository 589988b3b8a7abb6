package import Forecasting
package import PlanDocuments

/// Writes a review note, or refreshes the one that is there: the block of `mm`, and nothing of what the person wrote.
package enum ReviewNoteChange {
  /// A note that does not exist yet.
  ///
  /// `snapshot` is kept in the last line where no git remembers the plan's state.
  package static func creating(
    _ path: VaultPath, facts: ReviewFacts, sections: [String] = ReviewNoteText.sectionNames,
    snapshot: PlanSnapshot? = nil
  ) -> FileChange {
    let keys = [NoteElement.week(facts.period.weekName), .made(facts.today)].map(\.text)
    var lines = ["---"] + keys + ["---"] + NoteBlock.text(of: ReviewNoteText.lines(facts, sections: sections))
    lines += [""] + WordsLine.form
    if let snapshot { lines += ["", NoteElement.snapshot(snapshot).text] }
    return FileChange(creating: path, bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  /// Replaces the block of a note that was read; a note without one gets it at its end.
  ///
  /// Ticks stay on proposals of the same block id, except on those in `settled`: they were written, or refused. Lines that the
  /// person wrote or changed inside the block move below its end, byte for byte.
  package static func refreshing(
    _ note: ReviewNote, facts: ReviewFacts, sections: [String] = ReviewNoteText.sectionNames,
    snapshot: PlanSnapshot? = nil, settled: Set<String> = []
  ) -> FileChange {
    let ticks = Dictionary(
      note.proposals.compactMap { proposal in
        settled.contains(proposal.line.blockID) ? nil : proposal.line.tick.map { (proposal.line.blockID, $0) }
      }, uniquingKeysWith: { one, _ in one })
    // A day that was written and not yet ticked stays too.
    let answers = Dictionary(
      note.proposals.compactMap { proposal in
        settled.contains(proposal.line.blockID) ? nil : proposal.line.answer.map { (proposal.line.blockID, $0) }
      }, uniquingKeysWith: { one, _ in one })
    let written = ReviewNoteText.lines(facts, sections: sections)
    let lines = NoteBlock.text(of: written.map { kept($0, ticks, answers) })
    let text = note.text
    let ending = text.lineEnd
    var edits: [TextEdit] = []
    if let old = note.block {
      let begin = Int(text.lineStarts[old.beginLine])
      let end = Int(text.lineSpan(old.endLine).end)
      edits.append(TextEdit(span: ByteSpan(begin, end), new: lines.joined(separator: ending)))
      let moved = personsText(in: old, of: text, unless: written, ending: ending)
      if !moved.isEmpty {
        // Right behind the end marker's own line end, which stays where it is.
        let hasLineBelow = old.endLine + 1 < text.lineStarts.count
        let place = hasLineBelow ? Int(text.lineStarts[old.endLine + 1]) : text.bytes.count
        let isLineEndMissing = place == end
        let before = Array(((isLineEndMissing ? ending : "") + ending).utf8)
        let isBlankBelow = !hasLineBelow || text.lineSpan(old.endLine + 1).isEmpty
        let after = isBlankBelow ? [] : Array(ending.utf8)
        edits.append(TextEdit(span: ByteSpan(place, place), new: before + moved + after))
      }
    } else {
      let end = snapshotStart(in: text) ?? text.bytes.count
      let lead = text.bytes.isEmpty ? "" : (text.beginsLine(at: end) ? ending : ending + ending)
      edits.append(
        TextEdit(span: ByteSpan(end, end), new: lead + lines.joined(separator: ending) + ending))
    }
    if let snapshot { edits.append(edit(writing: snapshot, in: text, ending: ending)) }
    return FileChange(of: text, edits: edits.filter { Array(text.bytes[$0.span.range]) != $0.new })
  }

  /// Records decisions in an earlier note and changes nothing else in it: a line under `## Decide` for each, and what
  /// they wrote among the comments.
  ///
  /// What the ticks would write is taken out, so that they are not taken twice.
  package static func recording(_ decisions: [NoteDecision], in note: ReviewNote, today: Day) -> FileChange {
    guard let block = note.block, !decisions.isEmpty else { return FileChange(of: note.text, edits: []) }
    let words = NoteWords(folder: note.text.path.folder, today: today)
    let settled = Set(decisions.map(\.blockID))
    let records = decisions.map { DecisionRecords.line($0, words) }
    var lines: [String] = []
    var marks: Int?
    for line in block.lines {
      switch NoteElement(line) {
      case .choice(let record) where settled.contains(record.blockID): continue
      case .lineMarks(let known):
        marks = lines.count
        lines += DecisionRecords.comments(decisions)
        lines.append(NoteElement.lineMarks(known + records.map(LineFingerprint.mark)).text)
      default: lines.append(line)
      }
    }
    if marks == nil { lines += DecisionRecords.comments(decisions) }
    let heading = lines.firstIndex { $0 == NoteHeading.decide.text }
    let place = heading.map { $0 + 1 } ?? lines.firstIndex { ProposalLine($0) != nil } ?? 0
    lines.insert(contentsOf: (heading == nil ? [] : [""]) + records + (heading == nil ? [""] : []), at: place)
    let hash = block.isAsWritten ? LineFingerprint.hash(of: lines) : block.hash
    let begin = Int(note.text.lineStarts[block.beginLine])
    let end = Int(note.text.lineSpan(block.endLine).end)
    let all = NoteBlock.text(of: lines, hash: hash)
    return FileChange(
      of: note.text,
      edits: [TextEdit(span: ByteSpan(begin, end), new: all.joined(separator: note.text.lineEnd))])
  }

  private static func kept(
    _ line: String, _ ticks: [String: ProposalLine.Tick], _ answers: [String: String]
  ) -> String {
    guard var proposal = ProposalLine(line) else { return line }
    if let tick = ticks[proposal.blockID] { proposal.tick = tick }
    if let answer = answers[proposal.blockID] { proposal.answer = answer }
    return proposal.text
  }

  /// The person's lines with their own line ends; those that stood together stay together, with the blank lines between them.
  private static func personsText(
    in block: NoteBlock, of text: SourceText, unless written: [String], ending: String
  ) -> [UInt8] {
    var moved: [UInt8] = []
    var last: Int?
    for index in block.personsLines(unless: written) {
      let line = block.beginLine + 1 + index
      if let last {
        let between = (last + 1)..<line
        let areBlank = between.allSatisfy { number in
          block.lines[number - block.beginLine - 1].allSatisfy(\.isWhitespace)
        }
        if areBlank {
          moved += text.bytes[Int(text.lineStarts[last + 1])..<Int(text.lineStarts[line])]
        } else {
          moved += ending.utf8
        }
      }
      moved += text.bytes[Int(text.lineStarts[line])..<Int(text.lineStarts[line + 1])]
      last = line
    }
    return moved
  }

  private static func edit(writing snapshot: PlanSnapshot, in text: SourceText, ending: String) -> TextEdit {
    let comment = NoteElement.snapshot(snapshot).text
    if let line = PlanSnapshot.line(in: text) {
      return TextEdit(span: text.lineSpan(line), new: comment)
    }
    let end = text.bytes.count
    let lead = text.beginsLine(at: end) ? ending : ending + ending
    return TextEdit(span: ByteSpan(end, end), new: lead + comment + ending)
  }

  private static func snapshotStart(in text: SourceText) -> Int? {
    PlanSnapshot.line(in: text).map { Int(text.lineStarts[$0]) }
  }
}
