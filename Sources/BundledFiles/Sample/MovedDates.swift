import PlanDocuments

/// Text with all its dates moved by the same number of days.
enum MovedDates {
  /// Moves every `2026-07-19`, and every `20260719` in a calendar file.
  ///
  /// What is no day stays: 2026-02-30.
  static func text(_ text: String, by days: Int, isCalendar: Bool) -> String {
    let bytes = Array(text.utf8)
    var moved: [UInt8] = []
    moved.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard isDigit(bytes[index]) else {
        moved.append(bytes[index])
        index += 1
        continue
      }
      let run = bytes[index...].prefix(while: { isDigit($0) || $0 == UInt8(ascii: "-") })
      let digits = bytes[index...].prefix(while: isDigit)
      if let day = dashed(run) {
        moved += (day + days).description.utf8
        index = run.startIndex + 10
      } else if isCalendar, let day = compact(digits) {
        moved += (day + days).description.utf8.filter { $0 != UInt8(ascii: "-") }
        index = digits.endIndex
      } else {
        moved += run
        index = run.endIndex
      }
    }
    return String(decoding: moved, as: UTF8.self)
  }

  /// The day that `run`, digits and dashes, begins with and that no further digit follows.
  private static func dashed(_ run: ArraySlice<UInt8>) -> Day? {
    let start = run.startIndex
    guard run.count >= 10, run[start + 4] == UInt8(ascii: "-"), run[start + 7] == UInt8(ascii: "-") else { return nil }
    guard run.count == 10 || !isDigit(run[start + 10]) else { return nil }
    guard let year = number(run[start..<start + 4]), let month = number(run[start + 5..<start + 7]),
      let day = number(run[start + 8..<start + 10])
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  private static func compact(_ digits: ArraySlice<UInt8>) -> Day? {
    let start = digits.startIndex
    guard digits.count == 8, let year = number(digits[start..<start + 4]),
      let month = number(digits[start + 4..<start + 6]), let day = number(digits[start + 6..<start + 8])
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy(isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
