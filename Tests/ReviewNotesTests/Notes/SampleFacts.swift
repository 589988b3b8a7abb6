import PlanDocuments
import PlanModel
import Recalibration
import ReviewNotes
import TestSupport
import Testing

/// Facts of an invented week: a boat licence with a fixed exam, a film, and a garden that is nearly done.
enum SampleFacts {
  static func day(_ text: String) -> Day {
    Day(written: text) ?? Day(number: 0)
  }

  static func days(_ first: String, _ last: String) -> DayRange {
    DayRange(day(first), day(last))
  }

  static let licence = NamedItem("licence", path: VaultPath("goals/licence.md"))
  static let film = NamedItem("film", path: VaultPath("goals/short film.md"))

  static var week: ReviewFacts {
    let today = day("2026-08-02")
    var facts = ReviewFacts(
      today: today, period: ReviewPeriod(today: today, coveredUntil: day("2026-07-26")), folder: VaultPath("reviews"))
    facts.headline = [
      "The exam on \(day("2026-09-19")) cannot move, and 4.5 of its 22 hours find no place before it.",
      "The film wants the same evenings until 3 October; choice 2 is the mildest at which both hold on paper.",
    ]
    facts.done.finishedMinutes = 290
    facts.done.freeMinutes = 480
    facts.done.weeks = .init(count: 8, finishedMinutes: 2100, freeMinutes: 3360)
    var work = WorkDone.GoalWork(goal: licence)
    work.minutes = 200
    work.completed = [
      CompletedMilestone(
        milestone: NamedItem("Chart work"), done: day("2026-07-29"), due: day("2026-07-25"))
    ]
    work.ticked = ["Lights and shapes", "Radio: distress calls"]
    var cutting = WorkDone.GoalWork(goal: film)
    cutting.minutes = 90
    cutting.amounts = [
      .init(
        milestone: "Rough cut", before: Amount(from: 0, now: 6_000, to: 20_000, unit: "scenes"),
        now: Amount(from: 0, now: 9_000, to: 20_000, unit: "scenes"))
    ]
    facts.done.goals = [work, cutting]
    facts.goals = standings
    facts.chances = [KeptChance(goal: "licence", percent: 20), KeptChance(goal: "film", percent: 65)]
    facts.chanceMoves = [ChanceMove(goal: licence, before: 0.3, now: 0.2)]
    facts.overbookings = [
      Overbooking(
        days: days("2026-08-03", "2026-09-19"),
        demands: [.init(goal: licence, minutes: 1320), .init(goal: film, minutes: 1110)], freeMinutes: 2160,
        takenBy: ["Corsica", "Trade fair"], takenMinutes: 780)
    ]
    facts.decide = decide
    facts.nextWeek = nextWeek
    facts.weeks = weeks
    facts.endsBackwards = [
      EndBackwards(
        goal: licence, end: day("2026-09-19"),
        steps: [
          step(.oneWeek, "2026-09-12", [("Two mock papers", "2026-09-12")]),
          step(.oneMonth, "2026-08-19", [("Radio certificate", "2026-08-16")], underWay: "Tides"),
        ]),
      EndBackwards(
        goal: film, end: day("2026-11-30"),
        steps: [
          step(.oneWeek, "2026-11-23", [("Sound mixed", "2026-11-20")]),
          step(.oneMonth, "2026-10-31", [("Picture locked", "2026-10-25")]),
          step(.threeMonths, "2026-08-31", [("Rough cut", "2026-08-30")]),
        ]),
    ]
    facts.questions = [
      "\(title: "Rough cut") is 18 h in one line and decides the film. Which ten scenes carry it?",
      "Last time you stopped in the third week of tides. What would make this week's hour easy to begin?",
    ]
    facts.sources = [
      "On paper: every free hour used, from the hours and days off in `mm.md`. Why a date is where it is: `mm explain licence/mock`."
    ]
    return facts
  }

