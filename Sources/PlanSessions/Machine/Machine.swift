import Calendars
import PlanDocuments

/// What a use case needs of the machine that it runs on, as a value that the front makes.
///
/// Nothing in this module asks the machine for its environment, its folder or its clock.
package struct Machine: Sendable {
  /// The environment, for child programs too.
  package var variables: [String: String]
  /// Where relative paths begin; absolute.
  package var workingFolder: String
  package var secondsSince1970: Int

  package init(variables: [String: String], workingFolder: String, secondsSince1970: Int) {
    self.variables = variables
    self.workingFolder = workingFolder
    self.secondsSince1970 = secondsSince1970
  }

  /// A variable of the environment; empty is as good as nothing.
  package subscript(name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The person's own configuration, `$XDG_CONFIG_HOME/mm`.
  package var configurationFolder: String? { folder("XDG_CONFIG_HOME", below: ".config") }
  /// Undo copies and locks, `$XDG_STATE_HOME/mm`.
  package var stateFolder: String? { folder("XDG_STATE_HOME", below: ".local/state") }

  /// Relative values are to be ignored, says the XDG Base Directory Specification.
  private func folder(_ variable: String, below home: String) -> String? {
    if let given = self[variable], given.hasPrefix("/") { return given + "/mm" }
    return self["HOME"].map { "\($0)/\(home)/mm" }
  }

  /// A path as the person wrote it: from their home, or from where they are.
  package func absolutePath(_ path: String) -> String {
    if path == "~" || path.hasPrefix("~/"), let home = self["HOME"] { return home + path.dropFirst() }
    return path.hasPrefix("/") ? path : workingFolder + "/" + path
  }

  /// A path in the person's configuration: from their home, or from beside the configuration.
  func pathBesideConfiguration(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    if path.hasPrefix("~/"), let home = self["HOME"] { return home + path.dropFirst() }
    return (configurationFolder ?? "") + "/" + path
  }
}

/// The time zones of the machine, and the one that the person lives in.
struct MachineZones {
  private let machine: Machine

  init(_ machine: Machine) {
    self.machine = machine
  }

  var finder: ZoneFinder {
    let folder = folder
    return ZoneFinder(own: own) { MachineFile.beginning(of: folder + "/" + $0) }
  }

  /// The person's own clock with its name, where the machine says it.
  var calendarZone: CalendarZone { CalendarZone(name: ownName, rules: own) }

  /// The day of an instant in seconds since 1970, where the person is.
  func day(at instant: Int) -> Day { Day(number: own.clock(at: instant) / 86_400) }

  /// `Europe/Berlin`: what `TZ` names, else what the machine's own zone is a link to.
  private var ownName: String? {
    guard let given = machine.variables["TZ"] else {
      return MachineFile.target(ofLink: "/etc/localtime").flatMap { path in
        path.firstRange(of: "zoneinfo/").map { String(path[$0.upperBound...]) }
      }
    }
    let name = given.hasPrefix(":") ? String(given.dropFirst()) : given
    if name.isEmpty { return "UTC" }
    return name.hasPrefix("/") || zone(at: folder + "/" + name) == nil ? nil : name
  }

  /// Where the compiled zones are: `TZDIR`, else where all systems have them.
  private var folder: String { machine["TZDIR"] ?? "/usr/share/zoneinfo" }

  /// `TZ` as POSIX has it: a zone's name, a file, or a rule; without it what the machine is set to, else UTC.
  private var own: ZoneRules {
    guard let given = machine.variables["TZ"] else { return zone(at: "/etc/localtime") ?? .utc }
    let name = given.hasPrefix(":") ? String(given.dropFirst()) : given
    if name.isEmpty { return .utc }
    return zone(at: name.hasPrefix("/") ? name : folder + "/" + name) ?? ZoneRules(posix: name) ?? .utc
  }

  private func zone(at path: String) -> ZoneRules? {
    MachineFile.beginning(of: path).flatMap { ZoneRules(zoneFile: $0) }
  }
}
