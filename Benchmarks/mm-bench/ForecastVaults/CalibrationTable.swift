import Foundation

/// Reviews of many people, by stratum: how often dates held, and how good they were beside those of the forecaster who
/// knows the person.
struct CalibrationTable {
  private var rows: [String: Row] = [:]
  private var order: [String] = []

  struct Row {
    var count = 0
    /// For 50, 80, 90 and 95 in 100: whole days count half where they are met on the day itself.
    var mm = Held()
    var knowing = Held()
    var pinball = (mm: 0.0, knowing: 0.0)
    var width = (mm: 0.0, knowing: 0.0)
    var brier = (mm: 0.0, knowing: 0.0, never: 0.0)
    /// Of the logarithm of mm's likely day ÷ the knowing forecaster's: sum and sum of squares.
    var middle = (sum: 0.0, squares: 0.0, count: 0.0)
    /// Of the logarithm of the actual day ÷ the likely one.
    var miss = (mm: 0.0, knowing: 0.0)
  }

  struct Held {
    static let levels = [50, 80, 90, 95]
    var held = [Double](repeating: 0, count: Self.levels.count)

    mutating func add(_ days: VaultReview.Days, _ actual: Int?) {
      for (index, level) in Self.levels.enumerated() {
        guard let actual else {
          if days.day(level) == nil { held[index] += 1 }
          continue
        }
        let day = days.day(level) ?? .max
        held[index] += actual < day ? 1 : actual == day ? 0.5 : 0
      }
    }
  }

  mutating func add(_ review: VaultReview, to titles: [String]) {
    for title in titles {
      if rows[title] == nil { order.append(title) }
      rows[title, default: Row()].add(review)
    }
  }

  func text(sorted: Bool) -> String {
    var lines = [
      "                              n   P50   P80   P90   P95 | knowing P80 P95 | width pinball  Brier skill (mm/knowing) | ln of likely days' ratio | of actual ÷ likely (mm, knowing)"
    ]
    for title in sorted ? order.sorted() : order {
      guard let row = rows[title] else { continue }
      lines.append(title.padding(toLength: 24, withPad: " ", startingAt: 0) + row.text)
    }
    return lines.joined(separator: "\n")
  }
}

extension CalibrationTable.Row {
  mutating func add(_ review: VaultReview) {
    count += 1
    mm.add(review.mm, review.actual)
    knowing.add(review.knowing, review.actual)
    let actual = review.actual ?? 2_800
    for (days, path) in [(review.mm, \Self.pinball.mm), (review.knowing, \Self.pinball.knowing)] {
      for level in [5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95] {
        let miss = log(Double(actual + 1)) - log(Double((days.day(level) ?? 2_800) + 1))
        self[keyPath: path] += max(Double(level) / 100 * miss, (Double(level) / 100 - 1) * miss) / 11
      }
    }
    width.mm += Double((review.mm.day(90) ?? 2_800) - (review.mm.day(10) ?? 2_800))
    width.knowing += Double((review.knowing.day(90) ?? 2_800) - (review.knowing.day(10) ?? 2_800))
    if let ours = review.mm.day(50), let theirs = review.knowing.day(50) {
      let distance = log(Double(ours + 4) / Double(theirs + 4))
      miss.mm += log(Double(actual + 4) / Double(ours + 4))
      miss.knowing += log(Double(actual + 4) / Double(theirs + 4))
      middle = (middle.sum + distance, middle.squares + distance * distance, middle.count + 1)
    }
    let outcome = actual <= review.askedDay ? 1.0 : 0
    func square(_ x: Double) -> Double { x * x }
    brier.mm += square(review.mm.chance(by: review.askedDay) - outcome)
    brier.knowing += square(review.knowing.chance(by: review.askedDay) - outcome)
    brier.never += 0.25
  }

  var text: String {
    func share(_ value: Double) -> String { String(format: "%5.2f", value / Double(max(1, count))) }
    let skill = (1 - brier.mm / brier.never, 1 - brier.knowing / brier.never)
    return String(format: "%7d ", count) + mm.held.map { share($0) + " " }.joined() + "|     "
      + share(knowing.held[1]) + " " + share(knowing.held[3])
      + String(
        format: "  | %5.2f  %5.2f  %5.2f/%5.2f = %5.2f  | %+5.2f ± %.2f | %+5.2f %+5.2f", width.mm / width.knowing,
        pinball.mm / pinball.knowing, skill.0,
        skill.1, skill.0 / skill.1, middle.sum / max(1, middle.count),
        (middle.squares / max(1, middle.count) - (middle.sum / max(1, middle.count))
          * (middle.sum / max(1, middle.count)))
          .squareRoot(), miss.mm / max(1, middle.count), miss.knowing / max(1, middle.count))
  }
}

/// How far the 80 % day moves from one review to the next.
struct DriftTable {
  private var far: [Double] = []
  private var near: [(mm: Double, knowing: Double)] = []

  mutating func add(_ review: VaultReview) {
    guard let later = review.later, !review.person.changes, review.person.givingUp == 0, let likely = review.mm.day(50),
      let was = review.mm.day(80), let now = later.mm.day(80), let knew = review.knowing.day(80),
      let knows = later.knowing.day(80)
    else { return }
    let moved = Double(abs(now - was))
    if likely > 56 {
      far.append(moved / Double(likely))
    } else {
      near.append((moved, Double(abs(knows - knew))))
    }
  }

  var text: String {
    let within = far.count { $0 <= 0.25 }
    let mm = near.reduce(0) { $0 + $1.mm }
    let knowing = near.reduce(0) { $0 + $1.knowing }
    let sorted = far.sorted()
    let ninth = sorted.isEmpty ? 0 : sorted[sorted.count * 9 / 10]
    return String(
      format:
        "likely day over 8 weeks off: %d, of which %.2f move by at most a quarter of the time left (9 in 10: %.2f)\n"
        + "nearer: %d move by %.1f days, the knowing forecaster's by %.1f: %.2f times", far.count,
      Double(within) / Double(max(1, far.count)), ninth, near.count, mm / Double(max(1, near.count)),
      knowing / Double(max(1, near.count)), mm / max(1, knowing))
  }
}
