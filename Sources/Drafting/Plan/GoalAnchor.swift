package import PlanDocuments
package import PlanModel

/// A goal as its front matter has it: where it ends, where it starts, and what it may cost.
package struct GoalAnchor: Hashable, Sendable {
  /// The destination in one sentence.
  package var goal: String
  /// How anyone could tell that it is reached.
  package var success: String?
  /// Where it starts.
  package var origin: [String]
  package var start: Day?
  package var deadline: Day?
  /// The words that the deadline was read from, where they were no plain date; not written.
  package var deadlineWords: String? = nil
  /// Entries of `time:`, as the person writes them: `2h mon-fri`.
  package var time: [String]
  /// Entries of `off:`.
  package var off: [String]
  /// Time of day, money, energy, support.
  package var constraints: [String]
  /// What got in the way before.
  package var obstacles: [String]
  /// 1 first, 2 normal, 3 later; nil is not said.
  package var priority: Int?
  /// Days kept free before the deadline; nil takes the vault's.
  package var buffer: Int?
  /// The name of the playbook that it was drafted from.
  package var playbook: String?

  package init(
    goal: String, success: String? = nil, origin: [String] = [], start: Day? = nil, deadline: Day? = nil,
    time: [String] = [], off: [String] = [], constraints: [String] = [], obstacles: [String] = [],
    priority: Int? = nil, buffer: Int? = nil, playbook: String? = nil
  ) {
    self.goal = goal
    self.success = success
    self.origin = origin
    self.start = start
    self.deadline = deadline
    self.time = time
    self.off = off
    self.constraints = constraints
    self.obstacles = obstacles
    self.priority = priority
    self.buffer = buffer
    self.playbook = playbook
  }
}

extension GoalAnchor {
  /// What an existing goal says.
  package init(ofGoal index: Int, in plan: Plan) {
    let goal = plan.goals[index]
    func entries(_ key: String) -> [String] { plan.writtenEntries(of: key, goal: index).filter { !$0.isEmpty } }
    self.init(
      goal: goal.title, success: entries("success").first, origin: entries("origin"), start: goal.start,
      deadline: goal.deadline, time: entries("time"), off: entries("off"), constraints: entries("constraints"),
      obstacles: entries("obstacles"),
      priority: plan.writtenValue(of: "priority", goal: index) == nil ? nil : goal.priority,
      buffer: goal.buffer, playbook: goal.playbook)
  }

  /// The keys of the front matter with their entries, in the order of the format; keys without any have none.
  package var frontMatter: [(key: String, values: [String])] {
    [
      ("goal", [goal]), ("success", [success].compactMap(\.self)), ("origin", origin),
      ("start", [start?.description].compactMap(\.self)), ("deadline", [deadline?.description].compactMap(\.self)),
      ("time", time), ("off", off), ("constraints", constraints), ("obstacles", obstacles),
      ("priority", [priority.map(String.init)].compactMap(\.self)),
      ("buffer", [buffer.map { Wait(low: $0, high: $0).written }].compactMap(\.self)),
      ("playbook", [playbook].compactMap(\.self)),
    ]
  }
}
