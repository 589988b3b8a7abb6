import Drafting
package import JSONText
import PlanDocuments
import PlanModel
import PlanOutput
import TextStyling

/// The question for a plan.
package enum DraftPrompt {
  package static func request(_ brief: DraftBrief) -> ModelRequest {
    let schema = brief.standing.isEmpty ? schema : redraftSchema
    let parts = [goal(brief), time(brief), standing(brief), playbook(brief), task(brief), PromptWords.schema(schema)]
    return ModelRequest(
      rules: rules, question: parts.compactMap(\.self).joined(separator: "\n\n"), schemaName: "plan", schema: schema)
  }

  private static let rules =
    """
    You help a person to plan backwards from a goal: from the end to today.
    \(PromptWords.answerRules)
    """

  /// For a goal without milestones.
  package static let schema = JSONSchema.object(members)

  /// For a goal that has some: what shall become of them stands beside what is new.
  package static let redraftSchema = JSONSchema.object(
    members + [
      (
        "changes",
        JSONSchema.list(
          JSONSchema.object([
            ("milestone", JSONSchema.text("the id of one that stands there already")),
            ("effort_hours_low", JSONSchema.optionalNumber("null leaves what stands there")),
            ("effort_hours_high", JSONSchema.optionalNumber("null leaves what stands there")),
            (
              "after",
              [
                "type": ["array", "null"], "items": ["type": "string"],
                "description": "all ids that come before it; null leaves what stands there",
              ]
            ),
            (
              "wait_days_low",
              ["type": ["integer", "null"], "description": "null leaves what stands there"]
            ),
            ("wait_days_high", ["type": ["integer", "null"], "description": "the same, at the longest"]),
            ("why", JSONSchema.text("why it is better so")),
          ]), "milestones that stand there and should be otherwise; often none")
      ),
      (
        "removals",
        JSONSchema.list(
          JSONSchema.object([
            ("milestone", JSONSchema.text("the id of one that stands there already")),
            ("why", JSONSchema.text("why the end is reached without it")),
          ]), "milestones that stand there and are needed no more; often none")
      ),
    ])

  private static let members: [(String, JSONValue)] = [
    (
      "milestones",
      JSONSchema.list(
        JSONSchema.object([
          ("id", JSONSchema.text("short, of a to z, 0 to 9 and -, once in the plan")),
          ("title", JSONSchema.text("what is true when it is reached, such as: First 20,000 words drafted")),
          ("why", JSONSchema.text("what it is good for on the way to the end")),
          ("effort_hours_low", JSONSchema.number("the person's own hours; one chance in five that it takes less")),
          ("effort_hours_high", JSONSchema.number("one chance in five that it takes more")),
          (
            "after",
            JSONSchema.list(["type": "string"], "ids of milestones that must be complete before this one begins")
          ),
          (
            "wait_days_low",
            JSONSchema.integer("calendar days that pass after the work, waiting for others; 0 for none")
          ),
          ("wait_days_high", JSONSchema.integer("the same, at the longest")),
          (
            "fixed_date",
            JSONSchema.optionalText("YYYY-MM-DD, only where others have set the day: an exam, a meeting; else null")
          ),
          ("optional", JSONSchema.yesOrNo("the end is reached without it, too")),
          ("forgotten", JSONSchema.optionalText("why people leave this step out, where they do; else null")),
          ("assumptions", JSONSchema.list(["type": "string"], "what this takes for granted and may not be so")),
          ("obstacles", JSONSchema.list(["type": "string"], "what is likely to get in the way here")),
          (
            "tasks",
            JSONSchema.list(
              JSONSchema.object([
                ("title", JSONSchema.text("one step")),
                ("hours", JSONSchema.optionalNumber("the person's own, or null")),
              ]), "the first steps, at most five; often none")
          ),
        ]), "in the order in which they are reached")
    ),
    (
      "questions",
      JSONSchema.list(["type": "string"], "what you would need to know to plan better, most important first")
    ),
  ]

  // MARK: What the model is told

  static func goal(_ brief: DraftBrief) -> String {
    let anchor = brief.anchor
    var lines = ["Goal: " + anchor.goal]
    func add(_ name: String, _ values: [String]) {
      if !values.isEmpty { lines.append("\(name): " + values.joined(separator: "; ")) }
    }
    add("Success means", [anchor.success].compactMap(\.self))
    add("Where it starts", anchor.origin)
    add("Constraints", anchor.constraints)
    add("What got in the way before", anchor.obstacles)
    add("Time for it", anchor.time)
    let note = brief.note.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let words = note.joined(separator: "\n").trimmedLines
    // A goal without milestones has the heading all the same.
    if !["", "## Milestones"].contains(words) { lines += ["", words] }
    return "The goal, as the person wrote it:\n" + PromptWords.quoted(lines.joined(separator: "\n"))
  }

  static func time(_ brief: DraftBrief) -> String {
    let ground = brief.ground
    var lines = ["Today is \(PromptWords.day(ground.today))."]
    if let deadline = ground.deadline {
      lines.append("The deadline is \(PromptWords.day(deadline)), \(deadline - ground.today) days from now.")
      if let target = ground.target, target < deadline {
        lines.append(
          "\(deadline - target) days before it stay free as a buffer: the work has to be complete on \(PromptWords.day(target))."
        )
      }
    } else {
      lines.append("There is no deadline.")
    }
    if let minutes = ground.minutes {
      lines.append("Until then there are \(PromptWords.hours(minutes)) for this goal.")
    }
    if !brief.months.isEmpty {
      let months = brief.months.map { month in
        let (year, number, day) = month.first.civil
        let name = "\(year)-\(number < 10 ? "0" : "")\(number)"
        return "\(name)\(day == 1 ? "" : " (from the \(day).)") \(PromptWords.hours(month.minutes))"
      }
      lines.append("Free hours by month: " + months.joined(separator: ", ") + ".")
    }
    if let pace = brief.pace {
      lines.append("Over \(pace.weeks) weeks, \(pace.percent) of 100 free hours became work.")
    }
    if let ratio = brief.effortRatio {
      lines.append(
        "Finished milestones took \(Int((ratio * 100).rounded())) % of the hours that were estimated for them.")
    }
    if !brief.off.isEmpty {
      let days = brief.off.map {
        PromptWords.days($0.days) + ($0.percent < 100 ? " (\($0.percent) % of the hours)" : "")
      }
      lines.append("Days off: " + days.joined(separator: ", ") + ".")
    }
    if !brief.busy.isEmpty {
      let weeks = brief.busy.map { "\(PromptWords.day($0.first)) to \(PromptWords.day($0.last)) about \($0.percent) %" }
      lines.append("Other goals want much of the hours in these weeks: " + weeks.joined(separator: ", ") + ".")
    }
    return lines.joined(separator: "\n")
  }

  private static func standing(_ brief: DraftBrief) -> String? {
    guard !brief.standing.isEmpty else { return nil }
    let lines = brief.standing.map { milestone in
      let state = milestone.mayChange ? "open, may change" : milestone.state
      return "\(milestone.id): \(milestone.title) (\(([state] + milestone.facts).joined(separator: ", ")))"
    }
    return """
      Milestones that stand there already. `milestones` names only what is missing; use these ids in `after`. What should be \
      otherwise goes into `changes`, what is needed no more into `removals`: only those that say “may change” can be changed \
      in what they say or removed; in the others, what they do not say can be filled in while they are open.
      """ + "\n" + PromptWords.quoted(lines.joined(separator: "\n"))
  }

  private static func playbook(_ brief: DraftBrief) -> String? {
    guard let nearest = brief.nearest else { return nil }
    let playbook = nearest.draft
    var lines = [
      "How such goals usually go (“\(nearest.title)”): hints to improve on. Take what fits this person, leave the rest, and be more specific where you know more:"
    ]
    for milestone in playbook.milestones + playbook.afterwards {
      var line = "- \(HarmlessText.line(milestone.title))"
      if let effort = milestone.effort, effort.high > 0 { line += ", \(PromptWords.hours(effort.middle))" }
      if let wait = milestone.wait { line += ", then a wait of \(WorkWords.wait(wait))" }
      if let forgotten = milestone.reasons.first(where: { $0.kind == .forgotten }) {
        line += "; often forgotten: \(forgotten.words)"
      }
      lines.append(line)
    }
    for stall in playbook.stalls {
      let place =
        switch stall.position {
        case .percent(let percent): "at \(percent) %"
        case .week(let week): "in week \(week)"
        }
      lines.append("- people stall \(place): \(stall.words)")
    }
    return lines.joined(separator: "\n")
  }

  private static func task(_ brief: DraftBrief) -> String {
    let (least, most) = numberOfMilestones(brief)
    let most2 =
      brief.ground.minutes.map {
        " All efforts together, at their middle, fit into \(PromptWords.hours($0)), with some hours to spare."
      } ?? ""
    return """
      Plan it:
      1. Begin at the end and work backwards. What must be true a week before it? A month before? Three months before? Go on to today. A milestone says what is true, not what is done.
      2. Name what people forget: research, agreements, paperwork, other people's reading time, reserves before fixed days. Time in which the person waits for others is a wait, not effort.
      3. `after` names what must really come before. What can run side by side waits for nothing.
      4. \(least) to \(most) milestones, spread over the whole time.\(most2)
      5. Give no dates, except those that others have set: the calendar is laid out afterwards.
      6. If it cannot fit, plan what does fit, mark what could be left out as optional, and say so in the questions.
      """
  }

  /// One in two to four weeks for up to six months, about one a month for longer.
  static func numberOfMilestones(_ brief: DraftBrief) -> (least: Int, most: Int) {
    let days = brief.ground.deadline.map { $0 - brief.ground.today } ?? 120
    let (least, most) = days <= 184 ? (max(3, days / 28), max(5, days / 14)) : (max(6, days / 40), max(12, days / 28))
    return (min(least, brief.ground.mostMilestones), min(most, brief.ground.mostMilestones))
  }
}

extension String {
  fileprivate var trimmedLines: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
