import Forecasting
import JSONText
import PlanDocuments
import PlanModel
import PlanOutput
import PlanSessions
import ReviewNotes
import TestSupport
import Testing

/// One figure has one value, whichever command shows it.
@Suite struct AgreementTests {
  /// What the views say: by subject and member, each value with the first view that gave it.
  private struct Said {
    /// The names of goals and milestones.
    let subjects: Set<String>
    private var values: [String: (view: String, value: JSONValue)] = [:]
    private(set) var compared = 0
    private(set) var contradictions: [String] = []

    init(subjects: Set<String>) {
      self.subjects = subjects
    }

    /// Adds every member of every object that is about a goal or a milestone.
    mutating func add(_ json: JSONValue, from view: String, subject: String? = nil) {
      switch json {
      case .array(let items): for item in items { add(item, from: view) }
      case .object(let members) where !members.contains { $0.key == "because" }:
        let own = name(members) ?? subject
        for member in members {
          let (key, value) = (member.key, member.value)
          if case .object = value, key == "will", let own { add(value, from: view, subject: own + " will") }
          if case .array = value { add(value, from: view) }
          if let own, !Self.isOfTheView(key) { compare(own + " " + key, value, view) }
          if key == "planned_from" || key == "today" { compare(key, value, view) }
          if key == "conflicts" { compare(key, value, view) }
        }
      default: return
      }
    }

    mutating func compare(_ what: String, _ value: JSONValue, _ view: String) {
      guard let known = values[what] else { return values[what] = (view, value) }
      compared += 1
      if known.value != value {
        contradictions.append("\(what): \(known.view) says \(known.value.text), \(view) says \(value.text)")
      }
    }

    private func name(_ members: [JSONValue.Member]) -> String? {
      for key in ["name", "id", "goal"] {
        if case .string(let name)? = members.first(where: { $0.key == key })?.value, subjects.contains(name) {
          return name
        }
      }
      return nil
    }

    /// Members that name what is inside, or whose value is cut to what the view shows.
    private static func isOfTheView(_ key: String) -> Bool {
      [
        "milestones", "tasks", "minutes", "id", "name", "goal", "schema", "version", "chain", "latest_chain", "line",
        "wanted_minutes",
      ]
      .contains(key)
    }
  }

  @Test(arguments: 0..<(seedCount ?? 12))
  func everyViewSaysTheSame(seed: Int) throws {
    let today = august2 + seed % 7
    var vault = VaultOfEveryField(seed: seed, today: today)
    let files = vault.files()
    let desk = try Desk(Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.text) }))
    defer { desk.clear() }
    let session = try desk.open(today: today)
    let plan = try session.plan()
    var said = Said(subjects: Set(plan.goals.map(\.id) + plan.milestones.indices.map(plan.name)))
    said.add(try session.export(), from: "export")
    said.add(try session.firstScreen().json, from: "first screen")
    said.add(try session.list().json, from: "list")
    said.add(try session.forecast().json, from: "forecast")
    said.add(try session.load(weeks: 8).json, from: "load")
    for goal in plan.goals.indices {
      said.add(try session.explain(plan.goals[goal].id).json, from: "explain goal")
      for milestone in plan.goals[goal].milestones {
        said.add(try session.explain(plan.name(of: milestone)).json, from: "explain milestone")
      }
    }
    let note = try WeeklyReview(session, commits: false, isDryRun: true).sitting()
    for standing in note.facts.goals {
      guard let goal = plan.goals.first(where: { $0.title == standing.goal.title }), goal.status == .active else {
        continue
      }
      said.compare("\(goal.id) remaining_minutes", .integer(standing.minutesLeft), "note")
      said.compare("\(goal.id) deadline", JSONValue(standing.deadline?.description), "note")
      if let likely = standing.likely {
        said.compare("\(goal.id) will p50", JSONValue(likely.will.p50?.description), "note")
        said.compare("\(goal.id) will p80", JSONValue(likely.will.p80?.description), "note")
        if !standing.endIsFixed, let chance = likely.chance {
          said.compare("\(goal.id) will deadline_chance", .number(chance, decimals: 3), "note")
        }
      }
    }
    #expect(said.contradictions.isEmpty, "\(files.map(\.text).joined(separator: "\n"))")
    #expect(said.compared > 10)
  }
}
