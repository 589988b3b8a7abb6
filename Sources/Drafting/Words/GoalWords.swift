/// The words of a text as matching compares them: lower case, without common words and endings.
extension WordLists {
  /// All words in their order, lower case: `12,000` is one, `80kg` is two, and `(country)` is one as it stands.
  ///
  /// Whatever stands for money is `money`.
  package func words(of text: String) -> [String] {
    var words: [String] = []
    let pieces = TextWords.words(of: Self.joiningThousands(text), and: "+#()" + Self.currencies)
    for word in pieces.flatMap(piecesWithoutBrackets).flatMap(Self.withCurrencyApart).flatMap(withUnitApart) {
      if self[.scale].contains(word) {
        // “5 grand” is a sum, as `5k` is.
        if let last = words.last, last.allSatisfy(\.isNumber) { words[words.count - 1] = last + "k" }
        continue
      }
      let isMoney = self[.money].contains(word)
      if isMoney, words.last == "money" { continue }
      words.append(isMoney ? "money" : word)
    }
    return words
  }

  /// The words in their order, cut to their stems; numbers and common words are left out.
  package func stems(of text: String) -> [String] { words(of: text).compactMap(tellingStem) }

  /// The stem of a word that says something; nil for numbers and common words.
  ///
  /// A kind stands as it is.
  func tellingStem(of word: String) -> String? {
    if word.first == "(" { return word }
    guard word.count > 1, !word.allSatisfy(\.isNumber), !isCommon(word) else { return nil }
    return word == "lbs" ? "lb" : TextWords.stem(of: word)
  }

  /// The stem of a word as matching compares it: `wrote` is `write`, and British and American spellings are one.
  func matchStem(of word: String) -> String {
    if let form = forms[word] { return form }
    guard word.first != "(" else { return word }
    var stem = TextWords.stem(of: word)
    guard stem.count > 4 else { return stem }
    if stem.hasSuffix("iz") { stem = stem.dropLast(2) + "is" }
    return stem.replacing("our", with: "or")
  }

  /// What a word says about a goal's subject: 0 for common ones, numbers and single letters, 0.5 for those that go with goals of
  /// many kinds, else 1.
  func weight(of word: String) -> Double {
    if word.first == "(" { return 1 }
    if word.count < 2 || word.allSatisfy(\.isNumber) || isCommon(word) { return 0 }
    return self[.little].contains(word) ? 0.5 : 1
  }

  /// It stands in goals of every kind, and says nothing about any.
  func isCommon(_ word: String) -> Bool { self[.common].contains(word) }

  /// A word that goes with goals of every kind, or a pair of such words: it counts half, and makes no match by itself.
  func saysLittle(_ term: String) -> Bool {
    term.split(separator: " ").allSatisfy { littleStems.contains(String($0)) }
  }

  // MARK: Kinds

  /// The kinds of a word and its stem, written as in a playbook: `(country)`; empty for most words.
  func kinds(of word: String, stem: String) -> [String] {
    Self.isSum(word) ? [Self.sum] : kindsByStem[stem] ?? []
  }

  static func isSum(_ word: String) -> Bool {
    let digits = word.last == "k" ? word.dropLast() : word[...]
    guard !digits.isEmpty, digits.allSatisfy(\.isNumber) else { return word == "money" }
    return digits.count < word.count || digits.count >= 4
  }

  // MARK: Pieces

  private static let currencies = "£$€¥"

  private static func isCurrency(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { currencies.unicodeScalars.contains($0) } ?? false
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
  private func piecesWithoutBrackets(_ piece: String) -> [String] {
    kindNames.contains(piece) ? [piece] : piece.split { "()".contains($0) }.map(String.init)
  }

  /// `80kg` as `80` and `kg`.
  private func withUnitApart(_ word: String) -> [String] {
    let unit = word.drop(while: \.isNumber)
    guard unit.count < word.count, self[.units].contains(String(unit)) else { return [word] }
    return [String(word.dropLast(unit.count)), String(unit)]
  }

  private static func withCurrencyApart(_ word: String) -> [String] {
    guard word.contains(where: isCurrency) else { return [word] }
    return ["money"] + word.split(whereSeparator: isCurrency).map(String.init)
  }
}
