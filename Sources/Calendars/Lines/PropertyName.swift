/// The properties of a calendar that busy times are made of; all others are passed over unread.
package enum PropertyName: String, CaseIterable, Sendable {
  case begin = "BEGIN"
  case end = "END"
  case uid = "UID"
  case summary = "SUMMARY"
  case description = "DESCRIPTION"
  case start = "DTSTART"
  case finish = "DTEND"
  case duration = "DURATION"
  case stamp = "DTSTAMP"
  case sequence = "SEQUENCE"
  case status = "STATUS"
  case transparency = "TRANSP"
  case busyStatus = "X-MICROSOFT-CDO-BUSYSTATUS"
  case attendee = "ATTENDEE"
  case rule = "RRULE"
  case exceptionRule = "EXRULE"
  case date = "RDATE"
  case exceptionDate = "EXDATE"
  case recurrenceID = "RECURRENCE-ID"
  case freeBusy = "FREEBUSY"
  case zoneID = "TZID"
  case offsetFrom = "TZOFFSETFROM"
  case offsetTo = "TZOFFSETTO"
  case product = "PRODID"
  case calendarName = "X-WR-CALNAME"
  case name = "NAME"

  private static let byLength: [[(bytes: [UInt8], name: PropertyName)]] = {
    let longest = allCases.map(\.rawValue.utf8.count).max() ?? 0
    return (0...longest).map { length in
      allCases.filter { $0.rawValue.utf8.count == length }.map { (Array($0.rawValue.utf8), $0) }
    }
  }()

  /// The property of these bytes, letters in any case; nil where it is none of ours.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count < Self.byLength.count else { return nil }
    candidates: for candidate in Self.byLength[bytes.count] {
      for (one, other) in zip(bytes, candidate.bytes) where one.uppercased != other { continue candidates }
      self = candidate.name
      return
    }
    return nil
  }
}

extension UInt8 {
  /// The byte in upper case where it is an ASCII letter.
  var uppercased: UInt8 { self &- 0x61 < 26 ? self & 0xDF : self }
  var isDigit: Bool { self &- 0x30 < 10 }
}
