import Foundation

/// Counts again each proof in what `mm export` writes, by docs/schema.md alone: the days of the work from the chains of hours
/// and waits, its minutes as a largest flow, once from items to days, once from goals through their weeks to days.
struct CertificateChecker {
  struct Item {
    var name: String, end: String, goal: Int, minutes: Int, wait: Int, release: Int, fixed: Int?, before: [String]
    var lag: Int { wait > 0 || fixed != nil ? wait + 1 : 0 }
  }
  /// How far a chain has come: the day (backward counted below 0), and what it took of that day and of that week.
  typealias Place = (day: Int, inDay: Int, inWeek: Int)
  typealias Stretch = (start: Place, end: Place)
  typealias JSON = [String: Any]

  private(set) var proofs: [(end: String, proof: JSON)] = []
  private var items: [String: Item] = [:], followers: [String: [String]] = [:]
  private var shared: [Int]?, days: [[Int]] = [], weeks: [[(days: ClosedRange<Int>, minutes: Int)]] = []
  private let today: Int, dayCount: Int

  init(_ export: JSON) {
    today = Self.number(export["planned_from"]) ?? 0
    let hours = export["hours"] as? JSON ?? [:]
    dayCount = (Self.number(hours["to"]) ?? today - 1) - today + 1
    shared = hours["shared_minutes"] as? [Int]
    for (index, goal) in (export["goals"] as? [JSON] ?? []).enumerated() {
      let id = goal["id"] as? String ?? "", limits = goal["hours"] as? JSON ?? [:]
      days.append(limits["minutes"] as? [Int] ?? shared ?? [])
      let own = limits["weeks"] as? [JSON]
      weeks.append((own ?? []).map { (day($0["from"])...day($0["to"]), $0["minutes"] as? Int ?? 0) })
      if let proof = goal["proof"] as? JSON { proofs.append((id, proof)) }
      for one in goal["milestones"] as? [JSON] ?? [] where one["is_planned"] as? Bool == true {
        let name = one["name"] as? String ?? "", wait = (one["wait_days"] as? JSON)?["days"] as? Int ?? 0
        let minutes = goal["takes_hours"] as? Bool == true ? one["remaining_minutes"] as? Int ?? 0 : 0
        let waitsSince = minutes == 0 ? Self.number(one["handed_over"]).map { $0 - today } : nil
        let before = waitsSince == nil ? one["after"] as? [String] ?? [] : []
        let release = waitsSince ?? max(0, day(goal["start"]), day(one["start"]))
        let fixed = one["fixed"] as? Bool == true ? day(one["due"]) : nil
        items[name] = Item(
          name: name, end: fixed == nil ? id : name, goal: index, minutes: minutes, wait: wait, release: release,
          fixed: fixed, before: before)
        if let proof = one["proof"] as? JSON { proofs.append((name, proof)) }
      }
    }
    for item in items.values { for before in item.before { followers[before, default: []].append(item.name) } }
  }

  /// The civil day as a number, of which only differences count.
  private static func number(_ text: Any?) -> Int? {
    guard let parts = (text as? String)?.split(separator: "-").compactMap({ Int($0) }) else { return nil }
    let year = parts[1] > 2 ? parts[0] : parts[0] - 1, month = (parts[1] + 9) % 12
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + parts[2]
  }
  private func day(_ text: Any?) -> Int { Self.number(text).map { $0 - today } ?? Int.min / 4 }
  private func week(_ goal: Int, _ day: Int) -> Int? { weeks[goal].firstIndex { $0.days.contains(day) } }

  /// Why a proof does not hold; nil where it does.
  func objection(to proof: JSON, of end: String) -> String? {
    var ends = [end: day(proof["not_before"]) - 1]
    let held = proof["held"] as? [JSON] ?? [], work = proof["work"] as? [JSON] ?? []
    for one in held { ends[(one["goal"] ?? one["milestone"]) as? String ?? ""] = day(one["day"]) }
    let limits = items.compactMapValues { item in ends[item.end].map { $0 - item.wait } }
    var earliest: [String: Stretch?] = [:], latest = earliest, windows: [(item: Item, days: ClosedRange<Int>)] = []
    for claim in work {
      guard let item = items[claim["milestone"] as? String ?? ""], claim["minutes"] as? Int == item.minutes,
        let first = chain(item, 1, limits, &earliest), let last = chain(item, -1, limits, &latest)
      else { return "\(claim) is not bound, or has another amount of work" }
      guard day(claim["from"]) == first.start.day else { return "\(item.name) may begin on day \(first.start.day)" }
      if first.end.day > -last.start.day || first.start.day > -last.end.day {
        return work.count == 1 && proof["free_minutes"] as? Int == 0 ? nil : "\(item.name) has no day"
      }
      guard day(claim["to"]) == -last.start.day else { return "\(item.name) may end on day \(-last.start.day)" }
      windows.append((item, first.start.day...(-last.start.day)))
    }
    let wanted = windows.reduce(0) { $0 + $1.item.minutes }
    let free = [false, true].map { flow(windows, throughWeeks: $0) }.filter { $0 < wanted }
    return free.contains { $0 == proof["free_minutes"] as? Int } ? nil : "\(wanted) minutes, free \(free)"
  }

