package import JSONText
import PlanDocuments
package import PlanModel
import Scheduling
package import TextStyling

/// What was read of calendars, from where, what does not count and why, and the hours that are left week by week.
package struct BusyReport: Sendable {
  private let plan: Plan
  private let weeks: [Week]

  private struct Week: Sendable {
    var monday: Day
    var taken: TakenHours
  }

  /// - Parameter count: how many weeks get a line, this one first.
  package init(_ plan: Plan, weeks count: Int) {
    self.plan = plan
    let hours = WorkHours(of: plan)
    let monday = plan.today.monday
    weeks = (0..<count).map { week in
      let first = monday + 7 * week
      let days = DayRange(max(first, plan.today), first + 6)
      return Week(monday: first, taken: TakenHours(in: days, of: plan, hours: hours))
    }
  }

  package func text(width: Int) -> StyledText {
    guard !plan.busy.sources.isEmpty else {
      return """
        No calendar is read. Name one in mm.md:
          calendars: [calendar/*.ics]
        or, outside the vault, in your own configuration. mm explain safety says why only there.

        """
    }
    var text = StyledText()
    for source in plan.busy.sources { text += lines(of: source, width) }
    text += "\n" + table(width: width)
    if let hint { text += "\n" + hint.wrapped(width) + "\n" }
    return text
  }

  /// `calendar/*.ics  2 files, 14 times`, with what does not count below.
  private func lines(of source: BusyCalendar.Source, _ width: Int) -> StyledText {
    var text = Self.head(of: source, today: plan.today) + "\n"
    for entry in source.passedOver.entries {
      text += ("  \(entry.count, .quiet) × " + PassedOverWords.line(entry)).wrapped(width, indent: 6) + "\n"
    }
    return text
  }

  /// Such as `calendar/*.ics  2 files, 14 times taken`.
  static func head(of source: BusyCalendar.Source, today: Day) -> StyledText {
    var head: StyledText = "\(source.name, .place)  \(WorkWords.count(source.fileCount, "file"))"
    head += ", \(WorkWords.count(source.eventCount, "time")) taken"
    if source.isHolidays { head += ", public holidays" }
    if let day = source.fetched {
      head += ", fetched \(day.weekday.shortName) \(DayWords.narrow(day, today: today))"
    }
    return head
  }

  private func table(width: Int) -> StyledText {
    let hasHours = weeks.contains { $0.taken.freeMinutes != nil }
    var table = TextTable(
      [.init("week")] + (hasHours ? [.init("free", .right), .init("of", .right)] : []) + [.init("taken by")])
    let room = max(20, width - (hasHours ? 31 : 14))
    for week in weeks {
      var row: [StyledText] = ["W\(week.monday.week.number) \(DayWords.narrow(week.monday, today: plan.today))"]
      if hasHours {
        row.append(StyledText(WorkWords.hours(week.taken.freeMinutes ?? 0)))
        row.append(StyledText(WorkWords.hours(week.taken.wholeMinutes ?? 0), .quiet))
      }
      row.append(Self.names(week.taken.parts, hasHours: hasHours, room: room))
      table.add(row)
    }
    return table.text(width: width)
  }

  /// `Offsite in Lisbon 4.0, Managers' breakfast 0.5`, as many as there is room for.
  static func names(_ parts: [TakenHours.Part], hasHours: Bool, room: Int) -> StyledText {
    var text = StyledText()
    for (index, part) in parts.enumerated() {
      let name: StyledText = part.name.isEmpty ? "days off" : StyledText(part.name).fitted(28)
      let one: StyledText = hasHours ? "\(name) \(WorkWords.hours(part.minutes))" : name
      let left = parts.count - index
      let more: StyledText = left > 1 ? ", \(left - 1) more" : ""
      if index > 0, text.width + 2 + one.width + more.width > room { return text + ", \(left) more" }
      text += (index == 0 ? "" : ", ") + one
    }
    return text
  }

  /// Events with a time say nothing to hours without one.
  private var hint: StyledText? {
    guard plan.busy.events.contains(where: { $0.window != nil }), !HoursWindows.areAnywhere(in: plan) else {
      return nil
    }
    return
      "Your hours have no time of day, so only whole days take some of them. time: 2h mon-fri 06:00-08:00 holds them against appointments too."
  }

  package static let version = 1

  package var json: JSONValue {
    [
      "schema": "mm.calendar.busy", "version": .integer(BusyReport.version), "today": .string(plan.today.description),
      "sources": .array(plan.busy.sources.map(Self.source)),
      "weeks": .array(
        weeks.map { week in
          [
            "monday": .string(week.monday.description), "free_minutes": JSONValue(week.taken.freeMinutes),
            "whole_minutes": JSONValue(week.taken.wholeMinutes), "taken": Self.taken(week.taken.parts),
          ]
        }),
    ]
  }

  static func source(_ source: BusyCalendar.Source) -> JSONValue {
    [
      "name": .string(source.name), "holidays": .bool(source.isHolidays), "files": .integer(source.fileCount),
      "times": .integer(source.eventCount), "fetched": JSONValue(source.fetched?.description),
      "passed_over": .array(
        source.passedOver.entries.map { entry in
          [
            "reason": .string(PassedOverWords.code(entry.reason)), "count": .integer(entry.count),
            "file": entry.file.isEmpty ? .null : .string(entry.file),
            "line": entry.line > 0 ? .integer(entry.line) : .null, "title": .string(entry.title),
            "sentence": .string(PassedOverWords.reason(entry.reason).plain),
          ]
        }),
    ]
  }

  /// What takes hours, for programs.
  static func taken(_ parts: [TakenHours.Part]) -> JSONValue {
    .array(
      parts.map { part in
        [
          "name": .string(part.name), "event": .bool(part.isEvent), "minutes": .integer(part.minutes),
          "from": .string(part.days.first.description), "to": .string(part.days.last.description),
          "days": .integer(part.dayCount),
        ]
      })
  }
}

/// Whether hours say at which time of day they are.
enum HoursWindows {
  static func areAnywhere(in plan: Plan) -> Bool {
    ([plan.settings.hours] + plan.goals.map(\.hours)).contains { hours in
      if case .entries(let entries) = hours { entries.contains { $0.window != nil } } else { false }
    }
  }
}
