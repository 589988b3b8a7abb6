import CYAML

/// libyaml's complaints in the words of people who write notes.
enum YAMLProblems {
  static func trouble(of parser: yaml_parser_t, in text: SourceText, _ content: ByteSpan) -> FrontMatterReader.Trouble {
    let problem = parser.problem.map { String(cString: $0) } ?? "unknown trouble"
    let offset = min(Int(content.start) + parser.problem_mark.index, Int(content.end))
    let byte = offset < content.end ? text.bytes[offset] : 0
    let message: String
    switch problem {
    case "mapping values are not allowed in this context":
      message = "A value that holds a colon needs quotes around it: `key: \"one: two\"`."
    case "found character that cannot start any token" where byte == .tab,
      "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      message = "Front matter is indented with spaces, never with a tab."
    case "found character that cannot start any token":
      message = "A value that begins with `\(Character(UnicodeScalar(byte)))` needs quotes around it."
    case "found unexpected end of stream", "found unexpected document indicator":
      message = "A quote is opened above and not closed."
    case "could not find expected ':'":
      message = "A key needs a colon after it: `key: value`."
    case "did not find expected ',' or ']'":
      message = "A list is opened with `[` and not closed, or lacks a comma."
    case "did not find expected key":
      message = "This line fits none of the keys above it: a key starts a line, a list item starts with `- `."
    default:
      message = "The front matter cannot be read from here on (\(problem))."
    }
    return FrontMatterReader.Trouble(offset: offset, message: message)
  }
}
