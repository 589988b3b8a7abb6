/// Bars and strips of characters.
package enum Bars {
  /// `█████░░░░░`: a share from 0 to 1 in `cells` cells, rounded; only a whole one is full, only nothing is empty.
  package static func progress(_ share: Double, cells: Int = 10) -> StyledText {
    let bounded = min(max(share, 0), 1)
    var full = Int((bounded * Double(cells)).rounded())
    if bounded > 0 { full = max(full, 1) }
    if bounded < 1 { full = min(full, cells - 1) }
    return StyledText(own: String(repeating: "█", count: full), .good)
      + StyledText(own: String(repeating: "░", count: cells - full), .quiet)
  }

  /// One cell for each week: how much of what is free is wanted, from `·` for nothing to `█` for all of it and `!` for more.
  package static func heat(_ shares: [Double]) -> StyledText {
    let steps = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    return shares.map { share in
      if share > 1.0001 { return StyledText(own: "!", .attention) }
      if share <= 0 { return StyledText(own: "·", .quiet) }
      return StyledText(own: steps[min(steps.count - 1, Int(share * Double(steps.count)))])
    }.joined(by: "")
  }
}
