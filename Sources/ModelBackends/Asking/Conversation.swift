package import JSONText
import PlanOutput

/// Asks a model until its answer can be used: what cannot goes back with what is wrong, twice at most.
package struct Conversation {
  package static let mostRepairs = 2

  package typealias Reading<Value> = AnswerReading<Value>

  private let model: LanguageModel
  private let hear: (String) -> Void
  private let progress: (ModelProgress) -> Void

  package init(
    with model: LanguageModel, hear: @escaping (String) -> Void, progress: @escaping (ModelProgress) -> Void
  ) {
    self.model = model
    self.hear = hear
    self.progress = progress
  }

  /// - Parameters:
  ///   - member: the member that the answer's object has.
  ///   - read: takes the object apart.
  /// - Returns: the last reading, and how many answers there were.
  package func ask<Value>(
    _ request: ModelRequest, for member: String, read: (JSONValue) -> AnswerReading<Value>
  ) throws(ModelFailure) -> (reading: AnswerReading<Value>, answers: Int) {
    var request = request
    var answers = 0
    while true {
      let answer = try model.answer(to: request, hear: hear, progress: progress)
      answers += 1
      hear("\n")
      let reading = try Conversation.reading(of: answer.text, member, read)
      if reading.isUsable || answers > Conversation.mostRepairs { return (reading, answers) }
      request.turns += [.init(.assistant, answer.text), .init(.user, PromptWords.repair(reading.problems))]
    }
  }

  /// Takes a text apart that came from anywhere.
  package static func reading<Value>(
    of text: String, _ member: String, _ read: (JSONValue) -> AnswerReading<Value>
  ) throws(ModelFailure) -> AnswerReading<Value> {
    switch AnswerText.object(in: text, with: member) {
    case .value(let value): read(value)
    case .cutOff: throw .cutOff
    case .unreadable(let words): AnswerReading(nil, problems: ["The JSON cannot be read: \(words)"])
    case .nothing: AnswerReading(nil, problems: ["There is no JSON object with `\(member)` in it."])
    }
  }
}
