import Calendars

/// The time zones of the machine, and the one that the person lives in.
struct MachineZones {
  private let surroundings: Surroundings

  init(_ surroundings: Surroundings) {
    self.surroundings = surroundings
  }

  var finder: ZoneFinder {
    let folder = folder
    return ZoneFinder(own: own) { SmallFile.bytes(at: folder + "/" + $0) }
  }

  /// The person's own clock with its name, where the machine says it.
  var calendarZone: CalendarZone { CalendarZone(name: ownName, rules: own) }

  /// `Europe/Berlin`: what `TZ` names, else what the machine's own zone is a link to.
  private var ownName: String? {
    guard let given = surroundings.variables["TZ"] else {
      return SmallFile.target(ofLink: "/etc/localtime").flatMap { path in
        path.firstRange(of: "zoneinfo/").map { String(path[$0.upperBound...]) }
      }
    }
    let name = given.hasPrefix(":") ? String(given.dropFirst()) : given
    if name.isEmpty { return "UTC" }
    return name.hasPrefix("/") || zone(at: folder + "/" + name) == nil ? nil : name
  }

  /// Where the compiled zones lie: `TZDIR`, else where all systems have them.
  private var folder: String { surroundings["TZDIR"] ?? "/usr/share/zoneinfo" }

  /// `TZ` as POSIX has it: a zone's name, a file, or a rule; without it what the machine is set to. Else UTC.
  private var own: ZoneRules {
    guard let given = surroundings.variables["TZ"] else { return zone(at: "/etc/localtime") ?? .utc }
    let name = given.hasPrefix(":") ? String(given.dropFirst()) : given
    if name.isEmpty { return .utc }
    return zone(at: name.hasPrefix("/") ? name : folder + "/" + name) ?? ZoneRules(posix: name) ?? .utc
  }

  private func zone(at path: String) -> ZoneRules? {
    SmallFile.bytes(at: path).flatMap { ZoneRules(zoneFile: $0) }
  }
}
