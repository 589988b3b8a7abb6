package import Drafting
package import JSONText
import PlanDocuments
import PlanModel
import PlanOutput

/// A model's answer to `DraftPrompt` as a draft.
package enum DraftAnswer {
  /// - Returns: the draft as far as it can be read, and what is missing or of the wrong kind in it.
  package static func draft(_ answer: JSONValue, anchor: GoalAnchor) -> (draft: DraftPlan, problems: [String]) {
    var reader = AnswerReader()
    var milestones: [DraftPlan.Milestone] = []
    // A few more than any draft may have, so that their number is a finding.
    for (number, value) in reader.list(answer["milestones"], "milestones").prefix(500).enumerated() {
      guard case .object = value else {
        reader.report("Milestone \(number + 1) is no object.")
        continue
      }
      milestones.append(milestone(value, "milestones[\(number)]", &reader))
    }
    // Some name the step before by its title.
    let ids = Set(milestones.map(\.id))
    let byTitle = Dictionary(milestones.map { (Identifier.slug(of: $0.title), $0.id) }) { first, _ in first }
    for index in milestones.indices {
      milestones[index].after = milestones[index].after.map { ids.contains($0) ? $0 : byTitle[$0] ?? $0 }
    }
    let questions = reader.texts(answer["questions"], "questions").prefix(10)
    let draft = DraftPlan(anchor: anchor, milestones: milestones, questions: Array(questions))
    return (draft, reader.problems)
  }

  /// What an answer wants of the milestones that stand there: its `changes` and `removals`.
  package static func revisions(_ answer: JSONValue) -> (revisions: [StepRevision], problems: [String]) {
    var reader = AnswerReader()
    var revisions: [StepRevision] = []
    for (number, value) in reader.list(answer["changes"], "changes").prefix(100).enumerated() {
      func path(_ member: String) -> String { "changes[\(number)].\(member)" }
      var revision = StepRevision(id: id(reader.text(value["milestone"], path("milestone"), limit: 130)))
      revision.effort = effort(value, path, &reader)
      revision.wait = wait(value, path, &reader)
      if let after = value["after"], after != .null { revision.after = names(after, path("after"), &reader) }
      revision.why = reader.optionalText(value["why"], path("why")) ?? ""
      revisions.append(revision)
    }
    for (number, value) in reader.list(answer["removals"], "removals").prefix(100).enumerated() {
      func path(_ member: String) -> String { "removals[\(number)].\(member)" }
      let name = value.string ?? reader.text(value["milestone"], path("milestone"), limit: 130)
      let why = reader.optionalText(value["why"], path("why")) ?? ""
      revisions.append(StepRevision(id: id(name), isRemoved: true, why: why))
    }
    return (revisions, reader.problems)
  }

  private static func effort(
    _ value: JSONValue, _ path: (String) -> String, _ reader: inout AnswerReader
  ) -> Effort? {
    let one = first(of: ["effort_hours", "hours", "effort"], in: value)
    let low = reader.minutes(value["effort_hours_low"] ?? one?.value, path(one?.key ?? "effort_hours_low"))
    let high = reader.minutes(
      value["effort_hours_high"] ?? one?.value, path(one?.key ?? "effort_hours_high"), isHigh: true)
    guard let one = low ?? high, let other = high ?? low else { return nil }
    return Effort(low: rounded(min(one, other)), high: rounded(max(one, other)))
  }

  private static func wait(_ value: JSONValue, _ path: (String) -> String, _ reader: inout AnswerReader) -> Wait? {
    let one = first(of: ["wait_days", "wait"], in: value)
    let short = reader.days(value["wait_days_low"] ?? one?.value, path(one?.key ?? "wait_days_low"))
    let long = reader.days(value["wait_days_high"] ?? one?.value, path(one?.key ?? "wait_days_high"), isHigh: true)
    guard let one = short ?? long, let other = long ?? short, max(one, other) > 0 else { return nil }
    return Wait(low: min(one, other), high: max(one, other))
  }

  /// The first member of several names that models use for the same.
  private static func first(of keys: [String], in value: JSONValue) -> (key: String, value: JSONValue)? {
    keys.lazy.compactMap { key in value[key].flatMap { $0 == .null ? nil : (key, $0) } }.first
  }

  private static func names(_ value: JSONValue?, _ path: String, _ reader: inout AnswerReader) -> [String] {
    let texts = reader.texts(value, path, limit: 130)
    // `a, b` without its list.
    let parts = value?.string == nil ? texts : texts.flatMap { $0.split(separator: ",").map(String.init) }
    return parts.map { name in
      name.split(separator: "/").map { id(String($0)) }.joined(separator: "/")
    }
  }

  private static func milestone(_ value: JSONValue, _ name: String, _ reader: inout AnswerReader) -> DraftPlan.Milestone
  {
    func path(_ member: String) -> String { name + "." + member }
    let named = first(of: ["title", "name", "milestone", "step"], in: value)
    let title = reader.text(named?.value ?? value["title"], path("title"), limit: 120)
    var milestone = DraftPlan.Milestone(id: value["id"]?.string.map(id) ?? Identifier.slug(of: title), title: title)
    milestone.effort = effort(value, path, &reader)
    let before = first(of: ["after", "depends_on", "dependencies"], in: value)
    milestone.after = names(before?.value, path(before?.key ?? "after"), &reader)
    milestone.wait = wait(value, path, &reader)
    if let day = reader.day(value["fixed_date"], path("fixed_date")) {
      milestone.due = day
      milestone.isFixed = true
    }
    milestone.isOptional = reader.yesOrNo(value["optional"], path("optional"))
    milestone.reasons = reasons(value, path, &reader)
    for (number, task) in reader.list(value["tasks"], path("tasks")).prefix(12).enumerated() {
      let place = path("tasks[\(number)]")
      let title = reader.text(task["title"] ?? task, place, limit: 120)
      if !title.isEmpty {
        milestone.tasks.append(DraftPlan.Task(title: title, minutes: reader.minutes(task["hours"], place + ".hours")))
      }
    }
    return milestone
  }

  private static func reasons(
    _ value: JSONValue, _ path: (String) -> String, _ reader: inout AnswerReader
  ) -> [Playbook.Reason] {
    var reasons: [Playbook.Reason] = []
    let reason = first(of: ["why", "reason"], in: value)
    if let why = reader.optionalText(reason?.value, path(reason?.key ?? "why")) { reasons.append(.init(.why, why)) }
    if let forgotten = reader.optionalText(value["forgotten"], path("forgotten")) {
      reasons.append(.init(.forgotten, forgotten))
    }
    reasons += reader.texts(value["assumptions"], path("assumptions")).prefix(3).map { .init(.assumes, $0) }
    reasons += reader.texts(value["obstacles"], path("obstacles")).prefix(3).map { .init(.stall, $0) }
    return reasons
  }

  /// An id in the writing of ids where a model nearly writes so.
  ///
  /// `Part 1` is `part-1`.
  private static func id(_ text: String) -> String {
    text.utf8.count <= 100 ? Identifier.slug(of: text) : text
  }

  /// To the quarter of an hour, as people write estimates.
  private static func rounded(_ minutes: Int) -> Int {
    minutes < 15 ? minutes : (minutes + 7) / 15 * 15
  }
}
