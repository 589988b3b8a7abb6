import JSONText

/// Makes JSON of what models nearly write so: comments, commas too many, typographic quotes, words of other languages.
enum AnswerMending {
  /// The text with its slips mended outside of strings; nil where there is nothing to mend.
  static func mended(_ text: String) -> String? {
    let plain = text.map { character -> Character in
      switch character {
      case "“", "”", "„", "‟": "\""
      case "\u{a0}": " "
      default: character
      }
    }
    var result: [Character] = []
    var index = 0
    var isInString = false
    while index < plain.count {
      let character = plain[index]
      if isInString {
        result.append(character)
        if character == "\\", index + 1 < plain.count {
          result.append(plain[index + 1])
          index += 1
        } else if character == "\"" {
          isInString = false
        }
        index += 1
        continue
      }
      let next = index + 1 < plain.count ? plain[index + 1] : " "
      if character == "\"" {
        isInString = true
        result.append(character)
      } else if character == "/", next == "/", !endsInAddress(result) {
        while index < plain.count, !plain[index].isNewline { index += 1 }
        continue
      } else if character == "/", next == "*" {
        index += 2
        while index + 1 < plain.count, !(plain[index] == "*" && plain[index + 1] == "/") { index += 1 }
        index += 1
      } else if character == "}" || character == "]" {
        dropComma(&result)
        result.append(character)
      } else if let (word, count) = literal(plain, index, result) {
        result += word
        index += count
        continue
      } else {
        result.append(character)
      }
      index += 1
    }
    let mended = String(result)
    return mended == text ? nil : mended
  }

  private static func endsInAddress(_ result: [Character]) -> Bool { result.last == ":" }

  private static func dropComma(_ result: inout [Character]) {
    guard let place = result.lastIndex(where: { !$0.isWhitespace }), result[place] == "," else { return }
    result.remove(at: place)
  }

  /// `None` is null.
  private static func literal(_ text: [Character], _ index: Int, _ before: [Character]) -> ([Character], Int)? {
    guard let last = before.last(where: { !$0.isWhitespace }), ":,[".contains(last) else { return nil }
    for (word, meant) in [
      ("None", "null"), ("True", "true"), ("False", "false"), ("undefined", "null"), ("N/A", "null"),
    ] {
      let end = index + word.count
      guard end <= text.count, text[index..<end].elementsEqual(word) else { continue }
      if end < text.count, text[end].isLetter { continue }
      return (Array(meant), word.count)
    }
    return nil
  }

  /// A list of objects without the object that it should be in.
  ///
  /// - Parameter member: what the list would be called.
  static func bareList(in text: String, as member: String) -> JSONValue? {
    let bytes = Array(text.utf8)
    var start = bytes.startIndex
    for _ in 0..<20 {
      guard let bracket = bytes[start...].firstIndex(of: UInt8(ascii: "[")) else { return nil }
      start = bracket + 1
      guard let (found, _) = try? JSONReader.prefix(of: bytes[bracket...]), case .array(let values) = found,
        !values.isEmpty,
        values.allSatisfy({ if case .object = $0 { $0["title"] != nil || $0["name"] != nil } else { false } })
      else { continue }
      return .object([JSONValue.Member(member, found)])
    }
    return nil
  }
}
