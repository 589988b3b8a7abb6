package import JSONText
package import PlanOutput

/// Asks a model until its answer can be used: what cannot goes back with what is wrong, twice at most.
package struct Conversation {
  package static let mostRepairs = 2

  /// How an answer was taken apart.
  package struct Reading<Value> {
    /// What could be read, also where it cannot be used.
    package var value: Value?
    /// Why it cannot be used, in sentences that the model and the person read; empty where it can.
    package var problems: [String]

    package init(_ value: Value?, problems: [String] = []) {
      self.value = value
      self.problems = problems
    }

    package var isUsable: Bool { value != nil && problems.isEmpty }
  }

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
    _ request: ModelRequest, for member: String, read: (JSONValue) -> Reading<Value>
  ) throws(ModelFailure) -> (reading: Reading<Value>, answers: Int) {
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
    of text: String, _ member: String, _ read: (JSONValue) -> Reading<Value>
  ) throws(ModelFailure) -> Reading<Value> {
    switch AnswerText.object(in: text, with: member) {
    case .value(let value): read(value)
    case .cutOff: throw .cutOff
    case .unreadable(let words): Reading(nil, problems: ["The JSON cannot be read: \(words)"])
    case .nothing: Reading(nil, problems: ["There is no JSON object with `\(member)` in it."])
    }
  }
}
