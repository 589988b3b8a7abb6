/// How many columns text takes on a terminal: East Asian wide characters and emoji take two, combining marks none.
package enum TerminalWidth {
  package static func columns(_ text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x7F && $0 >= 0x20 }) { return text.utf8.count }
    return text.reduce(0) { $0 + columns(of: $1) }
  }

  package static func columns(of character: Character) -> Int {
    var widest = 0
    for scalar in character.unicodeScalars {
      if scalar.value == 0xFE0F { return 2 }
      widest = max(widest, columns(of: scalar))
    }
    return widest
  }

  private static func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    return wide.contains { $0.contains(value) } ? 2 : 1
  }

  /// Wide and full-width characters (East_Asian_Width W and F, UAX #11), in whole blocks.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
    0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF,
    0x20000...0x3FFFD,
  ]
}

extension StyledText {
  /// The beginning of the text that fits into `columns`, with `…` where something was cut off.
  package func fitted(_ columns: Int) -> StyledText {
    guard width > columns else { return self }
    var fitted = StyledText()
    var left = max(0, columns - 1)
    for part in parts {
      var kept = ""
      for character in part.text {
        let width = TerminalWidth.columns(of: character)
        guard width <= left else { return fitted + StyledText(own: kept, part.role) + StyledText(own: "…", part.role) }
        left -= width
        kept.append(character)
      }
      fitted += StyledText(own: kept, part.role)
    }
    return fitted
  }

  /// The text with blanks up to `columns`, behind it or (`toRight`) before it.
  package func padded(_ columns: Int, toRight: Bool = false) -> StyledText {
    let blanks = StyledText(own: String(repeating: " ", count: max(0, columns - width)))
    return toRight ? blanks + self : self + blanks
  }

  /// The text in lines of at most `columns`, broken between words; every line but the first begins with `indent` blanks.
  package func wrapped(_ columns: Int, indent: Int = 0) -> StyledText {
    var wrapped = StyledText()
    for (number, line) in lines.enumerated() {
      if number > 0 { wrapped += "\n" }
      var used = 0
      for word in line.words {
        let width = word.width
        if used > 0, used + 1 + width > columns {
          wrapped += StyledText(own: "\n" + String(repeating: " ", count: indent))
          used = indent
        } else if used > 0 {
          wrapped += " "
          used += 1
        }
        wrapped += word
        used += width
      }
    }
    return wrapped
  }

  /// Every line but the first with so many blanks before it.
  package func indented(_ columns: Int) -> StyledText {
    lines.joined(by: StyledText(own: "\n" + String(repeating: " ", count: columns)))
  }

  /// The words of one line; a word may have parts in several roles.
  ///
  /// Blanks at the line's beginning stay with the first word.
  private var words: [StyledText] {
    var words = [StyledText()]
    var isLeading = true
    for part in parts {
      for (number, piece) in part.text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
        if number > 0 {
          if isLeading { words[words.count - 1] += " " } else { words.append(StyledText()) }
        }
        guard !piece.isEmpty else { continue }
        isLeading = false
        words[words.count - 1] += StyledText(own: String(piece), part.role)
      }
    }
    return words.filter { !$0.isEmpty }
  }
}
