/// Words that say little about a goal.
extension GoalWords {
  /// A word that goes with goals of every kind, or a pair of such words: it counts half, and makes no match by itself.
  static func saysLittle(_ term: String) -> Bool {
    term.split(separator: " ").allSatisfy { littleWords.contains(String($0)) }
  }

  /// What people do with all sorts of things, whom it is for, and how it shall be.
  private static let littleWords: Set<String> = Set(
    [
      "across", "around", "big", "bring", "build", "climb", "complete", "create", "early", "finish", "found", "give",
      "great", "grow", "hit", "hold", "keep", "launch", "let", "open", "organise", "organize", "parents", "people",
      "plan", "raise", "reach", "sell", "set", "ship", "small", "start", "take", "whole", "work", "world",
      "second", "proper", "type", "team", "page", "mum", "mom", "dad", "father", "mother", "son", "daughter",
      "sister", "brother", "wife", "husband", "kids", "children", "family", "friend", "friends", "old", "back",
      "off", "company", "local", "best", "better", "level", "weekend", "hour", "minute", "sort", "use", "try",
      "able", "somewhere", "thing", "stuff", "full", "part", "final", "grand", "real", "everyone", "everybody",
      "nice", "high", "top", "long", "short", "half", "quick", "fast", "easy", "hard", "last", "self", "home",
      "name", "bit", "lot", "kind", "way", "room", "place", "town", "city", "village", "country", "area", "side",
      "line", "point", "group", "number", "couple", "lots", "ready", "decent", "actually", "done", "free", "live",
      "life", "age", "near", "stop", "quit", "school", "order", "print", "trust", "write", "sub", "offer", "lift",
      "apply",
    ].map(stem))

  /// It stands in goals of every kind, and says nothing about any.
  static func isCommon(_ word: String) -> Bool { common.contains(word) }

  /// What people write for money.
  static let moneyWords: Set<String> = [
    "money", "cash", "euro", "euros", "eur", "dollar", "dollars", "usd", "gbp", "quid", "yen", "francs", "chf", "bucks",
  ]

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
