import ArgumentParser
import Foundation
import PlanDocuments
import PlanModel
import Scheduling

/// Measures the scheduler against instances of one person whose least lateness is known.
///
/// One unit of work takes one unit of time, so each unit becomes a day with room for one unit (of one minute). In the data
/// work that ends at time f lets its followers begin at f + wait, and time f is the end of day f − 1: the same as the plan's
/// own rule (ended on day d, wait w: followers from day d + w + 1). Jobs without work only gather a goal's ends; the goal's
/// target stands for them: due time u is the end of day u − 1.
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
    for instance in instances {
      let problem = instance.problem
      var found = LeastLateness(of: ScheduleProblem(today: problem.today, goals: [], jobs: [], hours: problem.hours))
      spent += clock.measure { found = LeastLateness(of: problem, seed: seed) }
      guard let days = found.days else { throw ValidationError("instance \(instance.seed): hours never come") }
      let gap = days - instance.opt
      if gap <= 0 { equal += 1 }
      if gap < 0 { better += 1 }
      if gap > 0 { print("instance \(instance.seed): \(days), best known \(instance.opt)") }
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
    let seed: Int
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

    var problem: ScheduleProblem {
      let today = Day(number: 20_000)
      let work = jobs.filter { $0.work > 0 }
      let numbers = Dictionary(uniqueKeysWithValues: work.enumerated().map { ($0.element.name, $0.offset) })
      var before = [[Int]](repeating: [], count: work.count)
      for (index, job) in work.enumerated() {
        for follower in job.followers {
          if let number = numbers[follower] { before[number].append(index) }
        }
      }
      let goalCount = (jobs.map { $0.name[0] }.max() ?? 0) + 1
      let targets = Dictionary(uniqueKeysWithValues: due.map { ($0.name[0], today + ($0.time - 1)) })
      let unit = HoursEntry(minutes: 1, rhythm: .days(.all))
      return ScheduleProblem(
        today: today,
        goals: (0..<goalCount).map { ScheduleProblem.Goal(deadline: targets[$0], target: targets[$0]) },
        jobs: work.enumerated().map { index, job in
          ScheduleProblem.Job(
            milestone: index, goal: job.name[0], minutes: job.work, wait: job.wait, predecessors: before[index])
        },
        hours: WorkHours(
          vault: WorkHours.Source(hours: .entries([unit])),
          goals: [WorkHours.Source](repeating: WorkHours.Source(hours: nil), count: goalCount)))
    }
  }
}
