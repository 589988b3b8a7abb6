import PlanDocuments

/// The words that drafting knows, as `templates/words/` has them.
package struct WordLists: Sendable {
  /// The lists by their headings, for those who look whether a file has them all.
  package enum Name: String, CaseIterable, Sendable {
    case common, little, joining, forms, money, scale, units
    case turning
    case beginsRest = "begins the rest"
    case beforeThing = "before a thing"
    case newThings = "new things"
    case purposes, leaving, audiences
    case idle, same, numbers
    case parting, denying, intent, past, done, glue, speaking
    case sameUnit = "same unit"
  }

  private var lists: [Name: Set<String>] = [:]
  /// Headings that name no list.
  package private(set) var unknown: [String] = []

  /// The stems that count half.
  private(set) var littleStems: Set<String> = []
  /// The kinds that a playbook may name, written as there: `(country)`.
  private(set) var kindNames: Set<String> = [WordLists.sum]
  /// The kinds of words by their stems.
  private(set) var kindsByStem: [String: [String]] = [:]
  /// The words of `same` in their groups.
  private(set) var sameGroups: [[String]] = []
  /// The words of `same unit` in their groups, the unit's name first.
  private(set) var unitGroups: [[String]] = []
  /// What irregular forms are forms of, and words whose ending is none: `booking`.
  private(set) var forms: [String: String] = [:]
  /// The figures of `numbers`.
  private(set) var figures: [String: String] = [:]

  /// Any number from 1000, and `12k`.
  static let sum = "(sum)"

  /// No word is known.
  package init() {}

  /// - Parameter texts: Markdown: `## ` and a list's name, and bullets of words parted by commas.
  package init(_ texts: [String]) {
    for text in texts {
      for section in Self.sections(of: text) { add(section.groups, to: section.heading) }
    }
    // The names of months are read in one place.
    for month in 1...12 {
      lists[.common, default: []].formUnion([
        MonthNames.name(month).lowercased(), MonthNames.shortName(month).lowercased(),
      ])
    }
    littleStems = Set(self[.little].map(TextWords.stem))
  }

  package subscript(name: Name) -> Set<String> { lists[name, default: []] }

  private mutating func add(_ groups: [[String]], to heading: String) {
    let words = groups.flatMap(\.self)
    guard let name = Name(rawValue: heading) else {
      guard heading.hasPrefix("("), heading.hasSuffix(")") else {
        unknown.append(heading)
        return
      }
      kindNames.insert(heading)
      for word in words {
        let stem = TextWords.stem(of: word)
        if kindsByStem[stem]?.contains(heading) != true { kindsByStem[stem, default: []].append(heading) }
      }
      return
    }
    lists[name, default: []].formUnion(words)
    if name == .same { sameGroups += groups }
    if name == .sameUnit { unitGroups += groups }
    let pairs = words.map { $0.split(separator: " ").map(String.init) }.filter { $0.count == 2 }
    if name == .numbers { for pair in pairs { figures[pair[0]] = pair[1] } }
    if name == .forms { for pair in pairs { forms[pair[0]] = pair[1] } }
  }

  private static func sections(of text: String) -> [(heading: String, groups: [[String]])] {
    var sections: [(heading: String, bullets: [String])] = []
    var isInBullet = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("## ") {
        sections.append((line.dropFirst(3).trimmedBlanks, []))
        isInBullet = false
      } else if line.hasPrefix("- "), !sections.isEmpty {
        sections[sections.count - 1].bullets.append(String(line.dropFirst(2)))
        isInBullet = true
      } else if line.hasPrefix("  "), isInBullet, let bullet = sections[sections.count - 1].bullets.popLast() {
        sections[sections.count - 1].bullets.append(bullet + line)
      } else {
        isInBullet = false
      }
    }
    return sections.map { section in
      (
        section.heading,
        section.bullets.map { $0.split(separator: ",").map(\.trimmedBlanks).filter { !$0.isEmpty } }
      )
    }
  }
}
