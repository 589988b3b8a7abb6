import Drafting
package import JSONText
import PlanDocuments
import PlanModel
import TextStyling

extension DraftReport {
  package static let version = 1

  /// - Parameter isWritten: it stands in the vault now.
  package func json(isWritten: Bool) -> JSONValue {
    [
      "schema": "mm.draft", "version": .integer(Self.version), "today": .string(today.description),
      "written": .bool(isWritten), "goal": .string(plan.goals[placed.goal].id),
      "path": .string(plan.documents[plan.goals[placed.goal].document].text.path.description), "drafted_by": drafter,
      "anchor": anchor, "own_steps": .integer(gap.ownCount),
      "missing_in_own_list": .array(gap.missing.map { .string(draft.milestones[$0].id) }),
      "milestones": .array(draft.milestones.indices.map(milestone)), "kept": kept,
      "assumptions": .array(assumptionWords), "left_out": .array(leftOut),
      "questions": .array(draft.questions.map { .string(HarmlessText.line($0)) }), "fits": .bool(placed.fits),
      "likely": JSONValue(placed.likely?.description), "safe": JSONValue(placed.safe?.description),
      "afterwards": .array(draft.afterwards.map(fields)),
      "completion": JSONValue(placed.completion?.description), "target": JSONValue(placed.target?.description),
      "shortfall_minutes": .integer(placed.shortfall.minutes), "shortfall_days": .integer(placed.shortfall.days),
      "ways_out": waysJSON,
      "findings": .array(
        findings.map { finding in
          [
            "kind": .string(finding.kind.rawValue), "error": .bool(finding.isError),
            "message": .string(finding.message),
          ]
        }),
      "late_beside_it": .array(
        placed.disturbed.map { other in ["goal": .string(other.goal), "late_days": .integer(other.days)] }),
    ]
  }

  private var drafter: JSONValue {
    switch source {
    case .model(let name, _): return ["kind": "model", "name": .string(name)]
    case .playbook(let made, let titles):
      let ranked = made.choice?.ranked ?? []
      return [
        "kind": "playbook", "name": .string(made.playbook.name), "title": .string(made.playbook.title),
        "general": .bool(made.choice?.isGeneral ?? made.playbook.isGeneral),
        "candidates": .array(
          ranked.prefix(5).map { match in
            ["title": .string(titles[match.playbook]), "score": .number(match.score, decimals: 2)]
          }),
      ]
    }
  }

  private var anchor: JSONValue {
    .object(
      draft.anchor.frontMatter.filter { !$0.values.isEmpty }.map { key, values in
        JSONValue.Member(key.replacing("-", with: "_"), .array(values.map(JSONValue.string)))
      })
  }

  private func milestone(_ index: Int) -> JSONValue {
    let stalls: JSONValue = .array(
      stalls(of: index).map { stall in
        ["weeks": JSONValue(stall.week), "words": .string(HarmlessText.line(stall.words))]
      })
    guard case .object(let members) = fields(draft.milestones[index]) else { return .null }
    return .object(members + [JSONValue.Member("stalls", stalls)])
  }

  private func fields(_ milestone: DraftPlan.Milestone) -> JSONValue {
    let effort: JSONValue =
      milestone.effort.map { ["low_minutes": .integer($0.low), "high_minutes": .integer($0.high)] } ?? .null
    let wait: JSONValue =
      milestone.wait.map { ["low_days": .integer($0.low), "high_days": .integer($0.high)] } ?? .null
    return [
      "id": .string(milestone.id), "title": .string(HarmlessText.line(milestone.title)),
      "due": JSONValue(milestone.due?.description), "effort": effort,
      "after": .array(milestone.after.map(JSONValue.string)),
      "wait": wait, "fixed": .bool(milestone.isFixed), "optional": .bool(milestone.isOptional),
      "forgotten": .bool(milestone.isForgotten),
      "reasons": .array(
        milestone.reasons.map { reason in
          ["kind": .string(reason.kind.rawValue), "words": .string(HarmlessText.line(reason.words, limit: 600))]
        }),
      "tasks": .array(
        milestone.tasks.map { task in
          ["title": .string(HarmlessText.line(task.title)), "minutes": JSONValue(task.minutes)]
        }),
    ]
  }

  private var kept: JSONValue {
    guard let lines = keptLines else { return .null }
    var had: [String] = []
    if case .playbook(let made, _) = source { had = made.kept?.had ?? [] }
    func list(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
    return [
      "had": list(had), "changes": list(lines.changes), "removed": list(lines.removed), "refused": list(lines.refused),
    ]
  }

  private var assumptionWords: [JSONValue] {
    guard case .playbook(let made, _) = source else { return [] }
    return made.assumptions.map { .string(words($0).plain) }
  }

  private var leftOut: [JSONValue] {
    guard case .playbook(let made, _) = source else { return [] }
    return made.leftOut.map { ["title": .string($0.title), "because": .string($0.because)] }
  }

  private var waysJSON: JSONValue {
    guard let ways else { return .null }
    return [
      "later": JSONValue(ways.later?.description), "weekly_minutes": JSONValue(ways.weeklyMinutes),
      "less_minutes": JSONValue(ways.lessMinutes), "without_optional": .bool(ways.withoutOptional),
    ]
  }
}
