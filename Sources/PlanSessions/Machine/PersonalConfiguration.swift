package import Calendars
import PlanDocuments
import PlanOutput
package import TextStyling

/// The person's own settings, `$XDG_CONFIG_HOME/mm/config.yaml`: never in a vault, since they may name what a vault may not.
package struct PersonalConfiguration: Sendable {
  /// Every review is committed.
  package var commits = false
  /// Calendars anywhere on the machine: files, folders, or patterns with `*`.
  package var calendars: [String] = []
  /// Calendars whose whole days are public holidays.
  package var holidays: [String] = []
  /// The person's own addresses: invitations that these have declined take no time.
  package var addresses: [String] = []
  /// Calendars elsewhere, each a name and a secret address.
  package var feeds: [CalendarFeed] = []
  /// Where the person keeps the plan's events; `mm review` and `mm --brief` look there.
  package var planCalendar: String?
  /// Work blocks are written without being asked for.
  package var writesBlocks = false
  /// What cannot be read, in the order of the file.
  package private(set) var problems: [ConfigurationProblem] = []
  private var settings = CalendarSettings()
  /// The first of the settings of the plan's events that cannot be read.
  private var settingsProblem: ConfigurationProblem?

  private static let keys =
    ["calendar", "calendars", "commit", "email", "feeds", "holidays", "work-blocks"] + CalendarSettings.keys

  package init(_ machine: Machine) {
    guard let folder = machine.configurationFolder, let bytes = MachineFile.beginning(of: folder + "/config.yaml")
    else { return }
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
  package func calendarSettings() throws(ConfigurationProblem) -> CalendarSettings {
    if let settingsProblem { throw settingsProblem }
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
        guard let feed = CalendarFeed(scalar.text) else {
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
      let near = NearestWords.to(entry.key, in: Self.keys)
      if near.isEmpty { return }
      problem(
        "\(entry.key): is no key that mm knows. Did you mean \(WorkWords.list(near, last: "or"))?",
        at: entry.keySpan.start)
    }
  }
}

/// One line of `feeds:`: a name, and an address that only curl gets.
package struct CalendarFeed: Sendable {
  package var name: String
  var address: String

  /// Reads `work https://…`; nil where that is no name and address.
  init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 2, words[1].contains("://"), !Identifier.slug(of: words[0]).isEmpty else { return nil }
    name = words[0]
    address = words[1].hasPrefix("webcal://") ? "https://" + words[1].dropFirst(9) : words[1]
  }
}

/// Something in the person's own configuration that cannot be read; everything else in it counts all the same.
package struct ConfigurationProblem: Error, Sendable {
  /// From 1.
  var line: Int
  var column: Int
  /// The line, without the secret part of addresses.
  var quote: String
  /// What it means and what to do.
  var sentence: StyledText

  /// - Parameters:
  ///   - text: the configuration behind a line that opens a front matter.
  ///   - offset: where in it.
  init(_ sentence: StyledText, at offset: Int, in text: SourceText) {
    let place = text.position(of: offset)
    line = max(1, place.line - 1)
    column = place.column
    quote = Self.withoutSecrets(text.string(text.lineSpan(place.line - 1)))
    self.sentence = sentence
  }

  /// `config.yaml:3:5: …` and the line below.
  package var words: StyledText {
    "config.yaml:\(line):\(column): \(sentence)\n  \(StyledText(String(line), .quiet)) | \(quote)"
  }

  /// `https://calendar.google.com/…`: only curl gets the address.
  private static func withoutSecrets(_ line: String) -> String {
    line.split(separator: " ", omittingEmptySubsequences: false).map { word in
      guard let scheme = word.firstRange(of: "://") else { return String(word) }
      let host = word[scheme.upperBound...].prefix { !"/?#@".contains($0) }
      return word[..<scheme.upperBound] + host + "/…"
    }.joined(separator: " ")
  }
}
