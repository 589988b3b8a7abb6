/// Where somebody starts, and what their goal asks for, as a playbook's *Start* tells them apart.
struct StartingPoint: Sendable {
  /// The index of the level; 0 where the playbook has none.
  private(set) var level: Int
  /// The index of the level that the goal asks for; nil takes all steps.
  private(set) var aim: Int?
  /// Names of *Start* that hold.
  private(set) var things: Set<String> = []
  /// The words that said so, by name.
  private(set) var because: [String: String] = [:]
  /// What was said of a start and isn't in the playbook.
  private(set) var notUsed: [String] = []
  /// Parts that say that something is done, for playbooks without a *Start*.
  private(set) var claims: [StartPhrase] = []
  /// The level comes from what was said.
  private(set) var isLevelSaid = false

  /// - Parameters:
  ///   - goal: the destination and how it is told, in words.
  ///   - origin: what was said of the start.
  ///   - limits: constraints; what isn't found in them is no fault.
  ///   - entry: words that stand for the goal in a table of facts.
  init(
    _ playbook: Playbook, goal: String, origin: [String], limits: [String] = [], entry: String = "",
    words lists: WordLists
  ) {
    level = playbook.usualLevel
    let lines = playbook.start.map { line in (line, line.phrases.map { StartPhrase($0, lists) }) }
    let levels = Dictionary(playbook.levels.enumerated().map { ($1, $0) }) { first, _ in first }
    let (goal, spans) = Self.goalWithoutStart(goal)
    readGoal(goal, entry, playbook, lines, levels, lists)
    if playbook.usual < 0, let aim, let number = Int(playbook.levels[aim]) {
      level =
        playbook.levels.indices.last { Int(playbook.levels[$0]).map { $0 <= number + playbook.usual } ?? true } ?? 0
    }
    let goalStems = StartPhrase(goal, lists).stems
    let amount = playbook.measure
    let wanted = amount.flatMap { lists.largestAmount(in: goal, unit: $0.unit) }
    let unit = amount.map { lists.unitNames(of: TextWords.words(of: $0.unit, .letters).first ?? "") } ?? []
    /// “15,000 of 120,000 words” is an eighth of a usual book, and so are 2,500 of 20,000.
    func scale(_ said: NamedAmount) -> Double {
      guard let amount, said.units.contains(where: unit.contains), playbook.levels.count > 1,
        !playbook.milestones.contains(where: { $0.reaches != nil })
      else { return said.number }
      if let whole = said.whole, whole > 0 { return said.number / whole * amount.value }
      if let wanted, wanted > 0 { return said.number / wanted * amount.value }
      return said.number
    }
    var best: Int?
    for (index, text) in (spans + origin + limits).enumerated() {
      let isLimit = index >= spans.count + origin.count
      for clause in Self.clauses(of: text, lists) {
        let said = StartPhrase(clause, lists)
        var found: [(line: Playbook.StartLine, phrase: StartPhrase)] = []
        var denied: Set<String> = []
        for (line, phrases) in lines {
          let isLevel = levels[line.name] != nil
          for phrase in phrases {
            switch phrase.isSaid(in: said, isLevel: isLevel, scale: scale) {
            case .yes: found.append((line, phrase))
            case .denied: denied.formUnion(phrase.stems)
            case .no: continue
            }
          }
        }
        // “Editor booked” is nearer to “editor booked” than to “ready for the editor”.
        if found.contains(where: { !$0.phrase.done.isDisjoint(with: said.done) }) {
          found.removeAll { !$0.phrase.done.isEmpty && $0.phrase.done.isDisjoint(with: said.done) }
        }
        // “Half the outline written” isn't half the book.
        found.removeAll { !denied.subtracting($0.phrase.stems).isEmpty }
        for (line, _) in found {
          if let number = levels[line.name] {
            if best.map({ number > $0 }) ?? true {
              best = number
              because[line.name] = clause
            }
          } else if things.insert(line.name).inserted {
            because[line.name] = clause
          }
        }
        if found.isEmpty, let number = numberLevel(said, playbook), best.map({ number > $0 }) ?? true {
          best = number
          because[playbook.levels[number]] = clause
          continue
        }
        if !said.done.isEmpty, said.denying.isEmpty, said.intent.isEmpty { claims.append(said) }
        let rest = said.stems.subtracting(goalStems)
        if found.isEmpty, denied.isEmpty, !isLimit, !rest.isEmpty || !said.amounts.isEmpty { notUsed.append(clause) }
      }
    }
    if let best {
      level = best
      isLevelSaid = true
    }
    // Nothing begins behind its end.
    if let aim, aim < level, !isLevelSaid { level = 0 }
  }

