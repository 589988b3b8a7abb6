import Calendars
import ChildPrograms
import PlanDocuments
import PlanOutput
import TextStyling
import VaultStorage

/// Calendars elsewhere that the person reads by a secret address: fetched on request only, the last good copy kept.
struct CalendarFeeds {
  /// One line of `feeds:`: a name, and an address that is told to nobody but curl.
  struct Feed: Sendable {
    var name: String
    var address: String

    /// Reads `work https://…`; nil where that is no name and address.
    init?(_ text: String) {
      let words = text.split(separator: " ").map(String.init)
      guard words.count == 2, words[1].contains("://"), !Identifier.slug(of: words[0]).isEmpty else { return nil }
      name = words[0]
      address = words[1].hasPrefix("webcal://") ? "https://" + words[1].dropFirst(9) : words[1]
    }
  }

  /// What came of fetching one.
  struct Outcome {
    var name: String
    var bytes: Int?
    /// Why it could not be fetched; the last copy stays.
    var problem: StyledText?
  }

  private static let seconds = 30
  private static let largest = 10_000_000
  private static let mostRedirections = 5

  let feeds: [Feed]
  private let session: Session

  init(_ session: Session) {
    self.session = session
    feeds = PersonalConfiguration(session.surroundings).feeds
  }

  /// The last good copies, each with the day on which it was fetched.
  func copies() throws -> [(name: String, copy: FeedStore.Copy, day: Day)] {
    if feeds.isEmpty { return [] }
    let store = FeedStore(stateFolder: try session.stateFolder())
    return feeds.compactMap { feed in
      store.copy(of: feed.name).map { copy in
        (feed.name, copy, Surroundings.localDay(at: copy.fetched))
      }
    }
  }

  /// Fetches all of them; one that fails keeps its last good copy.
  func refresh() throws -> [Outcome] {
    let store = FeedStore(stateFolder: try session.stateFolder())
    let curl: Curl
    do {
      curl = try Curl(environment: session.surroundings.variables)
    } catch {
      throw Failure(.refused, "Feeds are fetched with curl, and there is no curl on this machine.")
    }
    return try feeds.map { feed in
      do {
        let bytes = try fetch(feed, with: curl)
        try store.keep(bytes, of: feed.name)
        return Outcome(name: feed.name, bytes: bytes.count)
      } catch let trouble as Trouble {
        return Outcome(name: feed.name, problem: trouble.words)
      }
    }
  }

  private struct Trouble: Error {
    var words: StyledText
  }

  private func fetch(_ feed: Feed, with curl: Curl) throws -> [UInt8] {
    var address = try self.address(feed.address)
    let isLocal = address.isLocal
    var limits = ChildProcess.Limits(seconds: Self.seconds)
    limits.bytes = Self.largest
    limits.catchesInterrupts = true
    for _ in 0...Self.mostRedirections {
      let answer: WebAnswer
      do throws(WebFailure) {
        answer = try curl.answer(
          to: WebRequest(address, headers: [.init("Accept", "text/calendar")]), limits: limits)
      } catch {
        throw Trouble(words: Self.words(error))
      }
      if (300..<400).contains(answer.head.status), let next = answer.head["location"] {
        address = try self.address(next.hasPrefix("/") ? address.origin + next : next)
        // An address of the web must not lead to what only this machine can see.
        if address.isLocal, !isLocal { throw Trouble(words: "the server sends us to this machine") }
        continue
      }
      guard answer.head.status == 200 else { throw Trouble(words: "the server answers \(answer.head.status)") }
      guard WrittenCalendar.isCalendar(answer.body) else { throw Trouble(words: "what came is no calendar") }
      return answer.body
    }
    throw Trouble(words: "the server sends us around in circles")
  }

  private func address(_ text: String) throws -> WebAddress {
    do throws(WebAddress.Refusal) {
      return try WebAddress(text)
    } catch {
      throw Trouble(
        words: error == .needsEncryption
          ? "its address begins with http://, which everybody on the way can read; use https://"
          : "its address cannot be read")
    }
  }

  private static func words(_ failure: WebFailure) -> StyledText {
    switch failure {
    case .noCurl: "there is no curl on this machine"
    case .unknownHost: "there is no such server"
    case .notConnected: "the server cannot be reached"
    case .tookTooLong, .fellSilent: "it took longer than \(seconds) seconds"
    case .saidTooMuch: "it is larger than \(largest / 1_000_000) MB"
    case .untrusted: "the server cannot prove that it is the one of the address"
    // What curl says may hold the address.
    case .broken: "the connection broke"
    case .interrupted: "it was interrupted"
    }
  }
}

extension WebAddress {
  /// `https://host:port`
  fileprivate var origin: String {
    let scheme = text.hasPrefix("https://") ? "https://" : "http://"
    return scheme + text.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
  }
}
