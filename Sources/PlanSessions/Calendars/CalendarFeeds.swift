import Calendars
import ChildPrograms
import PlanDocuments
package import PlanOutput
import TextStyling
import VaultStorage

extension PlanSession {
  /// Fetches the calendars that the person's configuration names; one that fails keeps its last good copy.
  package func refreshFeeds() throws(SessionError) -> [CalendarRefreshReport.Feed] {
    noteConfigurationProblems()
    guard let stateFolder = machine.stateFolder else { throw .noStateFolder }
    let feeds = configuration.feeds
    guard let fetching = FeedFetching(machine) else { throw .noCurl }
    if feeds.isEmpty { throw .noFeeds }
    let store = FeedStore(stateFolder: stateFolder)
    var outcomes: [CalendarRefreshReport.Feed] = []
    for feed in feeds {
      let bytes: [UInt8]
      do throws(FeedFetching.Trouble) {
        bytes = try fetching.bytes(of: feed)
      } catch {
        outcomes.append(CalendarRefreshReport.Feed(name: feed.name, bytes: nil, problem: error.words))
        continue
      }
      try SessionError.onDisk { () throws(VaultError) in try store.keep(bytes, of: feed.name) }
      outcomes.append(CalendarRefreshReport.Feed(name: feed.name, bytes: bytes.count, problem: nil))
    }
    return outcomes
  }
}

/// Fetches a calendar from a secret address, with curl.
private struct FeedFetching {
  struct Trouble: Error {
    var words: StyledText
  }

  private static let seconds = 30
  private static let largest = 10_000_000
  private static let mostRedirections = 5

  private let curl: Curl

  /// nil where there is no curl on the machine.
  init?(_ machine: Machine) {
    guard let curl = try? Curl(environment: machine.variables) else { return nil }
    self.curl = curl
  }

  func bytes(of feed: CalendarFeed) throws(Trouble) -> [UInt8] {
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

  private func address(_ text: String) throws(Trouble) -> WebAddress {
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
  /// The scheme and the host with its port, as `https://host:port`.
  fileprivate var origin: String {
    let scheme = text.hasPrefix("https://") ? "https://" : "http://"
    return scheme + text.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
  }
}
