/// The words of a text as matching compares them: lower case, without common words and endings.
enum GoalWords {
  /// The words in their order, and after them each pair of neighbours: `half`, `marathon`, `half marathon`.
  static func terms(of text: String) -> [String] {
    let words = stems(of: text)
    return words + zip(words, words.dropFirst()).map { $0 + " " + $1 }
  }

  /// The words in their order, cut to their stems; numbers and common words are left out.
  static func stems(of text: String) -> [String] {
    text.lowercased().split { !isPartOfWord($0) }.compactMap { word in
      guard word.count > 1, !word.allSatisfy(\.isNumber), !common.contains(String(word)) else { return nil }
      return stem(of: String(word))
    }
  }

  private static func isPartOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "+" || character == "#"
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

  /// A word that goes with goals of every kind: it counts half, and makes no match by itself.
  static func saysLittle(_ stem: String) -> Bool { actions.contains(stem) }

  /// What people do with all sorts of things, as stems.
  private static let actions: Set<String> = Set(
    [
      "open", "keep", "sell", "plan", "grow", "start", "build", "found", "raise", "ship", "launch", "finish",
      "complete",
      "create", "set", "reach", "hit", "climb", "early", "across", "around", "world", "small", "big", "great", "whole",
      "bring", "hold", "give", "take", "let", "organise", "organize", "work", "parents", "people",
    ].map(stem))

  /// Words that stand in goals of every kind.
  private static let common: Set<String> = [
    "about", "after", "away", "again", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be", "because",
    "been",
    "become", "becoming", "before", "being", "below", "between", "both", "but", "by", "can", "do", "doing", "during",
    "each", "end", "enough",
    "every", "finally", "find", "for", "from", "get", "getting", "go", "going", "good", "have", "he", "her", "his",
    "how", "if",
    "in", "into", "is", "it", "its", "just", "less", "like", "ll", "make", "making", "me", "more", "my", "need", "new",
    "no", "not", "of", "on", "one", "four", "five", "six", "seven", "eight", "nine", "ten", "only", "or", "our", "out",
    "over", "own", "put", "properly", "really", "rid", "she", "so",
    "some",
    "something", "than", "that", "the", "their", "them", "then", "there", "this", "time", "to", "two", "three", "until",
    "under", "up", "us", "ve", "very", "want", "was", "we", "what", "when", "which", "while", "who", "will", "with",
    "without",
    "would", "you", "your",
    "down", "day", "days", "week", "weeks", "month", "months", "year", "years", "today", "next", "within", "first",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "spring", "summer",
    "autumn", "winter", "christmas", "easter",
  ]
}
