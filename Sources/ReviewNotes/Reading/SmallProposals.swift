package import Forecasting
package import PlanDocuments
package import PlanModel
package import Recalibration

/// What *Your words* of a note would change, as small proposals.
package struct WordsProposals: Hashable, Sendable {
  package var choices: [Choice] = []
  /// Lines that could not be read: what they say, and how to write it.
  package var unread: [Sentence] = []

  /// - Parameters:
  ///   - time: the entries of `time:` as `mm.md` has them.
  ///   - off: those of `off:`.
  package init(_ words: PersonsWords, today: Day, time: [String], off: [String]) {
    let known = off.compactMap { try? DaysOff(reading: ArraySlice($0.utf8)) }
    for line in words.away {
      guard let phrase = AwayPhrase.daysOff(line.text, today: today) else {
        unread.append(
          "“\(title: line.text)” after \(words: WordsLine.Key.away.marked) names no days; write \(words: AwayPhrase.examples)."
        )
        continue
      }
      guard let away = phrase.takingPart(of: time) else {
        unread.append(
          "“\(title: line.text)” after \(words: WordsLine.Key.away.marked) names a part of the day, and your hours don't say when they are; write the share of the day's hours, such as \(words: "tue 50%")."
        )
        continue
      }
      // Days that are past count too: they are no weeks in which nothing was done.
      if known.contains(where: { $0.covers(away) }) { continue }
      let share = away.percent == 100 ? "" : ", \(away.percent) % of the hours"
      let reason: Sentence = away.reason.isEmpty ? "" : ", \(title: away.reason)"
      choices.append(
        Choice(
          number: 0, slug: BlockID.awaySlug(away.days.first),
          sentence: "Days off \(away.days)\(words: share)\(reason).",
          writes: [PlannedWrite(subject: .settings, key: "off", action: .add(away.written, old: off))]))
    }
    for line in words.hours {
      do {
        let hours = try Hours(reading: ArraySlice(line.text.utf8))
        guard case .entries(let entries) = hours else { continue }
        for entry in entries where !time.contains(entry.written) { propose(entry, time: time) }
      } catch {
        unread.append(
          "“\(title: line.text)” after \(words: WordsLine.Key.hours.marked) says no hours; write 2h mon-fri, 10h/week or 2h sun 2026-09-06..2026-09-27."
        )
      }
    }
  }

  /// What the newest notes say; nothing twice.
  package init(in notes: [ReviewNote?], of plan: Plan) {
    let time = plan.writtenSettings(of: "time")
    let off = plan.writtenSettings(of: "off")
    for note in notes.compactMap(\.self) {
      // An older note's `tomorrow` is the day after it was written.
      let day = note.text.path == notes.first??.text.path ? plan.today : note.made ?? plan.today
      let found = WordsProposals(note.words, today: day, time: time, off: off)
      choices += found.choices.filter { choice in !choices.contains { $0.slug == choice.slug } }
      unread += found.unread.filter { !unread.contains($0) }
    }
  }

  /// Hours on certain days are hours more, hours a week are all that there are; with a period they are what its days have.
  private mutating func propose(_ entry: HoursEntry, time: [String]) {
    let slug = BlockID.hoursSlug(entry.written)
    if choices.contains(where: { $0.slug == slug }) { return }
    let before = time.flatMap { text -> [HoursEntry] in
      if case .entries(let entries)? = try? Hours(reading: ArraySlice(text.utf8)) { entries } else { [] }
    }
    let isWhole = entry.rhythm == .week && entry.rank == 0 && !time.isEmpty
    var after = HoursList(before, isVault: true)
    after.put(entry)
    let writes: [PlannedWrite]?
    if isWhole {
      writes = [
        PlannedWrite(
          subject: .settings, key: "time", action: .set(old: time.joined(separator: ", "), new: entry.written))
      ]
    } else {
      writes = [PlannedWrite](hours: .settings, written: time, to: after.entries)
    }
    guard let writes else { return }
    let effect: Sentence =
      if isWhole {
        " instead of `\(words: code(time.joined(separator: ", ")))`."
      } else if entry.rank > 0, before.contains(where: { entry.replaces($0) }) {
        (entry.isOfDays ? " instead of what these days have otherwise" : " instead of all other hours then")
          + difference(entry, before, after.entries) + "."
      } else {
        " more."
      }
    choices.append(
      Choice(
        number: 0, slug: slug, sentence: "Hours for all goals: `\(words: entry.written)`" + effect, writes: writes))
  }

  /// Such as `: 8 h a week, not 13 h`, on average over the period.
  private func difference(_ entry: HoursEntry, _ before: [HoursEntry], _ after: [HoursEntry]) -> Sentence {
    guard let period = entry.period, period.last - period.first < 3_660 else { return "" }
    func aWeek(_ entries: [HoursEntry]) -> Int {
      let hours = WorkHours(vault: .init(hours: .entries(entries)), goals: [])
      let free = FreeHours(hours, today: period.first, from: period.first, through: period.last)
      let days = period.last - period.first + 1
      return (0..<days).reduce(0) { $0 + (free.sharedMinutes(on: period.first + $1) ?? 0) } * 7 / days
    }
    return ": \(minutes: aWeek(after)) a week, not \(minutes: aWeek(before))"
  }

  /// Text of `mm.md` inside code: no end of code, no line end.
  private func code(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.isASCII && $0.value >= 0x20 && $0 != "`" }))
  }
}

