import PlanDocuments
import PlanModel
package import Recalibration

/// The block ids of proposals and decisions, without their `^`: `c7f2`, `p-from-mia-move-part-1`, `decided-2026-08-03-c7f2`.
///
/// ASCII letters, digits and dashes, since Obsidian reads nothing else as a block id.
package enum BlockID {
  /// The choice that writes nothing.
  package static let keep = choiceLead + "0"

  private static let choiceLead = "c"
  private static let proposalLead = "p-"
  private static let decidedLead = "decided-"
  private static let suggestedLead = "from-"
  private static let choiceDigits = 3

  /// `c7f2` for a choice: the beginning of the hash of what it writes, so that it stays the same as long as that does.
  static func choice(_ writes: [PlannedWrite]) -> String {
    let hash = String(FNV1a(RecordedWrites.words(writes).utf8).value, radix: 16)
    return choiceLead + (String(repeating: "0", count: 16 - hash.count) + hash).prefix(choiceDigits)
  }

  /// `p-dates` for a small proposal.
  static func proposal(_ slug: String) -> String { proposalLead + ascii(slug) }

  /// A word in the line of a proposal, `^c7f2` or `^p-…`, is its id; nil for other words.
  static func proposal(markedBy word: String) -> String? {
    guard word.hasPrefix("^"), word.utf8.dropFirst().allSatisfy(\.isInBlockID) else { return nil }
    let id = String(word.dropFirst())
    return isChoice(id) || id.hasPrefix(proposalLead) && id != proposalLead ? id : nil
  }

  /// The id as it ends a line.
  static func mark(_ id: String) -> String { " ^" + id }

  /// The choices exclude each other, and so does keeping everything as it is.
  package static func isChoice(_ id: String) -> Bool {
    guard id.hasPrefix(choiceLead) else { return false }
    let digits = id.dropFirst(choiceLead.count)
    return id == keep || digits.utf8.count == choiceDigits && digits.allSatisfy { $0.isASCII && $0.isHexDigit }
  }

  /// What is behind `p-`: for a small proposal the slug that it was made of.
  static func slug(of id: String) -> String { String(id.dropFirst(proposalLead.count)) }

  /// `decided-2026-08-03-c7f2` for `c7f2`.
  static func decided(_ proposal: String, on day: Day) -> String { "\(decidedLead)\(day)-\(proposal)" }

  /// The day and the proposal of a decision's id.
  static func decision(_ id: String) -> (day: Day, proposal: String)? {
    guard id.hasPrefix(decidedLead), let day = Day(written: id.dropFirst(decidedLead.count).prefix(10)) else {
      return nil
    }
    let rest = id.dropFirst(decidedLead.count + 10)
    guard rest.first == "-", rest.count > 1 else { return nil }
    return (day, String(rest.dropFirst()))
  }

  /// The first word, from the end of a line, that is the id of a decision, and what is before its `^`.
  static func lastDecision(in line: String) -> (before: String, id: String)? {
    let sign = Array((" ^" + decidedLead).utf8)
    let bytes = Array(line.utf8)
    guard bytes.count >= sign.count,
      let start = (0...(bytes.count - sign.count)).last(where: { bytes[$0...].starts(with: sign) })
    else { return nil }
    let id = String(decoding: bytes[(start + 2)...].prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self)
    return decision(id) == nil ? nil : (String(decoding: bytes[..<start], as: UTF8.self), id)
  }

  // MARK: Slugs of small proposals

  /// Somebody else made it.
  static func isSuggested(_ id: String) -> Bool { slug(of: id).hasPrefix(suggestedLead) }

  static func suggestedSlug(from source: String, _ slug: String) -> String {
    suggestedLead + short(source, limit: 20) + "-" + slug
  }
  static func awaySlug(_ first: Day) -> String { "away-\(first)" }
  static func hoursSlug(_ entry: String) -> String { "hours-" + Identifier.slug(of: entry, limit: 32) }
  static func movedSlug(_ milestone: String) -> String { "moved-" + Identifier.slug(of: milestone, limit: 40) }
  static func waitSlug(_ milestone: String) -> String { "waits-" + Identifier.slug(of: milestone, limit: 40) }
  static func tookPlaceSlug(_ milestone: String) -> String { "took-place-" + Identifier.slug(of: milestone, limit: 40) }
  static func droppedSlug(_ milestone: String) -> String { "dropped-" + Identifier.slug(of: milestone, limit: 40) }
  static func newDaySlug(_ milestone: String) -> String { newDayLead + Identifier.slug(of: milestone, limit: 40) }
  private static let newDayLead = "new-day-"

  /// The line of the proposal asks for a day, which the person writes at its end.
  static func asksForDay(_ id: String) -> Bool { slug(of: id).hasPrefix(newDayLead) }

  static func reachedSlug(_ goal: String) -> String { "done-" + Identifier.slug(of: goal, limit: 40) }
  static func changeSlug(_ verb: String, _ name: String) -> String { verb + "-" + short(name, limit: 24) }
  static let completionsSlug = "dates"

  private static func short(_ name: String, limit: Int) -> String {
    String(ascii(Identifier.slug(of: name, limit: limit)).prefix(limit * 2))
  }

  /// A name in another script gives its characters' numbers.
  private static func ascii(_ slug: String) -> String {
    if slug.utf8.allSatisfy(\.isInBlockID) { return slug }
    return slug.unicodeScalars.map { scalar in
      scalar.isASCII && UInt8(ascii: scalar).isInBlockID ? String(scalar) : String(scalar.value, radix: 16)
    }.joined()
  }
}

extension UInt8 {
  fileprivate var isInBlockID: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

extension Choice {
  /// The block id that its checkbox has in the review note, without the `^`: `c7f2`, `p-dates`.
  package var blockID: String { slug.isEmpty ? BlockID.choice(writes) : BlockID.proposal(slug) }
}
