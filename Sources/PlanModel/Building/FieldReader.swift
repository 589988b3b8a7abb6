package import PlanDocuments

/// Reads the values of items' lines or of a file's front matter, and keeps a finding for each that cannot be read.
package struct FieldReader {
  package let document: PlanDocument
  /// The item whose line is read; nil reads the front matter.
  private var item: Int?
  package private(set) var findings: [Finding] = []
  /// Where reading the document has reported a value already.
  private lazy var reported = ReportedPlaces(document.findings.filter { $0.check == "bad-value" }.map(\.place.span))

  package init(_ document: PlanDocument) {
    self.document = document
  }

  /// Goes on with an item's line.
  package mutating func begin(item: Int) {
    self.item = item
    findTwice(item)
  }

  // MARK: Fields of a milestone, from where it is written

  /// The places of the fields to read: on the line, or in the front matter.
  package var fieldPositions: Range<Int> {
    item.map { document.items[$0].fields } ?? 0..<(document.frontMatter?.entries.count ?? 0)
  }

  /// What stands at a place; nil for what is no field.
  package func fieldName(at position: Int) -> FieldName? {
    if item != nil { return document.fields[position].name }
    return document.frontMatter.flatMap { FieldReader.names[$0.entries[position].key] }
  }

  package mutating func field<Value>(
    at position: Int, _ read: (ArraySlice<UInt8>) throws(BadValue) -> Value
  ) -> Value? {
    if item != nil { return line(document.fields[position], read) }
    return document.frontMatter.flatMap { value($0.entries[position], read) }
  }

  /// The references in `after`, with their places.
  package mutating func references(at position: Int) -> [DependencyReference] {
    if item != nil {
      let value = document.fields[position].value
      let bytes = document.text.bytes[value.range]
      if !bytes.isEmpty, Reference.isPlain(bytes) {
        return [DependencyReference(text: document.text.string(value), span: value)]
      }
      return Reference.list(in: bytes).map { reference, range in
        DependencyReference(text: reference.text, span: ByteSpan(range))
      }
    }
    guard let entry = document.frontMatter?.entries[position] else { return [] }
    if case .other = entry.value {
      report(BadValue("it takes a list, such as [research, outline]"), key: entry.key, at: entry.valueSpan)
    }
    return entry.scalars.flatMap { scalar in
      Reference.list(in: scalar.text.valueBytes).map { reference, range in
        DependencyReference(text: reference.text, span: scalar.span(ofText: range))
      }
    }
  }

  private static let names: [String: FieldName] = Dictionary(
    uniqueKeysWithValues: FieldTable.rows.filter(\.isWritable).map { ($0.name.key, $0.name) })

  // MARK: Values

  /// The value of one field on a line.
  mutating func line<Value>(_ field: LineField, _ read: (ArraySlice<UInt8>) throws(BadValue) -> Value) -> Value? {
    guard !field.value.isEmpty else { return nil }
    do throws(BadValue) {
      return try read(document.text.bytes[field.value.range])
    } catch {
      // A slip that reading the line has already reported.
      if reported.overlap(field.value) { return nil }
      let fits = error.suggestion?.utf8.contains(UInt8(ascii: " ")) == false || field.spelling != .own
      report(error, key: field.name.key, at: field.value, replacing: fits ? field.value : nil)
      return nil
    }
  }

  /// One value of the front matter.
  package mutating func value<Value>(_ key: String, _ read: (ArraySlice<UInt8>) throws(BadValue) -> Value) -> Value? {
    guard let entry = document.frontMatter?[key] else { return nil }
    return value(entry, read)
  }

  private mutating func value<Value>(
    _ entry: FrontMatter.Entry, _ read: (ArraySlice<UInt8>) throws(BadValue) -> Value
  ) -> Value? {
    switch entry.value {
    case .empty: return nil
    case .scalar(let scalar): return self.scalar(scalar, entry.key, read)
    case .list(let scalars) where scalars.count == 1: return self.scalar(scalars[0], entry.key, read)
    case .list, .other:
      report(BadValue("it takes one value"), key: entry.key, at: entry.valueSpan)
      return nil
    }
  }

  /// The values of a list in the front matter, or of its one value.
  mutating func list<Value>(_ key: String, _ read: (ArraySlice<UInt8>) throws(BadValue) -> Value) -> [Value] {
    guard let entry = document.frontMatter?[key] else { return [] }
    switch entry.value {
    case .empty: return []
    case .scalar(let scalar): return self.scalar(scalar, key, read).map { [$0] } ?? []
    case .list(let scalars): return scalars.compactMap { self.scalar($0, key, read) }
    case .other:
      report(BadValue("it takes a value, or a list of them"), key: key, at: entry.valueSpan)
      return []
    }
  }

  /// The text of one value of the front matter; nil where nothing stands there.
  package func text(_ key: String) -> String? {
    guard case .scalar(let scalar) = document.frontMatter?[key]?.value, !scalar.text.isEmpty else { return nil }
    return scalar.text
  }

  private mutating func scalar<Value>(
    _ scalar: FrontMatter.Scalar, _ key: String, _ read: (ArraySlice<UInt8>) throws(BadValue) -> Value
  ) -> Value? {
    guard !scalar.text.isEmpty else { return nil }
    do throws(BadValue) {
      return try read(scalar.text.valueBytes)
    } catch {
      report(error, key: key, at: scalar.span, replacing: scalar.span)
      return nil
    }
  }

  /// Reports the fields that stand twice on an item's line; the first one counts.
  mutating func findTwice(_ item: Int) {
    var seen: UInt32 = 0
    var first: [FieldName: ByteSpan]?
    for position in document.items[item].fields {
      let field = document.fields[position]
      let bit: UInt32 = 1 << UInt32(field.name.rawValue)
      defer { seen |= bit }
      // An id and a block id may stand side by side: other tools write the latter.
      guard seen & bit != 0, field.name != .id, FieldTable[field.name].isWritable else { continue }
      let places =
        first
        ?? Dictionary(
          document.fields[document.items[item].fields].map { ($0.name, $0.span) }, uniquingKeysWith: { one, _ in one })
      first = places
      findings.append(
        Finding(
          check: "bad-value", severity: .error, place: Place(path: document.text.path, span: field.span),
          message: "`\(field.name.key)` stands twice; the first one counts. Keep one.",
          related: places[field.name].map { [("the first one", Place(path: document.text.path, span: $0))] } ?? []))
    }
  }

  /// Reports a value that cannot be read; where it is known what is meant, with the fix.
  mutating func report(_ bad: BadValue, key: String, at span: ByteSpan, replacing: ByteSpan? = nil) {
    let text = document.text
    let shown = text.string(span)
    var message = "`\(shown)` isn't a value for `\(key)`: \(bad.reason)."
    var fix: FileChange?
    if let suggestion = bad.suggestion {
      message += " Write `\(suggestion)`."
      if let replacing, let bytes = text.spelling(of: suggestion, instead: replacing) {
        fix = FileChange(of: text, edits: [TextEdit(span: replacing, new: bytes)])
      }
    }
    findings.append(
      Finding(
        check: "bad-value", severity: .error, place: Place(path: text.path, span: span), message: message, fix: fix))
  }
}

