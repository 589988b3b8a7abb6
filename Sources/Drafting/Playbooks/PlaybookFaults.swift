import PlanDocuments
import PlanModel

extension Playbook {
  /// Faults that a draft would stumble over, and what a good playbook has and this one lacks.
  ///
  /// One sentence each; empty for a sound one.
  package var shortcomings: [String] {
    findings.map(\.message) + lacking + startFaults + milestones.flatMap(faults) + sumFaults
  }

  private var lacking: [String] {
    var found: [String] = []
    if milestones.count < 3 {
      found.append("It has \(milestones.count) milestones; below three there is nothing to plan.")
    }
    if lasts == nil { found.append("It does not say how long it usually takes: lasts: 12-20w.") }
    if effort == nil, facts.isEmpty { found.append("It does not say how much work it usually is: effort: 60-150h.") }
    if sources.isEmpty { found.append("It names no sources for its figures.") }
    if match.isEmpty, !isGeneral { found.append("It has no words to be found by: match.") }
    let own = Set((match + hints).map { $0.lowercased() })
    found += against.filter { own.contains($0.lowercased()) }
      .map { "`\($0)` is among the words to be found by and among those against." }
    if !milestones.contains(where: { $0.wait != nil || $0.isForgotten }) {
      found.append("No step waits for anybody and none is marked as forgotten; look for what people leave out.")
    }
    if milestones.count >= 5, milestones.allSatisfy(\.after.isEmpty) {
      found.append("No step comes after another: what must be true first?")
    }
    if let lasts, waitsAlone >= lasts.high {
      found.append("Its waits alone take \(waitsAlone) days, and it lasts \(lasts.high).")
    }
    return found
  }

  /// Days of waits along the longest chain of the usual steps, each by its middle.
  private var waitsAlone: Int {
    var ends: [String: Int] = [:]
    for step in usualSteps(from: usualLevel).steps where step.timing != .afterEnd {
      ends[step.id] = (step.after.compactMap { ends[$0] }.max() ?? 0) + (step.wait?.middle ?? 0)
    }
    return ends.values.max() ?? 0
  }

  /// Keys under *Ask* besides the names of *Start*.
  private static let askKeys: Set<String> = ["level", "day", "amount", "cost", "place", "name", "hours", "subject"]

  private var startFaults: [String] {
    let known = Set(start.map(\.name))
    var found: [String] = []
    for name in levels.dropFirst() where !known.contains(name) {
      found.append("The level `\(name)` has no line under *Start*: which words tell that somebody is there?")
    }
    for line in start where line.phrases.isEmpty { found.append("`\(line.name)` under *Start* has no phrases.") }
    for question in asks {
      guard let key = question.key, !known.contains(key), !Self.askKeys.contains(key) else { continue }
      found.append(
        "`\(key):` under *Ask* is no name of *Start* and none of \(Self.askKeys.sorted().joined(separator: ", ")).")
    }
    return found
  }

  private func faults(of step: Milestone) -> [String] {
    var found: [String] = []
    func add(_ words: String) { found.append("*\(step.title)*: \(words)") }
    switch step.work {
    case .hours(let effort), .perAmount(let effort, _):
      if Double(effort.high) > Double(effort.low) * 1.5 + 1 {
        add("its hours are too wide a range to plan by; write at most a fifth more or less than the middle.")
      }
    case .share:
      if whole == nil, facts.isEmpty {
        add("its effort is a share, and there is no whole: write `effort:` above, or hours.")
      }
    case nil: break
    }
    if case .perAmount = step.work, measure == nil { add("it has `per:`, and the playbook has no `amount:`.") }
    if case .hours(let effort) = step.work, effort.middle > 40 * 60, !step.isSplit {
      add("it takes more than 40 hours; part it.")
    }
    if step.isSplit, !(step.title.contains("{from}") && step.title.contains("{to}")) {
      add("what is split names its pieces with {from} and {to}.")
    }
    if step.isForEachSubject, !step.title.contains("{subject") {
      add("a step for each subject names it: {subject|each part}.")
    }
    for slot in SlotText.slots(in: step.title)
    where slot.fallback == nil && !["amount", "from", "to"].contains(slot.key) && slot.percent == nil {
      add("the slot {\(slot.key)} in its title needs other words for where there is none: {\(slot.key)|…}.")
    }
    let known = Set(start.map(\.name))
    for name in step.needs + step.excludes where !known.contains(name) && facts.isEmpty {
      add("`\(name)` is no name of *Start*.")
    }
    return found
  }

  /// Shares that make more than the whole from some level on.
  private var sumFaults: [String] {
    guard whole != nil || !facts.isEmpty else { return [] }
    let perLevel = milestones.contains { step in
      if case .share = step.work { step.reaches != nil } else { false }
    }
    guard !perLevel else { return [] }
    return (0..<max(1, levels.count)).compactMap { level in
      let share = usualSteps(from: level).share
      guard share > 1.011 else { return nil }
      let name = levels.isEmpty ? "" : " from `\(levels[level])` on"
      return "The shares add up to \(Int((share * 100).rounded())) %\(name); they are parts of a whole."
    }
  }
}
