import Forecasting
import PlanDocuments
import PlanModel
import Recalibration
import TextStyling

/// The choices with one tick, the chances under each, small proposals, and what was written.
enum DecideSection {
  static func lines(_ facts: ReviewFacts, _ words: NoteWords) -> [String] {
    let decide = facts.decide
    let choices = decide.choices
    var blocks: [[String]] = []
    if !facts.decided.isEmpty { blocks.append(facts.decided.map { DecisionRecords.line($0, words) }) }
    blocks += decide.notWritten.map { ["Not written: " + words.text($0)] }
    if !choices.offered.isEmpty {
      blocks.append(["Tick one, save, and run `mm review` again. Nothing changes until then; `mm undo` takes it back."])
      blocks.append(zip(choices.offered, decide.lines).map { choiceLine($0, $1, words) } + [keepLine])
      if !decide.table.isEmpty { blocks.append(chances(decide, words).lines) }
    }
    if !decide.remarks.isEmpty { blocks.append([words.text(decide.remarks)]) }
    if !choices.small.isEmpty {
      blocks.append([
        choices.offered.isEmpty
          ? "Tick what you want written, save, and run `mm review` again."
          : choices.small.count == 1 ? "And one smaller thing:" : "And smaller things; tick any of them:"
      ])
      blocks.append(choices.small.map { proposal(words.text($0.sentence), $0.blockID) })
    }
    if blocks.isEmpty { return [] }
    return [NoteHeading.decide.text] + blocks.flatMap { [""] + $0 }
  }

  private static func choiceLine(_ choice: Choice, _ line: Sentence, _ words: NoteWords) -> String {
    proposal("**\(choice.number)**\(choice.isAdvised ? " *(advised)*" : "") \(words.text(line))", choice.blockID)
  }

  private static var keepLine: String { proposal("**0** Keep everything as it is.", BlockID.keep) }

  static func proposal(_ words: String, _ id: String) -> String {
    NoteElement.proposal(ProposalLine(words: words, blockID: id)).text
  }

  private static func chances(_ decide: DecideFacts, _ words: NoteWords) -> NoteTable {
    var table = NoteTable(
      [(decide.hasPercentages ? "chance" : "likely", .left), ("now", .right)]
        + decide.choices.offered.map { (String($0.number), .right) })
    table.rows = decide.table.map { [words.text($0.name, plainly: true)] + $0.cells }
    return table
  }
}

/// What a note keeps of its own proposals and decisions, in plain sight, for the runs that follow.
enum DecisionRecords {
  /// The line of something that was decided here.
  static func line(_ decision: NoteDecision, _ words: NoteWords) -> String {
    let verb = decision.writes.isEmpty ? "Decided" : "Written"
    let line = DecidedLine(
      lead: "\(verb) on \(words.day(decision.day))", words: decision.words, blockID: decision.recordID)
    return NoteElement.decision(line).text
  }

  /// The comments at the end of the block: the days it covers, what each proposal would write, what was written.
  static func comments(_ facts: ReviewFacts) -> [String] {
    let choices = facts.decide.choices
    let proposals = choices.offered + choices.small + [choices.question].compactMap(\.self)
    let hours = facts.kept.weeks.isEmpty ? [] : [NoteElement.hours(facts.kept.weeks).text]
    let chances = facts.chances.isEmpty ? [] : [NoteElement.chances(facts.chances).text]
    return [NoteElement.covers(facts.period.days).text, NoteElement.pace(facts.pace).text] + chances + hours
      + facts.kept.uncommitted.map { NoteElement.uncommitted($0).text }
      + proposals.map { NoteElement.choice(WritesRecord($0.blockID, $0.writes)).text }
      + facts.suggestedQuestions.map { NoteElement.question($0).text } + comments(facts.decided)
  }

  /// What each decision wrote.
  static func comments(_ decisions: [NoteDecision]) -> [String] {
    decisions.filter { !$0.writes.isEmpty }.map { NoteElement.decided(WritesRecord($0.recordID, $0.writes)).text }
  }
}

extension NoteDecision {
  fileprivate var recordID: String { BlockID.decided(blockID, on: day) }
}
