import CArena
import CMark
import CYAML

/// How much of a note is read.
package enum ReadingExtent: Sendable {
  /// A note that is no goal, milestone, playbook or `mm.md` is told apart from its first lines and left unread.
  case planNotes
  /// Every note is read, its boxes and its front matter, whatever it is.
  case everyNote
}

/// Turns bytes into documents.
///
/// One reader a thread: it keeps working memory between files.
package struct DocumentReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let memory: UnsafeMutablePointer<cmark_mem>
  private var masked: [UInt8] = []

  package init() {
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    memory = .allocate(capacity: 1)
    memory.initialize(
      to: cmark_mem(calloc: mm_arena_calloc, realloc: mm_arena_realloc, free: mm_arena_free))
  }

  deinit {
    parser.deallocate()
    memory.deallocate()
  }

  /// Reads one file.
  ///
  /// Never fails: what cannot be read is a finding.
  package mutating func document(from text: SourceText, extent: ReadingExtent = .planNotes) -> PlanDocument {
    let isSettings = text.path.bytes.elementsEqual("mm.md".utf8)
    let fences = FrontMatterFences.find(in: text)
    let mayBePlan = isSettings || fences?.mayNameAPlan(in: text) ?? false
    var document = PlanDocument(text: text, kind: .other, frontMatter: nil)
    guard mayBePlan || extent == .everyNote else {
      document.findings += [UnreadPlan.finding(in: text, isSettings: false, fences: fences)].compactMap(\.self)
      return document
    }
    var trouble: FrontMatterReader.Trouble?
    if let fences {
      (document.frontMatter, trouble) = FrontMatterReader.read(text, fences: fences, parser: parser, masked: &masked)
    }
    document.kind = isSettings ? .settings : NoteKind(of: document.frontMatter)
    if extent == .planNotes, document.kind == .other || isSettings && UnreadPlan.holdsNoSetting(document) {
      document.findings += [UnreadPlan.finding(in: text, isSettings: isSettings, fences: fences)].compactMap(\.self)
    }
    guard document.kind != .other || extent == .everyNote else { return document }
    if document.kind != .other, document.findings.isEmpty { report(trouble, in: &document) }
    document.conflict = ConflictMarkers.first(in: text)
    if let conflict = document.conflict {
      document.findings.append(
        Finding(
          check: "conflict-markers", severity: .error, place: Place(path: text.path, span: conflict),
          message: "Two versions of this note were merged and this is where they meet. Keep one, take the marks out; "
            + "until then `mm` changes nothing here."))
    }
    readBody(of: &document, fences: fences, extent: extent)
    return document
  }

  private mutating func readBody(of document: inout PlanDocument, fences: FrontMatterFences?, extent: ReadingExtent) {
    let scope: BlockReader.Scope
    switch document.kind {
    case .goal, .playbook: scope = .section
    case .milestone: scope = .everything
    case .settings, .other:
      guard extent == .everyNote else { return }
      scope = .nothing
    }
    let text = document.text
    var blocks = BlockReader(
      text, bodyStart: fences?.bodyStart(in: text) ?? text.markLength, bodyLine: fences?.bodyLine ?? 0, scope: scope)
    blocks.read(memory: memory)
    document.items = blocks.items
    document.quotes = blocks.quotes
    document.fields = blocks.fields.found
    if document.kind != .other {
      document.findings += blocks.boxSlips
      for slip in blocks.fields.slips {
        guard let finding = slip.finding(in: text) else { continue }
        document.findings.append(finding)
        document.slips.append((slip.name, slip.start))
      }
    }
  }

  private func report(_ trouble: FrontMatterReader.Trouble?, in document: inout PlanDocument) {
    let path = document.text.path
    if let trouble {
      document.findings.append(
        Finding(
          check: "bad-front-matter", severity: .error,
          place: Place(path: path, span: ByteSpan(trouble.offset, trouble.offset)), message: trouble.message,
          fix: trouble.fix.map { FileChange(of: document.text, edits: [$0]) }))
    }
    guard let frontMatter = document.frontMatter else { return }
    for entry in frontMatter.entries {
      if let finding = Self.lostText(after: entry, in: document.text) { document.findings.append(finding) }
      guard let first = frontMatter[entry.key], first.keySpan != entry.keySpan else { continue }
      document.findings.append(
        Finding(
          check: "bad-value", severity: .error, place: Place(path: path, span: entry.keySpan),
          message: "`\(entry.key)` stands twice; the first one counts. Keep one.",
          related: [("the first one", Place(path: path, span: first.keySpan))]))
    }
  }
}

extension DocumentReader {
  /// The keys whose value is a sentence.
  private static let sentences: Set = [
    "goal", "milestone", "playbook", "success", "origin", "constraints", "obstacles",
  ]

  /// A sentence that YAML cuts at ` #`, where no blank follows as it does in comments that people write.
  private static func lostText(after entry: FrontMatter.Entry, in text: SourceText) -> Finding? {
    guard sentences.contains(entry.key) else { return nil }
    let bytes = text.bytes
    let line = text.lineSpan(text.line(of: Int(entry.keySpan.start)))
    let start = bytes.skippingBlanks(from: Int(entry.keySpan.end) + 1, before: Int(line.end))
    let end = entry.valueSpan.isEmpty ? start : Int(entry.valueSpan.end)
    guard line.range.contains(start), line.range.contains(end), !"\"'[{|>&*!".utf8.contains(bytes[start]) else {
      return nil
    }
    let hash = bytes.skippingBlanks(from: end, before: Int(line.end))
    guard hash + 1 < line.end, bytes[hash] == UInt8(ascii: "#"), !bytes[hash + 1].isBlank,
      bytes[hash + 1] != bytes[hash]
    else { return nil }
    let whole = bytes.trimmed(ByteSpan(start, Int(line.end)))
    let words = text.string(whole)
    guard let quoted = YAMLText.written(words, quotes: words.contains { $0 == "\"" || $0 == "\\" } ? .single : .double)
    else { return nil }
    return Finding(
      check: "bad-value", severity: .warning, place: Place(path: text.path, span: ByteSpan(hash, Int(whole.end))),
      message: "`\(entry.key)` ends before `#`: what follows is read as a comment. Put quotes around the whole text.",
      fix: FileChange(of: text, edits: [TextEdit(span: whole, new: quoted)]))
  }
}

extension NoteKind {
  /// What the keys of its front matter make of a note.
  init(of frontMatter: FrontMatter?) {
    var kind = NoteKind.other
    for entry in frontMatter?.entries ?? [] {
      switch entry.key {
      case "milestone":
        self = .milestone
        return
      case "goal": kind = .goal
      case "playbook" where kind == .other: kind = .playbook
      default: continue
      }
    }
    self = kind
  }
}

extension PlanDocument {
  /// Reads one file; for many, keep a `DocumentReader`.
  package init(reading text: SourceText, extent: ReadingExtent = .planNotes) {
    var reader = DocumentReader()
    self = reader.document(from: text, extent: extent)
  }
}
