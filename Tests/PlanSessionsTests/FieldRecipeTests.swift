import Forecasting
import JSONText
import PlanDocuments
import PlanModel
import PlanOutput
import PlanSessions
import TestSupport
import Testing

/// A field is everywhere where a field has to be: for each row of the table, with the place to mend in the message.
///
/// The switches below have no default: a new field is first asked here for a value and for its member in the export.
@Suite struct FieldRecipeTests {
  static let fields = FieldTable.rows.filter(\.isWritable).map(\.name)

  /// A value as a line has it, and the member of the export that says it; nil for what only other tools write.
  private static func sample(_ name: FieldName) -> (value: String, member: String)? {
    switch name {
    case .id: ("other", "id")
    case .due: ("2026-09-05", "due")
    case .effort: ("7h", "effort")
    case .after: ("first", "after")
    case .wait: ("2-3w", "wait_days")
    case .waiting: ("2026-07-30", "waiting")
    case .start: ("2026-08-20", "start")
    case .fixed: ("yes", "fixed")
    case .progress: ("3/9", "progress")
    case .spent: ("2h", "spent_minutes")
    case .optional: ("yes", "optional")
    case .done: ("2026-08-01", "done")
    case .cancelled, .scheduled, .recurrence, .created, .priority, .onCompletion: nil
    }
  }

  private static let head = "---\ngoal: G\n---\n\n## Milestones\n\n- [ ] First id:first\n"

  private static func list(_ field: String) -> [String: String] {
    ["mm.md": "", "g.md": head + "- [ ] The part" + (field.isEmpty ? "" : " " + field) + "\n"]
  }

  private static func file(_ key: String) -> [String: String] {
    ["mm.md": "", "g.md": head, "g/part.md": "---\nmilestone: The part\n" + key + "---\n"]
  }

  private static func plan(_ files: [String: String]) throws -> Plan {
    let desk = try Desk(files)
    defer { desk.clear() }
    return Plan(reading: try desk.open().files(), today: august2)
  }

  /// What a milestone says: its stored properties without those that say where it is.
  private static func facts(_ plan: Plan) -> [String: String] {
    var facts: [String: String] = [:]
    for (label, value) in Mirror(reflecting: plan.milestones[1]).children {
      guard let label, !["goal", "document", "origin", "tasks"].contains(label) else { continue }
      facts[label] = (value as? [DependencyReference]).map { "\($0.map(\.text))" } ?? "\(value)"
    }
    return facts
  }

  private static func difference(_ files: [String: String], from base: [String: String]) throws -> [String: String] {
    let before = facts(try plan(base))
    return facts(try plan(files)).filter { before[$0.key] != $0.value }
  }

