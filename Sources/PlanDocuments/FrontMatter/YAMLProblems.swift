import CYAML

/// libyaml's complaints in the words of people who write notes.
enum YAMLProblems {
  static func trouble(of parser: yaml_parser_t, in text: SourceText, _ content: ByteSpan) -> FrontMatterReader.Trouble {
    let problem = parser.problem.map { String(cString: $0) } ?? "unknown trouble"
    var offset = min(Int(content.start) + parser.problem_mark.index, Int(content.end))
    let byte = offset < content.end ? text.bytes[offset] : 0
    let message: String
    var fix: TextEdit?
    switch problem {
    case "mapping values are not allowed in this context":
      message = "A value that holds a colon needs quotes around it: `key: \"one: two\"`."
      fix = quoting(valueAround: offset, in: text, content)
    case "found character that cannot start any token" where byte == .tab,
      "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      message = "Front matter is indented with spaces, never with a tab."
    case "found character that cannot start any token":
      message = "A value that begins with `\(Character(UnicodeScalar(byte)))` needs quotes around it."
      fix = quoting(valueAround: offset, in: text, content)
    case "found unexpected end of stream", "found unexpected document indicator":
      message = "A quote is opened here and not closed."
      offset = min(Int(content.start) + parser.context_mark.index, Int(content.end))
    case "could not find expected ':'":
      message = "A key needs a colon after it: `key: value`."
    case "did not find expected ',' or ']'":
      message = "A list is opened with `[` and not closed, or lacks a comma."
    case "did not find expected key":
      message = "This line fits none of the keys above it: a key starts a line, a list item starts with `- `."
    default:
      message = "The front matter cannot be read from here on (\(problem))."
    }
    return FrontMatterReader.Trouble(offset: offset, message: message, fix: fix)
  }

  /// Quotes around the value of the line at `offset`; nil where the line is more than one key and its text.
  private static func quoting(valueAround offset: Int, in text: SourceText, _ content: ByteSpan) -> TextEdit? {
    let bytes = text.bytes
    let line = text.lineSpan(text.line(of: offset))
    guard let colon = bytes[line.range].firstIndex(of: UInt8(ascii: ":")), bytes[Int(line.start)].isLetter else {
      return nil
    }
    let value = bytes.trimmed(ByteSpan(colon + 1, Int(line.end)))
    let words = text.string(value)
    // What opens a list, a quote or a block is meant as one, and what stands behind ` #` may be a comment.
    guard let first = words.first, !"\"'[{|>&*!".contains(first), !words.contains(" #"),
      value.start > colon + 1, value.range.contains(offset),
      let quoted = YAMLText.written(words, quotes: words.contains { $0 == "\"" || $0 == "\\" } ? .single : .double)
    else { return nil }
    return TextEdit(span: value, new: quoted)
  }
}
