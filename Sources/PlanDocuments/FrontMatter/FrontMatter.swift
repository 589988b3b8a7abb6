/// The front matter of one file: its top-level keys with their values as the text that stands there, untyped.
package struct FrontMatter: Hashable, Sendable {
  package struct Scalar: Hashable, Sendable {
    /// The bytes in the file, with the quotes where there are any.
    package var span: ByteSpan
    /// What it says: the plain text, or the text inside the quotes with its escapes read.
    package var text: String

    package init(span: ByteSpan, text: String) {
      self.span = span
      self.text = text
    }

    /// The bytes in the file of a part of the text's bytes; the whole where escapes make them differ.
    package func span(ofText range: Range<Int>) -> ByteSpan {
      let quotes = span.count - text.utf8.count
      guard quotes == 0 || quotes == 2 else { return span }
      let offset = Int(span.start) + quotes / 2
      return ByteSpan(offset + range.lowerBound, offset + range.upperBound)
    }
  }

  package enum Value: Hashable, Sendable {
    /// Nothing stands there (`due:`), or `~`, `null`.
    case empty
    case scalar(Scalar)
    /// `[a, b]` or a block list of scalars.
    case list([Scalar])
    /// A shape that the format does not have: a map, a list in a list. `[[note]]` unquoted is read as the scalar `[[note]]`.
    case other
  }

  package struct Entry: Hashable, Sendable {
    package var key: String
    package var keySpan: ByteSpan
    package var value: Value
    /// From the first byte of the value to its last; empty, after the colon, where there is none.
    package var valueSpan: ByteSpan

    package init(key: String, keySpan: ByteSpan, value: Value, valueSpan: ByteSpan) {
      self.key = key
      self.keySpan = keySpan
      self.value = value
      self.valueSpan = valueSpan
    }

    /// The values of a list, or the one value; none where nothing stands there or another shape.
    package var scalars: [Scalar] {
      switch value {
      case .scalar(let scalar): [scalar]
      case .list(let scalars): scalars
      case .empty, .other: []
      }
    }
  }

  /// The lines between the fences.
  package var span: ByteSpan
  /// In the order of the file.
  ///
  /// A key that stands twice stands here twice.
  package let entries: [Entry]
  /// The place of the first entry of each key, where there are too many to look through.
  private let places: [String: Int]?
  /// The YAML could not be read: `entries` is what was understood before the place, edits are refused.
  package var isBroken: Bool

  package init(span: ByteSpan, entries: [Entry], isBroken: Bool) {
    self.span = span
    self.entries = entries
    places =
      entries.count > FrontMatter.mostToLookThrough
      ? Dictionary(entries.indices.map { (entries[$0].key, $0) }, uniquingKeysWith: { first, _ in first }) : nil
    self.isBroken = isBroken
  }

  /// Up to so many keys comparing is faster than a table; nearly every note has fewer.
  private static let mostToLookThrough = 32

  /// The first entry of that key.
  package subscript(key: String) -> Entry? {
    if let places { return places[key].map { entries[$0] } }
    for index in entries.indices where entries[index].key == key { return entries[index] }
    return nil
  }
}
