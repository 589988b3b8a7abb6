/// The front matter of a note that does not exist yet.
package enum NewFrontMatter {
  /// The block with its fences, one key a line, lists of more than one entry in lines of their own.
  ///
  /// Control characters and line breaks in values become spaces; keys with nothing to say are left out.
  package static func written(_ keys: [(key: String, values: [String])]) -> String {
    var block = "---\n"
    for (key, values) in keys {
      let values = values.map(oneLine).filter { !$0.isEmpty }
      if values.count == 1 {
        block += "\(key): \(YAMLText.written(values[0]) ?? "")\n"
      } else if !values.isEmpty {
        block += "\(key):\n" + values.map { "  - \(YAMLText.written($0) ?? "")\n" }.joined()
      }
    }
    return block + "---\n"
  }

  /// What YAML cannot hold in one line becomes a space.
  private static func oneLine(_ value: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in value.unicodeScalars {
      let isSpace = YAMLText.written(String(scalar), quotes: .double) == nil || scalar.properties.isWhitespace
      let isHidden = scalar.properties.generalCategory == .format && scalar.value != 0x200C && scalar.value != 0x200D
      if isHidden { continue }
      if !isSpace { line.append(scalar) } else if let last = line.last, last != " " { line.append(" ") }
    }
    if line.last == " " { line.removeLast() }
    return String(line)
  }
}
