package import Forecasting
package import PlanDocuments
package import PlanModel

/// A review note as it was read: what is ticked, what was decided, what the person says.
package struct ReviewNote: Sendable {
  /// A proposal of the note, with what it would write.
  package struct Proposal: Hashable, Sendable {
    package var line: ProposalLine
    /// Nil where the note no longer says it, or not whole.
    package var writes: [PlannedWrite]?

    package init(line: ProposalLine, writes: [PlannedWrite]?) {
      self.line = line
      self.writes = writes
    }
  }

  package var text: SourceText
  /// `made:`, the day that the note was first written.
  package var made: Day?
  package var block: NoteBlock?
  /// The days that the note covered when it was last written.
  package var covers: DayRange?
  /// In the order of the block; a block id that stands twice counts once, ticked if either is.
  package var proposals: [Proposal] = []
  package var decisions: [NoteDecision] = []
  package var words: PersonsWords
  /// What somebody else asked in this note.
  package var questions: [SuggestedQuestion] = []
  package var snapshot: PlanSnapshot?

  /// Reads a note.
  ///
  /// `frontMatter` says nothing that the bytes do not; a note of somebody else is read too and has no block.
  package init(_ text: SourceText) {
    self.text = text
    made = ReviewNote.made(in: text)
    block = NoteBlock(in: text)
    words = PersonsWords(in: text, outside: block)
    snapshot = PlanSnapshot(lastLineOf: text)
    if let block { read(block) }
  }

  /// The Sunday of the week that a note's name gives, `2026-W31`; nil for other names.
  package static func lastDay(ofWeek name: String) -> Day? {
    guard name.utf8.count == 8, name.contains("-W") else { return nil }
    // Any day will do to read a week with its year.
    return DayPhrase.day(name, today: Day(number: 0))
  }

  /// The last day that the note covers: as it says itself, else the Sunday of its week.
  package var coveredUntil: Day? {
    covers?.last ?? ReviewNote.lastDay(ofWeek: text.path.noteName)
  }

  private mutating func read(_ block: NoteBlock) {
    var recorded: [String: String] = [:]
    var written: [String: String] = [:]
    var decided: [(id: String, words: String)] = []
    for line in block.lines {
      if let comment = NoteComment(line) {
        switch comment.name {
        case "choice":
          let (id, rest) = comment.words.cutAtFirstSpace
          recorded[id] = recorded[id] ?? rest
        case "decided":
          let (id, rest) = comment.words.cutAtFirstSpace
          written[id] = written[id] ?? rest
        case "question":
          if let question = SuggestedQuestion(record: comment.words) { questions.append(question) }
        case "covers":
          let days = comment.words.split(separator: " ").compactMap { Day(written: $0) }
          if days.count == 2, days[0] <= days[1] { covers = DayRange(days[0], days[1]) }
        default: break
        }
      } else if let proposal = ProposalLine(line) {
        if let earlier = proposals.firstIndex(where: { $0.line.blockID == proposal.blockID }) {
          if proposals[earlier].line.tick == nil { proposals[earlier].line.tick = proposal.tick }
        } else {
          proposals.append(Proposal(line: proposal, writes: nil))
        }
      } else if let decision = DecidedLine(line) {
        decided.append((decision.blockID, decision.words))
      }
    }
    for index in proposals.indices {
      let id = proposals[index].line.blockID
      proposals[index].writes = id == DecidedLine.keep ? [] : recorded[id].flatMap { RecordedWrites.read($0) }
    }
    for (id, words) in decided where !decisions.contains(where: { DecidedLine.blockID($0) == id }) {
      guard let (day, proposal) = DecidedLine.parts(of: id) else { continue }
      let writes = written[id].flatMap { RecordedWrites.read($0) } ?? []
      decisions.append(NoteDecision(day: day, blockID: proposal, words: words, writes: writes))
    }
  }

  private static func made(in text: SourceText) -> Day? {
    guard text.lineStarts.count > 1, text.string(text.lineSpan(0)) == "---" else { return nil }
    for line in text.lineStarts.indices.dropFirst() {
      let words = text.string(text.lineSpan(line))
      if words == "---" { break }
      if words.hasPrefix("made:") {
        return Day(written: words.dropFirst(5).filter { $0 != " " && $0 != "\"" && $0 != "'" })
      }
    }
    return nil
  }
}

/// What the ticks of a note ask for.
package struct Ticks: Hashable, Sendable {
  /// What is to be written, in the order of the note: at most one numbered choice, and small proposals.
  package var taken: [ReviewNote.Proposal] = []
  /// Numbered choices of which several are ticked: none of them is taken.
  package var conflicting: [String] = []

  /// A tick that was settled in this note stays where it was made, without what it would write: it counts no more.
  package init(in note: ReviewNote) {
    let decided = Set(note.decisions.map(\.blockID))
    let ticked = note.proposals.filter { proposal in
      let isLive = proposal.writes != nil && proposal.line.blockID != DecidedLine.keep
      return proposal.line.tick != nil && (isLive || !decided.contains(proposal.line.blockID))
    }
    let choices = ticked.filter { $0.line.isChoice }
    if choices.count > 1 { conflicting = choices.map(\.line.blockID) }
    taken = ticked.filter { !$0.line.isChoice || choices.count == 1 }
  }
}

/// The line that says what was decided: `- Written on 3 Aug: **1** The exam first. ^decided-2026-08-03-1-exam-first`.
package struct DecidedLine: Hashable, Sendable {
  /// The proposal that writes nothing.
  package static let keep = "p-0-keep"

  package var words: String
  /// Without the `^`.
  package var blockID: String

  package init?(_ line: String) {
    guard line.hasPrefix("- "), let caret = line.range(ofLast: " ^decided-"), let colon = line.firstIndex(of: ":"),
      colon < caret
    else { return nil }
    let id = line[line.index(caret, offsetBy: 2)...].prefix { $0 != " " }
    guard DecidedLine.parts(of: String(id)) != nil else { return nil }
    words = String(line[line.index(after: colon)..<caret].drop { $0 == " " })
    blockID = String(id)
  }

  /// `decided-2026-08-03-1-exam-first` for `p-1-exam-first`.
  package static func blockID(_ decision: NoteDecision) -> String {
    "decided-\(decision.day)-\(decision.blockID.dropFirst(2))"
  }

  static func parts(of id: String) -> (day: Day, proposal: String)? {
    guard id.hasPrefix("decided-"), let day = Day(written: id.dropFirst(8).prefix(10)) else { return nil }
    let rest = id.dropFirst(18)
    guard rest.first == "-", rest.count > 1 else { return nil }
    return (day, "p" + rest)
  }
}

extension String {
  var cutAtFirstSpace: (first: String, rest: String) {
    guard let space = firstIndex(of: " ") else { return (self, "") }
    return (String(self[..<space]), String(self[index(after: space)...]))
  }

  /// Where the last occurrence of `part` begins.
  func range(ofLast part: String) -> Index? {
    var index = endIndex
    while index > startIndex {
      index = self.index(before: index)
      if self[index...].hasPrefix(part) { return index }
    }
    return nil
  }
}
