import ArgumentParser
import PlanDocuments
import PlanModel
import Scheduling

/// Times the joint schedule by itself: goals of ten milestones that share one person's hours.
struct JointCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "joint", abstract: "Time the joint schedule of made-up goals with ten milestones each.")

  @Option(help: "How many goals.")
  var goals = 1000

  @Option(help: "Work in percent of the shared hours until the last deadline.")
  var load = 85

  @Option(help: "Weeks from today to the last deadline.")
  var weeks = 104

  @Option(help: "How many times; the fastest counts.")
  var rounds = 5

  func run() {
    let problem = problem()
    let clock = ContinuousClock()
    var alone = Duration.seconds(1000)
    var joint = alone
    var late = 0
    var isProved = false
    for _ in 0..<max(1, rounds) {
      alone = min(alone, clock.measure { _ = BackwardPlan(of: problem) })
      joint = min(
        joint,
        clock.measure {
          let schedule = PlanSchedule(of: problem)
          late = schedule.worstLateDays
          isProved = schedule.isProvedBest
        })
    }
    print("milestones      \(problem.jobs.count)")
    print("alone           \(milliseconds(alone)) ms")
    print("joint schedule  \(milliseconds(joint)) ms")
    print("worst lateness  \(late) days\(isProved ? ", proved best possible" : "")")
  }

  private func milliseconds(_ duration: Duration) -> Double {
    (Double(duration.components.seconds) * 100_000 + Double(duration.components.attoseconds) / 1e13).rounded() / 100
  }

  private func problem() -> ScheduleProblem {
    var random = Random(seed: 7)
    let today = Day(number: 20_608)
    let available = weeks * 64 * 60
    let minutes = min(30 * 60, max(15, available * load / 100 / max(1, goals * 10)))
    var problem = ScheduleProblem(
      today: today, goals: [], jobs: [],
      hours: WorkHours(
        vault: WorkHours.Source(
          hours: .entries([
            HoursEntry(minutes: 640, rhythm: .days(.mondayToFriday)),
            HoursEntry(minutes: 640, rhythm: .days(WeekdaySet(.saturday))),
          ]),
          off: [DaysOff(days: DayRange(today + 30, today + 37))]), goals: []))
    for goal in 0..<goals {
      let target = today + 21 + random.below(max(1, weeks - 4)) * 7 + random.below(5)
      problem.goals.append(
        ScheduleProblem.Goal(deadline: target + 7, target: target, priority: 1 + random.below(3)))
      let weekly = HoursEntry(minutes: (5 + random.below(6)) * 60, rhythm: .week)
      problem.hours.goals.append(WorkHours.Source(hours: .entries([weekly])))
      for step in 0..<10 {
        let index = goal * 10 + step
        var before = step == 0 ? [] : [index - 1]
        if goal > 0, step > 0, random.below(100) == 0 { before.append(index - 10) }
        problem.jobs.append(
          ScheduleProblem.Job(
            milestone: index, goal: goal, minutes: minutes / 2 + random.below(minutes + 1),
            wait: random.below(5) == 0 ? 1 + random.below(7) : 0, due: today + (target - today) * (step + 1) / 10,
            predecessors: before))
      }
    }
    return problem
  }
}
