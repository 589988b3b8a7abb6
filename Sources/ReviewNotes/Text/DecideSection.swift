import Forecasting
import PlanDocuments
import PlanModel
import Recalibration
import TextStyling

/// The choices: whole choices with one tick, what each makes of the ends, the dates it writes; small proposals; what was written.
enum DecideSection {
  static func lines(_ facts: ReviewFacts, _ words: NoteWords) -> [String] {
    let choices = facts.decide.choices
    var blocks: [[String]] = []
    if !facts.decided.isEmpty { blocks.append(facts.decided.map { DecisionRecords.line($0, words) }) }
    blocks += facts.decide.notWritten.map { ["Not written: " + words.text($0)] }
    if !choices.offered.isEmpty {
      blocks.append(["Tick **one**, save, run `mm review` again. Nothing changes before that; `mm undo` takes it back."]
      )
      blocks.append(choices.offered.map { choiceLine($0, words) } + [keepLine])
      if let chances = chancesTable(facts.decide, words) { blocks.append(chances.lines) }
      let ends = endsTable(facts.decide, words)
      if !ends.rows.isEmpty { blocks.append(ends.lines) }
      if let dates = datesTable(facts.decide, words) { blocks.append(dates.lines) }
    }
    if !choices.notOffered.isEmpty { blocks.append(["Not offered: " + words.text(choices.notOffered)]) }
    blocks += facts.decide.remarks.map { [words.text($0)] }
    if !choices.small.isEmpty {
      if choices.offered.isEmpty { blocks.append(["Tick what you want written, save, run `mm review` again."]) }
      blocks.append(choices.small.map { proposal(words.text($0.sentence), $0.blockID) })
    }
    if choices.offered.isEmpty {
      let all = facts.goals.allSatisfy(\.holds) && facts.decide.brokenDates == 0
      if blocks.isEmpty, all { blocks.append(["Nothing: every date holds on paper."]) }
      if !all, facts.decided.isEmpty {
        blocks.insert(["No whole choice was found. The dates stay as they are."], at: 0)
      }
    }
    return [NoteHeading.decide.text] + blocks.flatMap { [""] + $0 }
  }

  private static func choiceLine(_ choice: Choice, _ words: NoteWords) -> String {
    proposal("**\(choice.number)** \(words.text(choice.sentence))", choice.blockID)
  }

  private static var keepLine: String {
    proposal("**0** Keep the dates as they are; ask again next week.", BlockID.keep)
  }

  private static func proposal(_ words: String, _ id: String) -> String {
    NoteElement.proposal(ProposalLine(words: words, blockID: id)).text
  }

  /// The chance of each end, as it is and under each choice, or its likely days where figures would say more than is known;
  /// nil without a forecast.
  ///
  /// Bold where a choice first brings it above even odds.
  private static func chancesTable(_ decide: DecideFacts, _ words: NoteWords) -> NoteTable? {
    let choices = decide.choices.offered
    let all = [decide.choices.baseline] + choices.map(\.results)
    var table = NoteTable(
      [(decide.hasPercentages ? "chance" : "likely", .left), ("as it is", .right)]
        + choices.map { (String($0.number), .right) })
    for index in decide.endNames.indices {
      let ends = all.map { index < $0.count ? $0[index] : nil }
      let first = ends.firstIndex { ($0?.chance ?? 0) >= 0.5 }
      let cells = ends.enumerated().map { column, end in
        let text = end.map { likely($0, decide, words) } ?? ""
        return column > 0 && column == first && !text.isEmpty ? "**\(text)**" : text
      }
      if cells.contains(where: { !$0.isEmpty }) { table.rows.append([name(ofEnd: index, decide, words)] + cells) }
    }
    return table.rows.isEmpty ? nil : table
  }

