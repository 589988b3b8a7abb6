/// The words of a text as matching compares them: lower case, without common words and endings.
enum GoalWords {
  /// All words in their order, lower case: `12,000` is one, `80kg` is two, and `(country)` is one as it stands. Whatever stands
  /// for money is `money`.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    let text = joiningThousands(text.lowercased())
    let pieces = text.split { !isPartOfWord($0) && !isCurrency($0) && !"()".contains($0) }
    for word in pieces.flatMap(piecesWithoutBrackets).flatMap(withCurrencyApart).flatMap(withUnitApart) {
      if ["million", "thousand", "grand"].contains(word) { continue }
      let isMoney = moneyWords.contains(word)
      if isMoney, words.last == "money" { continue }
      words.append(isMoney ? "money" : word)
    }
    return words
  }

  /// The words in their order, cut to their stems; numbers and common words are left out.
  static func stems(of text: String) -> [String] { words(of: text).compactMap(tellingStem) }

  /// The stem of a word that says something; nil for numbers and common words. A kind stands as it is.
  static func tellingStem(of word: String) -> String? {
    if word.first == "(" { return word }
    guard word.count > 1, !word.allSatisfy(\.isNumber), !isCommon(word) else { return nil }
    return word == "lbs" ? "lb" : stem(of: word)
  }

  /// The stems of words in their order, and after them each pair of neighbours: `half`, `marathon`, `half marathon`.
  static func terms(_ words: [String]) -> [String] {
    let stems = words.compactMap(tellingStem)
    return stems + zip(stems, stems.dropFirst()).filter { !areKinds($0, $1) }.map { $0 + " " + $1 }
  }

  /// Two kinds side by side say nothing: a city and a city.
  static func areKinds(_ one: String, _ other: String) -> Bool { one.first == "(" && other.first == "(" }

  /// A phrase as it stands, common words and numbers too: `get hired`, `90 days`; nil for a single word.
  static func phrase(_ words: [String]) -> String? {
    words.count > 1 ? words.map(stem).joined(separator: " ") : nil
  }

  private static func isPartOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "+" || character == "#"
  }

  private static func isCurrency(_ character: Character) -> Bool {
    switch character.unicodeScalars.first {
    case "£", "$", "€", "¥": true
    default: false
    }
  }

  /// `60,000` as `60000`.
  private static func joiningThousands(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: ",")) else { return text }
    let letters = Array(text)
    return String(
      letters.indices.filter { index in
        !(letters[index] == "," && index > 0 && letters[index - 1].isNumber
          && letters[(index + 1)...].prefix(3).filter(\.isNumber).count == 3)
      }.map { letters[$0] })
  }

  /// `(country)` stays where it is a kind; other brackets are none.
  private static func piecesWithoutBrackets(_ piece: Substring) -> [Substring] {
    WordKinds.names.contains(String(piece)) ? [piece] : piece.split { "()".contains($0) }
  }

  /// `80kg` as `80` and `kg`.
  private static func withUnitApart(_ word: String) -> [String] {
    let unit = word.drop(while: \.isNumber)
    guard unit.count < word.count, ["kg", "km", "lb", "lbs"].contains(String(unit)) else { return [word] }
    return [String(word.dropLast(unit.count)), String(unit)]
  }

  private static func withCurrencyApart(_ word: Substring) -> [String] {
    guard word.contains(where: isCurrency) else { return [String(word)] }
    return ["money"] + word.split(whereSeparator: isCurrency).map(String.init)
  }

  /// Cuts the endings of English that say nothing about the subject, after the first steps of Porter (1980).
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
