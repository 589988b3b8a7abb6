package import Forecasting
package import PlanDocuments

/// The grammar of a review note: every line that a later run looks for, with how it is written and how it is read back.
///
/// Both sides of the program use this table and nothing else, so that neither can change without the other. All other text
/// of a note is for people, and nothing depends on it.
package enum NoteElement: Hashable, Sendable {
  // Front matter.
  /// `week: 2026-W31`
  case week(String)
  /// `made: 2026-08-02`, the day that the note was first written.
  case made(Day)

  // Comments.
  /// Opens the block of `mm`, with the hash of its lines.
  case begin(hash: String)
  case end
  /// The days that the note covers.
  case covers(DayRange)
  /// The pace that everything is planned with until the next review.
  case pace(RecordedPace)
  /// The chance of each goal, for the next note to compare with.
  case chances([KeptChance])
  /// The hours of the weeks that the note covers: next month's calendar changes nothing of them.
  case hours([KeptPast.Week])
  /// What the note counted that no commit showed.
  case uncommitted(KeptPast.Uncommitted)
  /// What a proposal of this note would write.
  case choice(WritesRecord)
  /// What a decision of this note wrote.
  case decided(WritesRecord)
  case question(SuggestedQuestion)
  /// The marks of the block's lines as `mm` wrote them.
  case lineMarks([String])
  /// The plan's state, where no git remembers it: the note's last line.
  case snapshot(PlanSnapshot)

  // Lines in plain sight.
  case proposal(ProposalLine)
  case decision(DecidedLine)
  case heading(NoteHeading)
  /// A line of the person's under *Your words*.
  case words(WordsLine)

  package var text: String {
    switch self {
    case .week(let name): FrontMatterKey.week.rawValue + ": " + name
    case .made(let day): FrontMatterKey.made.rawValue + ": " + day.description
    case .begin(let hash): NoteComment(.begin, "\(NoteComment.blockName) \(hash)").text
    case .end: NoteComment(.end, NoteComment.blockName).text
    case .covers(let days): NoteComment(.covers, "\(days.first) to \(days.last)").text
    case .pace(let pace): NoteComment(.pace, "\(pace.percent)% from \(pace.weeks) weeks").text
    case .chances(let chances):
      NoteComment(.chances, chances.map { "\($0.goal) \($0.percent)%" }.joined(separator: ", ")).text
    case .hours(let weeks): NoteComment(.hours, KeptPast.record(of: weeks)).text
    case .uncommitted(let seen): NoteComment(.uncommitted, seen.record).text
    case .choice(let record): NoteComment(.choice, record.text).text
    case .decided(let record): NoteComment(.decided, record.text).text
    case .question(let question): NoteComment(.question, question.record).text
    case .lineMarks(let marks): NoteComment(.lines, marks.joined(separator: " ")).text
    case .snapshot(let snapshot): NoteComment(.snapshot, snapshot.record).text
    case .proposal(let line): line.text
    case .decision(let line): line.text
    case .heading(let heading): heading.text
    case .words(let line): line.line
    }
  }

  /// The element that a line is; nil for every other line.
  package init?(_ line: String) {
    if let comment = NoteComment(line) {
      self.init(comment)
    } else if let proposal = ProposalLine(line) {
      self = .proposal(proposal)
    } else if let words = WordsLine(line) {
      self = .words(words)
    } else if let decision = DecidedLine(line) {
      self = .decision(decision)
    } else if let heading = NoteHeading(line) {
      self = .heading(heading)
    } else if let (key, value) = FrontMatterKey.read(line) {
      switch key {
      case .week: self = .week(value)
      case .made:
        guard let day = Day(written: value) else { return nil }
        self = .made(day)
      }
    } else {
      return nil
    }
  }

  private init?(_ comment: NoteComment) {
    switch comment.kind {
    case .begin:
      let (block, hash) = comment.words.cutAtFirstSpace
      guard block == NoteComment.blockName, !hash.isEmpty, hash.allSatisfy(\.isHexDigit) else { return nil }
      self = .begin(hash: hash)
    case .end:
      guard comment.words == NoteComment.blockName else { return nil }
      self = .end
    case .covers:
      let days = comment.words.split(separator: " ").compactMap { Day(written: $0) }
      guard days.count == 2, days[0] <= days[1] else { return nil }
      self = .covers(DayRange(days[0], days[1]))
    case .pace:
      let words = comment.words.split(separator: " ")
      guard words.count == 4, words[0].last == "%", let percent = Int(words[0].dropLast()),
        (10...100).contains(percent), words[1] == "from", let weeks = Int(words[2]), weeks >= 0, words[3] == "weeks"
      else { return nil }
      self = .pace(RecordedPace(percent: percent, weeks: weeks))
    case .chances:
      let chances = comment.words.split(separator: ",").map { $0.split(separator: " ") }
      self = .chances(
        chances.compactMap { words in
          guard words.count == 2, words[1].last == "%", let percent = Int(words[1].dropLast()) else { return nil }
          return KeptChance(goal: String(words[0]), percent: percent)
        })
    case .hours:
      guard let weeks = KeptPast.weeks(record: comment.words) else { return nil }
      self = .hours(weeks)
    case .uncommitted:
      guard let seen = KeptPast.Uncommitted(record: comment.words) else { return nil }
      self = .uncommitted(seen)
    case .choice: self = .choice(WritesRecord(reading: comment.words))
    case .decided: self = .decided(WritesRecord(reading: comment.words))
    case .question:
      guard let question = SuggestedQuestion(record: comment.words) else { return nil }
      self = .question(question)
    case .lines: self = .lineMarks(comment.words.split(separator: " ").map(String.init))
    case .snapshot:
      guard let snapshot = PlanSnapshot(record: comment.words) else { return nil }
      self = .snapshot(snapshot)
    case nil: return nil
    }
  }

  /// Front matter keys of a note.
  private enum FrontMatterKey: String, CaseIterable {
    case week, made

    /// The key and its value, which YAML may have in quotes.
    static func read(_ line: String) -> (key: FrontMatterKey, value: String)? {
      for key in allCases where line.hasPrefix(key.rawValue + ":") {
        return (key, line.dropFirst(key.rawValue.count + 1).filter { $0 != " " && $0 != "\"" && $0 != "'" })
      }
      return nil
    }
  }
}

/// The name of a week's note, and its `week:`: `2026-W31`.
package enum WeekName {
  static func text(_ week: (year: Int, number: Int)) -> String {
    "\(week.year)-W" + (week.number < 10 ? "0" : "") + "\(week.number)"
  }

  /// The Sunday of the week; nil for other names.
  package static func lastDay(of name: String) -> Day? {
    guard name.utf8.count == 8, name.contains("-W") else { return nil }
    // Any day will do to read a week with its year.
    return DayPhrase.day(name, today: Day(number: 0))
  }
}
