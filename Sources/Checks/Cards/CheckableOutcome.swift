/// Whether a text names an end that somebody else could check.
package enum CheckableOutcome {
  /// Words by which something is out, over, signed or counted.
  private static let checkable: Set = [
    "accepted", "approved", "awarded", "booked", "bought", "built", "certificate", "certified", "closed", "complete",
    "completed", "contract", "defended", "degree", "delivered", "deployed", "diploma", "every", "exam", "filed",
    "finish",
    "finished", "first", "hired", "installed", "launch", "launched", "licence", "license", "live", "moved", "notice",
    "opened",
    "paid", "passed", "pass", "printed", "promoted", "publish", "published", "recorded", "redirects", "registered",
    "release",
    "released", "replaced", "retired", "sale", "sell", "shipped", "shown", "signed", "sold", "submit", "submitted",
    "tagged",
    "visa", "won", "written", "all", "none", "nobody", "zero", "one", "two", "three", "four", "five", "six", "seven",
    "eight",
    "nine", "ten", "eleven", "twelve", "twenty", "thirty", "fifty", "hundred", "thousand", "half", "marathon",
    "confirmed",
  ]

  /// It names a number, a day, or an outcome that somebody else could check.
  package static func isNamed(in text: String) -> Bool {
    // Digits are measures; and other languages have other words, so that only what is plainly English is judged.
    if text.utf8.contains(where: { (0x30...0x39).contains($0) || $0 >= 0x80 }) { return true }
    let words = text.lowercased().split { !$0.isLetter }
    return words.contains { checkable.contains(String($0)) }
  }
}