  /// Where the hours of an item can begin and end at the earliest (`step` 1), or backward at the latest; nil where nothing binds it.
  func chain(_ item: Item, _ step: Int, _ limits: [String: Int], _ known: inout [String: Stretch?]) -> Stretch? {
    if let found = known[item.name] { return found }
    var place: Place? = step > 0 ? (item.release, 0, 0) : limits[item.name].map { (-$0, 0, 0) }
    let others = step > 0 ? item.before : item.fixed == nil ? followers[item.name] ?? [] : []
    for other in others.compactMap({ items[$0] }) {
      guard let end = chain(other, step, limits, &known)?.end else { continue }
      let lag = (step > 0 ? other : item).lag
      var next: Place = (max(end.day + lag, step > 0 ? (other.fixed ?? -1) + 1 : Int.min), 0, 0)
      if other.goal == item.goal {
        if lag == 0 { next.inDay = end.inDay }
        if week(item.goal, step * end.day) == week(item.goal, step * next.day) { next.inWeek = end.inWeek }
      }
      place = place.map { $0 > next ? $0 : next } ?? next
    }
    known[item.name] = .some(place.map { (start: $0, end: lay(item, from: $0, step: step)) })
    return known[item.name] ?? nil
  }

  /// Where the hours of an item end that begin at a place, with its goal's days to itself.
  private func lay(_ item: Item, from place: Place, step: Int) -> Place {
    var place = place, left = item.minutes
    while left > 0 {
      let day = step * place.day
      guard day >= 0, day < dayCount else { return (Int.max / 4, 0, 0) }
      let now = week(item.goal, day), limit = now.map { weeks[item.goal][$0].minutes } ?? Int.max
      let taken = max(0, min(left, self.days[item.goal][day] - place.inDay, limit - place.inWeek))
      left -= taken
      (place.inDay, place.inWeek) = (place.inDay + taken, place.inWeek + taken)
      if left > 0 { place = (place.day + 1, 0, week(item.goal, day + step) == now ? place.inWeek : 0) }
    }
    return place
  }

  /// The minutes that the items can have at most, each in its days; or their goals, within the limits of their weeks.
  private func flow(_ windows: [(item: Item, days: ClosedRange<Int>)], throughWeeks: Bool) -> Int {
    var room: [String: [String: Int]] = [:]
    func join(_ from: String, _ to: String, _ amount: Int, adds: Bool = false) {
      room[from, default: [:]][to] = amount + (adds ? room[from]?[to] ?? 0 : 0)
      room[to, default: [:]][from, default: 0] += 0
    }
    let all = (windows.map(\.days.lowerBound).min() ?? 0)...(windows.map(\.days.upperBound).max() ?? 0)
    for (item, days) in windows {
      let source = throughWeeks ? "goal \(item.goal)" : item.name
      join("work", source, item.minutes, adds: true)
      for day in throughWeeks ? all : days where day < dayCount && self.days[item.goal][day] > 0 {
        let week = throughWeeks ? week(item.goal, day) : nil, from = week.map { "week \(item.goal) \($0)" } ?? source
        if let week { join(source, from, weeks[item.goal][week].minutes) }
        join(from, "goal \(item.goal) \(day)", self.days[item.goal][day])
        join("goal \(item.goal) \(day)", "day \(day)", self.days[item.goal][day])
        join("day \(day)", "done", shared?[day] ?? Int.max / 4)
      }
    }
    var seen: Set<String> = [], total = 0, moved = 0
    func push(_ place: String, _ most: Int) -> Int {
      if place == "done" || !seen.insert(place).inserted { return place == "done" ? most : 0 }
      for (next, left) in room[place] ?? [:] where left > 0 {
        let moved = push(next, min(most, left))
        room[place]?[next]? -= moved
        room[next]?[place]? += moved
        if moved > 0 { return moved }
      }
      return 0
    }
    repeat {
      moved = push("work", Int.max / 4)
      total += moved
      seen = []
    } while moved > 0
    return total
  }
}
