internal import PlanDocuments

/// What the settings say about which notes are read: `ignore`, `playbooks`, `reviews`.
struct VaultRules: Hashable, Sendable {
  /// The parts of the folder's path below the root; none is the root itself.
  let reviews: [String]
  let playbooks: [String]
  /// Paths of folders and notes below the root, part by part, where `*` is any run of characters in one part.
  let ignored: [[String]]

  init(_ settings: PlanDocument) {
    let frontMatter = settings.frontMatter
    reviews = Self.texts(frontMatter?["reviews"]).first.flatMap(Self.parts) ?? ["reviews"]
    playbooks = Self.texts(frontMatter?["playbooks"]).first.flatMap(Self.parts) ?? ["templates"]
    ignored = Self.texts(frontMatter?["ignore"]).compactMap(Self.parts).filter { !$0.isEmpty }
  }

  private static func texts(_ entry: FrontMatter.Entry?) -> [String] {
    switch entry?.value {
    case .scalar(let scalar): [scalar.text]
    case .list(let scalars): scalars.map(\.text)
    case .empty, .other, nil: []
    }
  }

  /// The parts of a path that a person wrote, nil if it leads out of the vault.
  private static func parts(_ text: String) -> [String]? {
    let parts = text.split(separator: "/").map(String.init).filter { $0 != "." }
    return parts.contains("..") || text.hasPrefix("/") ? nil : parts
  }

  /// Strings are compared as people read them, so that `é` is found however the disk spells it.
  func ignores(_ parts: [String]) -> Bool {
    ignored.contains { $0.count == parts.count && zip($0, parts).allSatisfy(Self.matches) }
  }

  /// A review or another weekly note, which is no plan whatever its front matter says.
  func isReview(_ parts: [String]) -> Bool {
    guard parts.dropLast().elementsEqual(reviews), let name = parts.last else { return false }
    return !reviews.isEmpty || Self.isWeek(name)
  }

  /// The name is like `2026-W47.md`.
  static func isWeek(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard bytes.count == 11, bytes[4...5].elementsEqual("-W".utf8), bytes[8...].elementsEqual(".md".utf8) else {
      return false
    }
    return (bytes[..<4] + bytes[6..<8]).allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// Goes back to the last `*` only, so the time is at most the product of both lengths.
  static func matches(_ pattern: String, _ name: String) -> Bool {
    let pattern = Array(pattern)
    let name = Array(name)
    var inPattern = 0
    var inName = 0
    var star: (pattern: Int, name: Int)?
    while inName < name.count {
      if inPattern < pattern.count, pattern[inPattern] == "*" {
        star = (inPattern, inName)
        inPattern += 1
      } else if inPattern < pattern.count, pattern[inPattern] == name[inName] {
        inPattern += 1
        inName += 1
      } else if let (atStar, from) = star {
        star = (atStar, from + 1)
        inPattern = atStar + 1
        inName = from + 1
      } else {
        return false
      }
    }
    return pattern[inPattern...].allSatisfy { $0 == "*" }
  }
}
