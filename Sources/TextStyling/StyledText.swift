import PlanDocuments

/// Text for people, in parts that each play a role.
///
/// Only literals of the program are taken as they stand. Whatever is interpolated may come from a vault, a calendar or
/// git: its control, escape and bidirectional characters become visible as `\u{…}`, so that nothing in a note can move
/// the cursor, colour the screen or reorder a line.
package struct StyledText: Hashable, Sendable {
  package enum Role: Hashable, Sendable {
    case plain, strong, quiet, good, attention, wrong, added, removed, place
  }

  package struct Part: Hashable, Sendable {
    package var text: String
    package var role: Role
  }

  package private(set) var parts: [Part] = []

  package init() {}

  /// Foreign text, with everything visible that could act on a terminal.
  package init(_ foreign: some StringProtocol, _ role: Role = .plain) {
    append(StyledText.visible(foreign), role)
  }

  /// Foreign text in which tabs may stay what they are: a line of a diff.
  package init(withTabs foreign: String, _ role: Role = .plain) {
    let parts = foreign.split(separator: "\t", omittingEmptySubsequences: false).map(StyledText.visible)
    append(parts.joined(separator: "\t"), role)
  }

  /// A part made by the program itself (bars, padding): taken as it stands.
  init(own text: String, _ role: Role = .plain) {
    append(text, role)
  }

  package var isEmpty: Bool { parts.isEmpty }

  /// The text without its roles.
  package var plain: String { parts.map(\.text).joined() }

  /// The columns that it takes on a terminal, on one line.
  package var width: Int { parts.reduce(0) { $0 + TerminalWidth.columns($1.text) } }

  /// The lines of the text.
  package var lines: [StyledText] {
    var lines = [StyledText()]
    for part in parts {
      for (number, piece) in part.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if number > 0 { lines.append(StyledText()) }
        lines[lines.count - 1].append(String(piece), part.role)
      }
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// The text without the blanks at its end.
  package var withoutTrailingBlanks: StyledText {
    var trimmed = self
    while let last = trimmed.parts.indices.last {
      while trimmed.parts[last].text.last == " " { trimmed.parts[last].text.removeLast() }
      guard trimmed.parts[last].text.isEmpty else { break }
      trimmed.parts.removeLast()
    }
    return trimmed
  }

  /// The same text in one role.
  package func styled(_ role: Role) -> StyledText {
    StyledText(own: plain, role)
  }

  package static func + (one: StyledText, other: StyledText) -> StyledText {
    var sum = one
    sum += other
    return sum
  }

  package static func += (one: inout StyledText, other: StyledText) {
    for part in other.parts { one.append(part.text, part.role) }
  }

  private mutating func append(_ text: String, _ role: Role) {
    guard !text.isEmpty else { return }
    if let last = parts.indices.last, parts[last].role == role {
      parts[last].text += text
    } else {
      parts.append(Part(text: text, role: role))
    }
  }

  /// `text` with its hazards, tabs and line ends shown as `\u{…}`.
  package static func visible(_ text: some StringProtocol) -> String {
    guard text.unicodeScalars.contains(where: isHazard) else { return String(text) }
    var visible = ""
    for scalar in text.unicodeScalars {
      if isHazard(scalar) {
        visible += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        visible.unicodeScalars.append(scalar)
      }
    }
    return visible
  }

  private static func isHazard(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\t" || scalar == "\n" || scalar.isTerminalHazard
  }
}

extension StyledText: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) {
    self.init(own: value)
  }

  package init(stringInterpolation: Interpolation) {
    self = stringInterpolation.text
  }

  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = StyledText()

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) {
      text += StyledText(own: literal)
    }

    package mutating func appendInterpolation(_ foreign: some StringProtocol, _ role: Role = .plain) {
      text += StyledText(foreign, role)
    }

    package mutating func appendInterpolation(_ number: Int, _ role: Role = .plain) {
      text += StyledText(own: String(number), role)
    }

    package mutating func appendInterpolation(_ other: StyledText) {
      text += other
    }

    package mutating func appendInterpolation(_ other: StyledText, _ role: Role) {
      text += other.styled(role)
    }
  }
}

extension Sequence where Element == StyledText {
  package func joined(by separator: StyledText) -> StyledText {
    var joined = StyledText()
    for (number, element) in enumerated() {
      if number > 0 { joined += separator }
      joined += element
    }
    return joined
  }
}
