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
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "outside of the column")
      return places[index]
    }
    @inline(__always) set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "outside of the column")
      places[index] = newValue
    }
  }
}
