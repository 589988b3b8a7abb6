/// Titles for narrow places.
package enum ShortTitle {
  /// The title in at most `limit` characters: cut before its last comma, colon, bracket or dash that fits, else after its last
  /// word that fits, with an ellipsis.
  package static func text(_ title: String, limit: Int) -> String {
    guard title.count > limit else { return title }
    let start = title.prefix(limit + 1)
    for separator in [", ", ": ", "∶ ", " (", " – ", " — ", "; "] {
      if let end = start.ranges(of: separator).last?.lowerBound, title.distance(from: title.startIndex, to: end) >= 6 {
        return String(title[..<end])
      }
    }
    let words = title.prefix(limit - 1)
    let cut = words.lastIndex(of: " ") ?? words.endIndex
    let kept = title.distance(from: title.startIndex, to: cut) >= limit / 2 ? words[..<cut] : words
    return kept + "…"
  }
}