  @Test(arguments: FieldTable.rows.map(\.name)) func aFieldThatHasANameHasASample(name: FieldName) {
    #expect(
      (Self.sample(name) != nil) == FieldTable[name].isWritable,
      "`\(name)` has a key in FieldTable and no value in this test, or the other way round")
  }

  @Test(arguments: fields) func aFieldIsReadInEachSpelling(name: FieldName) throws {
    let (value, _) = try #require(Self.sample(name))
    let row = FieldTable[name]
    let own = try Self.difference(Self.list("\(name.key):\(value)"), from: Self.list(""))
    #expect(
      !own.isEmpty,
      "`\(name.key):\(value)` on a line changes no milestone: read it in Milestone.readFields (PlanModel/Building)")
    for sign in row.emoji {
      #expect(
        try Self.difference(Self.list("\(sign) \(value)"), from: Self.list("")) == own,
        "\(sign) is not read as `\(name.key)`: see EmojiValue and FieldScanner (PlanDocuments/Fields)")
    }
    #expect(!row.dataviewKeys.isEmpty, "`\(name.key)` has no Dataview key in FieldTable")
    for key in row.dataviewKeys {
      for field in ["[\(key):: \(value)]", "(\(key):: \(value))"] {
        #expect(
          try Self.difference(Self.list(field), from: Self.list("")) == own,
          "\(field) is not read as `\(name.key)`: see FieldScanner (PlanDocuments/Fields)")
      }
    }
    #expect(
      try Self.difference(Self.file("\(name.key): \(value)\n"), from: Self.file("")) == own,
      "`\(name.key): \(value)` in a milestone's file says something else than on a line: see FieldReader (PlanModel/Building)"
    )
  }

  @Test(arguments: fields.filter { FieldTable[$0].isForTasks }) func aTaskMayCarryIt(name: FieldName) throws {
    let (value, _) = try #require(Self.sample(name))
    func task(_ field: String) throws -> String {
      var files = Self.list("")
      files["g.md", default: ""] += "  - [ ] A task" + field + "\n"
      return "\(try Self.plan(files).tasks)"
    }
    #expect(
      try task(" \(name.key):\(value)") != task(""),
      "`\(name.key)` is for tasks and none reads it: see FieldReader.readTasks (PlanModel/Building)")
  }

  @Test(arguments: fields) func aFieldIsExported(name: FieldName) throws {
    let (value, member) = try #require(Self.sample(name))
    func exported(_ field: String) throws -> JSONValue? {
      ExportedGoal(try Self.plan(Self.list(field)))?.milestones[1].first { $0.key == member }?.value
    }
    let without = try exported("")
    #expect(without != nil, "the export has no `\(member)`: write it in PlanExport.milestone (PlanOutput/Exports)")
    #expect(
      try exported("\(name.key):\(value)") != without,
      "`\(member)` of the export does not follow `\(name.key)`: see PlanExport.milestone (PlanOutput/Exports)")
  }

  @Test(arguments: fields) func setWritesAFieldAndUndoTakesItBack(name: FieldName) throws {
    let (value, _) = try #require(Self.sample(name))
    for (files, other, path, key) in [
      (Self.list(""), Self.list("\(name.key):\(value)"), "g.md", "g/the-part"),
      (Self.file(""), Self.file("\(name.key): \(value)\n"), "g/part.md", "g/part"),
    ] {
      let wanted = try Self.difference(other, from: files)
      try RecipeDesk(files).expectSetting(name.key, of: key, to: value, in: path) { before, after in
        let known = Self.facts(before)
        #expect(
          Self.facts(after).filter { known[$0.key] != $0.value } == wanted,
          "`mm set` writes `\(name.key)` so that it is read otherwise: see SetValue (PlanModel/Changes)")
      } named: {
        $0.name(of: 1)
      }
    }
  }
}

/// The same for the keys of goals and of `mm.md`.
@Suite struct KeyRecipeTests {
  /// A value, and the member of the export; no member where the export leaves it out.
  private static func sample(_ key: GoalKey) -> (value: String, member: String?) {
    switch key {
    case .goal: ("Another end", "title")
    case .id: ("other", "id")
    case .start: ("2026-08-20", "start")
    case .deadline: ("2026-12-18", "deadline")
    case .planned: ("2026-11-18", "first_deadline")
    case .off: ("2026-09-01", "off")
    case .buffer: ("1w", "buffer_days")
    case .priority: ("1", "priority")
    case .first: ("2026-09-26", "first_until")
    case .inOrder: ("true", "in_order")
    case .status: ("paused", "status")
    case .progress: ("3/9", "progress")
    case .playbook: ("book", "playbook")
    // Texts for people, and hours, which the export gives as what follows from them.
    case .success, .origin, .constraints, .obstacles: ("some words", nil)
    case .time: ("2h mon-fri", nil)
    }
  }

  private static func sample(_ key: SettingsKey) -> String {
    switch key {
    case .time: "2h mon-fri"
    case .off: "2026-09-01"
    case .never: "sun"
    case .buffer: "1w"
    case .calendars, .holidays: "work.ics"
    case .reviews: "weeks"
    case .review: "done, decide"
    case .playbooks: "books"
    case .ignore: "attic"
    }
  }

  private static func goal(_ line: String) -> [String: String] {
    ["mm.md": "", "g.md": "---\ngoal: G\n" + line + "---\n\n## Milestones\n\n- [ ] First id:first\n"]
  }

  private static func plan(_ files: [String: String]) throws -> Plan {
    let desk = try Desk(files)
    defer { desk.clear() }
    return Plan(reading: try desk.open().files(), today: august2)
  }

  private static func text(_ key: GoalKey, in plan: Plan) -> String {
    "\(plan.goals[0]) \(plan.writtenEntries(of: key.rawValue, goal: 0))"
  }

