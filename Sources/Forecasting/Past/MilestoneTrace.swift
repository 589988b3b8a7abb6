package import PlanDocuments
import PlanModel

/// When something was first seen done.
package struct SeenDone: Hashable, Sendable {
  /// The day of the first commit that shows it.
  package var day: Day
  /// The day of the last commit before, which did not; nil where the history begins with it done, so that it may have
  /// been done at any time before.
  package var since: Day?

  /// The day is the day of the commit and not only the end of a time in which it lies.
  package var isExact: Bool { since != nil }
}

/// A value that stands from one day until the next change.
package struct DatedValue<Value: Hashable & Sendable>: Hashable, Sendable {
  package var day: Day
  package var value: Value
}

/// What became of one milestone from the first commit that shows it.
struct MilestoneTrace: Sendable {
  /// A number that it keeps whatever it is called and wherever it stands.
  var identity: Int
  var efforts: [DatedValue<Int?>]
  var dues: [DatedValue<Day?>]
  /// Its own box, `done:`, or a full amount.
  var own: SeenDone?
  /// By box of its sheet; nil where it is not ticked.
  var boxes: [SeenDone?]
  /// Growth of its amount, in thousandths, oldest first.
  var growths: [(seen: SeenDone, thousandths: Int64)] = []
  /// Boxes that were ticked when they were deleted, with the minutes they stood for.
  var gone: [(title: String, seen: SeenDone, minutes: Double)] = []
  /// Work that was another milestone's before this one was split from it.
  private(set) var carried: [Piece] = []
  /// What that is of its amount.
  private var carriedThousandths: Int64 = 0
  /// Minutes of its work that are another milestone's by now.
  var givenAway = 0.0

  /// Minutes of work with the time in which they were seen done.
  struct Piece: Sendable {
    var seen: SeenDone
    var minutes: Double
  }

  init(_ milestone: PlanStateSummary.Milestone, identity: Int, day: Day, since: Day?) {
    self.identity = identity
    efforts = [DatedValue(day: day, value: milestone.effort)]
    dues = [DatedValue(day: day, value: milestone.due)]
    let seen = SeenDone(day: day, since: since)
    own = milestone.state == .done ? seen : nil
    boxes = milestone.boxes.map { $0.state == .done ? seen : nil }
    grow(from: nil, to: milestone.amount, seen)
  }

  /// Goes on from the state before.
  mutating func move(
    from before: PlanStateSummary.Milestone, to now: PlanStateSummary.Milestone, day: Day, since: Day
  ) {
    let seen = SeenDone(day: day, since: min(since, day))
    if before == now { return }
    if efforts.last?.value != now.effort { efforts.append(DatedValue(day: day, value: now.effort)) }
    if dues.last?.value != now.due { dues.append(DatedValue(day: day, value: now.due)) }
    own = now.state == .done ? own ?? seen : nil
    if before.boxes != now.boxes {
      let matches = now.boxes(after: before)
      let old = boxes
      boxes = now.boxes.indices.map { index in
        guard now.boxes[index].state == .done else { return nil }
        if let match = matches[index] { return old[match] ?? seen }
        // It was deleted, and here it is again.
        if let again = gone.firstIndex(where: { $0.title == now.boxes[index].title }) {
          return gone.remove(at: again).seen
        }
        return seen
      }
      let kept = Set(matches.compactMap(\.self))
      for index in before.boxes.indices where !kept.contains(index) {
        if let seen = old[index] {
          let minutes = Double(before.effort ?? 0) * before.share(ofBox: index)
          gone.append((before.boxes[index].title, seen, minutes))
        }
      }
    }
    grow(from: before.amount, to: now.amount, seen)
  }

  /// Takes over what another branch knew.
  ///
  /// - Parameters:
  ///   - before: the milestone on that branch.
  ///   - first: the milestone on the branch that this trace comes from.
  mutating func join(
    _ other: MilestoneTrace, _ before: PlanStateSummary.Milestone, first: PlanStateSummary.Milestone,
    now: PlanStateSummary.Milestone
  ) {
    func earlier(_ one: SeenDone?, _ two: SeenDone?) -> SeenDone? {
      guard let one, let two else { return one ?? two }
      return two.day < one.day ? two : one
    }
    if now.state == .done { own = earlier(other.own, own) }
    for (index, match) in now.boxes(after: before).enumerated() where now.boxes[index].state == .done {
      if let match, let seen = other.boxes[match] { boxes[index] = earlier(seen, boxes[index]) }
    }
    if before.effort == now.effort, first.effort != now.effort { efforts = other.efforts }
    if before.due == now.due, first.due != now.due { dues = other.dues }
    if before.amount == now.amount, first.amount != now.amount { growths = other.growths }
    for lost in other.gone where !gone.contains(where: { $0.title == lost.title }) { gone.append(lost) }
  }

