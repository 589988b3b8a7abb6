/// The words of a text, lower case: the one way in which drafting takes texts apart.
enum TextWords {
  /// What belongs to words besides letters.
  enum Kind {
    case letters
    case lettersAndDigits
  }

  /// - Parameters:
  ///   - kind: what words are made of.
  ///   - marks: characters that belong to a word wherever they stand.
  static func words(of text: String, _ kind: Kind = .lettersAndDigits, and marks: String = "") -> [String] {
    text.lowercased().split { character in
      !(character.isLetter || kind == .lettersAndDigits && character.isNumber || marks.contains(character))
    }.map(String.init)
  }

  /// Words and numbers with their points and commas, without those at their ends: `about 21.1 km` is `about`, `21.1`, `km`.
  static func wordsAndFigures(of text: String) -> [String] {
    words(of: text, and: ".,").map { word in
      var word = word
      while let last = word.last, last == "." || last == "," { word.removeLast() }
      return word
    }
  }

  /// The stem of a word: without the endings of English that say nothing about the subject, after the first steps of
  /// Porter (1980).
  static func stem(of word: String) -> String {
    guard word.first != "(" else { return word }
    var letters = Array(word)
    func ends(_ ending: String, leaving least: Int) -> Bool {
      letters.count >= ending.count + least && letters.suffix(ending.count).elementsEqual(ending)
    }
    if ends("ies", leaving: 2) {
      letters.replaceSubrange((letters.count - 3)..., with: ["y"])
    } else if ends("sses", leaving: 1) {
      letters.removeLast(2)
    } else if ends("s", leaving: 3), !ends("ss", leaving: 1), !ends("us", leaving: 1), !ends("is", leaving: 1) {
      letters.removeLast()
    }
    for ending in ["ing", "ed"] where ends(ending, leaving: 3) {
      let rest = letters.dropLast(ending.count)
      guard rest.contains(where: { "aeiouy".contains($0) }) else { break }
      letters = Array(rest)
      if letters.count > 2, let last = letters.last, last == letters[letters.count - 2], !"aeiouls".contains(last) {
        letters.removeLast()
      }
      break
    }
    if letters.count > 3, letters.last == "e" { letters.removeLast() }
    return String(letters)
  }
}

extension StringProtocol {
  /// Without blanks at both ends.
  var trimmedBlanks: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
