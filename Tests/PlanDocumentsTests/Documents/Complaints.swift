/// Gathers what breaks a law over thousands of notes, which `#expect` would be slow for; the law expects none.
struct Complaints {
  private(set) var count = 0
  private(set) var first: String?

  mutating func expect(_ isTrue: Bool, _ complaint: @autoclosure () -> String) {
    guard !isTrue else { return }
    count += 1
    if first == nil { first = complaint() }
  }

  /// Expects the same bytes; the complaint shows the part that differs.
  mutating func expect(_ found: [UInt8]?, equals expected: [UInt8], _ complaint: @autoclosure () -> String) {
    guard found != expected else { return }
    func shown(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self).debugDescription }
    guard let found else { return expect(false, "\(complaint()): refused \(shown(expected))") }
    let start =
      zip(found, expected).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? min(found.count, expected.count)
    let from = max(0, start - 60)
    expect(
      false,
      "\(complaint()) at \(start):\n  \(shown(Array(found[from...].prefix(120))))\n  \(shown(Array(expected[from...].prefix(120))))"
    )
  }
}