  private static func step(
    _ distance: EndBackwards.Step.Distance, _ day: String, _ complete: [(String, String)], underWay: String? = nil
  ) -> EndBackwards.Step {
    var step = EndBackwards.Step(distance: distance, day: self.day(day))
    step.complete = complete.map { .init(title: $0.0, must: self.day($0.1)) }
    step.underWay = underWay
    return step
  }

  private static var standings: [GoalStanding] {
    var exam = GoalStanding(
      goal: licence, totalMinutes: 2400, minutesLeft: 1320, onPaper: .late(day("2026-09-28"), days: 9))
    exam.deadline = day("2026-09-19")
    exam.target = exam.deadline
    exam.endIsFixed = true
    exam.needsAWeek = 195
    exam.gaveAWeek = 150
    exam.shortfallMinutes = 270
    exam.waiting = [
      .init(
        milestone: NamedItem("Doctor's form", path: licence.path), since: day("2026-07-20"), until: day("2026-08-10")),
      .init(
        milestone: NamedItem("Photographs", path: licence.path), since: day("2026-07-10"), until: day("2026-07-24")),
    ]
    var picture = GoalStanding(
      goal: film, totalMinutes: 3000, minutesLeft: 2100, onPaper: .usesBuffer(day("2026-11-27"), days: 4))
    picture.deadline = day("2026-11-30")
    picture.target = day("2026-11-23")
    picture.needsAWeek = 131
    picture.gaveAWeek = 60
    picture.amount = Amount(from: 0, now: 9_000, to: 20_000, unit: "scenes")
    return [exam, picture]
  }

  private static var decide: DecideFacts {
    let ends: [EndResult.End] = [.goal(0), .goal(1)]
    func results(_ exam: String, _ picture: String, filmBy: String = "2026-11-30", filmLeft: Int = 2100) -> [EndResult]
    {
      [
        EndResult(
          end: ends[0], completion: day(exam), deadline: day("2026-09-19"), target: day("2026-09-19"), minutesLeft: 1320
        ),
        EndResult(
          end: ends[1], completion: day(picture), deadline: day(filmBy), target: day(filmBy) - 7, minutesLeft: filmLeft),
      ]
    }
    func due(_ name: String, _ old: String?, _ new: String) -> PlannedWrite {
      PlannedWrite(subject: .milestone(name), key: "due", action: .set(old: old, new: new))
    }
    let first = Choice(
      number: 1, slug: "", sentence: "Put \(title: "licence") first until \(day("2026-09-19"))",
      writes: [
        due("licence/radio", "2026-08-09", "2026-08-14"), due("licence/tides", "2026-08-23", "2026-08-29"),
        due("film/rough-cut", "2026-08-30", "2026-10-11"),
      ], results: results("2026-09-18", "2026-12-04"))
    let second = Choice(
      number: 2, slug: "",
      sentence: "Put \(title: "licence") first and leave out \(title: "Behind the scenes") (\(minutes: 360))",
      writes: first.writes + [
        PlannedWrite(subject: .milestone("film/behind"), key: "", action: .box(old: .open, new: .cancelled))
      ], results: results("2026-09-18", "2026-11-22", filmLeft: 1740), minutesSaved: 360)
    let dates = Choice(
      number: 0, slug: "dates",
      sentence: "Write the completion date that the boxes show: \(title: "Chart work") \(day("2026-07-29")).",
      writes: [
        PlannedWrite(
          subject: .milestone("licence/charts"), key: "done", action: .set(old: nil, new: "2026-07-29"))
      ])
    var facts = DecideFacts(
      choices: Choices(
        baseline: results("2026-09-28", "2026-11-27"), offered: [first, second], small: [dates]))
    facts.choices.offered[1].isAdvised = true
    facts.choices.question = Choice(
      number: 0, slug: "unchain-film-cut",
      sentence:
        "\(title: "Rough cut") waits for \(title: "Music"). If it didn't, \(title: "film") would rise from \(chance: 0.65) to \(chance: 0.8).",
      writes: [
        PlannedWrite(subject: .milestone("film/rough-cut"), key: "after", action: .set(old: "music", new: nil))
      ])
    facts.lines = [
      first.sentence + ": \(title: "licence") \(chance: 0.6).",
      second.sentence + ": \(title: "licence") \(chance: 0.75).",
    ]
    facts.table = [.init(name: "\(title: "licence"), \(day("2026-09-19"))", cells: ["20 %", "60 %", "75 %"])]
    facts.remarks = ["\(title: "film") at \(chance: 0.65) stays."]
    facts.hasPercentages = true
    facts.dated = [
      .init(name: "licence/radio", title: "Radio certificate"), .init(name: "licence/tides", title: "Tides"),
      .init(name: "film/rough-cut", title: "Rough cut"),
    ]
    return facts
  }

