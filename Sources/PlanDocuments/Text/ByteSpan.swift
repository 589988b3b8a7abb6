/// A half-open range of byte offsets into one file.
package struct ByteSpan: Hashable, Sendable {
  package var start: Int32
  package var end: Int32

  package init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a span ends before it starts")
    self.start = Int32(start)
    self.end = Int32(end)
  }

  package init(_ range: Range<Int>) {
    self.init(range.lowerBound, range.upperBound)
  }

  package var range: Range<Int> { Int(start)..<Int(end) }
  package var isEmpty: Bool { start == end }
  package var count: Int { Int(end - start) }

  /// They have a byte in common; an empty span has one where it stands.
  package func overlaps(_ other: ByteSpan) -> Bool {
    start < max(other.end, other.start + 1) && other.start < max(end, start + 1)
  }

  package func contains(_ other: ByteSpan) -> Bool {
    start <= other.start && other.end <= end
  }
}
