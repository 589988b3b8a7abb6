import PlanDocuments
import PlanModel
import Scheduling
import TestSupport
import Testing

@Suite struct RemainingWorkTests {
  let today = Day(number: 20_667)

  func entry(
    _ tasks: [PlanTask] = [], effort: Effort? = nil, progress: Amount? = nil, wait: Wait? = nil,
    _ change: (inout Milestone) -> Void = { _ in }
  ) -> RemainingWork.Entry {
    var milestone = Milestone(goal: 0, document: 0, origin: .item(0), id: "m", hasWrittenID: true, title: "M")
    milestone.effort = effort
    milestone.progress = progress
    milestone.wait = wait
    milestone.tasks = 0..<tasks.count
    change(&milestone)
    let document = PlanDocument(text: SourceText(path: VaultPath("g.md"), bytes: []), kind: .goal, frontMatter: nil)
    var goal = Goal(document: 0, id: "g", hasWrittenID: false, title: "G")
    goal.milestones = 0..<1
    let plan = Plan(
      today: today, settings: Settings(document: document), documents: [document], goals: [goal],
      milestones: [milestone], tasks: tasks)
    let hours = WorkHours(of: plan)
    return RemainingWork(in: plan, hours: hours)[0]
  }

  func task(_ state: BoxState, minutes: Int32? = nil, isLeaf: Bool = true, done: Day? = nil) -> PlanTask {
    PlanTask(item: 0, state: state, isLeaf: isLeaf, minutes: minutes, done: done)
  }

  func amount(_ now: Int64, of to: Int64, from: Int64 = 0) -> Amount {
    Amount(from: from * 1000, now: now * 1000, to: to * 1000, unit: "")
  }

  @Test func aRangeCountsWithItsMeanAndAnAmountWithWhatIsLeft() {
    let part = entry(effort: Effort(low: 36 * 60, high: 50 * 60), progress: amount(15_000, of: 20_000))
    #expect(part.effort == 43 * 60)
    #expect(part.remaining == 645)
    #expect(part.doneShare == 0.75)
  }

  @Test func anAmountWinsOverTheBoxesAndMayFall() {
    let lighter = entry(
      [task(.done), task(.open)], effort: Effort(minutes: 600), progress: amount(80, of: 72, from: 84))
    #expect(lighter.remaining == 400)
  }

  @Test(arguments: 0...8)
  func anAmountWinsOverTheHoursOfTheTasksToo(now: Int64) {
    let tasks = [task(.done, minutes: 300), task(.open, minutes: 60), task(.open)]
    let measured = entry(tasks, progress: amount(now, of: 8))
    #expect(measured.effort == 540)
    #expect(measured.remaining == (540 * (8 - Int(now)) + 7) / 8)
  }

  @Test(arguments: [-20, -9, -1, 0])
  func theDayThatIsSaidIsTheDayOnWhichTheWaitBegan(offset: Int) {
    let tasks = [task(.done, done: today - 9), task(.done, done: today - 12)]
    let said = entry(tasks, wait: Wait(low: 14, high: 14)) { $0.waiting = today + offset }
    #expect(said.handedOver == today + offset)
  }

  @Test func minutesAreRoundedUp() {
    #expect(entry(effort: Effort(low: 1, high: 2)).remaining == 2)
    #expect(entry([task(.open), task(.done), task(.done)], effort: Effort(minutes: 100)).remaining == 34)
  }

  @Test func tasksWithoutHoursShareWhatTheEffortLeaves() {
    let guests = [
      task(.done, minutes: 120), task(.done, minutes: 240), task(.open, minutes: 240), task(.open), task(.open),
    ]
    #expect(entry(guests, effort: Effort(minutes: 960)).remaining == 240 + 360)
  }

  @Test func whereNothingIsLeftTheyWeighTheMeanOfTheOthers() {
    // 10 h of effort, 4 h and 8 h given: the third weighs 6 h of 18.
    let tasks = [task(.done, minutes: 240), task(.done, minutes: 480), task(.open)]
    #expect(entry(tasks, effort: Effort(minutes: 600)).remaining == 200)
  }

  @Test func withoutEffortTheTasksAddUp() {
    let tasks = [task(.done, minutes: 20), task(.open, minutes: 25), task(.open)]
    #expect(entry(tasks).effort == 68)
    #expect(entry(tasks).remaining == 48)
    #expect(!entry(tasks).isAssumed)
  }

  @Test func cancelledTasksWereInTheEstimateButAreNoProgress() {
    let tasks = [task(.done), task(.cancelled), task(.open), task(.open)]
    let left = entry(tasks, effort: Effort(minutes: 400))
    #expect(left.remaining == 200)
    #expect(left.doneShare == 1.0 / 3)
  }

  @Test func onlyTasksWithoutSubtasksCount() {
    let tasks = [task(.open, isLeaf: false), task(.done), task(.open)]
    #expect(entry(tasks, effort: Effort(minutes: 100)).remaining == 50)
  }

  @Test func noWorkLeftAndAWaitMeansHandedOver() {
    let day = today - 9
    let ticked = entry([task(.done, done: day), task(.done, done: day - 3)], wait: Wait(low: 14, high: 14))
    #expect(ticked.handedOver == day)
    let full = entry(progress: amount(5, of: 5), wait: Wait(low: 7, high: 7))
    #expect(full.remaining == 0)
    // Nobody can say since when, so it has not begun: it would begin anew each day.
    #expect(full.handedOver == nil)
    let said = entry(effort: Effort(minutes: 60), wait: Wait(low: 7, high: 7)) { $0.waiting = day }
    #expect(said.handedOver == day)
    #expect(said.remaining == 0)
  }

  @Test func noEffortIsAnEffortButNothingIsHandedOver() {
    let nothing = entry(effort: Effort(minutes: 0), wait: Wait(low: 7, high: 7))
    #expect(nothing.remaining == 0)
    #expect(nothing.handedOver == nil)
    #expect(!nothing.isAssumed)
  }

  @Test(arguments: 0..<200)
  func tickingNeverAddsWorkAndTheEndIsNothing(seed: Int) {
    var numbers = SeededGenerator(seed: seed)
    var tasks = (0..<Int.random(in: 1...6, using: &numbers)).map { _ in
      task(.open, minutes: Bool.random(using: &numbers) ? Int32.random(in: 1...300, using: &numbers) : nil)
    }
    let effort = Bool.random(using: &numbers) ? Effort(minutes: Int.random(in: 0...900, using: &numbers)) : nil
    var left = entry(tasks, effort: effort).remaining
    #expect(left == entry(tasks, effort: effort).effort)
    for index in tasks.indices.shuffled(using: &numbers) {
      tasks[index].state = .done
      let next = entry(tasks, effort: effort).remaining
      #expect(next <= left)
      left = next
    }
    #expect(left == 0)
  }
}
