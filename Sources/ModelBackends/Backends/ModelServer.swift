import ChildPrograms
import JSONText
import PlanOutput

/// Asks a model on a server: streams the answer, and asks again where the server wants that.
struct ModelServer {
  let setup: ModelSetup
  let dialect: any Dialect
  let address: WebAddress
  let key: String?
  let curl: Curl
  var retryRule = RetryRule()

  /// Why one try gave no answer, and what the server said with it.
  private struct Rejection: Error {
    var failure: ModelFailure
    var head: WebAnswer.Head?
    /// A part of the answer had come: asking again would pay for it twice.
    var hasText = false
  }

  func answer(
    to request: ModelRequest, hear: @escaping (String) -> Void, progress: @escaping (ModelProgress) -> Void
  ) throws(ModelFailure) -> ModelAnswer {
    var retry = 0
    while true {
      progress(.asking)
      do throws(Rejection) {
        return try once(request, hear, progress)
      } catch {
        guard !error.hasText, let wait = retryRule.milliseconds(after: error.failure, error.head, retry: retry) else {
          throw error.failure
        }
        retry += 1
        progress(.waiting(milliseconds: wait, because: error.failure.words(setup)))
        do throws(ChildProcess.Failure) {
          try MonotonicClock.wait(milliseconds: wait)
        } catch {
          throw .interrupted
        }
      }
    }
  }

  private func once(
    _ request: ModelRequest, _ hear: @escaping (String) -> Void, _ progress: @escaping (ModelProgress) -> Void
  ) throws(Rejection) -> ModelAnswer {
    var limits = ChildProcess.Limits(seconds: setup.seconds)
    limits.silentMilliseconds = setup.silentSeconds * 1_000
    limits.bytes = setup.mostBytes
    limits.catchesInterrupts = true
    let web = WebRequest(
      address,
      headers: dialect.headers(key: key) + [
        .init("Content-Type", "application/json"), .init("Accept", "text/event-stream, application/json"),
        .init("User-Agent", "mm"),
      ],
      body: dialect.body(request, setup).text)
    var assembly = AnswerAssembly()
    var stream = EventStream()
    var whole: [UInt8] = []
    let ended: WebAnswer
    do throws(WebFailure) {
      ended = try curl.answer(to: web, limits: limits) { head, piece in
        guard head["content-type"]?.lowercased().contains("event-stream") == true else { return whole += piece }
        for event in stream.events(in: piece) {
          let text = assembly.take(dialect.pieces(of: event))
          if !text.isEmpty { hear(text) }
        }
        progress(.hearing(characters: assembly.characters))
      }
    } catch {
      let failure: ModelFailure =
        switch error {
        case .tookTooLong: .tookTooLong(seconds: setup.seconds)
        case .fellSilent: .fellSilent(seconds: setup.silentSeconds)
        case .saidTooMuch: .saidTooMuch
        case .interrupted: .interrupted
        case .broken(let words) where assembly.hasText: .brokenOff(words)
        default: .web(error)
        }
      throw Rejection(failure: failure, hasText: assembly.hasText)
    }
    guard (200..<300).contains(ended.head.status) else {
      throw Rejection(failure: ModelFailure(ended.head, ServerWords(ended.body)), head: ended.head)
    }
    if !whole.isEmpty {
      guard let value = try? JSONReader.value(of: whole) else {
        let words = String(decoding: whole.prefix(200), as: UTF8.self)
        throw Rejection(failure: .notUnderstood(words), head: ended.head)
      }
      hear(assembly.take(dialect.pieces(ofWhole: value)))
    }
    do throws(ModelFailure) {
      return try assembly.answer()
    } catch {
      throw Rejection(failure: error, head: ended.head, hasText: assembly.hasText)
    }
  }
}

/// Puts the pieces of an answer together.
struct AnswerAssembly {
  private var found = ModelAnswer()
  private var end: AnswerEnd?
  private var failure: ServerWords?
  private var nonsense: String?
  private(set) var characters = 0

  var hasText: Bool { !found.text.isEmpty }

  /// Takes pieces in; gives the text that came with them.
  mutating func take(_ pieces: [AnswerPiece]) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .model(let name): found.model = name
      case .text(let more): text += more
      case .usage(let input, let output):
        found.inputTokens = input ?? found.inputTokens
        found.outputTokens = output ?? found.outputTokens
      case .end(let reason): end = end ?? reason
      case .failure(let words): failure = failure ?? words
      case .nonsense(let words): nonsense = nonsense ?? words
      }
    }
    found.text += text
    characters += text.unicodeScalars.count
    return text
  }

  /// The answer, if it is whole.
  func answer() throws(ModelFailure) -> ModelAnswer {
    if let failure {
      let found = ModelFailure(WebAnswer.Head(status: 0), failure)
      throw hasText ? .brokenOff(failure.message) : found
    }
    switch end {
    case .cutOff?: throw .cutOff
    case .declined(let words)?: throw .declined(words)
    case .complete?:
      if !hasText { throw .empty }
      return found
    case nil:
      if let nonsense { throw .notUnderstood(nonsense) }
      throw hasText ? .brokenOff("") : .empty
    }
  }
}

extension ModelFailure {
  /// What the status and the words of a server mean; status 0 leaves it to the words.
  init(_ head: WebAnswer.Head, _ words: ServerWords) {
    let message = words.message
    let isOutOfCredit = words.kinds.contains {
      ["insufficient_quota", "billing_error", "enforced_spend_limit_reached"].contains($0)
    }
    func says(_ kind: String) -> Bool { words.kinds.contains(kind) }
    let seconds = RetryRule.askedMilliseconds(head).map { ($0 + 999) / 1_000 }
    self =
      switch head.status {
      case 402: .outOfCredit(message)
      case _ where isOutOfCredit: .outOfCredit(message)
      case 401, 403: .keyRefused(message)
      case 0 where says("authentication_error") || says("permission_error"): .keyRefused(message)
      case 404: .notFound(message)
      case 0 where says("not_found_error"): .notFound(message)
      case 429: .tooManyRequests(seconds: seconds, message)
      case 0 where says("rate_limit_error"): .tooManyRequests(seconds: nil, message)
      case 503, 529: .overloaded(message)
      case 0 where says("overloaded_error"): .overloaded(message)
      case 0 where says("invalid_request_error"): .requestRefused(status: 400, message)
      case 0: .serverFailed(status: 500, message)
      case 408, 409, 500...: .serverFailed(status: head.status, message)
      default: .requestRefused(status: head.status, message)
      }
  }
}
