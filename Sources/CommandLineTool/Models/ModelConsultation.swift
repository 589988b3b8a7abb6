import JSONText
import ModelBackends
import PlanDocuments
import PlanOutput
import TextStyling

/// A model that was asked gave no answer that can be used.
///
/// The command that asked may go on without it.
struct ModelAbsence: Error {
  /// What happened, and what to do.
  var reason: StyledText
  /// “ What came is in …”, or empty.
  var kept: StyledText = ""

  /// For a command that has nothing without an answer.
  var failure: Failure { Failure(.refused, reason + " Nothing was changed." + kept) }
}

/// One question to a language model, or to whoever answers in its place: prints it, asks it, or reads the answer.
struct ModelConsultation {
  /// What came of it.
  struct Answer<Value> {
    var reading: Conversation.Reading<Value>
    /// Who answered, for the person: the model's name, or `answer`.
    var source: String
    /// The file that keeps what a model said; nil where the answer was read.
    var file: String?
  }

  private let session: Session
  private let options: ModelOptions

  init(_ session: Session, _ options: ModelOptions) {
    self.session = session
    self.options = options
  }

  /// Lists what is set up, where that was asked; true if so.
  func listsModels() -> Bool {
    guard options.asksWhatIsSetUp else { return false }
    let listing = ModelListing(models: PersonalModels(session.surroundings))
    session.show(listing.text, json: listing.json)
    return true
  }

  /// Who will have answered.
  var source: String {
    guard let name = options.model, name != "?" else { return "answer" }
    return name
  }

  /// Asks, or only prints the question: nil then.
  ///
  /// - Parameters:
  ///   - title: what the file with the answer is called after: `draft-book`.
  ///   - member: the member that the answer's object has.
  /// - Throws: `ModelAbsence` where the model fails, `Failure` where it was never asked or the person stopped it.
  func answer<Value>(
    to request: ModelRequest, titled title: String, for member: String,
    read: (JSONValue, _ source: String) -> Conversation.Reading<Value>
  ) throws -> Answer<Value>? {
    if options.prompt {
      session.streams.show(machineText: request.text)
      return nil
    }
    if let path = options.from { return try readAnswer(at: path, member, read) }
    let setup = try PersonalModels(session.surroundings).setup(named: options.model ?? "")
    let folder = try session.stateFolder() + "/answers"
    guard let file = AnswerFile(in: folder, stamp: session.today.description, title: "\(title)-\(setup.name)") else {
      throw Failure(.refused, "\(folder) cannot be written, and the answer would be kept there. Nothing was asked.")
    }
    session.tell("Asking \(setup.name)\(place(setup)).")
    let progress = ModelProgressLine(
      for: setup.name, isShown: session.surroundings.standardErrorIsTerminal && !session.wantsJSON)
    defer { progress.clear() }
    var hasHeard = false
    let conversation = Conversation(
      with: LanguageModel(setup, environment: session.surroundings.variables),
      hear: { text in
        hasHeard = hasHeard || !text.isEmpty
        file.append(text)
      }, progress: progress.show)
    do throws(ModelFailure) {
      let (reading, _) = try conversation.ask(request, for: member) { read($0, setup.name) }
      return Answer(reading: reading, source: setup.name, file: file.path)
    } catch {
      progress.clear()
      if !hasHeard { file.remove() }
      let kept: StyledText = hasHeard ? " What came is in \(StyledText(file.path, .place))." : ""
      let absence = ModelAbsence(reason: StyledText(error.words(setup)), kept: kept)
      if error == .interrupted { throw absence.failure }
      throw absence
    }
  }

  private func readAnswer<Value>(
    at path: String, _ member: String, _ read: (JSONValue, _ source: String) -> Conversation.Reading<Value>
  ) throws -> Answer<Value> {
    guard let bytes = TextFile.bytes(at: path, most: 4 * 1_048_576) else {
      throw Failure(.wrongUse, "\(path) cannot be read, or is no answer of a model.")
    }
    do throws(ModelFailure) {
      let reading = try Conversation.reading(of: String(decoding: bytes, as: UTF8.self), member) { read($0, source) }
      return Answer(reading: reading, source: source, file: nil)
    } catch {
      throw ModelAbsence(
        reason:
          "The answer is cut off: its JSON ends in the middle. Ask the model to go on, put the parts together, and try again."
      )
    }
  }

  private func place(_ setup: ModelSetup) -> StyledText {
    switch setup.way {
    case .command: ""
    case .server: " at \(setup.host)"
    }
  }
}
