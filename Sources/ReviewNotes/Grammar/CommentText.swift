/// Any text as it stands in a comment: nothing in it ends the comment or the line, or hides.
enum CommentText {
  /// Line ends, what steers a screen and the characters of `codes` as `%` and two hexadecimal digits; `%` itself at least
  /// where it would be read as such.
  static func written(_ text: String, coding codes: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let digits = scalars[(index + 1)...].prefix(2)
      let isReadAsCode = scalar == "%" && digits.count == 2 && digits.allSatisfy(\.properties.isASCIIHexDigit)
      guard isReadAsCode || isHidden(scalar) || codes.unicodeScalars.contains(scalar) else {
        result.append(scalar)
        continue
      }
      for byte in String(scalar).utf8 {
        result += ((byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)).unicodeScalars
      }
    }
    return String(result)
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// The text again.
  ///
  /// `isStrict`: nil where a `%` has no two digits behind it; else that one is a `%`, as people write it.
  static func read(_ bytes: some Sequence<UInt8>, isStrict: Bool) -> String? {
    let bytes = Array(bytes)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let digits = bytes[(index + 1)...].prefix(2)
      if bytes[index] == UInt8(ascii: "%"), digits.count == 2, digits.allSatisfy({ $0 != UInt8(ascii: "+") }),
        let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        result.append(byte)
        index += 3
      } else if isStrict, bytes[index] == UInt8(ascii: "%") {
        return nil
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(validating: result, as: UTF8.self)
  }
}

extension String {
  /// The bytes before the first space and those behind it, whatever the characters around it join to.
  var cutAtFirstSpace: (first: String, rest: String) {
    guard let space = utf8.firstIndex(of: UInt8(ascii: " ")) else { return (self, "") }
    return (String(self[..<space]), String(self[utf8.index(after: space)...]))
  }

  /// Without white space at its end, which is looked at sign by sign: a mark may join a space to one character.
  var trimmedAtEnd: String {
    var scalars = unicodeScalars[...]
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }

  /// Without blanks at its beginning.
  var trimmedAtStart: String { String(unicodeScalars.drop { $0 == " " || $0 == "\t" }) }
}