  private static var nextWeek: WeekAhead {
    var week = WeekAhead()
    week.days = days("2026-08-03", "2026-08-09")
    week.freeMinutes = 480
    week.pace = RecordedPace(percent: 62, weeks: 8)
    var monday = WeekAhead.DayPlan(day: day("2026-08-03"))
    monday.work = [
      WeekAhead.Work(
        name: "licence/radio", milestone: NamedItem("Radio certificate", path: VaultPath("goals/licence/radio.md")),
        goal: licence,
        task: "Mock call with Ada", minutes: 90)
    ]
    var saturday = WeekAhead.DayPlan(day: day("2026-08-08"))
    saturday.work = [
      WeekAhead.Work(
        name: "film/rough-cut", milestone: NamedItem("Rough cut", path: film.path), goal: film, minutes: 165)
    ]
    saturday.due = [WeekAhead.Due(milestone: NamedItem("Radio certificate"), isFixed: false, likely: day("2026-08-14"))]
    week.plan = [monday, saturday]
    week.ahead = [
      .init(name: "Corsica", days: days("2026-08-10", "2026-08-16"), freeMinutes: 0),
      .init(name: "Trade fair", days: days("2026-09-02", "2026-09-03"), freeMinutes: 60),
    ]
    week.remarks = [
      "\(title: "Send the form to the doctor"): do your part (1 h) by \(weekday: day("2026-08-14")), then comes a wait of 2 to 3 weeks."
    ]
    return week
  }

  private static var weeks: WeeksAhead {
    var weeks = WeeksAhead()
    weeks.weekCount = 6
    var radio = WeeksAhead.Row(milestone: NamedItem("Radio certificate", path: VaultPath("goals/licence/radio.md")))
    radio.due = day("2026-08-09")
    radio.must = day("2026-08-16")
    radio.completion = day("2026-08-08")
    var cut = WeeksAhead.Row(milestone: NamedItem("Rough cut", path: film.path))
    cut.amount = Amount(from: 0, now: 9_000, to: 20_000, unit: "scenes")
    cut.due = day("2026-07-26")
    cut.must = day("2026-08-30")
    cut.sendBy = day("2026-08-16")
    cut.completion = day("2026-09-26")
    weeks.rows = [radio, cut]
    weeks.chart = GanttChart(
      days: days("2026-08-03", "2026-10-25"),
      sections: [
        .init(
          title: "licence",
          bars: [
            .init(title: "Radio certificate", kind: .running, days: days("2026-08-03", "2026-08-08")),
            .init(title: "Tides: 80 % of it", kind: .work, days: days("2026-08-17", "2026-09-05")),
            .init(title: "Exam", kind: .milestone, days: days("2026-09-19", "2026-09-19")),
          ]),
        .init(
          title: "film",
          bars: [
            .init(title: "Rough cut", kind: .work, days: days("2026-08-03", "2026-09-26")),
            .init(title: "Composer answers", kind: .waiting, days: days("2026-09-27", "2026-11-10")),
          ]),
        .init(title: "Away", bars: [.init(title: "Corsica", kind: .away, days: days("2026-08-10", "2026-08-16"))]),
      ])
    return weeks
  }
}
