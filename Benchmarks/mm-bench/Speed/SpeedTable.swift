import CPlainLoop

/// All runs of one contender.
struct Series {
  var runner: Runner
  var samples: [mm_figures] = []

  var peakMegabytes: Int { ((samples.map(\.peak_kilobytes).max() ?? 0) + 512) / 1024 }

  func medianMilliseconds(_ figure: KeyPath<mm_figures, UInt64>) -> Double {
    median(samples.map { Double($0[keyPath: figure]) / 1e6 })
  }

  /// Of each round the ratio to `other`.
  func ratios(to other: Series, _ figure: KeyPath<mm_figures, UInt64>) -> [Double] {
    zip(samples, other.samples).map { Double($0[keyPath: figure]) / Double($1[keyPath: figure]) }
  }
}

/// The result as a table of text, the ratios to the first series.
struct SpeedTable {
  var series: [Series]

  var text: String {
    var rows = [["", "cores", "ms", "ratio", "middle half", "processor ms", "ratio", "MB"]]
    for one in series {
      let ratios = one.ratios(to: series[0], \.nanoseconds)
      let processor = one.ratios(to: series[0], \.processor_nanoseconds)
      rows.append([
        one.runner.title, "\(one.runner.cores)", fixed(one.medianMilliseconds(\.nanoseconds), 1),
        fixed(median(ratios), 2), "\(fixed(quantile(ratios, 0.25), 2)) to \(fixed(quantile(ratios, 0.75), 2))",
        fixed(one.medianMilliseconds(\.processor_nanoseconds), 1), fixed(median(processor), 2), "\(one.peakMegabytes)",
      ])
    }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.indices.map { column in
        let padding = String(repeating: " ", count: widths[column] - row[column].count)
        return column == 0 ? row[column] + padding : padding + row[column]
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}

func median(_ values: [Double]) -> Double { quantile(values, 0.5) }

func quantile(_ values: [Double], _ share: Double) -> Double {
  guard !values.isEmpty else { return .nan }
  let place = share * Double(values.count - 1)
  let sorted = values.sorted()
  let below = Int(place)
  let above = min(below + 1, sorted.count - 1)
  return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
}

/// A number with so many digits after the point.
func fixed(_ value: Double, _ digits: Int) -> String {
  guard value.isFinite else { return "-" }
  var scale = 1
  for _ in 0..<digits { scale *= 10 }
  let number = Int((abs(value) * Double(scale)).rounded())
  let tail = String(number % scale)
  let sign = value < 0 && number > 0 ? "-" : ""
  return sign + "\(number / scale)"
    + (digits == 0 ? "" : "." + String(repeating: "0", count: digits - tail.count) + tail)
}
