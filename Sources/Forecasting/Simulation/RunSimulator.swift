import Scheduling

/// One pass through a plan after another, each with its own luck, without allocating in between.
///
/// Of the minutes of a week, its free ones times its pace, a share goes to what can be worked on in the plan's order, the rest
/// to the goals as habit has it; nothing is searched.
struct RunSimulator: ~Copyable {
  /// Where the numbers of a pass come from.
  ///
  /// Each is a function of the run and of what it is drawn for, and of nothing else.
  enum Draws {
    /// Means and middles.
    case expected
    case drawn(seed: UInt64, run: Int)
  }

  static let never = RunNetwork.never
  /// Minutes below this are rounding.
  static let nothing = 1e-6
  /// Work below this is done: what rounding left over in many slices.
  static let rest = 1e-3

  let paces: [PaceModel]
  let meanPaces: [Double]
  let weeks: PoolRow
  let efforts: [EffortModel?]
  let goalIdentity: [UInt64]
  /// What a pace is drawn for: the person, or where hours are not shared a goal.
  let paceIdentity: [UInt64]
  let network: RunNetwork

  // What a pass found, by milestone.
  var completion: WorkingColumn<Int32>
  /// The day that it could first be worked on, and the milestone that it then came after (−1 is none).
  var start: WorkingColumn<Int32>
  var cause: WorkingColumn<Int32>
  /// By fixed milestone: minutes, as estimated, of all that is before it done by the end of its day.
  var doneBefore: WorkingColumn<Double>

  // What changes in a pass.
  var factor: WorkingColumn<Double>
  var wait: WorkingColumn<Int32>
  var worked: WorkingColumn<Double>
  var part: WorkingColumn<Int32>
  var partLeft: WorkingColumn<Double>
  var open: WorkingColumn<Int32>
  /// By goal, in its stretch: what can be worked on, as a heap with the most urgent first.
  var ready: WorkingColumn<UInt64>
  var readyCount: WorkingColumn<Int32>
  var readyTotal = 0
  /// What becomes workable later: day, then milestone.
  var later = BinaryHeap()
  var finishing: [Int32] = []
  var commonPace: WorkingColumn<Double>
  var pace: WorkingColumn<Double>
  /// The week that each pace was drawn for last.
  var paceWeek: WorkingColumn<Int32>
  /// The numbers that weeks draw in this pass; nil where all goes as expected.
  var weekStream: UInt64?
  var commonEffort: WorkingColumn<Double>
  /// What the running week and slice leave to a goal, as of when it was last looked at.
  var limitLeft: WorkingColumn<Double>
  var limitWeek: WorkingColumn<Int32>
  var goalLeft: WorkingColumn<Double>
  var goalSlice: WorkingColumn<Int32>
  var slice = Slice()
  var nextBreak = 0
  /// Habit: nil where all goes by the plan; the goals that it gives hours, and what it gives them in this pass.
  let habit: HabitModel?
  let growth: ScopeGrowth
  var grown = 1.0
  /// What a milestone may come to ÷ its estimate, each as likely as the others.
  let estimates: [Double]
  /// Nil where all goes as expected.
  var runSeed: UInt64?
  let habitGoals: [Int32]
  var habitWeight: WorkingColumn<Double>
  /// The goals that have a wish in a slice, and their wishes.
  var wishing: WorkingColumn<Int32>
  var wishes: WorkingColumn<Double>
  var orderShare = 1.0
  /// In this pass the person keeps to what was put first.
  var keepsFirst = true
  /// How this pass divides the hours.
  var way = HabitModel.Way.shares
  /// By goal: the minutes that are left as estimated, for habits that mind it.
  var leftOfGoal: WorkingColumn<Double>
  private let minutesOfGoal: [Double]
  let target: [Int32]
  var queue: GoalQueue
  var nextFixed = 0
  /// What is urgent or presses from this day or an earlier one has its place before the others.
  var orderedThrough: Int32 = 0

