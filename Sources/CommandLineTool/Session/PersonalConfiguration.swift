import Calendars
import PlanDocuments
import PlanOutput
import TextStyling

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
  var feeds: [CalendarFeeds.Feed] = []
  /// Where the person keeps the plan's events; `mm review` and `mm --brief` look there.
  var planCalendar: String?
  /// Work blocks are written without being asked for.
  var writesBlocks = false
  /// What cannot be read, in the order of the file.
  private(set) var problems: [ConfigurationProblem] = []
  private var settings = CalendarSettings()
  /// The first of the settings of the plan's events that cannot be read.
  private var settingsProblem: ConfigurationProblem?

  private static let keys =
    ["calendar", "calendars", "commit", "email", "feeds", "holidays", "work-blocks"] + CalendarSettings.keys

  init(_ surroundings: Surroundings) {
    guard let folder = surroundings.configurationFolder, let bytes = SmallFile.bytes(at: folder + "/config.yaml") else {
      return
    }
    // The settings' own reader reads YAML between the fences of a front matter.
    let text = Array("---\n".utf8) + bytes + Array("\n---\n".utf8)
    let document = PlanDocument(reading: SourceText(path: VaultPath("mm.md"), bytes: text))
    let isBroken = document.frontMatter?.isBroken ?? false
    func texts(_ key: String) -> [String] {
      let texts = document.frontMatter?[key]?.scalars.map(\.text) ?? []
      // Of a file that is no YAML each line is read by itself.
      return isBroken ? texts.flatMap(Self.listed) : texts
    }
    commits = texts("commit") == ["true"]
    calendars = texts("calendars")
    holidays = texts("holidays")
    addresses = texts("email")
    planCalendar = texts("calendar").first
    writesBlocks = texts("work-blocks") == ["true"]
    for finding in document.findings where finding.check == "bad-front-matter" {
      problems.append(
        ConfigurationProblem(StyledText(finding.message), at: Int(finding.place.span.start), in: document.text))
    }
    for entry in document.frontMatter?.entries ?? [] where !isBroken { read(entry, in: document.text) }
    problems.sort { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  /// How the plan's events are to look: nothing is written into a calendar otherwise than the person said.
  func calendarSettings() throws(Failure) -> CalendarSettings {
    if let settingsProblem { throw Failure(.wrongUse, settingsProblem.words) }
    return settings
  }

  /// `[a, b]` as its parts.
  private static func listed(_ text: String) -> [String] {
    guard text.hasPrefix("["), text.hasSuffix("]") else { return [text] }
    return text.dropFirst().dropLast().split(separator: ",").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// Feeds and the settings of the plan's events, with what is wrong with any entry.
  private mutating func read(_ entry: FrontMatter.Entry, in text: SourceText) {
    func problem(_ sentence: StyledText, at offset: Int32) {
      problems.append(ConfigurationProblem(sentence, at: Int(offset), in: text))
    }
    if case .other = entry.value {
      let example: StyledText =
        entry.key == "feeds"
        ? "A feed is one line of a name and an address: - work https://…" : "It takes a text or a list of texts."
      return problem("\(entry.key): cannot be read, so it does not count. \(example)", at: entry.keySpan.start)
    }
    if entry.key == "feeds" {
      for scalar in entry.scalars {
        guard let feed = CalendarFeeds.Feed(scalar.text) else {
          problem(
            "A feed is a name and an address, like work https://…; this one does not count.", at: scalar.span.start)
          continue
        }
        if feeds.contains(where: { Identifier.slug(of: $0.name) == Identifier.slug(of: feed.name) }) {
          problem(
            "Another feed is called so already; this one does not count. Give it a name of its own.",
            at: scalar.span.start)
        } else {
          feeds.append(feed)
        }
      }
    } else if CalendarSettings.keys.contains(entry.key) {
      if let value = entry.scalars.first, !settings.take(value.text, for: entry.key), settingsProblem == nil {
        settingsProblem = ConfigurationProblem(
          "\(entry.key): cannot be read. Write it like \(entry.key): \(CalendarSettings.example(of: entry.key)).",
          at: Int(value.span.start), in: text)
      }
    } else if !Self.keys.contains(entry.key) {
      let near = Failure.suggestion(for: entry.key, in: Self.keys)
      if !near.isEmpty { problem("\(entry.key): is no key that mm knows.\(near)", at: entry.keySpan.start) }
    }
  }
}
