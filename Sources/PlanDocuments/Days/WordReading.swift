/// Values that are one word of a short list.
package enum WordReading {
  /// Reads `yes`, `no`, `true`, `false`, in any case.
  package static func yesOrNo(_ bytes: ArraySlice<UInt8>) throws(BadValue) -> Bool {
    switch word(bytes) {
    case "yes", "true": return true
    case "no", "false": return false
    case "y", "on", "x", "1": throw BadValue("it is yes or no", suggestion: "yes")
    case "n", "off", "0": throw BadValue("it is yes or no", suggestion: "no")
    default: throw BadValue("it is yes or no")
    }
  }

  /// Reads `1`, `2` or `3`: first, normal, later.
  package static func priority(_ bytes: ArraySlice<UInt8>) throws(BadValue) -> Int {
    let expected = "priority is 1 (first), 2 (normal) or 3 (later)"
    switch word(bytes) {
    case "1": return 1
    case "2": return 2
    case "3": return 3
    case "first", "high", "highest": throw BadValue(expected, suggestion: "1")
    case "normal", "medium": throw BadValue(expected, suggestion: "2")
    case "later", "low", "lowest": throw BadValue(expected, suggestion: "3")
    default: throw BadValue(expected)
    }
  }

  /// Reads one of `choices`; a word that is one slip away from one of them suggests it.
  package static func choice(_ bytes: ArraySlice<UInt8>, of choices: [String]) throws(BadValue) -> String {
    let word = word(bytes)
    if choices.contains(word) { return word }
    let expected = "it is one of " + choices.joined(separator: ", ")
    throw BadValue(expected, suggestion: NearestWords.only(to: word, in: choices))
  }

  private static func word(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: ValueScanner(bytes).rest, as: UTF8.self).lowercased()
  }
}
