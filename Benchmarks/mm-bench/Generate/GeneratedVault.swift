import PlanDocuments

/// A vault made from a seed: goals that share one person's hours, each at a different place on its way.
///
/// Efforts are drawn so that all the work takes about 85 % of the hours until the last deadline, which lies two years
/// ahead or, in a large vault, as far as the work needs.
struct GeneratedVault {
  static let usualToday = Day(number: 20_702)  // Sunday, 6 September 2026
  static let minutesAWeek = 60 * 60

  let goals: Int
  let seed: UInt64
  let today: Day
  /// Weeks from today to the last deadline.
  let horizon: Int
  /// The mean work of a milestone in minutes.
  let meanMinutes: Int

  init(goals: Int, seed: UInt64, today: Day) {
    self.goals = goals
    self.seed = seed
    self.today = today
    let milestones = max(1, goals * 10)
    horizon = max(104, milestones * 20 * 100 / 85 / Self.minutesAWeek)
    meanMinutes = min(30 * 60, max(15, horizon * Self.minutesAWeek * 85 / 100 / milestones))
  }

  private var away: DayRange { DayRange(today + 98, today + 108) }

  var settings: String {
    """
    ---
    time: [10h mon-fri 06:00-20:00, 10h sat]
    buffer: 1w
    off:
      - \(away.first)..\(away.last) away
      - \(today + 280)..\(today + 284) 50% conference
    ---

    A generated vault.

    """
  }

  func fileName(_ number: Int) -> String {
    "goal-\(number).md"
  }

  /// The file of one goal.
  ///
  /// It depends on nothing but the seed and its number.
  func goal(_ number: Int) -> String {
    var random = Random(seed: seed &* 1_000_003 &+ UInt64(number))
    let deadline = today + 28 + random.below(max(1, horizon - 4)) * 7 + random.below(5)
    let start = today - 7 * random.below(20)
    let isEmoji = number % 8 == 3
    // What was due is done, in half of the goals a little more; one goal in ten has let a milestone slip.
    let past = (0..<10).count { due($0, start: start, deadline: deadline) < today }
    let done = min(9, number % 10 == 4 ? max(0, past - 1) : past + random.below(2))
    var text = frontMatter(number, start: start, deadline: deadline, &random)
    text += paragraphs(2, &random)
    text += "## Milestones\n\n"
    for step in 0..<10 {
      text += milestone(step, of: number, done: done, start: start, deadline: deadline, isEmoji: isEmoji, &random)
    }
    text += "\n## Notes\n\n" + paragraphs(2, &random)
    return text
  }

  private func frontMatter(_ number: Int, start: Day, deadline: Day, _ random: inout Random) -> String {
    """
    ---
    goal: \(Words.plainSentence(6, &random)), number \(number)
    success: \(random.below(90) + 10) \(Words.plain(4, &random))
    origin: \(Words.plainSentence(8, &random))
    start: \(start)
    deadline: \(deadline)
    time: \(5 + random.below(6))h/week
    constraints:
      - \(Words.plain(5, &random))
      - \(random.below(900)) EUR for \(Words.plain(2, &random))
    priority: \(1 + random.below(3))
    tags: [\(Words.plain(1, &random))]
    ---


    """
  }

  private func paragraphs(_ count: Int, _ random: inout Random) -> String {
    (0..<count).map { _ in
      (0..<3).map { _ in Words.sentence(8 + random.below(8), &random) + "." }.joined(separator: "\n") + "\n\n"
    }.joined()
  }

  private func milestone(
    _ step: Int, of number: Int, done: Int, start: Day, deadline: Day, isEmoji: Bool, _ random: inout Random
  ) -> String {
    let due = due(step, start: start, deadline: deadline)
    let minutes = max(5, meanMinutes * (50 + random.below(101)) / 100 / 5 * 5)
    let wait = random.below(5) == 0 ? " wait:\(1 + random.below(7))d" : ""
    // One goal in ten waits for a milestone of the goal before it, which is as far along or further.
    let other = step == 7 && number % 10 == 9 ? ["goal-\(number - 1)/m3"] : []
    let after = (step == 0 ? [] : ["m\(step - 1)"]) + other
    let isDone = step < done
    let doneDay = min(due, today - 1 - (done - 1 - step))
    let half = step == done ? random.below(5) : 0

    var line = "- [\(isDone ? "x" : " ")] \(Words.sentence(4, &random)) effort:\(duration(minutes))\(wait)"
    if isEmoji {
      // Obsidian Tasks reads ids of one file only, so a reference into another goal keeps the own spelling.
      if !other.isEmpty { line += " after:" + after.joined(separator: ",") }
      line += " 🆔 m\(step)"
      if other.isEmpty, !after.isEmpty { line += " ⛔ " + after.joined(separator: ",") }
      line += " 📅 \(due)" + (isDone ? " ✅ \(doneDay)" : "")
    } else {
      line += " id:m\(step) due:\(due)" + (after.isEmpty ? "" : " after:" + after.joined(separator: ","))
      line += isDone ? " done:\(doneDay)" : ""
    }
    line += "\n"
    if step % 5 == 2 { line += "  > Why: \(Words.some(9, &random)).\n" }
    for task in 0..<5 {
      let mark = isDone || task < half ? "x" : " "
      line += "  - [\(mark)] \(Words.sentence(5 + random.below(4), &random))\(random.below(4) == 0 ? " (15m)" : "")\n"
    }
    return line
  }

  private func due(_ step: Int, start: Day, deadline: Day) -> Day {
    let due = start + (deadline - 7 - start) * (step + 1) / 10
    return away.contains(due) ? away.last + 1 : due
  }

  private func duration(_ minutes: Int) -> String {
    minutes % 60 == 0 ? "\(minutes / 60)h" : "\(minutes)m"
  }
}