  var saidLevel: Int? { isLevelSaid ? level : nil }

  // MARK: The goal's own words

  private mutating func readGoal(
    _ goal: String, _ entry: String, _ playbook: Playbook,
    _ lines: [(Playbook.StartLine, [StartPhrase])], _ levels: [String: Int], _ lists: WordLists
  ) {
    let said = StartPhrase(goal + (entry.isEmpty ? "" : ", " + entry), lists)
    let reaches = playbook.milestones.contains { $0.reaches != nil }
    for (line, phrases) in lines {
      guard let phrase = phrases.first(where: { $0.isSaid(inGoal: said, isLevel: levels[line.name] != nil) }) else {
        continue
      }
      guard let number = levels[line.name] else {
        things.insert(line.name)
        continue
      }
      if !phrase.done.isEmpty {
        level = isLevelSaid ? max(level, number) : number
        isLevelSaid = true
        because[line.name] = goal
      } else if reaches, phrase.amounts.isEmpty || playbook.levelsAreAmounts || playbook.measure == nil {
        aim = max(aim ?? 0, number)
      }
    }
    if reaches, aim == nil { aim = numberLevel(said, playbook) }
    if reaches, aim == nil, playbook.aim != nil || playbook.levelsAreAmounts { aim = playbook.aimedLevel }
  }

  /// Levels that are numbers count by themselves: `rated 1500`.
  private func numberLevel(_ said: StartPhrase, _ playbook: Playbook) -> Int? {
    let numbers = playbook.levels.map { Double($0) }
    guard numbers.count(where: { $0 != nil }) > playbook.levels.count / 2 else { return nil }
    let least = numbers.compactMap(\.self).min() ?? 0
    guard said.denying.isEmpty, let number = said.amounts.map(\.number).filter({ $0 >= least }).max() else {
      return nil
    }
    return numbers.indices.last { numbers[$0].map { $0 <= number } ?? false }
  }

  /// “From 5 km to a half marathon” says where it starts, too.
  private static func goalWithoutStart(_ goal: String) -> (goal: String, start: [String]) {
    let words = goal.split(separator: " ")
    guard let from = words.firstIndex(where: { $0.lowercased() == "from" }),
      let to = words[(from + 1)...].firstIndex(where: { $0.lowercased() == "to" }), to - from <= 6, to > from + 1,
      to + 1 < words.count
    else { return (goal, []) }
    let start = words[(from + 1)..<to].joined(separator: " ")
    return ((words[..<from] + words[(to + 1)...]).joined(separator: " "), [start])
  }

  // MARK: Parts

  /// Commas, semicolons, stops, “and”, “but” part what is said; a comma within a number doesn't.
  static func clauses(of text: String, _ lists: WordLists) -> [String] {
    var clauses: [String] = [""]
    for word in text.split(whereSeparator: \.isWhitespace) {
      if lists[.parting].contains(word.lowercased()) {
        clauses.append("")
        continue
      }
      clauses[clauses.count - 1] += (clauses[clauses.count - 1].isEmpty ? "" : " ") + word
      if let last = word.last, ",;.:!".contains(last) { clauses.append("") }
    }
    var parts: [String] = []
    for clause in clauses {
      var clause = clause
      while let last = clause.last, ",;.:!".contains(last) { clause.removeLast() }
      guard !clause.isEmpty else { continue }
      // “Outline done but not finished”: the second part takes the first one back.
      let said = StartPhrase(clause, lists)
      if said.isEmpty, !said.denying.isEmpty, let last = parts.popLast() {
        parts.append(last + " " + clause)
      } else {
        parts.append(clause)
      }
    }
    return parts
  }
}
