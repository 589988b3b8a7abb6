/// Values that are never taken apart: the process ends soon, and gives all of its memory back at once.
enum UntilExit {
  private final class Holder<Value> {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  /// Keeps a large value, whose strings and lists would else be given back one by one.
  static func keep(_ value: some Any) {
    _ = Unmanaged.passRetained(Holder(value))
  }
}
