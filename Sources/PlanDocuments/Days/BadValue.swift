/// Why a value cannot be read, in words for the person who wrote it.
package struct BadValue: Error, Hashable, Sendable {
  /// What was expected or what does not exist, without a full stop: `a day is written 2026-07-19`.
  package var reason: String
  /// The same value as the format has it, where one slip stands in the way: `2026-07-01` for `2026-7-1`.
  package var suggestion: String?

  package init(_ reason: String, suggestion: String? = nil) {
    self.reason = reason
    self.suggestion = suggestion
  }
}

extension String {
  /// The text as bytes, for the readers of values.
  package var valueBytes: ArraySlice<UInt8> { Array(utf8)[...] }
}