/// Stretches of a file, to be asked for those that overlap another.
private struct ReportedPlaces {
  private let starts: [Int32]
  /// For each the furthest end of it and of those before it.
  private let ends: [Int32]

  init(_ spans: [ByteSpan]) {
    let sorted = spans.sorted { $0.start < $1.start }
    starts = sorted.map(\.start)
    var furthest: Int32 = 0
    ends = sorted.map { span in
      furthest = max(furthest, span.end, span.start + 1)
      return furthest
    }
  }

  /// - Parameter span: not empty.
  func overlap(_ span: ByteSpan) -> Bool {
    // The number of those that begin before the span's end.
    var (count, beyond) = (0, starts.count)
    while count < beyond {
      let middle = (count + beyond) / 2
      if starts[middle] < span.end { count = middle + 1 } else { beyond = middle }
    }
    return count > 0 && ends[count - 1] > span.start
  }
}

extension SourceText {
  /// A new value in the spelling of the one that it replaces: in its quotes, or plain where that means the same in YAML.
  func spelling(of value: String, instead span: ByteSpan) -> String? {
    guard let first = bytes[span.range].first else { return nil }
    if first == UInt8(ascii: "\"") {
      return value.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") } ? nil : "\"" + value + "\""
    }
    if first == UInt8(ascii: "'") { return value.contains("'") ? nil : "'" + value + "'" }
    return value.utf8.allSatisfy(\.isPlainInYAML) && !value.contains(": ") ? value : nil
  }
}

extension UInt8 {
  /// Stands for itself in a plain scalar; a colon does where no blank follows, as in `06:00`.
  fileprivate var isPlainInYAML: Bool {
    self > 0x7F || isLetterOrDigitByte || " -./>:%_+".utf8.contains(self)
  }

  private var isLetterOrDigitByte: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
  }
}
