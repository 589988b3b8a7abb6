import PlanDocuments

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
  }
}