  @Test(arguments: GoalKey.allCases) func aGoalsKeyIsReadSetUndoneAndExported(key: GoalKey) throws {
    let (value, member) = Self.sample(key)
    let base = Self.goal("")
    var other = Self.goal("\(key.rawValue): \(value)\n")
    if key == .goal { other["g.md"] = base["g.md"]?.replacing("goal: G", with: "goal: \(value)") }
    #expect(
      Self.text(key, in: try Self.plan(other)) != Self.text(key, in: try Self.plan(base)),
      "`\(key.rawValue)` changes no goal: read it in Goal.init(reading:) (PlanModel/Building)")
    if let member {
      func exported(_ files: [String: String]) throws -> JSONValue? {
        ExportedGoal(try Self.plan(files))?.members.first { $0.key == member }?.value
      }
      #expect(
        try exported(other) != exported(base),
        "`\(member)` of the export does not follow `\(key.rawValue)`: see PlanExport.goal (PlanOutput/Exports)")
    }
    let wanted = Self.text(key, in: try Self.plan(other))
    try RecipeDesk(base).expectSetting(key.rawValue, of: "g", to: value, in: "g.md", canBeCleared: key != .goal) {
      _, after in
      #expect(Self.text(key, in: after) == wanted, "`mm set` writes `\(key.rawValue)` so that it is read otherwise")
    } named: {
      $0.goals[0].id
    }
  }

  @Test(arguments: SettingsKey.allCases) func aSettingIsReadSetAndUndone(key: SettingsKey) throws {
    let value = Self.sample(key)
    func text(_ plan: Plan) -> String {
      Mirror(reflecting: plan.settings).children.filter { $0.label != "document" }.map { "\($0.value)" }
        .joined(separator: "\n")
    }
    let base = ["mm.md": "---\n---\n", "g.md": "---\ngoal: G\n---\n"]
    let before = text(try Self.plan(base))
    try RecipeDesk(base).expectSetting(key.rawValue, of: "mm.md", to: value, in: "mm.md") { _, after in
      #expect(
        text(after) != before,
        "`\(key.rawValue)` changes no setting: read it in Settings.init(reading:) (PlanModel/Building)")
    } named: { _ in
      "mm.md"
    }
  }

  /// One letter left out: the hint names the key.
  @Test(
    arguments: (GoalKey.allCases.map { ($0.rawValue, "g.md") } + SettingsKey.allCases.map { ($0.rawValue, "mm.md") })
      .filter { $0.0.count >= 6 })
  func aMisspeltKeyIsNoticed(key: String, path: String) throws {
    var slip = Array(key)
    slip.remove(at: 3)
    let lead = path == "g.md" ? "goal: G\n" : ""
    let desk = try Desk(
      ["mm.md": "", "g.md": "---\ngoal: G\n---\n"].merging(
        [path: "---\n" + lead + String(slip) + ": 1\n---\n"], uniquingKeysWith: { $1 }))
    defer { desk.clear() }
    let hints = try desk.open().check(withHints: true).findings.filter { $0.check == "misspelt-key" }
    #expect(
      hints.contains { $0.message.contains("Did you mean `\(key)`?") },
      "`\(String(slip))` is not taken for `\(key)`: see MisspeltKey (Checks/Writing)")
  }
}

/// The first goal of a plan as other programs get it.
private struct ExportedGoal {
  var members: [JSONValue.Member]
  var milestones: [[JSONValue.Member]] = []

  init?(_ plan: Plan) {
    guard case .object(let all) = PlanExport.json(ForecastedPlan(plan)),
      case .array(let goals) = all.first(where: { $0.key == "goals" })?.value, case .object(let goal) = goals.first
    else { return nil }
    members = goal
    if case .array(let values) = goal.first(where: { $0.key == "milestones" })?.value {
      for case .object(let members) in values { milestones.append(members) }
    }
  }
}

/// Sets a value in a vault, reads it, takes it back in both ways.
private struct RecipeDesk {
  var files: [String: String]

  init(_ files: [String: String]) { self.files = files }

  func expectSetting(
    _ key: String, of name: String, to value: String, in path: String, canBeCleared: Bool = true,
    _ check: (_ before: Plan, _ after: Plan) throws -> Void, named: (Plan) -> String
  ) throws {
    let desk = try Desk(files)
    defer { desk.clear() }
    let session = try desk.open()
    func plan() throws -> Plan { Plan(reading: try session.files(), today: august2) }
    let before = try plan()
    let change = try session.setting(key, of: name, to: value)
    try session.apply(change)
    try check(before, try plan())
    if canBeCleared {
      let cleared = try session.setting(key, of: named(try plan()), to: nil)
      let text = cleared.files.first.map { String(decoding: $0.result, as: UTF8.self) }
      #expect(text == files[path], "`mm set \(name) \(key) --clear` leaves something of it")
    }
    #expect(try session.undo() != nil)
    #expect(try desk.text(path) == files[path], "`mm undo` does not take `\(key)` back")
  }
}
