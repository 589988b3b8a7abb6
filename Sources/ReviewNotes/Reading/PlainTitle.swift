/// A title without its Markdown: what a link says, no emphasis marks around words.
enum PlainTitle {
  static func text(_ title: String) -> String {
    guard title.utf8.contains(where: { "[*_`".utf8.contains($0) }) else { return title }
    var result = ""
    var rest = title[...]
    while let first = rest.first {
      if first == "[", let link = link(at: rest) {
        result += link.text
        rest = link.rest
        continue
      }
      rest = rest.dropFirst()
      let isMark = "*_`".contains(first)
      let isInWord =
        result.last.map { $0.isLetter || $0.isNumber } == true && rest.first.map { $0.isLetter || $0.isNumber } == true
      if isMark, !isInWord, result.last != " " || rest.first != " " { continue }
      result.append(first)
    }
    return result.allSatisfy(\.isWhitespace) ? title : result
  }

  /// `[text](destination)`, `[[note]]`, `[[note|text]]` at the beginning of `rest`.
  private static func link(at rest: Substring) -> (text: String, rest: Substring)? {
    if rest.hasPrefix("[[") {
      guard let end = rest.firstRange(of: "]]") else { return nil }
      let inside = rest[rest.index(rest.startIndex, offsetBy: 2)..<end.lowerBound]
      let text = inside.split(separator: "|").last ?? inside
      return (String(text.split(separator: "/").last ?? text), rest[end.upperBound...])
    }
    guard let middle = rest.firstRange(of: "]("), let end = rest[middle.upperBound...].firstIndex(of: ")") else {
      return nil
    }
    return (String(rest[rest.index(after: rest.startIndex)..<middle.lowerBound]), rest[rest.index(after: end)...])
  }
}
