import JSONText
package import ModelBackends
package import PlanDocuments
import ReviewNotes

/// Who answers a question to a language model.
package enum ModelRespondent: Sendable {
  /// One that the person has set up; a beginning of its name is enough.
  case model(named: String)
  /// Nobody yet: only the question is wanted, for any chat window.
  case nobody
  /// Somebody outside, whose answer is read when it is needed.
  case outside(name: String, answer: @Sendable () throws(SessionError) -> [UInt8])
}

/// Hears how an answer comes along.
package protocol ModelListener: AnyObject {
  /// A model is asked now.
  func begin(_ setup: ModelSetup)
  func advance(_ progress: ModelProgress)
  /// The answer is there, or there will be none.
  func end()
}

/// What comes of a question.
package enum Consulted<Value> {
  /// Only the question was wanted.
  case question(String)
  case answer(Value)
}

/// One question to a language model, or to whoever answers in its place: writes it, asks it, or reads the answer.
package struct ModelConsultation {
  /// What came of it.
  struct Answer<Value> {
    var reading: Conversation.Reading<Value>
    /// Who answered, for the person: the model's name, or that of who answered in its place.
    var source: String
    /// The file that keeps what a model said; nil where the answer was read.
    var file: String?
  }

  private let machine: Machine
  private let today: Day
  private let respondent: ModelRespondent
  private let listener: (any ModelListener)?

  package init(
    _ respondent: ModelRespondent, on machine: Machine, today: Day, listener: (any ModelListener)? = nil
  ) {
    self.respondent = respondent
    self.machine = machine
    self.today = today
    self.listener = listener
  }

  /// - Parameters:
  ///   - title: what the file with the answer is called after: `draft-book`.
  ///   - member: the member that the answer's object has.
  /// - Throws: `modelAbsent` where the model fails, `modelInterrupted` where the person stopped it.
  func answer<Value>(
    to request: ModelRequest, titled title: String, for member: String,
    read: (JSONValue, _ source: String) -> Conversation.Reading<Value>
  ) throws(SessionError) -> Consulted<Answer<Value>> {
    switch respondent {
    case .nobody: return .question(request.text)
    case .outside(let name, let answer):
      let text = String(decoding: try answer(), as: UTF8.self)
      do throws(ModelFailure) {
        return .answer(
          Answer(reading: try Conversation.reading(of: text, member) { read($0, name) }, source: name, file: nil))
      } catch {
        throw .model(
          .absent(
            ModelAbsence(
              reason:
                "The answer is cut off: its JSON ends in the middle. Ask the model to go on, put the parts together, and try again."
            )))
      }
    case .model(let name):
      return .answer(try ask(PersonalModels(machine).setup(named: name), request, title, member, read))
    }
  }

  private func ask<Value>(
    _ setup: ModelSetup, _ request: ModelRequest, _ title: String, _ member: String,
    _ read: (JSONValue, _ source: String) -> Conversation.Reading<Value>
  ) throws(SessionError) -> Answer<Value> {
    guard let stateFolder = machine.stateFolder else { throw .noStateFolder }
    let folder = stateFolder + "/answers"
    guard let file = AnswerFile(in: folder, stamp: today.description, title: "\(title)-\(setup.name)") else {
      throw .model(.unwritableAnswers(folder: folder))
    }
    listener?.begin(setup)
    defer { listener?.end() }
    var hasHeard = false
    let conversation = Conversation(
      with: LanguageModel(setup, environment: machine.variables),
      hear: { text in
        hasHeard = hasHeard || !text.isEmpty
        file.append(text)
      }, progress: { [listener] in listener?.advance($0) })
    do throws(ModelFailure) {
      let (reading, _) = try conversation.ask(request, for: member) { read($0, setup.name) }
      return Answer(reading: reading, source: setup.name, file: file.path)
    } catch {
      if !hasHeard { file.remove() }
      let absence = ModelAbsence(reason: error.words(setup), file: hasHeard ? file.path : nil)
      throw error == .interrupted ? .model(.interrupted(absence)) : .model(.absent(absence))
    }
  }

  /// Asks for proposals to a plan that is under way.
  ///
  /// What cannot be offered after two repairs is in `refused`, and the rest is offered.
  func suggestions(
    _ brief: PartnerBrief, titled title: String, on snapshot: VaultSnapshot
  ) throws(SessionError) -> Consulted<Suggestions> {
    let answer = try answer(to: PartnerPrompt.request(brief), titled: title, for: "proposals") { value, source in
      SuggestionAnswer.suggestions(
        value, from: source, on: SuggestionTrial(on: snapshot, brief.outlook, from: source))
    }
    switch answer {
    case .question(let text): return .question(text)
    case .answer(let answer):
      return .answer(
        answer.reading.value ?? Suggestions(from: answer.source, refused: answer.reading.problems))
    }
  }
}
