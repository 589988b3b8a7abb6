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
    let path = { (bytes: ArraySlice<UInt8>) throws(BadValue) in try Settings.path(reading: bytes) }
    for key in SettingsKey.allCases {
      let name = key.rawValue
      switch key {
      case .time: hours = Hours(reading: &reader)
      case .off: off = reader.list(name) { bytes throws(BadValue) in try DaysOff(reading: bytes) }
      case .never:
        never = reader.list(name) { bytes throws(BadValue) in try WeekdaySet(reading: bytes) }.reduce(into: []) {
          $0.formUnion($1)
        }
      case .buffer: buffer = reader.value(name) { bytes throws(BadValue) in try Wait.days(reading: bytes) }
      case .calendars: calendars = reader.list(name, path)
      case .holidays: holidays = reader.list(name, path)
      case .ignore: ignored = reader.list(name, path)
      case .reviews: reviewsFolder = reader.value(name, path) ?? reviewsFolder
      case .playbooks: playbooksFolder = reader.value(name, path) ?? playbooksFolder
      case .review:
        let known = reviewSections
        let sections = reader.list(name) { bytes throws(BadValue) in
          // Two sections of older notes are parts of the details now.
          if ["weeks", "back"].contains(where: { bytes.elementsEqual($0.utf8) }) { return "details" }
          return try WordReading.choice(bytes, of: known)
        }
        if !sections.isEmpty {
          reviewSections = sections.enumerated().filter { sections.firstIndex(of: $0.element) == $0.offset }
            .map(\.element)
        }
      }
    }
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
