import PlanDocuments
import PlanOutput
import Planning
import VaultStorage

/// What one run of a command works with: its shared options, the vault, the plan, and where its words go.
struct Session {
  let surroundings: Surroundings
  let streams: StandardStreams
  let wantsJSON: Bool
  let today: Day
  private let vaultOption: String?

  init(_ options: SharedOptions, _ surroundings: Surroundings, _ streams: StandardStreams) throws(Failure) {
    self.surroundings = surroundings
    self.streams = streams
    wantsJSON = options.json
    vaultOption = options.vault
    today = try Session.today(options, surroundings)
  }

  private static func today(_ options: SharedOptions, _ surroundings: Surroundings) throws(Failure) -> Day {
    guard let phrase = options.today ?? surroundings["MM_TODAY"] else { return surroundings.localDay }
    guard let day = DayPhrase.day(phrase, today: surroundings.localDay) else { throw .notADay(phrase) }
    return day
  }
}

extension Failure {
  static func notADay(_ phrase: String) -> Failure {
    Failure(.wrongUse, "“\(phrase)” is no day that I can read. Write it like \(DayPhrase.examples).")
  }

  init(_ error: VaultError) {
    switch error {
    case .noVault(let folder):
      self.init(
        .wrongUse,
        "There is no vault here: no mm.md in \(folder) or above it. Begin one with mm init, or name one with --vault.")
    case .notAVault(let folder, let namedBy):
      self.init(
        .wrongUse, "\(folder), which \(namedBy) names, is no vault: it has no mm.md. Begin one with mm init.")
    case .unreadable(let path, let reason):
      self.init(.wrongUse, "\(path) cannot be read: \(reason).")
    case .refused(let path, let reason):
      let place = path.bytes.isEmpty ? "" : "\(path.description): "
      self.init(.refused, "\(place)\(reason). Nothing was changed.")
    case .changedMeanwhile(let path):
      self.init(
        .changedMeanwhile, "\(path.description) was changed by someone else meanwhile. Their text is kept; run the command again.")
    case .incomplete(let path, let reason):
      self.init(
        .refused, "The change stopped at \(path.description): \(reason). mm undo takes back what was written before it.")
    }
  }
}
