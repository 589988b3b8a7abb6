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
  package var pace: RecordedPace?
  package var chances: [KeptChance] = []
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

  /// The last day that the note covers: as it says itself, else the Sunday of its week.
  package var coveredUntil: Day? {
    covers?.last ?? WeekName.lastDay(of: text.path.noteName)
  }

  private mutating func read(_ block: NoteBlock) {
    var recorded: [String: WritesRecord] = [:]
    var written: [String: WritesRecord] = [:]
    var places: [String: Int] = [:]
    var decided: [DecidedLine] = []
    for line in block.lines {
      switch NoteElement(line) {
      case .choice(let record): recorded[record.blockID] = recorded[record.blockID] ?? record
      case .decided(let record): written[record.blockID] = written[record.blockID] ?? record
      case .question(let question): questions.append(question)
      case .covers(let days): covers = days
      case .pace(let recorded): pace = recorded
      case .chances(let kept): chances = kept
      case .proposal(let proposal):
        if let earlier = places[proposal.blockID] {
          if proposals[earlier].line.tick == nil { proposals[earlier].line.tick = proposal.tick }
        } else {
          places[proposal.blockID] = proposals.count
          proposals.append(Proposal(line: proposal, writes: nil))
        }
      case .decision(let line): decided.append(line)
      default: break
      }
    }
    for index in proposals.indices {
      let id = proposals[index].line.blockID
      proposals[index].writes = id == BlockID.keep ? [] : recorded[id].flatMap(\.writes)
    }
    var seen: Set<String> = []
    for line in decided where seen.insert(line.blockID).inserted {
      guard let (day, proposal) = BlockID.decision(line.blockID) else { continue }
      let writes = written[line.blockID].flatMap(\.writes) ?? []
      decisions.append(NoteDecision(day: day, blockID: proposal, words: line.words, writes: writes))
    }
  }

  private static func made(in text: SourceText) -> Day? {
    guard text.lineStarts.count > 1, text.string(text.lineSpan(0)) == "---" else { return nil }
    for line in text.lineStarts.indices.dropFirst() {
      let words = text.string(text.lineSpan(line))
      if words == "---" { break }
      if case .made(let day) = NoteElement(words) { return day }
    }
    return nil
  }
}

/// What the ticks of a note ask for.
package struct Ticks: Hashable, Sendable {
  /// What is to be written, in the order of the note: at most one numbered choice, and small proposals.
  package var taken: [ReviewNote.Proposal] = []
  /// Choices of which several are ticked: none of them is taken.
  package var conflicting: [ProposalLine] = []

  /// A tick that was settled in this note stays where it was made, without what it would write: it counts no more.
  package init(in note: ReviewNote) {
    let decided = Set(note.decisions.map(\.blockID))
    let ticked = note.proposals.filter { proposal in
      let isLive = proposal.writes != nil && proposal.line.blockID != BlockID.keep
      return proposal.line.tick != nil && (isLive || !decided.contains(proposal.line.blockID))
    }
    let choices = ticked.filter { $0.line.isChoice }
    if choices.count > 1 { conflicting = choices.map(\.line) }
    taken = ticked.filter { !$0.line.isChoice || choices.count == 1 }
  }
}