  init(_ problem: ForecastProblem, _ network: RunNetwork) {
    paces = problem.paces
    meanPaces = paces.map(\.mean)
    weeks = PoolRow(paces.map(\.pool))
    efforts = problem.goals.map(\.effort)
    goalIdentity = problem.goals.map(\.identity)
    var paceIdentity = [UInt64](repeating: 0, count: problem.paces.count)
    if problem.paces.count > 1 { for goal in problem.goals { paceIdentity[goal.pace] = goal.identity } }
    self.paceIdentity = paceIdentity
    self.network = network
    let count = network.count
    let goals = network.goalCount
    completion = WorkingColumn(repeating: Self.never, count: count)
    start = WorkingColumn(repeating: Self.never, count: count)
    cause = WorkingColumn(repeating: -1, count: count)
    doneBefore = WorkingColumn(repeating: 0, count: network.fixedMilestones.count)
    factor = WorkingColumn(repeating: 1, count: count)
    wait = WorkingColumn(repeating: 0, count: count)
    worked = WorkingColumn(repeating: 0, count: count)
    part = WorkingColumn(network.partStarts)
    partLeft = WorkingColumn(repeating: 0, count: count)
    open = WorkingColumn(network.predecessorCounts)
    ready = WorkingColumn(repeating: 0, count: count)
    readyCount = WorkingColumn(repeating: 0, count: goals)
    commonPace = WorkingColumn(repeating: 1, count: problem.paces.count)
    pace = WorkingColumn(repeating: 1, count: problem.paces.count)
    paceWeek = WorkingColumn(repeating: -1, count: problem.paces.count)
    commonEffort = WorkingColumn(repeating: 1, count: goals)
    limitLeft = WorkingColumn(repeating: 0, count: goals)
    limitWeek = WorkingColumn(repeating: -1, count: goals)
    goalLeft = WorkingColumn(repeating: 0, count: goals)
    goalSlice = WorkingColumn(repeating: -1, count: goals)
    habit = problem.habit
    growth = problem.growth
    estimates = ReferenceClass.estimateFactors(spread: problem.estimateSpread)
    habitGoals = (problem.habit?.shares.indices.filter { problem.habit?.shares[$0] ?? 0 > 0 } ?? []).map { Int32($0) }
    var minutesOfGoal = [Double](repeating: 0, count: goals)
    for milestone in problem.milestones { minutesOfGoal[milestone.goal] += milestone.minutes }
    self.minutesOfGoal = minutesOfGoal
    leftOfGoal = WorkingColumn(minutesOfGoal)
    target = problem.goals.map { Int32(clamping: $0.target ?? $0.deadline ?? 182) }
    habitWeight = WorkingColumn(repeating: 0, count: goals)
    wishing = WorkingColumn(repeating: 0, count: goals)
    wishes = WorkingColumn(repeating: 0, count: goals)
    queue = GoalQueue(goals: goals)
    finishing.reserveCapacity(count)
  }

  mutating func run(_ draws: Draws) {
    reset()
    if case .drawn(let seed, let run) = draws {
      let runSeed = seed &+ UInt64(run)
      weekStream = RandomNumbers.stream(seed: runSeed, purpose: .week)
      for index in 0..<commonPace.count {
        // The pace that all share decides more than anything else: its factors are spread evenly over the runs.
        let number =
          network.isShared
          ? RandomNumbers.evenlySpread(seed: seed, run: run)
          : RandomNumbers.number(seed: runSeed, identity: paceIdentity[index], purpose: .commonPace)
        commonPace[index] = paces[index].commonFactor(drawnBy: number)
      }
      self.runSeed = runSeed
      drawGoals(seed: runSeed)
      drawHabit(seed: runSeed)
    } else {
      weekStream = nil
      runSeed = nil
      expectHabit()
    }
    for goal in network.separateGoals { runGoal(Int(goal)) }
    if network.hasLinkedGoals { runTogether() }
  }

  private mutating func reset() {
    readyTotal = 0
    nextFixed = 0
    nextBreak = 0
    slice = Slice()
    later.removeAll()
    for milestone in 0..<network.count {
      completion[milestone] = Self.never
      start[milestone] = network.earliest[milestone]
      cause[milestone] = -1
      worked[milestone] = 0
      part[milestone] = network.partStarts[milestone]
      open[milestone] = network.predecessorCounts[milestone]
    }
    queue.removeAll()
    for index in 0..<paceWeek.count { paceWeek[index] = -1 }
    for goal in 0..<network.goalCount {
      readyCount[goal] = 0
      limitWeek[goal] = -1
      goalSlice[goal] = -1
      leftOfGoal[goal] = minutesOfGoal[goal]
    }
  }
}
