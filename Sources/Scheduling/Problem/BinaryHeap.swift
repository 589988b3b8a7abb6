/// The least of many numbers first.
///
/// Ties cannot be told apart, so the order is always the same.
package struct BinaryHeap {
  private var items: [UInt64] = []

  package init() {}

  var isEmpty: Bool { items.isEmpty }
  package var first: UInt64? { items.first }

  package mutating func removeAll() { items.removeAll(keepingCapacity: true) }

  package mutating func insert(_ item: UInt64) {
    items.append(item)
    var place = items.count - 1
    while place > 0 {
      let parent = (place - 1) / 2
      if items[parent] <= item { break }
      items[place] = items[parent]
      place = parent
    }
    items[place] = item
  }

  package mutating func removeFirst() -> UInt64? {
    guard let least = items.first, let last = items.popLast() else { return nil }
    if !items.isEmpty { sink(last) }
    return least
  }

  /// Puts a number in the place of the least.
  mutating func replaceFirst(by item: UInt64) {
    sink(item)
  }

  private mutating func sink(_ item: UInt64) {
    var place = 0
    let count = items.count
    while true {
      var child = 2 * place + 1
      if child >= count { break }
      if child + 1 < count && items[child + 1] < items[child] { child += 1 }
      if items[child] >= item { break }
      items[place] = items[child]
      place = child
    }
    items[place] = item
  }
}
