import Checks
import PlanDocuments
import PlanModel

/// What `mm set` is asked for, as a change that was read again: a value that the format does not have is refused.
struct ValueSetting {
  private let snapshot: VaultSnapshot
  private let plan: Plan
  private let lookup: ItemLookup

  init(_ snapshot: VaultSnapshot, plan: Plan, lookup: ItemLookup) {
    self.snapshot = snapshot
    self.plan = plan
    self.lookup = lookup
  }

  /// - Parameter value: the words of the person; nil takes the field out.
  func change(of name: String, field: String, to value: String?) throws(SessionError) -> VaultChange {
    let subject = try subject(name)
    guard subject.keys.contains(field) else {
      throw .value(
        .unknownField(
          field, of: subject.owner, near: NearestWords.to(field, in: subject.keys), known: subject.keys))
    }
    let text = value.map { self.written($0, in: field) }
    if let text, subject.owner == .milestone || subject.owner == .task { try refuseWords(text, in: field) }
    let change = try SessionError.editing(plan.documents + [plan.settings.document]) { () throws(EditRefusal) in
      try subject.change(field, text, plan)
    }
    if let finding = newFinding(of: change) { throw .value(.finding(finding.message)) }
    return change
  }

  private struct Subject {
    var owner: FieldOwner
    var keys: [String]
    var change: (_ key: String, _ value: String?, Plan) throws(EditRefusal) -> VaultChange
  }

  private func subject(_ name: String) throws(SessionError) -> Subject {
    if name == "mm.md" {
      return Subject(owner: .settings, keys: SetValue.settingsKeys) { key, value, plan throws(EditRefusal) in
        try SetValue.settings(key: key, to: value, in: plan)
      }
    }
    switch try lookup.item(named: name) {
    case .goal(let goal):
      return Subject(owner: .goal, keys: SetValue.goalKeys) { key, value, plan throws(EditRefusal) in
        try SetValue.goal(goal, key: key, to: value, in: plan)
      }
    case .milestone(let milestone):
      return Subject(owner: .milestone, keys: SetValue.milestoneKeys) { key, value, plan throws(EditRefusal) in
        try SetValue.milestone(milestone, key: key, to: value, in: plan)
      }
    case .task(let task, of: let milestone):
      return Subject(owner: .task, keys: SetValue.taskKeys) { key, value, plan throws(EditRefusal) in
        try SetValue.task(task, of: milestone, key: key, to: value, in: plan)
      }
    }
  }

  /// A value of several words where one is wanted isn't a value, and is refused like any other.
  private func refuseWords(_ value: String, in field: String) throws(SessionError) {
    guard value.contains(" "), let row = FieldTable.rows.first(where: { $0.key?.description == field }) else { return }
    let form: String? =
      switch row.shape {
      case .day: "a day is written 2026-07-19"
      case .effort: "hours are written 40h, 1.5h, 90m or 30-60h"
      case .calendarTime: "a wait is written 2w, 5d or 2-3w"
      case .amount, .yes, .identifier, .references, .words, .none: nil
      }
    if let form { throw .value(.finding("`\(value)` isn't a value for `\(field)`: \(form).")) }
  }

  /// `3 hours` as it stands in a file: `3h`.
  private func amount(_ value: String) -> String {
    let parts = value.split(separator: " ")
    guard parts.count == 2, parts[0].utf8.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E || $0 == 0x2D })
    else { return value }
    let unit: String? =
      switch parts[1].lowercased() {
      case "h", "hr", "hrs", "hour", "hours": "h"
      case "m", "min", "mins", "minute", "minutes": "m"
      case "d", "day", "days": "d"
      case "w", "week", "weeks": "w"
      default: nil
      }
    return unit.map { parts[0] + $0 } ?? value
  }

  /// Days in words become days as the files have them; everything else stays what the person wrote.
  private func written(_ value: String, in field: String) -> String {
    guard KeyShape.of(field) == .day else {
      return ["effort", "spent", "wait"].contains(field) ? amount(value) : value
    }
    return DayPhrase.day(value, today: plan.today)?.description ?? value
  }

  /// What the change would bring in that could not be read.
  private func newFinding(of change: VaultChange) -> Finding? {
    var after = snapshot
    for file in change.files {
      let document = PlanDocument(reading: SourceText(path: file.path, bytes: file.result))
      if file.path == after.settings.text.path {
        after.settings = document
      } else if let index = after.documents.firstIndex(where: { $0.text.path == file.path }) {
        after.documents[index] = document
      }
    }
    func findings(_ plan: Plan) -> [Finding] { CheckRunner(ValueSetting.checks).findings(in: CheckFacts(plan)) }
    let known = Set(findings(plan).map { $0.check + $0.message })
    return findings(Plan(reading: after, today: plan.today)).first { !known.contains($0.check + $0.message) }
  }

  /// What a value may not bring in.
  ///
  /// That dates do not fit is no reason to refuse one: the person decides.
  private static let checks = [
    "bad-front-matter", "bad-value", "duplicate-id", "unknown-dependency", "dependency-cycle",
  ].compactMap(CheckCatalogue.check)
}
