package import PlanDocuments

/// Text from a vault as Markdown that shows it and does nothing else: on GitHub, in Obsidian, in any CommonMark reader.
package enum MarkdownText {
  /// One line of inline Markdown that reads as `text`.
  ///
  /// Only what could act is escaped, so that a title stays readable in an editor: emphasis, code, links, HTML, table cells,
  /// formulas, and Obsidian's `%%`, `==`, `#tag` and `^block`.
  package static func escaped(_ text: String) -> String {
    let scalars = Array(oneLine(text).unicodeScalars)
    guard !scalars.isEmpty else { return "(no title)" }
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let before = index > 0 ? scalars[index - 1] : " "
      let after = index + 1 < scalars.count ? scalars[index + 1] : " "
      if acts(scalar, before: before, after: after) { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }

  private static func acts(_ scalar: Unicode.Scalar, before: Unicode.Scalar, after: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\\", "`", "*", "[", "]", "<", "|", "$": true
    case "_": !(before.isWord && after.isWord)
    case "&": after.isWord || after == "#"
    case "~", "=", "%": before == scalar || after == scalar
    case "#": before == " " && after != " "
    case "^": before == " "
    default: false
    }
  }

  /// White space, line ends and characters that steer a screen become single spaces; none at either end.
  package static func oneLine(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isSpace = scalar.isTerminalHazard || scalar.properties.isWhitespace
      if !isSpace {
        result.append(scalar)
      } else if let last = result.last, last != " " {
        result.append(" ")
      }
    }
    if result.last == " " { result.removeLast() }
    return String(result)
  }

  /// `[title](<../Goals/Guest posts.md>)`, as seen from a note in `folder`.
  package static func link(_ title: String, to path: VaultPath, from folder: VaultPath) -> String {
    "[" + escaped(title) + "](" + destination(path, from: folder) + ")"
  }

  /// The link destination of `path` as seen from `folder`; in angle brackets where it has spaces or brackets.
  static func destination(_ path: VaultPath, from folder: VaultPath) -> String {
    let slash = UInt8(ascii: "/")
    let target = path.bytes.split(separator: slash)
    let here = folder.bytes.split(separator: slash)
    let shared = zip(target.dropLast(), here).prefix { $0 == $1 }.count
    let steps = Array(repeating: "..", count: here.count - shared) + target.dropFirst(shared).map(percentEncoded)
    var destination = steps.joined(separator: "/")
    // A first step with a colon would be read as the scheme of a URL.
    if here.count == shared, steps.first?.contains(":") == true { destination = "./" + destination }
    return destination.contains { $0 == " " || $0 == "(" || $0 == ")" } ? "<" + destination + ">" : destination
  }

  /// Letters of every script stay; what ends a destination or a table cell, and bytes that are no UTF-8, is encoded.
  private static func percentEncoded(_ step: ArraySlice<UInt8>) -> String {
    guard let text = String(validating: step, as: UTF8.self) else {
      return step.map { $0 < 0x80 && $0 > 0x20 ? String(Unicode.Scalar($0)) : hex($0) }.joined()
    }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%", "<", ">", "#", "?", "|", "\\", "`", "*", "$", "^", "\"":
        result += hex(UInt8(scalar.value))
      default:
        if scalar.isTerminalHazard || scalar == "\t" || scalar == "\n" {
          result += String(scalar).utf8.map(hex).joined()
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "%" + (digits.count < 2 ? "0" : "") + digits
  }
}

extension Unicode.Scalar {
  fileprivate var isWord: Bool { properties.isAlphabetic || properties.numericType != nil }
}