  private static func likely(_ end: EndResult, _ decide: DecideFacts, _ words: NoteWords) -> String {
    if decide.hasPercentages { return end.chance.map(ChanceWords.percent) ?? "" }
    if let will = end.will { return ChanceWords.range(p50: will.p50, p80: will.p80, day: words.day) }
    return end.chance.map { ChanceWords.word($0) + " to be ready" } ?? ""
  }

  /// What each choice makes of each end, on paper.
  private static func endsTable(_ decide: DecideFacts, _ words: NoteWords) -> NoteTable {
    let choices = decide.choices.offered
    var table = NoteTable(
      [("on paper", .left), ("as it is", .right)] + choices.map { (String($0.number), .right) })
    for index in decide.endNames.indices {
      let results = ([decide.choices.baseline] + choices.map(\.results)).map { index < $0.count ? $0[index] : nil }
      // Beside chances, what holds on paper whatever is chosen is no news.
      let isNews = results.contains { $0?.daysPastTarget != 0 || $0?.deadline != results[0]?.deadline }
      if decide.hasPercentages && !isNews { continue }
      table.rows.append([name(ofEnd: index, decide, words)] + results.map { $0.map { cell($0, words) } ?? "" })
    }
    if choices.contains(where: { $0.minutesSaved != 0 }) {
      table.rows.append(
        ["hours of work less", ""] + choices.map { $0.minutesSaved == 0 ? "" : WorkWords.hours($0.minutesSaved) })
    }
    return table
  }

  /// Such as `*book* by 4 Dec (3: by 22 Mar 2027)`.
  private static func name(ofEnd index: Int, _ decide: DecideFacts, _ words: NoteWords) -> String {
    let baseline = decide.choices.baseline[index].deadline
    let moved = decide.choices.offered.compactMap { choice -> String? in
      guard index < choice.results.count, choice.results[index].deadline != baseline else { return nil }
      return "\(choice.number): " + (choice.results[index].deadline.map { "by " + words.day($0) } ?? "not fixed")
    }
    return words.text(decide.endNames[index]) + (moved.isEmpty ? "" : " (\(moved.joined(separator: ", ")))")
  }

  /// Bold where the target holds; days late where the deadline does not.
  private static func cell(_ result: EndResult, _ words: NoteWords) -> String {
    guard let completion = result.completion else { return "never" }
    let day = words.day(completion)
    if let late = result.daysPastDeadline, late > 0 { return "\(day), \(WorkWords.count(late, "day")) late" }
    if let used = result.daysPastTarget, used > 0 { return "\(day), in the buffer" }
    return result.deadline == nil ? day : "**\(day)**"
  }

  private static func datesTable(_ decide: DecideFacts, _ words: NoteWords) -> NoteTable? {
    let choices = decide.choices.offered
    let written = choices.map { choice in
      Dictionary(choice.writes.compactMap(\.due).map { ($0.milestone, $0) }, uniquingKeysWith: { one, _ in one })
    }
    let dated = decide.dated.filter { milestone in written.contains { $0[milestone.name] != nil } }
    guard !dated.isEmpty else { return nil }
    var table = NoteTable([("due", .left), ("as it is", .left)] + choices.map { (String($0.number), .left) })
    table.rows = dated.map { milestone in
      let old = written.lazy.compactMap { $0[milestone.name]?.old }.first
      return [
        MarkdownText.escaped(ShortTitle.text(milestone.title, limit: 40)), old.map { dayText($0, words) } ?? "none",
      ]
        + written.map { dates in dates[milestone.name].map { dayText($0.new, words) } ?? "stays" }
    }
    return table
  }

  /// A written date in the words of the note; anything else as it stands.
  private static func dayText(_ text: String, _ words: NoteWords) -> String {
    Day(written: text).map(words.day) ?? MarkdownText.escaped(text)
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
    let proposals = facts.decide.choices.offered + facts.decide.choices.small
    let hours = facts.kept.weeks.isEmpty ? [] : [NoteElement.hours(facts.kept.weeks).text]
    return [NoteElement.covers(facts.period.days).text, NoteElement.pace(facts.pace).text] + hours
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
