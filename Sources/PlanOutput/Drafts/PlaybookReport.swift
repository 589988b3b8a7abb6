package import Drafting
package import JSONText
import PlanDocuments
import PlanModel
package import TextStyling

/// One playbook with everything in it.
package struct PlaybookReport: Sendable {
  private let playbook: Playbook
  private let isOwn: Bool

  package init(_ playbook: Playbook, isOwn: Bool) {
    self.playbook = playbook
    self.isOwn = isOwn
  }

  package func text(width: Int) -> StyledText {
    let width = min(width, 100)
    var text: StyledText = "\(playbook.title, .strong)\(isOwn ? " (your own)" : "")\n"
    var facts: [StyledText] = []
    if let lasts = playbook.lasts { facts.append("takes \(WorkWords.wait(lasts))") }
    if let effort = playbook.effort { facts.append("\(PlaybookWords.hours(effort)) h\(measure)") }
    if !facts.isEmpty { text += "  \(facts.joined(by: ", "))\n" }
    text += "\n" + StyledText("Steps", .strong) + "\n"
    for milestone in playbook.milestones { text += step(milestone, width) }
    text += list("Where people stall", playbook.stalls.map(words), width)
    text += list("To be asked", playbook.questions.map { StyledText($0) }, width)
    text += list("Sources", playbook.sources.map { StyledText($0) }, width)
    return text + list("What is wrong in it", playbook.findings.map { StyledText($0.message) }, width)
  }

  private var measure: StyledText {
    playbook.measure.map { " for \(Amount.written(thousandths: $0.number)) \($0.unit)" } ?? ""
  }

  private func step(_ milestone: Playbook.Milestone, _ width: Int) -> StyledText {
    var text =
      "  \(StyledText(PlaybookWords.work(milestone)).padded(8, toRight: true))  "
      + StyledText(milestone.title).wrapped(width - 12).indented(12) + "\n"
    var facts: [StyledText] = [StyledText(milestone.id)]
    if !milestone.after.isEmpty { facts.append("after \(WorkWords.list(milestone.after))") }
    if let wait = milestone.wait { facts.append("then \(WorkWords.wait(wait)) of waiting") }
    facts += PlaybookWords.conditions(of: milestone, in: playbook).map { StyledText($0) }
    if milestone.isOptional { facts.append("may be left out") }
    text += "         " + facts.joined(by: ", ").styled(.quiet).wrapped(width - 9).indented(9) + "\n"
    for reason in milestone.reasons {
      let word = reason.kind.rawValue.prefix(1).uppercased() + reason.kind.rawValue.dropFirst()
      text += "         " + StyledText("\(word): \(reason.words)").wrapped(width - 9).indented(9) + "\n"
    }
    for task in milestone.tasks {
      text += "         " + StyledText("[ ] \(task.title)").wrapped(width - 9).indented(9) + "\n"
    }
    return text
  }

  private func words(_ stall: StallPoint) -> StyledText {
    switch stall.position {
    case .percent(let percent): "at \(percent) %: \(stall.words)"
    case .week(let week): "in week \(week): \(stall.words)"
    }
  }

  private func list(_ title: StyledText, _ lines: [StyledText], _ width: Int) -> StyledText {
    guard !lines.isEmpty else { return "" }
    return "\n" + title.styled(.strong) + "\n"
      + lines.map { "  - " + $0.wrapped(width - 4).indented(4) + "\n" }.joined(by: "")
  }

  package static let version = 1

  package var json: JSONValue {
    let milestones: [JSONValue] = playbook.milestones.map { milestone in
      let wait: JSONValue =
        milestone.wait.map { ["low_days": .integer($0.low), "high_days": .integer($0.high)] } ?? .null
      return [
        "id": .string(milestone.id), "title": .string(milestone.title), "work": .string(PlaybookWords.work(milestone)),
        "after": .array(milestone.after.map(JSONValue.string)), "wait": wait, "optional": .bool(milestone.isOptional),
        "reasons": .array(milestone.reasons.map { ["kind": .string($0.kind.rawValue), "words": .string($0.words)] }),
        "tasks": .array(milestone.tasks.map { .string($0.title) }),
      ]
    }
    return [
      "schema": "mm.playbook", "version": .integer(Self.version), "facts": PlaybookWords.facts(playbook, isOwn: isOwn),
      "match": .array(playbook.match.map(JSONValue.string)), "sources": .array(playbook.sources.map(JSONValue.string)),
      "milestones": .array(milestones),
      "stalls": .array(playbook.stalls.map { .string(words($0).plain) }),
      "questions": .array(playbook.questions.map(JSONValue.string)),
      "findings": .array(playbook.findings.map { .string($0.message) }),
    ]
  }
}

/// What is missing in playbooks.
package struct PlaybookShortcomings: Sendable {
  private let found: [(playbook: Playbook, shortcomings: [String])]

  package init(_ found: [(playbook: Playbook, shortcomings: [String])]) {
    self.found = found.filter { !$0.shortcomings.isEmpty }
  }

  package var isEmpty: Bool { found.isEmpty }

  package func text(width: Int) -> StyledText {
    found.flatMap { entry in
      entry.shortcomings.map { sentence in
        ("\(entry.playbook.name, .strong): \(sentence)" as StyledText).wrapped(min(width, 100), indent: 2) + "\n"
      }
    }.joined(by: "")
  }

  package var json: JSONValue {
    [
      "schema": "mm.playbooks.check", "version": 1,
      "findings": .array(
        found.flatMap { entry in
          entry.shortcomings.map { ["playbook": .string(entry.playbook.name), "message": .string($0)] }
        }),
    ]
  }
}
