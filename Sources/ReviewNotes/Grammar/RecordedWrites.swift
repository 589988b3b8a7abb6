import PlanDocuments
package import PlanModel

/// What a proposal writes, as words in a note: `book/part-1 due 2026-07-19 to 2026-08-12; /mm.md time add "2h sun" to "2h mon-fri"`.
///
/// So that a tick of next Monday writes what the person read on Sunday, and only where the old values still stand.
package enum RecordedWrites {
  package static func words(_ writes: [PlannedWrite]) -> String {
    writes.map(words).joined(separator: "; ")
  }

  private static func words(_ write: PlannedWrite) -> String {
    let subject =
      switch write.subject {
      case .settings: "/mm.md"
      case .goal(let id), .milestone(let id): quotedIfNeeded(id)
      }
    switch write.action {
    case .set(let old, let new):
      return "\(subject) \(write.key) \(value(old)) to \(value(new))"
    case .add(let entry, let old):
      return "\(subject) \(write.key) add \(quoted(entry)) to" + old.map { " " + quoted($0) }.joined()
    case .box(let old, let new):
      return "\(subject) box \(old.words) to \(new.words)"
    case .task(let number, let title, let old, let new):
      return "\(subject) task \(number) \(quoted(title)) \(old.words) to \(new.words)"
    case .newLines(let lines):
      return "\(subject) lines new \(quoted(lines))"
    }
  }

  private static func value(_ text: String?) -> String {
    text.map(quotedIfNeeded) ?? "none"
  }

  private static func quotedIfNeeded(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-./_".unicodeScalars.contains(scalar))
    }
    return isPlain && !text.isEmpty && !reserved.contains(text) && !text.hasPrefix("/") ? text : quoted(text)
  }

  private static let reserved = ["none", "to", "add", "box", "task", "lines", "new"]

  /// With everything coded that could end the quotes, the comment or the line, or hide.
  private static func quoted(_ text: String) -> String { "\"" + CommentText.written(text, coding: "\"%<>") + "\"" }

  /// The writes of the words; nil where they cannot be read whole: then nothing of them is written.
  package static func read(_ words: some StringProtocol) -> [PlannedWrite]? {
    guard let tokens = tokens(of: words) else { return nil }
    var writes: [PlannedWrite] = []
    for tokens in tokens.split(separator: .semicolon, omittingEmptySubsequences: false) {
      if tokens.isEmpty, writes.isEmpty, words.allSatisfy({ $0 == " " }) { return [] }
      guard let write = write(of: Array(tokens)) else { return nil }
      writes.append(write)
    }
    return writes
  }

  private enum Token: Hashable {
    case bare(String)
    case quoted(String)
    case semicolon

    var text: String? {
      switch self {
      case .bare(let text), .quoted(let text): text
      case .semicolon: nil
      }
    }
  }

  private static func write(of tokens: [Token]) -> PlannedWrite? {
    guard tokens.count >= 4, let subjectText = tokens[0].text, case .bare(let key) = tokens[1] else { return nil }
    let subject: PlannedWrite.Subject =
      if tokens[0] == .bare("/mm.md") {
        .settings
      } else {
        subjectText.contains("/") ? .milestone(subjectText) : .goal(subjectText)
      }
    let to = Token.bare("to")
    switch key {
    case "box":
      guard tokens.count == 5, tokens[3] == to, let old = BoxState(tokens[2].text), let new = BoxState(tokens[4].text)
      else { return nil }
      return PlannedWrite(subject: subject, key: "", action: .box(old: old, new: new))
    case "task":
      guard tokens.count == 7, tokens[5] == to, let number = tokens[2].text.flatMap({ Int($0) }), number >= 0,
        let title = tokens[3].text, let old = BoxState(tokens[4].text), let new = BoxState(tokens[6].text)
      else { return nil }
      return PlannedWrite(subject: subject, key: "", action: .task(number, title: title, old: old, new: new))
    case "lines":
      guard tokens.count == 4, tokens[2] == .bare("new"), let lines = tokens[3].text, subject != .settings else {
        return nil
      }
      return PlannedWrite(subject: subject, key: "", action: .newLines(lines))
    default:
      if tokens[2] == .bare("add"), tokens[4...].first == to {
        guard let entry = tokens[3].text else { return nil }
        return PlannedWrite(subject: subject, key: key, action: .add(entry, old: tokens[5...].compactMap(\.text)))
      }
      guard tokens.count == 5, tokens[3] == to else { return nil }
      return PlannedWrite(subject: subject, key: key, action: .set(old: value(tokens[2]), new: value(tokens[4])))
    }
  }

  private static func value(_ token: Token) -> String? {
    token == .bare("none") ? nil : token.text
  }

  private static func tokens(of words: some StringProtocol) -> [Token]? {
    let bytes = Array(words.utf8)
    var tokens: [Token] = []
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: " "): index += 1
      case UInt8(ascii: ";"):
        tokens.append(.semicolon)
        index += 1
      case UInt8(ascii: "\""):
        guard let end = bytes[(index + 1)...].firstIndex(of: UInt8(ascii: "\"")),
          let text = CommentText.read(bytes[(index + 1)..<end], isStrict: true)
        else { return nil }
        tokens.append(.quoted(text))
        index = end + 1
      default:
        let end = bytes[index...].firstIndex { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ";") } ?? bytes.count
        tokens.append(.bare(String(decoding: bytes[index..<end], as: UTF8.self)))
        index = end
      }
    }
    return tokens
  }
}

extension BoxState {
  fileprivate var words: String {
    switch self {
    case .open: "open"
    case .done: "done"
    case .cancelled: "cancelled"
    }
  }

  fileprivate init?(_ words: String?) {
    switch words {
    case "open": self = .open
    case "done": self = .done
    case "cancelled": self = .cancelled
    default: return nil
    }
  }
}

/// What a proposal would write, or a decision wrote, beside its block id.
package struct WritesRecord: Hashable, Sendable {
  package var blockID: String
  /// As the note has it, whether it can be read or not.
  private var words: String

  package init(_ blockID: String, _ writes: [PlannedWrite]) {
    self.blockID = blockID
    words = RecordedWrites.words(writes)
  }

  init(reading text: String) { (blockID, words) = text.cutAtFirstSpace }

  var text: String { blockID + " " + words }

  /// Nil where they cannot be read whole.
  package var writes: [PlannedWrite]? { RecordedWrites.read(words) }
}
