import PlanDocuments
package import Recalibration

/// The block ids of proposals and decisions, without their `^`: `p-1-exam-first`, `p-from-mia-move-part-1`, `decided-2026-08-03-1-exam-first`.
///
/// ASCII letters, digits and dashes, since Obsidian reads nothing else as a block id.
package enum BlockID {
  /// The proposal that writes nothing.
  package static let keep = proposal(0, "keep")

  private static let proposalLead = "p-"
  private static let decidedLead = "decided-"
  private static let suggestedLead = "from-"

  /// `p-1-exam-first` for the choice of that number; `p-dates` for a small proposal, which has none.
  static func proposal(_ number: Int?, _ slug: String) -> String {
    proposalLead + (number.map { "\($0)-" } ?? "") + ascii(slug)
  }

  /// A word in the line of a proposal, `^p-…`, is its id; nil for other words.
  static func proposal(markedBy word: String) -> String? {
    let lead = "^" + proposalLead
    guard word.hasPrefix(lead), word.utf8.count > lead.utf8.count, word.utf8.dropFirst().allSatisfy(\.isInBlockID)
    else { return nil }
    return String(word.dropFirst())
  }

  /// The id as it ends a line.
  static func mark(_ id: String) -> String { " ^" + id }

  /// The numbered choices exclude each other, and so does keeping the dates: `p-0-keep`, `p-1-…`.
  package static func isChoice(_ id: String) -> Bool { !number(of: id).isEmpty }

  /// The digits of the choice's number; empty for a small proposal.
  static func number(of id: String) -> String { String(slug(of: id).prefix { ("0"..."9").contains($0) }) }

  /// What is behind `p-`: for a small proposal the slug that it was made of.
  static func slug(of id: String) -> String { String(id.dropFirst(proposalLead.count)) }

  /// `decided-2026-08-03-1-exam-first` for `p-1-exam-first`.
  static func decided(_ proposal: String, on day: Day) -> String { "\(decidedLead)\(day)-\(slug(of: proposal))" }

  /// The day and the proposal of a decision's id.
  static func decision(_ id: String) -> (day: Day, proposal: String)? {
    guard id.hasPrefix(decidedLead), let day = Day(written: id.dropFirst(decidedLead.count).prefix(10)) else {
      return nil
    }
    let rest = id.dropFirst(decidedLead.count + 10)
    guard rest.first == "-", rest.count > 1 else { return nil }
    return (day, proposalLead + rest.dropFirst())
  }

  /// The first word, from the end of a line, that is the id of a decision, and what stands before its `^`.
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
  /// The block id that its checkbox has in the review note, without the `^`: `p-1-exam-first`, `p-dates`.
  package var blockID: String { BlockID.proposal(number > 0 ? number : nil, slug) }
}
