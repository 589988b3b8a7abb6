import ArgumentParser
import Foundation
import PlanDocuments
import PlanModel
import Scheduling

/// Measures the scheduler against instances of one person whose least lateness is known.
///
/// One unit of work takes one unit of time, so each unit becomes a day with room for one unit (of one minute). In the data
/// work that ends at time f lets its followers begin at f + wait, and time f is the end of day f − 1: the same as the plan's
/// own rule (ended on day d, wait w: followers from day d + w + 1). A job without work takes no time, so its waits are
/// added to those before it. A goal's due time u is its target, the end of day u − 1; all of its jobs lead to it.
struct ScheduleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule", abstract: "Compares the least lateness found with the best known one.")

  @Argument(help: "A JSON file with instances: jobs, due, opt, lb.")
  var file: String

  @Option(help: "Seed of the restarts.")
  var seed: UInt64 = 1

  mutating func run() throws {
    let instances = try JSONDecoder().decode([Instance].self, from: Data(contentsOf: URL(filePath: file)))
    var equal = 0
    var proved = 0
    var better = 0
    var worst = 0
    var wrongProofs = 0
    let clock = ContinuousClock()
    var spent = Duration.zero
    for (index, instance) in instances.enumerated() {
      let name = "instance \(instance.seed ?? index)"
      let problem = instance.problem
      var found = LeastLateness(of: ScheduleProblem(today: problem.today, goals: [], jobs: [], hours: problem.hours))
      spent += clock.measure { found = LeastLateness(of: problem, seed: seed) }
      guard let days = found.days else { throw ValidationError("\(name): hours never come") }
      let gap = days - instance.opt
      if gap <= 0 { equal += 1 }
      if gap < 0 { better += 1 }
      if gap > 0 { print("\(name): \(days), best known \(instance.opt)") }
      if found.isProved { proved += 1 }
      if found.isProved && gap > 0 { wrongProofs += 1 }
      worst = max(worst, gap)
    }
    func share(_ count: Int) -> String {
      let thousandths = instances.isEmpty ? 0 : (count * 1000 + instances.count / 2) / instances.count
      return "\(thousandths / 10).\(thousandths % 10) %"
    }
    print("instances         \(instances.count)")
    print("best known value  \(equal) (\(share(equal))), \(better) of them better")
    print("worst gap         \(worst)")
    print("proved by bound   \(proved) (\(share(proved))), \(wrongProofs) wrongly")
    let milliseconds = Double(spent.components.seconds) * 1000 + Double(spent.components.attoseconds) / 1e15
    print("time              \((milliseconds * 10).rounded() / 10) ms")
  }

  /// One instance as the file has it: jobs are `[[goal, job], work, wait, [followers]]`, dues `[[goal, job], time]`.
  private struct Instance: Decodable {
    /// A number for the report; the place in the file stands in where it is missing.
    let seed: Int?
    let opt: Int
    let jobs: [Job]
    let due: [Due]

    struct Job: Decodable {
      let name: [Int]
      let work: Int
      let wait: Int
      let followers: [[Int]]

      init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        name = try list.decode([Int].self)
        work = try list.decode(Int.self)
        wait = try list.decode(Int.self)
        followers = try list.decode([[Int]].self)
      }
    }

    struct Due: Decodable {
      let name: [Int]
      let time: Int

      init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        name = try list.decode([Int].self)
        time = try list.decode(Int.self)
      }
    }

    /// The longest waits from the end of a job to the jobs with work that follow it, through those without; -1 is the end of
    /// the goal.
    private func lags(_ job: Job, _ byName: [[Int]: Job]) -> [[Int]: Int] {
      var found: [[Int]: Int] = job.followers.isEmpty ? [[-1]: job.wait] : [:]
      for name in job.followers {
        guard let follower = byName[name] else { continue }
        let beyond = follower.work > 0 ? [name: 0] : lags(follower, byName)
        for (name, days) in beyond { found[name] = max(found[name] ?? 0, job.wait + days) }
      }
      return found
    }

    var problem: ScheduleProblem {
      let today = Day(number: 20_000)
      let byName = Dictionary(uniqueKeysWithValues: jobs.map { ($0.name, $0) })
      let work = jobs.filter { $0.work > 0 }
      let numbers = Dictionary(uniqueKeysWithValues: work.enumerated().map { ($0.element.name, $0.offset) })
      var made = work.enumerated().map { index, job in
        ScheduleProblem.Job(milestone: index, goal: job.name[0], minutes: job.work)
      }
      func follow(_ name: [Int], _ index: Int) {
        if let number = numbers[name] { made[number].predecessors.append(index) }
      }
      for (index, job) in work.enumerated() {
        let lags = lags(job, byName)
        if Set(lags.values) == [job.wait] {
          made[index].wait = job.wait
          for name in lags.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) { follow(name, index) }
          continue
        }
        // What follows waits for different times: each has a milestone that only waits.
        for (days, names) in Dictionary(grouping: lags.keys, by: { lags[$0] ?? 0 }).sorted(by: { $0.key < $1.key }) {
          var before = index
          if days > 0 {
            before = made.count
            made.append(.init(milestone: before, goal: job.name[0], minutes: 0, wait: days, predecessors: [index]))
          }
          for name in names { follow(name, before) }
        }
      }
      for job in jobs where job.work == 0 && !jobs.contains(where: { $0.followers.contains(job.name) }) {
        for (name, days) in lags(job, byName) {
          guard let number = numbers[name], days > 0 else { continue }
          made[number].earliest = max(made[number].earliest ?? today, today + days)
        }
      }
      let goalCount = (jobs.map { $0.name[0] }.max() ?? 0) + 1
      let targets = Dictionary(uniqueKeysWithValues: due.map { ($0.name[0], today + ($0.time - 1)) })
      let unit = HoursEntry(minutes: 1, rhythm: .days(.all))
      return ScheduleProblem(
        today: today,
        goals: (0..<goalCount).map { ScheduleProblem.Goal(deadline: targets[$0], target: targets[$0]) },
        jobs: made,
        hours: WorkHours(
          vault: WorkHours.Source(hours: .entries([unit])),
          goals: [WorkHours.Source](repeating: WorkHours.Source(hours: nil), count: goalCount)))
    }
  }
}
