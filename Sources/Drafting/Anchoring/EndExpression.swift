import PlanDocuments

/// Words of an answer that name a day.
struct EndExpression: Sendable {
  /// The indices of its words.
  var range: Range<Int>
  /// nil where there is a problem.
  var day: Day?
  /// A day of the calendar is named, or a feast, and not only a month, a season or a length of time.
  var isExact: Bool
  /// Why it means no day, as a clause.
  var problem: String?

  init(_ range: Range<Int>, _ day: Day, isExact: Bool) {
    self.range = range
    self.day = day
    self.isExact = isExact
  }

  init(_ range: Range<Int>, problem: String) {
    self.range = range
    self.problem = problem
    isExact = true
  }
}

/// How the words of an answer are taken apart.
enum EndWords {
  /// They say nothing about which day it is.
  static let fillers: Set<String> = [
    "by", "in", "on", "at", "the", "of", "a", "an", "about", "around", "roughly", "approximately", "ca", "or", "so",
    "max", "latest", "most", "very", "is", "it", "its", "it's", "be", "should", "must", "done", "ready", "finished",
    "until",
    "till", "til", "before", "within", "over", "next", "this", "coming", "some", "time", "sometime", "from", "now",
    "today", "somewhere", "i", "we", "want", "would", "like", "to", "have", "if", "possible", "please", "and", "well",
    "ideally", "hopefully", "preferably", "my", "our", "deadline", "end", "for", "that", "then", "just", "exactly",
    "later", "than", "no", "during", "due", "no,", "wait",
  ]

  static func words(of text: String) -> [String] {
    TextWords.words(of: text.replacing("'", with: ""), and: ".-/").map { word in
      var word = word[...]
      while let last = word.last, ".-/".contains(last) { word.removeLast() }
      while let first = word.first, ".-/".contains(first) { word.removeFirst() }
      return String(word)
    }.filter { !$0.isEmpty }
  }

  static func word(_ words: [String], _ index: Int) -> String { words.indices.contains(index) ? words[index] : "" }

  /// These words stand right before an index, small words in between left out.
  static func follows(_ run: [String], _ index: Int, _ words: [String]) -> Bool {
    let before = words[..<index].filter { !["the", "about", "in"].contains($0) }
    return before.suffix(run.count).elementsEqual(run)
  }

  private static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
  ]

  /// `3rd` and `third` are 3.
  static func dayNumber(_ word: String) -> Int? {
    if let place = ordinals.firstIndex(of: word) { return place + 1 }
    let digits = word.prefix { $0.isNumber }
    guard ["", "st", "nd", "rd", "th"].contains(String(word.dropFirst(digits.count))), let number = Int(digits),
      (1...31).contains(number)
    else { return nil }
    return number
  }

  static func ordinal(_ word: String) -> Int? {
    ordinals.firstIndex(of: word).map { $0 + 1 } ?? ["1st", "2nd", "3rd", "4th"].firstIndex(of: word).map { $0 + 1 }
  }

  static func year(_ word: String) -> Int? { Int(word).flatMap { (2000...2200).contains($0) ? $0 : nil } }

  private static let spelt = [
    "a": 1.0, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "eighteen": 18, "twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90,
  ]

  static func number(_ word: String) -> Double? { spelt[word] ?? Double(word.replacing(",", with: ".")) }

  /// All that names a day, in order; relations such as `two weeks before` are taken into it.
  static func expressions(in words: [String], today: Day) -> [EndExpression] {
    var found: [EndExpression] = []
    var index = 0
    while index < words.count {
      if let next = NamedEnds.expression(words, index, today) {
        found.append(next)
        index = next.range.upperBound
      } else {
        index += 1
      }
    }
    return EndRelations.applied(to: found, in: words, today: today)
  }
}
