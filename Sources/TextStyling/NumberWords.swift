/// Small numbers as words.
package enum NumberWords {
  /// `no`, `one` to `twelve`, then digits.
  package static func upToTwelve(_ number: Int) -> String {
    let words = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]
    return words.indices.contains(number) ? words[number] : String(number)
  }
}
