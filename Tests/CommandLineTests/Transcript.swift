/// A Markdown file whose fenced blocks are played: `LANGUAGE PATH` writes a file of the vault, `console` runs commands.
///
/// In a `console` block a line that begins with `$ ` is a command; the lines up to the next one are what it prints, results and
/// messages together, and `exit N` as the last of them is its status where that is not 0. Three comments steer:
/// `<!-- today: 2026-08-02 -->` sets the day, `<!-- new vault -->` begins with an empty folder, and `<!-- tick: PATH WORDS -->`
/// ticks the open box of the one line with these words, as a person does in an editor.
struct Transcript {
  enum Step: Equatable {
    case file(path: String, content: String)
    case today(String)
    case newVault
    case tick(path: String, words: String)
    case command(String, output: [String], lines: Range<Int>)
  }

  /// The lines of the file, without line ends.
  var lines: [String]
  var steps: [Step] = []

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var number = 0
    while number < lines.count {
      let line = lines[number]
      number += 1
      if let day = Transcript.value(of: "today", in: line) { steps.append(.today(day)) }
      if line == "<!-- new vault -->" { steps.append(.newVault) }
      if let tick = Transcript.value(of: "tick", in: line), let space = tick.firstIndex(of: " ") {
        steps.append(.tick(path: String(tick[..<space]), words: String(tick[tick.index(after: space)...])))
      }
      let fence = String(line.prefix { $0 == "`" })
      guard fence.count >= 3 else { continue }
      let start = number
      while number < lines.count, lines[number] != fence { number += 1 }
      let info = line.dropFirst(fence.count).split(separator: " ").map(String.init)
      if info == ["console"] {
        addCommands(start..<number)
      } else if info.count == 2, info[1].contains(".") {
        steps.append(.file(path: info[1], content: lines[start..<number].map { $0 + "\n" }.joined()))
      }
      number += 1
    }
  }

  private mutating func addCommands(_ block: Range<Int>) {
    var number = block.lowerBound
    while number < block.upperBound {
      let command = lines[number]
      number += 1
      guard command.hasPrefix("$ ") else { continue }
      let start = number
      while number < block.upperBound, !lines[number].hasPrefix("$ ") { number += 1 }
      steps.append(
        .command(String(command.dropFirst(2)), output: Array(lines[start..<number]), lines: start..<number))
    }
  }

  private static func value(of name: String, in line: String) -> String? {
    guard line.hasPrefix("<!-- \(name): "), line.hasSuffix(" -->") else { return nil }
    return String(line.dropFirst(name.count + 7).dropLast(4))
  }
}
