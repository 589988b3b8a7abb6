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
