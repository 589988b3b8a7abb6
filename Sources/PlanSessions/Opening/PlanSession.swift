package import Forecasting
package import PlanDocuments
package import PlanModel
import ReviewNotes
package import TextStyling
package import VaultStorage

/// A vault that a front works with: where it is, on which day, on which machine, and what of it only an editor holds yet.
///
/// It keeps nothing that was read: each use case reads the files as they are now.
package struct PlanSession: Sendable {
  package let vault: Vault
  package let machine: Machine
  package let today: Day
  /// Texts that count in place of the files, such as those of an editor that are not saved; a file may be new.
  package let unsaved: [VaultPath: [UInt8]]
  let listener: any SessionListener

  package init(
    _ vault: Vault, on machine: Machine, today: Day, unsaved: [VaultPath: [UInt8]] = [:],
    listener: any SessionListener = NoListener()
  ) {
    self.vault = vault
    self.machine = machine
    self.today = today
    self.unsaved = unsaved
    self.listener = listener
  }

  /// The vault in `folder`, else in the one that `variable` names, else in the nearest folder upwards with `mm.md`.
  ///
  /// - Parameters:
  ///   - folder: what the person named.
  ///   - variable: what `$MM_VAULT` says; empty is as good as nothing.
  package static func open(
    _ folder: String?, variable: String? = nil, on machine: Machine, today: Day, unsaved: [VaultPath: [UInt8]] = [:],
    listener: any SessionListener = NoListener()
  ) throws(SessionError) -> PlanSession {
    guard let stateFolder = machine.stateFolder else { throw .noStateFolder }
    let vault = try SessionError.onDisk { () throws(VaultError) in
      try Vault.find(option: folder, environment: variable, from: machine.workingFolder, stateFolder: stateFolder)
    }
    return PlanSession(vault, on: machine, today: today, unsaved: unsaved, listener: listener)
  }

  var configuration: PersonalConfiguration { PersonalConfiguration(machine) }

  /// The day that a phrase such as `fri` or `+3w` means.
  package static func day(_ phrase: String, today: Day) throws(SessionError) -> Day {
    guard let day = DayPhrase.day(phrase, today: today) else { throw .value(.unreadableDay(phrase)) }
    return day
  }

  // MARK: Reading

  /// The plan's files, without the appointments of any calendar.
  package func files() throws(SessionError) -> VaultSnapshot {
    var files = try SessionError.onDisk { () throws(VaultError) in try vault.snapshot(laidOver: unsaved) }
    files.pace = recordedPace(in: Settings(of: files.settings).reviewsFolder)
    return files
  }

  /// The pace of the newest review note that can be read: no command fails for a note that cannot.
  private func recordedPace(in folder: String) -> RecordedPace {
    let notes = (try? reviewNotes(in: folder)) ?? []
    for path in notes.reversed() where isWeek(path.noteName) {
      if let text = try? text(of: path) { return ReviewNote(text).pace ?? .usual }
    }
    return .usual
  }

  /// The vault as it is now, with the appointments of the calendars that it and the person name.
  ///
  /// - Parameter quietly: the listener does not hear what cannot be read in the personal configuration.
  package func snapshot(quietly: Bool = false) throws(SessionError) -> VaultSnapshot {
    var snapshot = try files()
    if !quietly { noteConfigurationProblems() }
    snapshot.busy = try BusyCalendars(self).calendar(for: Settings(of: snapshot.settings))
    return snapshot
  }

  /// Names what cannot be read in the personal configuration.
  func noteConfigurationProblems() {
    for problem in configuration.problems { listener.note(problem.words) }
  }

  /// One note's text, whatever its kind; nil if it is not there.
  package func text(of path: VaultPath) throws(SessionError) -> SourceText? {
    if let bytes = unsaved[path] { return SourceText(path: path, bytes: bytes) }
    return try SessionError.onDisk { () throws(VaultError) in try vault.text(of: path) }
  }

  /// A review note's text; one that cannot be read is passed over.
  ///
  /// - Parameter isTold: the person hears of it.
  func readableText(of path: VaultPath, isTold: Bool = false) -> SourceText? {
    do {
      return try text(of: path)
    } catch {
      if case .disk(.unreadable(let path, let reason)) = error, isTold {
        listener.note("\(path.description, .place) is passed over: \(reason).")
      }
      return nil
    }
  }

  /// The notes directly in the folder of the reviews, in the order of their names.
  func reviewNotes(of plan: Plan) throws(SessionError) -> [VaultPath] {
    try reviewNotes(in: plan.settings.reviewsFolder)
  }

  func reviewNotes(in folder: String) throws(SessionError) -> [VaultPath] {
    let folder = VaultPath(folder)
    let notes = try SessionError.onDisk { () throws(VaultError) in try vault.notes(in: folder) }
    let new = unsaved.keys.filter { $0.folder == folder && $0.noteName != $0.fileName && !notes.contains($0) }
    return new.isEmpty ? notes : (notes + new).sorted()
  }

  /// The plan as the files have it.
  package func plan(quietly: Bool = false) throws(SessionError) -> Plan {
    let snapshot = try snapshot(quietly: quietly)
    noteUnread(snapshot)
    return Plan(reading: snapshot, today: today)
  }

  /// The plan on the free hours.
  ///
  /// History is asked only where a wait runs and no file says since when, or what was done this week counts against a limit.
  package func scheduled() throws(SessionError) -> ForecastedPlan {
    let outlook = try listener.working("Planning") { () throws(SessionError) in ForecastedPlan(try plan()) }
    noteErrors(in: outlook.plan)
    guard
      outlook.plan.limitsRunningWeek || outlook.work.entries.contains(where: \.isHandedOverOnAnUnknownDay)
    else { return outlook }
    return outlook.knowing(try history(of: outlook.plan))
  }

  /// Finds what the person names.
  package func lookup(in plan: Plan) -> ItemLookup {
    ItemLookup(in: plan, root: vault.root, workingFolder: machine.workingFolder)
  }

  // MARK: Writing

  /// Writes a change: all of its files, or none.
  ///
  /// What was made from a text that is not saved yet is the editor's to write.
  package func apply(_ change: VaultChange) throws(SessionError) {
    for file in change.files where !file.isWithoutEffect && unsaved[file.path] != nil {
      throw .unsavedText(file.path)
    }
    try SessionError.onDisk { () throws(VaultError) in try vault.apply(change, at: machine.secondsSince1970) }
  }
}

/// Hears what a use case has to say while it works.
package protocol SessionListener: Sendable {
  /// Something beside the result that the person may want to know.
  func note(_ words: StyledText)
  /// git could not be asked; the use case goes on without it.
  func gitFailed(_ error: GitError)
  /// A model gave no answer that can be used; the review goes on without its proposals.
  func modelFailed(_ absence: ModelAbsence)
  /// Does work that may take long; `words` say what it is.
  func working<Result, Problem: Error>(
    _ words: StyledText, _ work: () throws(Problem) -> Result
  ) throws(Problem) -> Result
}

/// For fronts that have nobody to tell.
package struct NoListener: SessionListener {
  package init() {}

  package func note(_ words: StyledText) {}
  package func gitFailed(_ error: GitError) {}
  package func modelFailed(_ absence: ModelAbsence) {}

  package func working<Result, Problem: Error>(
    _ words: StyledText, _ work: () throws(Problem) -> Result
  ) throws(Problem) -> Result {
    try work()
  }
}
