/// Finds the rules of zones by the names that calendars give them.
///
/// In this order: the machine's own zone of that name, a name of Windows, the zone that the calendar spells out, the end of a
/// longer name (`/freeassociation.sourceforge.net/Europe/Berlin`). What none of them knows is nil.
package struct ZoneFinder {
  /// The person's own clock: for times without a zone, and for whole days.
  package let own: ZoneRules
  private let machine: (String) -> [UInt8]?
  private var known: [String: ZoneRules?] = [:]

  /// - Parameter machine: the bytes of the machine's compiled zone (TZif) of a name such as `Europe/Berlin`.
  package init(own: ZoneRules, machine: @escaping (String) -> [UInt8]?) {
    self.own = own
    self.machine = machine
  }

  /// - Parameters:
  ///   - written: the zone of that name in the calendar itself.
  ///   - last: the instant up to which a written zone is wanted.
  mutating func rules(
    named name: String, written: WrittenZone?, through last: Int, steps: inout Int
  ) -> ZoneRules? {
    if let rules = machineRules(named: name) { return rules }
    if let windows = WindowsZones.name(for: name), let rules = machineRules(named: windows) { return rules }
    if let rules = written?.rules(through: last, steps: &steps) { return rules }
    let parts = name.split(separator: "/")
    for count in stride(from: min(3, parts.count - 1), through: 1, by: -1) {
      if let rules = machineRules(named: parts.suffix(count).joined(separator: "/")) { return rules }
    }
    return nil
  }

  private mutating func machineRules(named name: String) -> ZoneRules? {
    if let found = known[name] { return found }
    let rules = Self.mayBeZone(name) ? machine(name).flatMap { ZoneRules(zoneFile: $0) } : nil
    known[name] = .some(rules)
    return rules
  }

  /// Names that could lead elsewhere on the disk are none.
  static func mayBeZone(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.count <= 64 else { return false }
    return name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy { byte in
          byte.isDigit || byte.uppercased &- 0x41 < 26 || "_+-".utf8.contains(byte)
        }
    }
  }
}
