/// The most that flows from one place to another: shortest ways with room, one after the other (Edmonds and Karp 1972).
struct FlowNetwork {
  private var room: [String: [String: Int]] = [:]

  mutating func add(_ from: String, _ to: String, _ amount: Int) {
    room[from, default: [:]][to, default: 0] += amount
    room[to, default: [:]][from, default: 0] += 0
  }

  mutating func set(_ from: String, _ to: String, _ amount: Int) {
    if room[from]?[to] == nil { add(from, to, amount) }
  }

  mutating func largestFlow(from source: String, to sink: String) -> Int {
    var total = 0
    while true {
      var cameFrom: [String: String] = [:]
      var queue = [source]
      var next = 0
      while next < queue.count, cameFrom[sink] == nil {
        for (place, left) in room[queue[next]] ?? [:] where left > 0 && place != source && cameFrom[place] == nil {
          cameFrom[place] = queue[next]
          queue.append(place)
        }
        next += 1
      }
      guard cameFrom[sink] != nil else { return total }
      var way: [(String, String)] = []
      var place = sink
      while let before = cameFrom[place] {
        way.append((before, place))
        place = before
      }
      let amount = way.map { room[$0.0]?[$0.1] ?? 0 }.min() ?? 0
      for (from, to) in way {
        room[from]?[to]? -= amount
        room[to]?[from]? += amount
      }
      total += amount
    }
  }
}
