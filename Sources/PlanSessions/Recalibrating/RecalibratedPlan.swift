package import Forecasting
import ModelBackends
package import PlanDocuments
import PlanModel
package import PlanOutput
package import Recalibration
package import ReviewNotes
import TextStyling

/// A plan whose dates no longer hold, with the choices that are left.
package struct RecalibratedPlan: Sendable {
  package let outlook: ForecastedPlan
  package let choices: Choices
  /// The vault that they were made for.
  let snapshot: VaultSnapshot
  /// The goal that comes first.
  let focus: Int?

  package var report: ChoicesReport { ChoicesReport(choices, in: outlook) }
}

extension PlanSession {
  /// Looks for the choices that are left.
  ///
  /// - Parameter goal: mend this one first; the dates of the others are kept.
  package func recalibrate(goal: String? = nil) throws(SessionError) -> RecalibratedPlan {
    let snapshot = try snapshot()
    let plan = Plan(reading: snapshot, today: today)
    let focus = try goal.map { name throws(SessionError) in try lookup(in: plan).goal(named: name) }
    return try listener.working("Looking for choices") { () throws(SessionError) in
      let outlook = try forecasted(plan)
      let choices = ChoiceSearch(of: snapshot, outlook, focus: focus).choices()
      return RecalibratedPlan(outlook: outlook, choices: choices, snapshot: snapshot, focus: focus)
    }
  }

  /// The change that takes one of the choices, or a proposal beside them.
  ///
  /// - Parameter name: the number of a choice, or the id that it has in a review note, with its `^` or without.
  package func change(taking name: String, of plan: RecalibratedPlan) throws(SessionError) -> VaultChange {
    let choices = plan.choices
    let id = name.hasPrefix("^") ? String(name.dropFirst()) : name
    let all = choices.offered + choices.small + [choices.question].compactMap(\.self)
    let found = all.first { choice in
      choice.number > 0 && String(choice.number) == id || choice.blockID == id || !id.isEmpty && choice.slug == id
    }
    guard let found else { throw .unknownChoice(name, count: choices.offered.count) }
    return try change(of: found.writes, title: "Recalibrate: \(found.blockID)", in: plan.outlook.plan)
  }

  /// The dates that planned milestones without one could have, and the change that writes them.
  ///
  /// - Parameter goal: only this one.
  package func schedule(goal: String? = nil) throws(SessionError) -> ProposedDates {
    let outlook = try scheduled()
    let only = try goal.map { name throws(SessionError) in try lookup(in: outlook.plan).goal(named: name) }
    let dates = listener.working("Finding dates") { MissingDates(in: outlook, goal: only, keepsDeadlines: true) }
    let change = try change(of: dates.writes(in: outlook.plan), title: "Schedule", in: outlook.plan)
    return ProposedDates(dates: dates, report: ScheduleReport(outlook, dates), change: change)
  }
}

/// Dates for what has none.
package struct ProposedDates: Sendable {
  package let dates: MissingDates
  package let report: ScheduleReport
  package let change: VaultChange
}

/// What a language model proposes beside the choices, tried by the scheduler; it goes into the week's note, to be ticked.
package struct ConsultedChoices: Sendable {
  private let session: PlanSession
  private let review: WeeklyReview

  package init(_ session: PlanSession, isDryRun: Bool) throws(SessionError) {
    self.session = session
    review = try WeeklyReview(session, commits: false, isDryRun: isDryRun)
  }

  /// Asks for them.
  package func suggestions(
    beside plan: RecalibratedPlan, _ consultation: ModelConsultation
  ) throws(SessionError) -> Consulted<Suggestions> {
    let sitting = try review.sitting(appliesTicks: false)
    let brief = PartnerBrief(
      plan.outlook, choices: plan.choices, focus: plan.focus, done: sitting.facts.done, words: sitting.personsWords)
    return try consultation.suggestions(brief, titled: "recalibrate", on: plan.snapshot)
  }

  /// The change that puts them into the week's note, and the note.
  package func change(
    noting suggestions: Suggestions
  ) throws(SessionError) -> (change: VaultChange, note: VaultPath) {
    let sitting = try review.sitting(appliesTicks: false, suggested: suggestions)
    return (sitting.change, sitting.path)
  }
}