extension DaysOff {
  fileprivate func covers(_ other: DaysOff) -> Bool {
    days.first <= other.days.first && other.days.last <= days.last && percent >= other.percent
  }
}

extension PlanHistory {
  private static let mostNamed = 4

  /// One small proposal: the completion dates that git knows, for all milestones whose boxes were ticked by hand; nil
  /// where none lacks its date, or git saw none of the ticks.
  package var completionDates: Choice? {
    var writes: [PlannedWrite] = []
    var named: [Sentence] = []
    for (index, milestone) in plan.milestones.enumerated()
    where milestone.done == nil && plan.goals[milestone.goal].status == .active && plan.isTicked(milestone: index) {
      guard let seen = done(milestone: index), seen.isExact else { continue }
      writes.append(
        PlannedWrite(
          subject: .milestone(plan.name(of: index)), key: "done", action: .set(old: nil, new: seen.day.description)))
      named.append("\(title: milestone.title) \(seen.day)")
    }
    if writes.isEmpty { return nil }
    var list = named[0]
    for name in named.dropFirst().prefix(Self.mostNamed - 1) { list = list + ", " + name }
    let more = named.count - Self.mostNamed
    if more > 0 { list = list + " and \(more) more" }
    let what: Sentence = writes.count == 1 ? "the completion date" : "the completion dates"
    return Choice(
      number: 0, slug: BlockID.completionsSlug, sentence: "Write \(what) that git knows: \(list).", writes: writes)
  }
}

extension Plan {
  /// Its own box carries the tick: it is not complete by its amount, nor by a date.
  fileprivate func isTicked(milestone index: Int) -> Bool {
    let milestone = milestones[index]
    switch milestone.origin {
    case .item(let item): return documents[milestone.document].items[item].state == .done
    case .file(let link?): return documents[goals[milestone.goal].document].items[link].state == .done
    case .file(nil): return false
    }
  }
}

extension MovedMilestone {
  /// A small proposal for the review; nil where the plan has the day by now, or the day is past and could not be written.
  package func choice(in plan: Plan) -> Choice? {
    guard plan.milestones.indices.contains(milestone), plan.milestones[milestone].due != to, to >= plan.today else {
      return nil
    }
    let title = PlainTitle.text(plan.milestones[milestone].title)
    let fixed: Sentence = plan.milestones[milestone].isFixed ? " Its day is fixed in the plan." : ""
    return Choice(
      number: 0, slug: BlockID.movedSlug(plan.name(of: milestone)),
      sentence: "You moved \(title: title) to \(to) in the calendar: take it over.\(fixed)",
      writes: [write(in: plan)])
  }
}
