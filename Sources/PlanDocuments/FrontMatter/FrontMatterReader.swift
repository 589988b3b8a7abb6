import CYAML

/// Reads the lines between the fences as YAML events, each value as the text that stands there.
///
/// libyaml counts characters and has line ends of its own (U+0085, U+2028). It is therefore given a copy in which every
/// byte that is not plain ASCII is the letter `q`: its index is then a byte offset, and no encoding can stop it. Plain
/// values are cut from the file itself, and in those that libyaml has to join or unescape the letters are put back.
struct FrontMatterReader {
  static let largestBlock = 256 * 1024
  static let deepestNesting = 64
  static let mostNodes = 10_000

  private let text: SourceText
  private let content: ByteSpan
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let isMasked: Bool
  private var nodes = 0

  /// What went wrong, and where.
  struct Trouble: Error {
    var offset: Int
    var message: String
    var fix: TextEdit?
  }

  /// The block's entries, or, where it is no YAML, what simple lines say and what is wrong.
  ///
  /// `masked` is working memory.
  static func read(
    _ text: SourceText, fences: FrontMatterFences, parser: UnsafeMutablePointer<yaml_parser_t>, masked: inout [UInt8]
  ) -> (frontMatter: FrontMatter, trouble: Trouble?) {
    let content = fences.content
    func broken(_ trouble: Trouble) -> (FrontMatter, Trouble?) {
      let entries = content.count > largestBlock ? [] : PlainKeys.entries(in: text, content: content)
      return (FrontMatter(span: content, entries: entries, isBroken: true), trouble)
    }
    guard fences.isClosed else {
      return broken(
        Trouble(
          offset: text.markLength, message: "The front matter is not closed. Write a line `---` below its last key."))
    }
    guard content.count <= largestBlock else {
      return broken(
        Trouble(offset: Int(content.start), message: "The front matter is larger than 256 kB. Move text below its end.")
      )
    }
    let isMasked = mask(text.bytes, content, into: &masked)
    return text.bytes.withUnsafeBufferPointer { original in
      masked.withUnsafeBufferPointer { copy in
        guard yaml_parser_initialize(parser) == 1 else { return broken(Trouble(offset: 0, message: "Out of memory.")) }
        defer { yaml_parser_delete(parser) }
        let start = isMasked ? copy.baseAddress : original.baseAddress.map { $0 + Int(content.start) }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, start, content.count)
        var reader = FrontMatterReader(text: text, content: content, parser: parser, isMasked: isMasked)
        do throws(Trouble) {
          return (FrontMatter(span: content, entries: try reader.entries(), isBroken: false), nil)
        } catch {
          return broken(error)
        }
      }
    }
  }

  private init(
    text: SourceText, content: ByteSpan, parser: UnsafeMutablePointer<yaml_parser_t>, isMasked: Bool
  ) {
    self.text = text
    self.content = content
    self.parser = parser
    self.isMasked = isMasked
  }

  /// Copies the block with `q` for every byte but printable ASCII, tabs and line ends; false, and no copy, if there is none.
  private static func mask(_ bytes: [UInt8], _ content: ByteSpan, into masked: inout [UInt8]) -> Bool {
    func isPlain(_ byte: UInt8) -> Bool { byte &- 0x20 < 0x5F || byte.isWhiteSpace }
    guard !bytes[content.range].allSatisfy(isPlain) else { return false }
    masked.removeAll(keepingCapacity: true)
    for index in content.range { masked.append(isPlain(bytes[index]) ? bytes[index] : UInt8(ascii: "q")) }
    return true
  }

  // MARK: Events

  private mutating func next() throws(Trouble) -> yaml_event_t {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else {
      throw YAMLProblems.trouble(of: parser.pointee, in: text, content)
    }
    nodes += 1
    guard nodes <= Self.mostNodes else {
      yaml_event_delete(&event)
      throw Trouble(offset: start(of: event), message: "The front matter holds more values than any plan needs.")
    }
    return event
  }

  private func start(of event: yaml_event_t) -> Int {
    min(Int(content.start) + event.start_mark.index, Int(content.end))
  }
  private func end(of event: yaml_event_t) -> Int { min(Int(content.start) + event.end_mark.index, Int(content.end)) }

  private mutating func entries() throws(Trouble) -> [FrontMatter.Entry] {
    var entries: [FrontMatter.Entry] = []
    while true {
      var event = try next()
      defer { yaml_event_delete(&event) }
      switch event.type {
      case YAML_STREAM_END_EVENT:
        return entries
      case YAML_STREAM_START_EVENT, YAML_DOCUMENT_END_EVENT:
        continue
      case YAML_DOCUMENT_START_EVENT:
        guard entries.isEmpty else {
          throw Trouble(offset: start(of: event), message: "The front matter begins a second time here.")
        }
      case YAML_MAPPING_START_EVENT:
        entries.reserveCapacity(12)
        try readMapping(into: &entries)
      default:
        if event.type == YAML_SCALAR_EVENT, event.start_mark.index == event.end_mark.index { continue }
        throw Trouble(
          offset: start(of: event), message: "The front matter is not made of keys and values, as in `due: 2026-07-19`."
        )
      }
    }
  }

  private mutating func readMapping(into entries: inout [FrontMatter.Entry]) throws(Trouble) {
    while true {
      var event = try next()
      defer { yaml_event_delete(&event) }
      if event.type == YAML_MAPPING_END_EVENT { return }
      let key = try readValue(event, depth: 1)
      let name =
        if case .scalar(let scalar) = key.value { scalar.text } else { text.string(key.span) }
      var valueEvent = try next()
      defer { yaml_event_delete(&valueEvent) }
      let value = try readValue(valueEvent, depth: 1)
      entries.append(FrontMatter.Entry(key: name, keySpan: key.span, value: value.value, valueSpan: value.span))
    }
  }

  private mutating func readValue(
    _ event: yaml_event_t, depth: Int
  ) throws(Trouble) -> (value: FrontMatter.Value, span: ByteSpan) {
    guard depth <= Self.deepestNesting else {
      throw Trouble(offset: start(of: event), message: "The front matter is nested deeper than any plan needs.")
    }
    switch event.type {
    case YAML_SCALAR_EVENT:
      return scalar(event)
    case YAML_SEQUENCE_START_EVENT:
      return try readList(event, depth: depth)
    case YAML_MAPPING_START_EVENT:
      return (.other, try skipMapping(event, depth: depth))
    default:
      // An alias: never followed.
      return (.other, ByteSpan(start(of: event), end(of: event)))
    }
  }

  private mutating func readList(
    _ event: yaml_event_t, depth: Int
  ) throws(Trouble) -> (value: FrontMatter.Value, span: ByteSpan) {
    let first = start(of: event)
    let isFlow = event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
    var last = end(of: event)
    var children = 0
    var scalars: [FrontMatter.Scalar] = []
    var onlyChild: (value: FrontMatter.Value, span: ByteSpan)?
    while true {
      var child = try next()
      defer { yaml_event_delete(&child) }
      if child.type == YAML_SEQUENCE_END_EVENT {
        // The end of a block list is only noticed at the next key.
        if isFlow { last = end(of: child) }
        break
      }
      let read = try readValue(child, depth: depth + 1)
      last = max(last, Int(read.span.end))
      onlyChild = children == 0 ? read : nil
      children += 1
      switch read.value {
      case .scalar(let scalar): scalars.append(scalar)
      case .empty: scalars.append(FrontMatter.Scalar(span: read.span, text: text.string(read.span)))
      case .list, .other: continue
      }
    }
    let span = ByteSpan(first, last)
    // `[[note]]`, which to YAML is a list in a list.
    if isFlow, case .list? = onlyChild?.value, let child = onlyChild, Int(child.span.start) == first + 1,
      Int(child.span.end) == last - 1, text.bytes[first + 1] == UInt8(ascii: "[")
    {
      return (.scalar(FrontMatter.Scalar(span: span, text: text.string(span))), span)
    }
    return (children == scalars.count ? .list(scalars) : .other, span)
  }

  private mutating func skipMapping(_ event: yaml_event_t, depth: Int) throws(Trouble) -> ByteSpan {
    let first = start(of: event)
    let isFlow = event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
    var last = end(of: event)
    while true {
      var child = try next()
      defer { yaml_event_delete(&child) }
      if child.type == YAML_MAPPING_END_EVENT {
        return ByteSpan(first, isFlow ? end(of: child) : last)
      }
      last = max(last, Int(try readValue(child, depth: depth + 1).span.end))
    }
  }

  // MARK: Scalars

  private func scalar(_ event: yaml_event_t) -> (value: FrontMatter.Value, span: ByteSpan) {
    let first = start(of: event)
    var last = end(of: event)
    let style = event.data.scalar.style
    let isBlock = style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE
    if isBlock { while last > first, text.bytes[last - 1].isWhiteSpace { last -= 1 } }
    let span = ByteSpan(first, last)
    if span.isEmpty { return (.empty, span) }
    let isPlain = style == YAML_PLAIN_SCALAR_STYLE
    let isDecorated = event.data.scalar.anchor != nil || event.data.scalar.tag != nil
    if isPlain, !isDecorated, event.start_mark.line == event.end_mark.line {
      let string = text.string(span)
      if span.count <= 4, ["~", "null", "Null", "NULL"].contains(string) { return (.empty, span) }
      return (.scalar(FrontMatter.Scalar(span: span, text: string)), span)
    }
    return (.scalar(FrontMatter.Scalar(span: span, text: value(of: event, in: span))), span)
  }

  /// What a joined or unescaped scalar says, with the bytes put back for which libyaml was given a `q`: it keeps their
  /// order, so the last `q` of its text is the last such byte, or `q`, of the file, and so on to the first. (Counted from
  /// the end, since an anchor or a tag may stand before the value.)
  private func value(of event: yaml_event_t, in span: ByteSpan) -> String {
    let read = UnsafeBufferPointer(start: event.data.scalar.value, count: event.data.scalar.length)
    guard isMasked else { return String(decoding: read, as: UTF8.self) }
    func isHidden(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "q") || !(byte &- 0x20 < 0x5F || byte.isWhiteSpace) }
    let hidden = text.bytes[span.range].filter(isHidden)
    var result: [UInt8] = []
    var index = hidden.count - read.count { $0 == UInt8(ascii: "q") }
    for byte in read {
      if byte == UInt8(ascii: "q"), hidden.indices.contains(index) {
        result.append(hidden[index])
        index += 1
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
