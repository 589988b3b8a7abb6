package import PlanDocuments

/// Words of `mm` with values in them: titles, days and hours stay values, so that a note escapes and links them, a terminal
/// shows them plainly, and JSON gives them whole.
///
/// Written as a string literal: `"As \(number), and \(title: milestone.title) goes: \(minutes: 360) less."`
package struct Sentence: Hashable, Sendable, ExpressibleByStringInterpolation {
  package enum Piece: Hashable, Sendable {
    /// Words of our own; never text from a vault.
    case words(String)
    /// Text from a vault: the title of a goal, milestone or task, or any other of the person's words. `path` is the note
    /// to link to, where there is one.
    case title(String, path: VaultPath?)
    case day(Day)
    /// A day that is better read with its weekday: `Fri 30 Oct`.
    case weekday(Day)
    case days(DayRange)
    /// Work, shown in hours.
    case minutes(Int)
    /// 0 to 1, shown rounded to what it is worth.
    case chance(Double)
  }

  package var pieces: [Piece]

  package init(pieces: [Piece]) {
    self.pieces = pieces
  }

  package init(stringLiteral value: String) {
    pieces = value.isEmpty ? [] : [.words(value)]
  }

  package init(stringInterpolation: StringInterpolation) {
    pieces = stringInterpolation.pieces
  }

  package var isEmpty: Bool { pieces.isEmpty }

  package static func + (one: Sentence, other: Sentence) -> Sentence {
    Sentence(pieces: one.pieces + other.pieces)
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    var pieces: [Piece] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      pieces.reserveCapacity(2 * interpolationCount + 1)
    }

    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { pieces.append(.words(literal)) }
    }

    package mutating func appendInterpolation(_ number: Int) {
      pieces.append(.words(String(number)))
    }

    package mutating func appendInterpolation(_ sentence: Sentence) {
      pieces += sentence.pieces
    }

    /// Words of our own.
    package mutating func appendInterpolation(words: String) {
      pieces.append(.words(words))
    }

    package mutating func appendInterpolation(title: String, path: VaultPath? = nil) {
      pieces.append(.title(title, path: path))
    }

    package mutating func appendInterpolation(_ day: Day) {
      pieces.append(.day(day))
    }

    package mutating func appendInterpolation(weekday day: Day) {
      pieces.append(.weekday(day))
    }

    package mutating func appendInterpolation(_ days: DayRange) {
      pieces.append(.days(days))
    }

    package mutating func appendInterpolation(minutes: Int) {
      pieces.append(.minutes(minutes))
    }

    package mutating func appendInterpolation(chance: Double) {
      pieces.append(.chance(chance))
    }
  }
}
