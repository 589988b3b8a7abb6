import Calendars
import PlanDocuments
import PlanOutput

/// The person's own settings, `$XDG_CONFIG_HOME/mm/config.yaml`: never in a vault, since they may name what a vault may not.
struct PersonalConfiguration: Sendable {
  /// Every review is committed.
  var commits = false
  /// Calendars anywhere on the machine: files, folders, or patterns with `*`.
  var calendars: [String] = []
  /// Calendars whose whole days are public holidays.
  var holidays: [String] = []
  /// The person's own addresses: invitations that these have declined take no time.
  var addresses: [String] = []
  /// Calendars elsewhere, each a name and a secret address.
  var feeds: [String] = []
  /// Where the person keeps the plan's events; `mm review` and `mm --brief` look there.
  var planCalendar: String?
  /// Work blocks are written without being asked for.
  var writesBlocks = false
  /// What is said about the plan's events, by key.
  private var calendarValues: [String: String] = [:]

  init(_ surroundings: Surroundings) {
    guard let folder = surroundings.configurationFolder, let bytes = SmallFile.bytes(at: folder + "/config.yaml") else {
      return
    }
    // The settings' own reader reads YAML between the fences of a front matter.
    let text = Array("---\n".utf8) + bytes + Array("\n---\n".utf8)
    let document = PlanDocument(reading: SourceText(path: VaultPath("mm.md"), bytes: text))
    func texts(_ key: String) -> [String] { document.frontMatter?[key]?.scalars.map(\.text) ?? [] }
    commits = texts("commit") == ["true"]
    calendars = texts("calendars")
    holidays = texts("holidays")
    addresses = texts("email")
    feeds = texts("feeds")
    planCalendar = texts("calendar").first
    writesBlocks = texts("work-blocks") == ["true"]
    for key in CalendarSettings.keys {
      if let value = texts(key).first { calendarValues[key] = value }
    }
  }

  /// How the plan's events are to look.
  func calendarSettings() throws(Failure) -> CalendarSettings {
    var settings = CalendarSettings()
    for key in CalendarSettings.keys {
      guard let value = calendarValues[key], !settings.take(value, for: key) else { continue }
      throw Failure(
        .wrongUse,
        "config.yaml: \(key): “\(value)” cannot be read. Write it like \(key): \(CalendarSettings.example(of: key)).")
    }
    return settings
  }
}