  /// What was done of the amount by then has the day that `earlier` gives, not the day it was seen.
  mutating func see(amount: Int64, _ earlier: (SeenDone) -> SeenDone?) {
    var counted = carriedThousandths
    var split: [(seen: SeenDone, thousandths: Int64)] = []
    for growth in growths {
      let part = max(0, min(growth.thousandths, amount - counted))
      counted += growth.thousandths
      if part > 0, let seen = earlier(growth.seen) {
        split.append((seen, part))
        if part < growth.thousandths {
          split.append((SeenDone(day: growth.seen.day, since: seen.day), growth.thousandths - part))
        }
      } else {
        split.append(growth)
      }
    }
    growths = split
  }

  /// Something of it was done.
  var hasWork: Bool { own != nil || !growths.isEmpty || boxes.contains { $0 != nil } }

  // MARK: Splits

  /// It was first seen done, or an amount of it, on that day.
  func isDone(on day: Day) -> Bool { own?.day == day || growths.contains { $0.seen.day == day } }

  /// What of it was first seen done on that day, in minutes as estimated.
  func minutes(doneOn day: Day, of milestone: PlanStateSummary.Milestone) -> Double {
    let effort = Double(milestone.effort ?? 0)
    if let amount = milestone.amount, amount.total > 0 {
      let grown = growths.reduce(0) { $1.seen.day == day ? $0 + $1.thousandths : $0 }
      return effort * Double(grown) / Double(amount.total)
    }
    let ticked = boxes.indices.reduce(0.0) { boxes[$1] == nil ? $0 : $0 + milestone.share(ofBox: $1) }
    return own?.day == day ? effort * (1 - ticked) : 0
  }

  /// What is known of its work, or only what a later trace of it has no longer.
  func pieces(of milestone: PlanStateSummary.Milestone, without later: MilestoneTrace? = nil) -> [Piece] {
    guard let effort = milestone.effort.map(Double.init) else { return [] }
    guard let amount = milestone.amount, amount.total > 0 else {
      guard later == nil, let own else { return [] }
      let ticked = boxes.indices.reduce(0.0) { boxes[$1] == nil ? $0 : $0 + milestone.share(ofBox: $1) }
      return [Piece(seen: own, minutes: effort * (1 - ticked))]
    }
    var left = growths.reduce(0) { $0 + $1.thousandths } - (later?.growths.reduce(0) { $0 + $1.thousandths } ?? 0)
    var pieces: [Piece] = []
    for growth in growths.reversed() where left > 0 {
      let part = min(left, growth.thousandths)
      left -= part
      pieces.append(Piece(seen: growth.seen, minutes: effort * Double(part) / Double(amount.total)))
    }
    return pieces
  }

  /// Takes over work of another milestone in place of what was seen done here on `day`.
  mutating func carry(_ piece: Piece, into milestone: PlanStateSummary.Milestone, on day: Day) {
    carried.append(piece)
    let effort = Double(milestone.effort ?? 0)
    if let amount = milestone.amount, amount.total > 0, effort > 0 {
      var part = Int64((piece.minutes / effort * Double(amount.total)).rounded())
      for index in growths.indices where growths[index].seen.day == day && part > 0 {
        let taken = min(part, growths[index].thousandths)
        growths[index].thousandths -= taken
        carriedThousandths += taken
        part -= taken
      }
      growths.removeAll { $0.thousandths == 0 }
    }
    // All of it was done before.
    if let own, own.day == day, carried.reduce(0, { $0 + $1.minutes }) >= effort * 0.999 {
      self.own = carried.map(\.seen).max { $0.day < $1.day } ?? own
    }
  }

  private mutating func grow(from before: Amount?, to now: Amount?, _ seen: SeenDone) {
    guard let now, before != now else { return }
    let done = now.total - now.left
    var counted = growths.reduce(carriedThousandths) { $0 + $1.thousandths }
    if done > counted { growths.append((seen, done - counted)) }
    // What was too much is taken from the last.
    while counted > done, let last = growths.popLast() {
      counted -= last.thousandths
      if counted < done {
        growths.append((last.seen, done - counted))
        counted = done
      }
    }
  }
}
