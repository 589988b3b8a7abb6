package import JSONText
import PlanOutput

/// Finds the JSON object in what a model said: bare, in a fenced block, or with prose around it.
package enum AnswerText {
  package enum Found: Hashable, Sendable {
    case value(JSONValue)
    /// An object begins and the text ends within it.
    case cutOff
    /// An object that cannot be read: the words say where and why.
    case unreadable(String)
    case nothing
  }

  /// More beginnings than this are not tried.
  private static let mostTries = 200

  /// The object of the text that has this member; the last one where there are several.
  ///
  /// Where there is none, it is looked for once more with the slips mended that models make, as a bare list, and for milestones as
  /// a Markdown table or list.
  package static func object(in text: String, with member: String) -> Found {
    let found = strictObject(in: text, with: member)
    if case .value = found { return found }
    guard text.utf8.count <= mostToMend else { return found }
    let mended = AnswerMending.mended(text)
    if let mended, case .value(let value) = strictObject(in: mended, with: member) { return .value(value) }
    // A list within a plan that was cut off is not all of it.
    if !text.contains("\"\(member)\""), let list = AnswerMending.bareList(in: mended ?? text, as: member) {
      return .value(list)
    }
    if found == .nothing, member == "milestones", let plan = AnswerTable.plan(in: text) { return .value(plan) }
    return found
  }

  /// Longer answers are no plan.
  private static let mostToMend = 400_000

  private static func strictObject(in text: String, with member: String) -> Found {
    let bytes = Array(text.utf8)
    var value: JSONValue?
    var trouble: Found = .nothing
    var isOpen = false
    var start = bytes.startIndex
    var tries = 0
    while tries < mostTries, let brace = bytes[start...].firstIndex(of: UInt8(ascii: "{")) {
      start = brace + 1
      // Prose has braces too; an object has a member or an end behind it.
      guard let next = bytes[start...].first(where: { !blanks.contains($0) }),
        next == UInt8(ascii: "\"") || next == UInt8(ascii: "}")
      else { continue }
      tries += 1
      do throws(JSONReader.Failure) {
        let (found, count) = try JSONReader.prefix(of: bytes[brace...])
        if found[member] != nil { value = found }
        start = brace + count
      } catch {
        if error == .endsTooSoon {
          // All that follows lies within it.
          isOpen = true
          break
        }
        if trouble == .nothing { trouble = .unreadable(words(error, from: brace, in: bytes)) }
      }
    }
    if let value { return .value(value) }
    return isOpen ? .cutOff : trouble
  }

  private static let blanks: Set<UInt8> = [0x20, 0x09, 0x0a, 0x0d]

  private static func words(_ failure: JSONReader.Failure, from start: Int, in bytes: [UInt8]) -> String {
    let (offset, reason) =
      switch failure {
      case .endsTooSoon: (0, "the text ends too soon")
      case .unexpected(let offset): (offset, "this is no JSON")
      case .badText(let offset): (offset, "this text is not whole")
      case .keyTwice(let key, let offset): (offset, "“\(key)” stands twice")
      case .tooDeep(let offset): (offset, "too many levels")
      case .tooLarge: (0, "it is too large")
      }
    let place = min(start + offset, bytes.count)
    let line = bytes[..<place].count { $0 == 10 } + 1
    let lineStart = bytes[..<place].lastIndex(of: 10).map { $0 + 1 } ?? 0
    let lineEnd = bytes[place...].firstIndex(of: 10) ?? bytes.count
    let column = String(decoding: bytes[lineStart..<place], as: UTF8.self).count + 1
    let quoted = String(String(decoding: bytes[max(lineStart, place - 30)..<min(lineEnd, place + 30)], as: UTF8.self))
    return "line \(line), column \(column): \(reason): \(quoted)"
  }
}
