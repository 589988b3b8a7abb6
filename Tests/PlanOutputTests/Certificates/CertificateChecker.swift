import Foundation

/// Counts again each proof in what `mm export` writes, by the text of docs/schema.md alone: it imports nothing of `mm`.
///
/// An end is proved not to be reached before a day if the work named must lie in days that have fewer free minutes. The days
/// are counted from the chains of hours and waits; the minutes as a largest flow, once from items to days, once from goals
/// through the limits of their weeks to days.
struct CertificateChecker {
  struct Item {
    var name: String, goal: Int, minutes: Int, wait: Int, release: Int, handedOver: Int?, fixed: Int?, before: [String]
    var lag: Int { wait > 0 || fixed != nil ? wait + 1 : 0 }
  }
  /// How far a chain has come: the day (backward counted below 0), and what it took of that day and of that week.
  struct Place { var day: Int, inDay = 0, inWeek = 0 }
  typealias JSON = [String: Any]

  private(set) var proofs: [(end: String, proof: JSON)] = []
  private var items: [String: Item] = [:], followers: [String: [String]] = [:], goals: [String] = []
  private var shared: [Int]?, own: [[Int]] = [], weeks: [[(days: ClosedRange<Int>, minutes: Int)]] = []
  private let today: Int, dayCount: Int

  init(_ export: JSON) {
    today = Self.number(export["planned_from"]) ?? 0
    let hours = export["hours"] as? JSON ?? [:]
    dayCount = (Self.number(hours["to"]) ?? today - 1) - today + 1
    shared = hours["shared_minutes"] as? [Int]
    for (index, goal) in (export["goals"] as? [JSON] ?? []).enumerated() {
      let name = goal["id"] as? String ?? "", limits = goal["hours"] as? JSON ?? [:]
      goals.append(name)
      own.append(limits["minutes"] as? [Int] ?? shared ?? [])
      weeks.append((limits["weeks"] as? [JSON] ?? []).map { (day($0["from"])...day($0["to"]), $0["minutes"] as? Int ?? 0) })
      if let proof = goal["proof"] as? JSON { proofs.append((name, proof)) }
      for one in goal["milestones"] as? [JSON] ?? [] where one["is_planned"] as? Bool == true {
        let name = one["name"] as? String ?? "", wait = (one["wait_days"] as? JSON)?["days"] as? Int ?? 0
        let minutes = goal["takes_hours"] as? Bool == true ? one["remaining_minutes"] as? Int ?? 0 : 0
        let handedOver = minutes == 0 ? Self.number(one["handed_over"]).map { $0 - today } : nil
        items[name] = Item(
          name: name, goal: index, minutes: minutes, wait: wait,
          release: handedOver ?? max(0, day(goal["start"]), day(one["start"])), handedOver: handedOver,
          fixed: one["fixed"] as? Bool == true ? day(one["due"]) : nil,
          before: handedOver == nil ? one["after"] as? [String] ?? [] : [])
        if let proof = one["proof"] as? JSON { proofs.append((name, proof)) }
      }
    }
    for item in items.values {
      for before in item.before where items[before] != nil {
        followers[before, default: []].append(item.name)
        if let fixed = items[before]?.fixed { items[item.name]?.release = max(items[item.name]?.release ?? 0, fixed + 1) }
      }
    }
  }

  /// The civil day as a number; weeks and months need no more than differences.
  private static func number(_ text: Any?) -> Int? {
    guard let parts = (text as? String)?.split(separator: "-").compactMap({ Int($0) }), parts.count == 3 else { return nil }
    let year = parts[1] > 2 ? parts[0] : parts[0] - 1, month = (parts[1] + 9) % 12
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + parts[2]
  }
  private func day(_ text: Any?) -> Int { Self.number(text).map { $0 - today } ?? Int.min / 4 }
  private func week(_ goal: Int, _ day: Int) -> Int? { weeks[goal].firstIndex { $0.days.contains(day) } }

