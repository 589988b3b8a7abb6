/// How goals and milestones are referred to: `part-1`.
package enum Identifier {
  package static let longest = 64

  /// Reads a written id: a letter of any script, a digit or `_`, then at most 63 letters, digits, `.`, `_`, `-`.
  package static func reading(_ bytes: ArraySlice<UInt8>) throws(BadValue) -> String {
    if isPlain(bytes) { return String(decoding: bytes, as: UTF8.self) }
    let text = String(decoding: ValueScanner(bytes).rest, as: UTF8.self)
    if isValid(text) { return text }
    let meant = slug(of: text)
    throw BadValue(
      "an id is at most \(longest) letters, digits, “.”, “_” and “-”, such as part-1",
      suggestion: meant.isEmpty ? nil : meant)
  }

  /// Small letters and digits with single `-` between them, which most ids and many notes' names are.
  private static func isPlain(_ bytes: some Collection<UInt8>) -> Bool {
    var isAfterDash = true
    for byte in bytes {
      guard byte.isLowercaseLetter || byte.isDigit || byte == UInt8(ascii: "-") && !isAfterDash else { return false }
      isAfterDash = byte == UInt8(ascii: "-")
    }
    return !isAfterDash && bytes.count <= longest
  }

  private static func isValid(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, isLetterOrDigit(first) || first == "_" else { return false }
    return scalars.count <= longest
      && scalars.allSatisfy { isLetterOrDigit($0) || isMark($0) || $0 == "." || $0 == "_" || $0 == "-" }
  }

  /// The id that a name or title gives by itself: lower case, everything but letters and digits turned into single `-`,
  /// none at the ends, at most `limit` characters.
  ///
  /// Empty where the title has neither letters nor digits.
  package static func slug(of title: String, limit: Int = longest) -> String {
    if limit >= title.utf8.count, isPlain(title.utf8) { return title }
    var slug = String.UnicodeScalarView()
    var length = 0
    var needsDash = false
    for scalar in title.lowercased().unicodeScalars {
      // A mark belongs to the letter before it: é may be two scalars.
      guard isLetterOrDigit(scalar) || (isMark(scalar) && !slug.isEmpty && !needsDash) else {
        needsDash = !slug.isEmpty
        continue
      }
      let added = needsDash ? 2 : 1
      guard length + added <= limit else { break }
      if needsDash { slug.append("-") }
      slug.append(scalar)
      length += added
      needsDash = false
    }
    return String(slug)
  }

  /// `base` made different from those that are taken: `research`, `research-2`, `research-3`.
  package static func numbered(_ base: String, _ number: Int) -> String {
    guard number > 1 else { return base }
    let ending = "-\(number)"
    return slug(of: base, limit: longest - ending.utf8.count) + ending
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return UInt8(ascii: scalar).isLetterOrDigit }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber:
      return true
    default: return false
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark: return true
    default: return false
    }
  }
}
