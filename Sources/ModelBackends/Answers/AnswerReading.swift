/// How an answer was taken apart.
package struct AnswerReading<Value> {
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
