import PlanDocuments
import PlanModel

/// The steps of a playbook that hold for one goal and one start, with their hours.
struct ChosenSteps: Sendable {
  struct Step: Sendable {
    var step: Playbook.Milestone
    var effort: Effort?
    /// Its hours grow with the amount.
    var isPerAmount = false
    /// Parts of a subject, for a step that there is for each.
    var subject: String?
  }

  var steps: [Step] = []
  /// Steps that somebody who starts at the beginning would have, with the words that say why they are left out.
  private(set) var leftOut: [(title: String, because: String)] = []
  /// The facts' hours, where they are used: what they are for, and the whole.
  private(set) var factHours: Effort?

  /// - Parameters:
  ///   - amount: the goal's, in the playbook's unit; nil is the usual.
  ///   - factor: what all hours are multiplied by: the person's own ratio, a language that is near.
  init(
    _ playbook: Playbook, _ start: StartingPoint, entry: FactTable.Entry?, amount: Double?, factor: Double,
    words: WordLists
  ) {
    let chosen = Self.chosen(playbook, start.things, level: start.level, aim: start.aim, entry)
    let claims = playbook.start.isEmpty ? Self.claimed(chosen, start.claims, words) : [:]
    let kept = chosen.filter { claims[$0.id] == nil }
    tellLeftOut(kept, playbook, start, entry, claims)
    let hours = StepHours(playbook, start, entry: entry, amount: amount, factor: factor)
    factHours = hours.factHours
    for step in kept {
      if step.isForEachSubject, let subjects = entry?.subjects, !subjects.isEmpty {
        addSubjects(step, subjects, hours.effort(of: step))
      } else {
        steps.append(Step(step: step, effort: hours.effort(of: step), isPerAmount: hours.isPerAmount(step)))
      }
    }
    dropUnknownReferences()
  }

  /// The first of several steps with one id.
  private static func chosen(
    _ playbook: Playbook, _ things: Set<String>, level: Int, aim: Int?, _ entry: FactTable.Entry?
  ) -> [Playbook.Milestone] {
    var seen: Set<String> = []
    func isThere(_ name: String) -> Bool { things.contains(name) || entry?[name] != nil }
    return playbook.milestones.filter { step in
      step.needs.allSatisfy(isThere) && !step.excludes.contains(where: isThere)
        && step.from.map { level >= $0 } ?? true && step.to.map { level <= $0 } ?? true
        && step.reaches.map { $0 > level && $0 <= aim ?? .max } ?? true && seen.insert(step.id).inserted
    }
  }

  /// In a playbook without a *Start*, a step is left out that what is done names nearly whole; never the last one, nor the day.
  private static func claimed(
    _ steps: [Playbook.Milestone], _ claims: [StartPhrase], _ words: WordLists
  ) -> [String: String] {
    var because: [String: String] = [:]
    let open = steps.dropLast().filter { !$0.isOnTheDay }
    for claim in claims {
      let near = open.first { step in
        ([step.title, step.id.replacing("-", with: " ")] + step.also).contains { name in
          let stems = StartPhrase(name, words)
          let shared = stems.stems.intersection(claim.stems)
          return !stems.stems.isEmpty && shared.count * 3 >= stems.stems.count * 2
            && shared.count * 2 >= claim.stems.count
        }
      }
      if let near { because[near.id] = claim.text }
    }
    return because
  }

  private mutating func tellLeftOut(
    _ kept: [Playbook.Milestone], _ playbook: Playbook, _ start: StartingPoint, _ entry: FactTable.Entry?,
    _ claims: [String: String]
  ) {
    let ids = Set(kept.map(\.id))
    let said = start.because
    let others = start.things.subtracting(said.keys)
    let usual = Self.chosen(playbook, others, level: playbook.usualLevel, aim: start.aim, entry)
    for step in usual where !ids.contains(step.id) {
      let thing = step.excludes.compactMap { said[$0] }.first
      let level = start.isLevelSaid ? said[playbook.levels[start.level]] : nil
      guard let because = claims[step.id] ?? thing ?? level else { continue }
      leftOut.append((step.title, because))
    }
  }

  /// A step for each subject; those below two hours together with the next ones.
  private mutating func addSubjects(
    _ step: Playbook.Milestone, _ subjects: [(title: String, share: Double)], _ effort: Effort?
  ) {
    let whole = Double(effort?.middle ?? 0)
    let least = max(120, whole / 12)
    var groups: [(titles: [String], share: Double)] = []
    for subject in subjects {
      if let last = groups.last, whole > 0, last.share * whole < least || subject.share * whole < least / 2,
        (last.share + subject.share) * whole < 2.5 * least, last.titles.count < 3
      {
        groups[groups.count - 1].titles.append(subject.title)
        groups[groups.count - 1].share += subject.share
      } else {
        groups.append(([subject.title], subject.share))
      }
    }
    for (number, group) in groups.enumerated() {
      var part = step
      part.id = number + 1 == groups.count ? step.id : "\(step.id)-\(number + 1)"
      if number + 1 < groups.count { part.wait = nil }
      if number > 0 {
        part.after = ["\(step.id)-\(number)"]
        part.reasons = part.reasons.filter { $0.kind == .stall && number == groups.count / 2 }
        part.tasks = []
      } else {
        part.reasons = part.reasons.filter { $0.kind != .stall || groups.count == 1 }
      }
      let minutes = Self.round(whole * group.share)
      steps.append(
        Step(
          step: part, effort: Effort(minutes: minutes),
          subject: "\(WorkPhrases.list(group.titles)) (\(Int((group.share * 100).rounded())) %)"))
    }
  }

