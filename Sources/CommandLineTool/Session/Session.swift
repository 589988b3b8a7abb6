import Forecasting
import JSONText
import PlanDocuments
import PlanModel
import PlanOutput
import ReviewNotes
import TextStyling
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
    let day =
      try surroundings["MM_TODAY"].map { phrase throws(Failure) in
        try Failure.day(phrase, today: surroundings.localDay)
      } ?? surroundings.localDay
    guard let phrase = options.today else { return day }
    return try Failure.day(phrase, today: day)
  }

  /// The vault that the command is about: `--vault`, `$MM_VAULT`, else the nearest folder upwards with `mm.md`.
  func vault() throws -> Vault {
    try Vault.find(
      option: vaultOption, environment: surroundings["MM_VAULT"], from: surroundings.workingFolder,
      stateFolder: stateFolder())
  }

  /// What stands in the vault now.
  func plan(quietly: Bool = false) throws -> Plan {
    Plan(reading: try snapshot(quietly: quietly), today: today)
  }

  /// The plan with everything that is computed from it.
  ///
  /// On a Sunday the week is over for a review, not for the person: hours of today count.
  func outlook() throws -> ForecastedPlan {
    try working("Planning") { ForecastedPlan(try plan()) }
  }

  /// What is known of the plan's past: from git, and from the review notes where there is none.
  func history(of plan: Plan) throws -> PlanHistory {
    let vault = try vault()
    return try history(of: plan, VaultHistory(vault, variables: surroundings.variables, today: today), vault)
  }

  private func history(of plan: Plan, _ history: VaultHistory, _ vault: Vault) throws -> PlanHistory {
    if let failure = history.failure { tell(Failure(failure).message) }
    let notes = !history.remembersPlan ? try vault.notes(in: VaultPath(plan.settings.reviewsFolder)) : []
    let snapshots = try notes.compactMap { try vault.text(of: $0) }.compactMap { PlanSnapshot(lastLineOf: $0) }
    return PlanHistory(history.past, current: plan, snapshots: snapshots)
  }

  /// The plan with where it will probably land.
  ///
  /// - Parameter plan: nil is what stands in the vault now.
  func forecasted(_ plan: Plan? = nil, quietly: Bool = false) throws -> ForecastedPlan {
    // Most of what the past takes is git's time: the plan is read and laid meanwhile.
    let vault = try vault()
    let (past, planned) = ParallelSteps.both { [variables = surroundings.variables, today] in
      VaultHistory(vault, variables: variables, today: today)
    } and: {
      Result { ForecastedPlan(try plan ?? self.plan(quietly: quietly)) }
    }
    let outlook = try planned.get()
    return ForecastedPlan(outlook, history: try history(of: outlook.plan, past, vault))
  }

  /// Finds what the person names.
  func lookup(in plan: Plan) throws -> ItemLookup {
    ItemLookup(in: plan, root: try vault().root, workingFolder: surroundings.workingFolder)
  }

  /// The folder for undo copies and locks.
  func stateFolder() throws(Failure) -> String {
    guard let folder = surroundings.stateFolder else {
      throw Failure(
        .refused, "Neither HOME nor XDG_STATE_HOME is set, so there is no place for the copies that undo needs.")
    }
    return folder
  }

  /// Prints the result, for a person or for a program.
  func show(_ text: @autoclosure () -> StyledText, json: @autoclosure () -> JSONValue) {
    if wantsJSON {
      streams.show(machineText: json().text)
    } else {
      streams.show(text())
    }
  }

  /// The columns of the terminal that results go to.
  var width: Int { streams.resultStyle.width }
}
