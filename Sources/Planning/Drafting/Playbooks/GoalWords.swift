/// The words of a text as matching compares them: lower case, without common words and endings.
enum GoalWords {
  /// All words in their order, lower case. Whatever stands for money is `money`; how much of it is left out.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    let pieces = text.lowercased().split { !isPartOfWord($0) && !isCurrency($0) }
    for word in pieces.flatMap(withCurrencyApart) {
      if ["million", "thousand", "grand"].contains(word) { continue }
      let isMoney = moneyWords.contains(word)
      if isMoney, words.last == "money" { continue }
      words.append(isMoney ? "money" : word)
    }
    return words
  }

  /// The words in their order, cut to their stems; numbers and common words are left out. `80kg` is `80kg` and `kg`.
  static func stems(of text: String) -> [String] {
    words(of: text).flatMap { word -> [String] in
      guard word.count > 1, !word.allSatisfy(\.isNumber), !isCommon(word) else { return [] }
      let unit = String(word.drop(while: \.isNumber))
      guard unit != word, ["kg", "km", "lb", "lbs"].contains(unit) else { return [stem(of: word)] }
      return [unit == "lbs" ? "lb" : unit, word]
    }
  }

  /// The words in their order, and after them each pair of neighbours: `half`, `marathon`, `half marathon`.
  static func terms(of text: String) -> [String] {
    let words = stems(of: text)
    return words + pairs(of: words, apart: 1)
  }

  /// Words with so many steps between them: one is to the next neighbour.
  static func pairs(of stems: [String], apart steps: Int) -> [String] {
    zip(stems, stems.dropFirst(steps)).map { $0 + " " + $1 }
  }

  /// A phrase as it stands, common words and numbers too: `get hired`, `90 days`; nil for a single word.
  static func phrase(_ text: String) -> String? {
    let words = words(of: text)
    return words.count > 1 ? words.map(stem).joined(separator: " ") : nil
  }

  /// Every run of two to five words of a text, written like `phrase`.
  static func phrases(in text: String) -> Set<String> {
    let stems = words(of: text).map(stem)
    var phrases: Set<String> = []
    for first in stems.indices {
      var phrase = stems[first]
      for next in stems[(first + 1)...].prefix(4) {
        phrase += " " + next
        phrases.insert(phrase)
      }
    }
    return phrases
  }

  private static func isPartOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "+" || character == "#"
  }

  private static func isCurrency(_ character: Character) -> Bool { "£$€¥".contains(character) }

  private static func withCurrencyApart(_ word: Substring) -> [String] {
    guard word.contains(where: isCurrency) else { return [String(word)] }
    return ["money"] + word.split(whereSeparator: isCurrency).map(String.init)
  }

  /// Cuts the endings of English that say nothing about the subject, after the first steps of Porter (1980).
  static func stem(of word: String) -> String {
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