  private mutating func dropUnknownReferences() {
    let ids = Set(steps.map(\.step.id))
    for index in steps.indices {
      steps[index].step.after = steps[index].step.after.filter { ids.contains($0) && $0 != steps[index].step.id }
    }
    // Of steps that wait for each other, each waits only for those above it: the playbook's findings say so.
    let place = Dictionary(steps.enumerated().map { ($1.step.id, $0) }) { first, _ in first }
    let before = steps.map { $0.step.after.compactMap { place[$0] } }
    for knot in StrongComponents(of: before).loops {
      for index in knot {
        steps[index].step.after.removeAll { id in place[id].map { knot.contains($0) && $0 >= index } ?? false }
      }
    }
  }

  /// Minutes as people say them: quarter hours below an hour, half hours below five, hours above.
  static func round(_ minutes: Double) -> Int {
    guard minutes > 0 else { return 0 }
    let step = minutes < 60 ? 15.0 : minutes < 300 ? 30.0 : 60.0
    return max(15, Int((minutes / step).rounded() * step))
  }
}

/// The hours of a playbook's steps for one goal.
struct StepHours {
  private let playbook: Playbook
  private let start: StartingPoint
  private let entry: FactTable.Entry?
  /// The goal's amount, and how many times the usual it is.
  private let amount: Double
  private let ratio: Double
  private let factor: Double
  /// The whole that shares are shares of, from the facts.
  private(set) var factHours: Effort?

  init(_ playbook: Playbook, _ start: StartingPoint, entry: FactTable.Entry?, amount: Double?, factor: Double) {
    self.playbook = playbook
    self.start = start
    self.entry = entry
    self.factor = factor
    let usual = playbook.measure?.value ?? 0
    self.amount = amount ?? usual
    ratio = usual > 0 ? self.amount / usual : 1
    guard let entry, playbook.milestones.contains(where: { if case .share = $0.work { true } else { false } }) else {
      return
    }
    let level = playbook.levels.indices.contains(start.level) ? playbook.levels[start.level] : ""
    factHours = (entry["hours-\(level)"] ?? entry["hours"]).flatMap(Self.hours)
    if hasLevelHours { factHours = nil }
  }

  private var hasLevelHours: Bool {
    playbook.levels.dropFirst().contains { entry?["hours-\($0)"] != nil } && entry?["hours"] == nil
  }

  func isPerAmount(_ step: Playbook.Milestone) -> Bool {
    if case .perAmount = step.work { true } else { false }
  }

  func effort(of step: Playbook.Milestone) -> Effort? {
    switch step.work {
    case nil: return nil
    case .hours(let effort): return scaled(effort, 1)
    case .perAmount(let effort, let per): return scaled(effort, amount * (step.part ?? 1) / per)
    case .share(let share): return whole(for: step).map { scaled(Effort(minutes: $0.middle), share) }
    }
  }

  /// The hours of a task below a step.
  func minutes(of task: Playbook.Task, in step: Playbook.Milestone) -> Int? {
    task.minutes.map { ChosenSteps.round(Double($0) * (isPerAmount(step) ? ratio : 1) * factor) }
  }

  /// Where the facts have hours for each level, a step that reaches one has its share of that level's hours.
  private func whole(for step: Playbook.Milestone) -> Effort? {
    if hasLevelHours, let reaches = step.reaches {
      guard let upper = levelHours(reaches) else { return playbook.whole }
      let lower = reaches > 1 ? levelHours(reaches - 1) : nil
      return Effort(minutes: max(60, upper.middle - (lower?.middle ?? 0)))
    }
    if let factHours { return factHours }
    // Nothing is known of the whole: ten weeks of six hours, which the playbook's check finds.
    let whole = playbook.whole ?? Effort(minutes: 60 * 60)
    // Of work that is only known as a whole, a quarter is the same for every amount.
    return ratio == 1 ? whole : whole.times(0.25 + 0.75 * ratio)
  }

  private func levelHours(_ level: Int) -> Effort? { entry?["hours-\(playbook.levels[level])"].flatMap(Self.hours) }

  private func scaled(_ effort: Effort, _ times: Double) -> Effort {
    let low = ChosenSteps.round(Double(effort.low) * times * factor)
    return effort.isRange
      ? Effort(low: low, high: max(low, ChosenSteps.round(Double(effort.high) * times * factor))) : Effort(minutes: low)
  }

  private static func hours(_ text: String) -> Effort? { try? Effort(reading: Array(text.utf8)[...]) }
}

extension Effort {
  func times(_ factor: Double) -> Effort {
    Effort(low: Int((Double(low) * factor).rounded()), high: Int((Double(high) * factor).rounded()))
  }
}

enum WorkPhrases {
  /// `A, B and C`.
  static func list(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
