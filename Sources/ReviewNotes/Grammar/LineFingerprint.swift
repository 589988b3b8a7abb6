import PlanDocuments

/// Short, stable marks of lines and blocks: how a note knows which of its lines `mm` wrote and which the person did.
///
/// The same on every machine and in every version.
package enum LineFingerprint {
  /// 6 characters (36 bits) for one line.
  package static func mark(of line: String) -> String {
    var hash = FNV1a(normal(line).utf8).value
    // The low bits of FNV mix best when the high ones are folded onto them.
    hash ^= hash >> 36
    var mark = ""
    for _ in 0..<6 {
      mark.unicodeScalars.append(alphabet[Int(hash & 63)])
      hash >>= 6
    }
    return mark
  }

  /// 12 hexadecimal digits for the lines of a block.
  package static func hash(of lines: [String]) -> String {
    let hash = FNV1a(lines.map(normal).joined(separator: "\n").utf8).value
    let digits = String(hash & 0xFFFF_FFFF_FFFF, radix: 16)
    return String(repeating: "0", count: 12 - digits.count) + digits
  }

  /// The line as `mm` would have written it: no tick, nothing that a tick brought along, no white space at its end.
  static func normal(_ line: String) -> String {
    var line = line
    if var box = ProposalLine(line) {
      box.tick = nil
      box.answer = ""
      line = box.text
    }
    while let last = line.unicodeScalars.last, last == " " || last == "\t" || last == "\r" || last == "\n" {
      line.unicodeScalars.removeLast()
    }
    return line.hasPrefix("|") ? table(line) : line
  }

  /// Editors pad the cells of a table and lengthen its rule: that is no change of its words.
  private static func table(_ line: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      if scalar == " " || scalar == "-", result.last == scalar { continue }
      result.append(scalar)
    }
    return String(result)
  }

  private static let alphabet = Array(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_.".unicodeScalars)
}