  /// Why a proof does not hold; nil where it does.
  func objection(to proof: JSON, of end: String) -> String? {
    let work = proof["work"] as? [JSON] ?? []
    var ends = [end: day(proof["not_before"]) - 1]
    for held in proof["held"] as? [JSON] ?? [] {
      ends[held["goal"] as? String ?? held["milestone"] as? String ?? ""] = day(held["day"])
    }
    var limits: [String: Int] = [:]
    for item in items.values {
      if let day = ends[item.fixed == nil ? goals[item.goal] : item.name] { limits[item.name] = day - item.wait }
    }
    var earliest: [String: (start: Place, end: Place)] = [:], latest: [String: (start: Place, end: Place)?] = [:]
    var windows: [(item: Item, days: ClosedRange<Int>)] = []
    for claim in work {
      guard let item = items[claim["milestone"] as? String ?? ""] else { return "an item is not planned" }
      guard claim["minutes"] as? Int == item.minutes else { return "\(item.name) has \(item.minutes) minutes" }
      let first = forward(item, &earliest)
      guard let last = backward(item, limits, &latest) else { return "\(item.name) has no last day" }
      guard day(claim["from"]) == first.start.day else { return "\(item.name) may begin on day \(first.start.day)" }
      let hasNoDay = first.end.day > -last.start.day || first.start.day > -last.end.day
      if hasNoDay { return work.count == 1 && proof["free_minutes"] as? Int == 0 ? nil : "\(item.name) has no day" }
      guard day(claim["to"]) == -last.start.day else { return "\(item.name) may end on day \(-last.start.day)" }
      windows.append((item, first.start.day...(-last.start.day)))
    }
    let wanted = windows.reduce(0) { $0 + $1.item.minutes }
    let free = [flow(windows, throughWeeks: false), flow(windows, throughWeeks: true)].filter { $0 < wanted }
    guard !free.isEmpty else { return "\(wanted) minutes are free" }
    return free.contains { $0 == proof["free_minutes"] as? Int } ? nil : "\(free) minutes are free"
  }

  private func forward(_ item: Item, _ known: inout [String: (start: Place, end: Place)]) -> (start: Place, end: Place) {
    if let place = known[item.name] { return place }
    var place = Place(day: item.release)
    for before in item.before.compactMap({ items[$0] }) {
      follow(&place, forward(before, &known).end, before.lag, from: before, to: item, step: 1)
    }
    known[item.name] = (place, lay(item, from: place, step: 1))
    return known[item.name] ?? (place, place)
  }

  private func backward(
    _ item: Item, _ limits: [String: Int], _ known: inout [String: (start: Place, end: Place)?]
  ) -> (start: Place, end: Place)? {
    if let place = known[item.name] { return place }
    var place = limits[item.name].map { Place(day: -$0) }
    for after in item.fixed == nil ? (followers[item.name] ?? []).compactMap({ items[$0] }) : [] {
      guard let last = backward(after, limits, &known) else { continue }
      var own = place ?? Place(day: Int.min / 4)
      follow(&own, last.end, item.lag, from: after, to: item, step: -1)
      place = own
    }
    known[item.name] = .some(place.map { ($0, lay(item, from: $0, step: -1)) })
    return known[item.name] ?? nil
  }

  private func follow(_ place: inout Place, _ end: Place, _ lag: Int, from: Item, to: Item, step: Int) {
    var next = Place(day: end.day + lag)
    if from.goal == to.goal {
      if lag == 0 { next.inDay = end.inDay }
      if week(to.goal, step * end.day) == week(to.goal, step * next.day) { next.inWeek = end.inWeek }
    }
    if (next.day, next.inDay, next.inWeek) > (place.day, place.inDay, place.inWeek) { place = next }
  }

  /// Where the hours of an item end that begin at a place, with its goal's days to itself.
  private func lay(_ item: Item, from place: Place, step: Int) -> Place {
    var place = place, left = item.minutes
    while left > 0 {
      let day = step * place.day
      guard day >= 0, day < dayCount else { return Place(day: Int.max / 4) }
      let now = week(item.goal, day), limit = now.map { weeks[item.goal][$0].minutes } ?? Int.max
      let taken = max(0, min(left, own[item.goal][day] - place.inDay, limit - place.inWeek))
      left -= taken
      (place.inDay, place.inWeek) = (place.inDay + taken, place.inWeek + taken)
      if left > 0 { place = Place(day: place.day + 1, inWeek: week(item.goal, day + step) == now ? place.inWeek : 0) }
    }
    return place
  }

  private func flow(_ windows: [(item: Item, days: ClosedRange<Int>)], throughWeeks: Bool) -> Int {
    var net = FlowNetwork()
    let all = (windows.map(\.days.lowerBound).min() ?? 0)...(windows.map(\.days.upperBound).max() ?? 0)
    for (item, days) in windows {
      let source = throughWeeks ? "goal \(item.goal)" : item.name
      net.add("work", source, item.minutes)
      for day in throughWeeks ? all : days where day < dayCount && own[item.goal][day] > 0 {
        let week = throughWeeks ? week(item.goal, day) : nil, from = week.map { "week \(item.goal) \($0)" } ?? source
        if let week { net.set(source, from, weeks[item.goal][week].minutes) }
        net.set(from, "goal \(item.goal) \(day)", own[item.goal][day])
        net.set("goal \(item.goal) \(day)", "day \(day)", own[item.goal][day])
        net.set("day \(day)", "done", shared?[day] ?? Int.max / 4)
      }
    }
    return net.largestFlow(from: "work", to: "done")
  }
}
