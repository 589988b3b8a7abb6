import Drafting
import JSONText
import PlanDocuments
import PlanOutput

/// Takes an answer's JSON apart and notes what is missing or of the wrong kind; what it gives is harmless text and numbers.
struct AnswerReader {
  private(set) var problems: [String] = []
  private static let mostProblems = 40

  mutating func report(_ problem: String) {
    if problems.count < Self.mostProblems { problems.append(problem) }
  }

  mutating func list(_ value: JSONValue?, _ name: String) -> [JSONValue] {
    switch value {
    case .array(let values)?: return values
    case nil, .null?: return []
    // One thing without its list.
    case .string(let text)?: return text.isEmpty ? [] : [.string(text)]
    case .object?: return value.map { [$0] } ?? []
    default:
      report("`\(name)` is no list.")
      return []
    }
  }

  mutating func text(_ value: JSONValue?, _ name: String, limit: Int = 300) -> String {
    guard let text = optionalText(value, name, limit: limit), !text.isEmpty else {
      if value == nil || value?.string != nil { report("`\(name)` is missing.") }
      return ""
    }
    return text
  }

  mutating func optionalText(_ value: JSONValue?, _ name: String, limit: Int = 300) -> String? {
    switch value {
    case .string(let text)?:
      let line = ModelText.line(text, limit: limit)
      return line.isEmpty ? nil : line
    case nil, .null?: return nil
    default:
      report("`\(name)` is no text.")
      return nil
    }
  }

  mutating func texts(_ value: JSONValue?, _ name: String, limit: Int = 300) -> [String] {
    list(value, name).prefix(20).compactMap { optionalText($0, name, limit: limit) }
  }

  /// Hours as minutes; nil where there are none.
  ///
  /// - Parameter isHigh: of a range in words the larger number counts.
  mutating func minutes(_ value: JSONValue?, _ name: String, isHigh: Bool = false) -> Int? {
    switch value {
    case nil, .null?: return nil
    case .string(let text)?:
      guard let hours = AnswerFigures(text).hours, (0...10_000).contains(hours.high) else {
        report("`\(name)` is no number of hours from 0 to 10000.")
        return nil
      }
      return Int(((isHigh ? hours.high : hours.low) * 60).rounded())
    case let value?:
      guard let hours = value.double, (0...10_000).contains(hours) else {
        report("`\(name)` is no number of hours from 0 to 10000.")
        return nil
      }
      return Int((hours * 60).rounded())
    }
  }

  mutating func days(_ value: JSONValue?, _ name: String, isHigh: Bool = false) -> Int? {
    switch value {
    case nil, .null?: return nil
    case let value?:
      let said = value.string.flatMap { AnswerFigures($0).days }.map { isHigh ? $0.high : $0.low }
      let number = value.integer ?? said
      guard let days = number, (0...3_660).contains(days) else {
        report("`\(name)` is no whole number of days from 0 to 3660.")
        return nil
      }
      return days
    }
  }

  mutating func day(_ value: JSONValue?, _ name: String) -> Day? {
    guard let text = value?.string, !text.isEmpty else {
      if let value, value != .null, value.string == nil { report("`\(name)` is no date.") }
      return nil
    }
    if ["none", "null", "n/a", "-", "no"].contains(text.lowercased()) { return nil }
    // The weekday may stand beside it.
    let date = text.split { !($0.isNumber || $0 == "-") }.lazy.compactMap { Day(written: String($0)) }.first
    guard let day = date else {
      report("`\(name)` is no date: write it YYYY-MM-DD.")
      return nil
    }
    return day
  }

  mutating func yesOrNo(_ value: JSONValue?, _ name: String) -> Bool {
    guard let value, value != .null else { return false }
    if let bool = value.bool { return bool }
    switch value.string?.lowercased() {
    case "yes", "true": return true
    case "no", "false", "": return false
    default: break
    }
    report("`\(name)` is neither true nor false.")
    return false
  }
}

/// Words of a model as they may be shown and written: one line without markup, fields and addresses.
package enum ModelText {
  package static func line(_ text: String, limit: Int = 300) -> String {
    let words = HarmlessText.line(text, limit: limit * 2).split(separator: " ").filter { !isAddress($0) }
    return HarmlessText.line(words.joined(separator: " "), limit: limit)
  }

  /// `https://…`, `www.…`, `mailto:…`, `file:…`: nothing that a reader of notes would make a link of.
  private static func isAddress(_ word: Substring) -> Bool {
    let bare = word.drop { "(<\"'".contains($0) }.lowercased()
    return bare.contains("://") || bare.hasPrefix("www.")
      || ["mailto:", "file:", "javascript:", "data:", "obsidian:"].contains { bare.hasPrefix($0) }
  }
}
