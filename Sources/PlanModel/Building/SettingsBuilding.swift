package import PlanDocuments

extension Settings {
  /// What the front matter of `mm.md` says, without what could not be read.
  package init(of document: PlanDocument) {
    var reader = FieldReader(document)
    self.init(reading: &reader)
  }

  /// What the front matter of `mm.md` says.
  init(reading reader: inout FieldReader) {
    self.init(document: reader.document)
    hours = Hours(reading: &reader)
    off = reader.list("off") { bytes throws(BadValue) in try DaysOff(reading: bytes) }
    buffer = reader.value("buffer") { bytes throws(BadValue) in try Wait.days(reading: bytes) }
    calendars = reader.list("calendars") { bytes throws(BadValue) in try Settings.path(reading: bytes) }
    holidays = reader.list("holidays") { bytes throws(BadValue) in try Settings.path(reading: bytes) }
    ignored = reader.list("ignore") { bytes throws(BadValue) in try Settings.path(reading: bytes) }
    let folder = { (bytes: ArraySlice<UInt8>) throws(BadValue) in try Settings.path(reading: bytes) }
    if let reviews = reader.value("reviews", folder) { reviewsFolder = reviews }
    if let playbooks = reader.value("playbooks", folder) { playbooksFolder = playbooks }
    let known = reviewSections
    let sections = reader.list("review") { bytes throws(BadValue) in try WordReading.choice(bytes, of: known) }
    if !sections.isEmpty { reviewSections = sections }
  }

  /// A path below the vault, without a slash at its end: settings never lead out of it.
  private static func path(reading bytes: ArraySlice<UInt8>) throws(BadValue) -> String {
    var path = String(decoding: bytes, as: UTF8.self)
    while path.hasSuffix("/"), path != "/" { path.removeLast() }
    while path.hasPrefix("./") { path.removeFirst(2) }
    let leadsOut = path.split(separator: "/").contains("..") || path.contains("://")
    guard !leadsOut, !path.hasPrefix("/"), !path.hasPrefix("~"), !path.isEmpty else {
      throw BadValue("it names something inside the vault; calendars elsewhere belong in your own configuration")
    }
    return path
  }
}
