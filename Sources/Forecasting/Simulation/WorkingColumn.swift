/// Numbers that pass after pass overwrites: an array with one owner, so that a write need not ask whether there is
/// another.
struct WorkingColumn<Element: BitwiseCopyable>: ~Copyable {
  private let places: UnsafeMutablePointer<Element>
  let count: Int

  init(repeating value: Element, count: Int) {
    self.count = count
    places = .allocate(capacity: count)
    places.initialize(repeating: value, count: count)
  }

  init(_ values: [Element]) {
    count = values.count
    places = .allocate(capacity: count)
    for (index, value) in values.enumerated() { (places + index).initialize(to: value) }
  }

  deinit { places.deallocate() }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(index >= 0 && index < count, "outside of the column")
      return places[index]
    }
    @inline(__always) set {
      precondition(index >= 0 && index < count, "outside of the column")
      places[index] = newValue
    }
  }

  /// Makes room at a place: the elements from it up to `count` move one place on.
  mutating func open(_ place: Int, count: Int) {
    precondition(place >= 0 && place <= count && count < self.count, "outside of the column")
    (places + place + 1).update(from: places + place, count: count - place)
  }

  /// Takes the element at a place out: those after it up to `count` move one place back.
  mutating func close(_ place: Int, count: Int) {
    precondition(place >= 0 && place < count && count <= self.count, "outside of the column")
    (places + place).update(from: places + place + 1, count: count - place - 1)
  }

  /// Moves an element to another place; those between the two move by one.
  mutating func slide(from: Int, to: Int) {
    precondition(min(from, to) >= 0 && max(from, to) < count, "outside of the column")
    let element = places[from]
    if from < to {
      (places + from).update(from: places + from + 1, count: to - from)
    } else {
      (places + to + 1).update(from: places + to, count: from - to)
    }
    places[to] = element
  }
}
