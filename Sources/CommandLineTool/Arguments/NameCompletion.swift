import ArgumentParser
import PlanModel
import PlanSessions

extension CompletionKind {
  /// The goals of the vault that the shell stands in.
  static var goalNames: CompletionKind {
    .custom { words, _, _ in NameCompletion.plan(for: words)?.goals.map(\.id) ?? [] }
  }

  /// Its goals and milestones; only what is still open with `openOnly`, and `others` besides.
  static func itemNames(openOnly: Bool = false, or others: @escaping @Sendable () -> [String] = { [] })
    -> CompletionKind
  {
    .custom { words, _, _ in
      let others = others()
      guard let plan = NameCompletion.plan(for: words) else { return others }
      let milestones = plan.milestones.indices.filter { !openOnly || plan.milestones[$0].state == .open }
      return (openOnly ? [] : plan.goals.map(\.id)) + milestones.map(plan.name) + others
    }
  }
}

/// Reads the vault while a shell completes a word; whatever goes wrong, there is nothing to offer.
private enum NameCompletion {
  static func plan(for words: [String]) -> Plan? {
    let surroundings = Surroundings.current()
    let today = surroundings.localDay
    let session = try? PlanSession.open(
      vaultOption(in: words), variable: surroundings["MM_VAULT"], on: surroundings.machine, today: today)
    return (try? session?.files()).map { Plan(reading: $0, today: today) }
  }

  private static func vaultOption(in words: [String]) -> String? {
    if let flag = words.lastIndex(of: "--vault"), flag + 1 < words.count { return words[flag + 1] }
    return words.last { $0.hasPrefix("--vault=") }.map { String($0.dropFirst("--vault=".count)) }
  }
}
