import ArgumentParser
import CPlainLoop
import Checks
import PlanDocuments
import PlanModel
import Scheduling
import VaultStorage

/// One piece of work whose time is compared with the others'.
enum Contender: String, CaseIterable, ExpressibleByArgument {
  /// Plain C: read every file, libyaml over the front matter, libcmark over the rest, on one thread.
  case plainLoop = "plain-loop"
  /// Find, read and parse every plan file.
  case reading
  /// And make the plan.
  case building
  /// All that `mm check` does but its start and its words: reading, the plan, every check.
  case checking
  /// The joint schedule of all goals; the plan is made before the clock starts.
  case schedule

  var title: String {
    switch self {
    case .plainLoop: "plain C loop"
    case .reading: "read the vault"
    case .building: "read, make the plan"
    case .checking: "read, make the plan, check it"
    case .schedule: "joint schedule alone"
    }
  }

  /// On how many processors it is measured.
  var cores: [Int] {
    switch self {
    case .plainLoop, .schedule: [1]
    case .reading, .building, .checking: [1, 2]
    }
  }

  /// Prepares the work; the clock runs for the function that comes back.
  ///
  /// What that returns says what was seen, so that no work can be left out.
  func work(vault: String, today: Day) throws -> () throws -> String {
    // Nothing is written, so no state folder is used.
    let folder = Vault(at: vault, stateFolder: "")
    switch self {
    case .plainLoop:
      return {
        var counts = mm_plain_counts()
        guard mm_plain_loop(vault, &counts) == 0 else { throw ValidationError("\(vault) cannot be read.") }
        return "\(counts.files) files, \(counts.bytes) bytes, \(counts.yaml_events) YAML events"
      }
    case .reading:
      return {
        let snapshot = try folder.snapshot()
        return "\(snapshot.documents.count) documents, \(snapshot.documents.reduce(0) { $0 + $1.items.count }) boxes"
      }
    case .building:
      return {
        let plan = Plan(reading: try folder.snapshot(), today: today)
        return "\(plan.goals.count) goals, \(plan.milestones.count) milestones, \(plan.tasks.count) tasks"
      }
    case .checking:
      return {
        let facts = CheckFacts(Plan(reading: try folder.snapshot(), today: today))
        let findings = CheckRunner().findings(in: facts, hints: false)
        return "\(findings.count) findings"
      }
    case .schedule:
      let problem = CheckFacts(Plan(reading: try folder.snapshot(), today: today)).problem
      return {
        let schedule = PlanSchedule(of: problem)
        return "\(schedule.jobs.count) jobs, \(schedule.worstLateDays) days late at worst"
      }
    }
  }
}
