/// One or two questions that only the person can answer.
enum QuestionsSection {
  static let most = 2

  static func lines(_ facts: ReviewFacts, _ words: NoteWords) -> [String] {
    let questions = facts.questions.prefix(most)
    guard !questions.isEmpty else { return [] }
    return ["## \(questions.count == 1 ? "One question" : "Two questions")", ""]
      + questions.enumerated().map { "\($0.offset + 1). \(words.text($0.element))" }
  }
}
