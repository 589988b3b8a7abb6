package import Drafting
package import JSONText
import PlanDocuments
package import TextStyling

/// All playbooks in one table.
package struct PlaybookList: Sendable {
  private let playbooks: [Playbook]
  private let own: Set<Int>

  package init(_ playbooks: [Playbook], own: Set<Int>) {
    self.playbooks = playbooks
    self.own = own
  }

  package func text(width: Int) -> StyledText {
    var table = TextTable([.init("name"), .init("to", shrinks: true), .init("takes"), .init("hours", .right)])
    for (index, playbook) in playbooks.enumerated() {
      let mark = own.contains(index) ? StyledText(" (yours)", .good) : ""
      table.add([
        StyledText(playbook.name, .strong) + mark, StyledText(playbook.title),
        StyledText(playbook.lasts.map(WorkWords.wait) ?? ""),
        StyledText(playbook.effort.map(PlaybookWords.hours) ?? ""),
      ])
    }
    return table.text(width: min(width, 110))
  }

  package static let version = 1

  package var json: JSONValue {
    [
      "schema": "mm.playbooks", "version": .integer(Self.version),
      "playbooks": .array(
        playbooks.indices.map { index in
          PlaybookWords.facts(playbooks[index], isOwn: own.contains(index))
        }),
    ]
  }
}

/// Facts of playbooks as several reports say them.
enum PlaybookWords {
  /// Such as `180 to 400`.
  static func hours(_ effort: Effort) -> String {
    func number(_ minutes: Int) -> String { "\((minutes + 30) / 60)" }
    return effort.isRange ? "\(number(effort.low)) to \(number(effort.high))" : number(effort.low)
  }

  /// The hours of a step: `4 h`, `2 h per 1,000 words`, `8 %`.
  static func work(_ step: Playbook.Milestone) -> String {
    func hours(_ effort: Effort) -> String {
      WorkWords.hoursWithUnit(effort.middle)
    }
    return switch step.work {
    case nil: ""
    case .hours(let effort): hours(effort)
    case .perAmount(let effort, let per): per == 1 ? "\(hours(effort)) each" : "\(hours(effort))/\(Int(per))"
    case .share(let share): "\(Int((share * 100).rounded())) %"
    }
  }

  /// For whom a step holds, in words.
  static func conditions(of step: Playbook.Milestone, in playbook: Playbook) -> [String] {
    var words: [String] = []
    if !step.needs.isEmpty { words.append("if \(step.needs.joined(separator: ", "))") }
    if !step.excludes.isEmpty { words.append("unless \(step.excludes.joined(separator: ", "))") }
    if let from = step.from { words.append("from \(playbook.levels[from])") }
    if let to = step.to { words.append("up to \(playbook.levels[to])") }
    if let reaches = step.reaches { words.append("reaches \(playbook.levels[reaches])") }
    return words
  }

  static func facts(_ playbook: Playbook, isOwn: Bool) -> JSONValue {
    let lasts: JSONValue =
      playbook.lasts.map { ["low_days": .integer($0.low), "high_days": .integer($0.high)] } ?? .null
    let effort: JSONValue =
      playbook.effort.map { ["low_minutes": .integer($0.low), "high_minutes": .integer($0.high)] } ?? .null
    return [
      "name": .string(playbook.name), "title": .string(playbook.title), "own": .bool(isOwn),
      "general": .bool(playbook.isGeneral),
      "lasts": lasts, "effort": effort,
    ]
  }
}
