/// Measured amounts as people read them.
package enum AmountWords {
  /// `15,000`, `79.5`: thousandths with commas between thousands and no needless digits.
  package static func number(_ thousandths: Int64) -> String {
    let digits = String(thousandths.magnitude / 1000)
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    var fraction = String(thousandths.magnitude % 1000 + 1000).dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    return (thousandths < 0 ? "-" : "") + grouped + (fraction.isEmpty ? "" : "." + fraction)
  }
}
