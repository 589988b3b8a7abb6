/// Words with places to be filled: `{amount} of {subject|the subject} written`.
package enum SlotText {
  package struct Slot: Hashable, Sendable {
    package var key: String
    /// What is written where there is nothing to fill in.
    package var fallback: String?

    /// `33%` as 0.33.
    package var percent: Double? {
      key.last == "%" ? Double(key.dropLast()).map { $0 / 100 } : nil
    }
  }

  package static func slots(in text: String) -> [Slot] { parts(of: text).compactMap(\.slot) }

  /// The text with its slots filled; nil where one has neither a value nor a fallback.
  ///
  /// - Parameter isTitle: a slot at the beginning begins with a capital.
  package static func filled(_ text: String, isTitle: Bool, with value: (Slot) -> String?) -> String? {
    var result = ""
    for part in parts(of: text) {
      guard let slot = part.slot else {
        result += part.words
        continue
      }
      guard let words = value(slot) ?? slot.fallback else { return nil }
      result += result.isEmpty && isTitle ? words.prefix(1).uppercased() + words.dropFirst() : words
    }
    return result
  }

  private static func parts(of text: String) -> [(words: String, slot: Slot?)] {
    var parts: [(words: String, slot: Slot?)] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      parts.append((String(rest[..<open]), nil))
      let inside = rest[rest.index(after: open)..<close].split(separator: "|", maxSplits: 1)
      parts.append(
        ("", Slot(key: inside.first.map(String.init) ?? "", fallback: inside.count > 1 ? String(inside[1]) : nil)))
      rest = rest[rest.index(after: close)...]
    }
    parts.append((String(rest), nil))
    return parts
  }
}
