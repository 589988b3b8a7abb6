import CArena
import CMark

/// Finds the checkbox items and their quotes in a note's body.
///
/// cmark says which lines begin which blocks; its start lines are right, its columns and ends are not, so everything else
/// is read from the bytes. The walk is a loop, since a line can open fifty thousand lists.
struct BlockReader: ~Copyable {
  /// What decides whether a box belongs to the plan.
  enum Scope {
    case section, everything, nothing
  }

  private let text: SourceText
  private let bodyStart: Int
  private let bodyLine: Int
  private let scope: Scope
  private(set) var items: [NoteItem] = []
  private(set) var quotes: [NoteQuote] = []
  private(set) var fields: FieldScanner
  private(set) var boxSlips: [Finding] = []

  /// A checkbox item or a quote that the walk is inside of.
  private struct Frame {
    var node: OpaquePointer
    /// The index in `items`; nil for a quote.
    var item: Int?
    /// The index in `quotes`, for a quote that holds a milestone's reasons.
    var quote: Int?
    /// What `quotesAroundItem` was outside.
    var quotesAroundOuterItem = 0
  }

  private var frames: [Frame] = []
  private var itemDepth = 0
  private var quoteDepth = 0
  /// How many quotes are open around the innermost item: one more is a quote of its own.
  private var quotesAroundItem = 0
  private var innermostItem = -1
  /// The level of the heading `Milestones` that the walk is under.
  private var section: Int32?
  /// The item whose first paragraph comes next.
  private var itemBeforeParagraph = -1
  /// The item whose first paragraph was the last block seen.
  private var itemOfParagraph = -1
  /// The first line of the last block seen, if that was a paragraph.
  private var paragraphLine: Int?

  /// `bodyStart` is the first byte of the body, in the line `bodyLine` (from 0).
  init(_ text: SourceText, bodyStart: Int, bodyLine: Int, scope: Scope) {
    self.text = text
    self.bodyStart = bodyStart
    self.bodyLine = bodyLine
    self.scope = scope
    fields = FieldScanner(text)
    comments = BlockComments.lines(of: text, from: bodyLine)
  }

  /// The lines of comments, which hold nothing of the plan.
  private let comments: Set<Int>

  /// Reads the blocks.
  mutating func read(memory: UnsafeMutablePointer<cmark_mem>) {
    guard bodyStart < text.bytes.count else { return }
    defer { mm_arena_reset() }
    let parser = cmark_parser_new_with_mem(0, memory)
    MaskedBody.bytes(of: text, start: bodyStart, line: bodyLine, hiding: comments).withUnsafeBytes { raw in
      cmark_parser_feed(parser, raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count)
    }
    guard let root = cmark_parser_finish(parser) else { return }
    // Most goals have no more boxes than this, and growing step by step would move them six times.
    items.reserveCapacity(min(64, text.lineStarts.count - bodyLine))
    walk(root)
  }

  private mutating func walk(_ root: OpaquePointer) {
    var node = cmark_node_first_child(root)
    while let current = node {
      let type = cmark_node_get_type(current)
      visit(current, type, in: root)
      let isContainer = type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM || type == CMARK_NODE_BLOCK_QUOTE
      if isContainer, let child = cmark_node_first_child(current) {
        node = child
      } else {
        node = following(current, root)
      }
      if let node { settle(before: line(of: node)) } else { settle(before: text.lineStarts.count) }
    }
  }

  /// The next node in the order of the file that is not inside `node`.
  ///
  /// Frames of what is left on the way are kept for `settle`, which knows where they end.
  private mutating func following(_ node: OpaquePointer, _ root: OpaquePointer) -> OpaquePointer? {
    var left = node
    while true {
      if openFrames > 0, frames[openFrames - 1].node == left { openFrames -= 1 }
      if let next = cmark_node_next(left) { return next }
      guard let parent = cmark_node_parent(left), parent != root else { return nil }
      left = parent
    }
  }

  /// The frames that the walk is still inside of; those after have been left and wait for their end.
  private var openFrames = 0

  private func line(of node: OpaquePointer) -> Int {
    min(bodyLine + Int(cmark_node_get_start_line(node)) - 1, text.lineStarts.count - 1)
  }

  private func lineRange(_ line: Int) -> Range<Int> {
    let span = text.lineSpan(line)
    return max(Int(span.start), bodyStart)..<max(Int(span.end), bodyStart)
  }

  // MARK: Blocks

  private mutating func visit(_ node: OpaquePointer, _ type: cmark_node_type, in root: OpaquePointer) {
    paragraphLine = nil
    switch type {
    case CMARK_NODE_ITEM:
      itemBeforeParagraph = -1
      visitItem(node)
    case CMARK_NODE_PARAGRAPH:
      paragraphLine = line(of: node)
      if itemBeforeParagraph < 0 { noteSlip(in: lineRange(line(of: node))) }
      itemOfParagraph = itemBeforeParagraph
      itemBeforeParagraph = -1
    case CMARK_NODE_BLOCK_QUOTE:
      visitQuote(node)
    case CMARK_NODE_HEADING where scope == .section && cmark_node_parent(node) == root:
      visitHeading(node)
    default:
      break
    }
  }

  private mutating func visitItem(_ node: OpaquePointer) {
    guard let child = cmark_node_first_child(node), cmark_node_get_type(child) == CMARK_NODE_PARAGRAPH,
      cmark_node_get_start_line(child) == cmark_node_get_start_line(node)
    else { return }
    let line = lineRange(line(of: node))
    guard let box = Checkbox.find(in: text.bytes, line: line) else { return }
    let item = NoteItem(
      mark: Int32(box.mark), markLength: UInt8(box.markLength),
      state: Checkbox.state(ofMark: text.bytes[box.mark], length: box.markLength), isInPlan: isInPlan,
      depth: Int16(clamping: itemDepth), parent: Int32(innermostItem), paragraph: ByteSpan(box.end, line.upperBound),
      fieldsStart: Int32(fields.found.count), fieldsEnd: Int32(fields.found.count), end: Int32(line.upperBound))
    itemBeforeParagraph = items.count
    enter(Frame(node: node, item: items.count, quotesAroundOuterItem: quotesAroundItem))
    quotesAroundItem = quoteDepth
    innermostItem = items.count
    itemDepth += 1
    items.append(item)
  }

  private var isInPlan: Bool {
    switch scope {
    case .everything: true
    case .section: section != nil
    case .nothing: false
    }
  }

  /// Notes a box with a slip, where a box would be part of the plan.
  private mutating func noteSlip(in line: Range<Int>) {
    guard isInPlan, let (span, right) = Checkbox.slip(in: text.bytes, line: line) else { return }
    boxSlips.append(
      Finding(
        check: "bad-value", severity: .warning, place: Place(path: text.path, span: span),
        message: "`\(text.string(span))` is no checkbox, so this is no milestone and no task. Write `\(right)`.",
        fix: FileChange(of: text, edits: [TextEdit(span: span, new: right)])))
  }

  /// A marker without a blank after it begins no item: its line goes on with the paragraph above.
  private mutating func noteSlips(after first: Int, to end: Int) {
    guard isInPlan else { return }
    var line = first + 1
    while line < text.lineStarts.count, Int(text.lineStarts[line]) < end {
      noteSlip(in: lineRange(line))
      line += 1
    }
  }

  private mutating func visitQuote(_ node: OpaquePointer) {
    var frame = Frame(node: node)
    if innermostItem >= 0, quoteDepth == quotesAroundItem {
      let line = lineRange(line(of: node))
      let start = quoteMark(in: line) ?? line.lowerBound
      frame.quote = quotes.count
      quotes.append(NoteQuote(item: Int32(innermostItem), span: ByteSpan(start, line.upperBound)))
    }
    enter(frame)
    quoteDepth += 1
  }

  /// The `>` of the innermost quote that begins in a line.
  private func quoteMark(in line: Range<Int>) -> Int? {
    var outer = quoteDepth
    for index in line where text.bytes[index] == UInt8(ascii: ">") {
      if outer == 0 { return index }
      outer -= 1
    }
    return nil
  }

  private mutating func visitHeading(_ node: OpaquePointer) {
    let level = cmark_node_get_heading_level(node)
    if let current = section, level <= current { section = nil }
    if section == nil, MilestonesHeading.stands(in: text, line: line(of: node), bodyStart: bodyStart) {
      section = level
    }
  }

  private mutating func enter(_ frame: Frame) {
    frames.append(frame)
    openFrames = frames.count
  }

  // MARK: Ends

  /// Gives the blocks that have ended their ends, now that it is known in which line the next one begins.
  private mutating func settle(before next: Int) {
    guard itemOfParagraph >= 0 || frames.count > openFrames else { return }
    let end: Int
    var titleEnd: Int?
    if let paragraphLine {
      end = paragraphEnd(from: paragraphLine, before: next)
      if itemOfParagraph >= 0 { titleEnd = self.titleEnd(from: paragraphLine, before: next) }
      noteSlips(after: paragraphLine, to: end)
    } else if frames.count > openFrames {
      end = lastTextEnd(before: next)
    } else {
      return
    }
    if itemOfParagraph >= 0 {
      let item = itemOfParagraph
      itemOfParagraph = -1
      let start = Int(items[item].paragraph.start)
      items[item].paragraph = ByteSpan(start, max(start, titleEnd ?? end))
      // In a goal the outermost boxes are milestones, and those carry no bare hours.
      let isTask = scope != .section || items[item].parent >= 0
      fields.scan(items[item].paragraph, allowsBareHours: isTask)
      items[item].fieldsEnd = Int32(fields.found.count)
    }
    while frames.count > openFrames, let frame = frames.popLast() {
      if let item = frame.item {
        items[item].end = max(items[item].paragraph.end, Int32(end))
        innermostItem = Int(items[item].parent)
        quotesAroundItem = frame.quotesAroundOuterItem
        itemDepth -= 1
      } else {
        quoteDepth -= 1
      }
      if let quote = frame.quote {
        let start = Int(quotes[quote].span.start)
        quotes[quote].span = ByteSpan(start, max(start, end))
      }
    }
  }

  /// The end of a paragraph that begins in `first`: before the next block, and before the first empty line.
  private func paragraphEnd(from first: Int, before next: Int) -> Int {
    var last = first
    while last + 1 < next, !isEmpty(last + 1) { last += 1 }
    return lineRange(last).upperBound
  }

  /// The end of an item's title: before a line that is indented no deeper than the item, which people mean as a new
  /// paragraph, and before another tool's properties (`collapsed:: true`).
  private func titleEnd(from first: Int, before next: Int) -> Int {
    let item = indentation(first)
    var last = first
    while last + 1 < next, !isEmpty(last + 1), quoteDepth > 0 || indentation(last + 1) > item,
      !OtherProperties.stand(in: text, line: last + 1)
    {
      last += 1
    }
    return lineRange(last).upperBound
  }

  /// The columns of blanks at a line's beginning.
  private func indentation(_ line: Int) -> Int {
    var columns = 0
    for index in lineRange(line) {
      guard text.bytes[index].isBlank else { break }
      columns += text.bytes[index] == .tab ? 4 - columns % 4 : 1
    }
    return columns
  }

  /// The end of the last line before `next` that holds anything.
  private func lastTextEnd(before next: Int) -> Int {
    var last = next - 1
    while last > bodyLine, isEmpty(last) { last -= 1 }
    return lineRange(last).upperBound
  }

  /// Nothing stands in the line; within quotes, nothing but their marks.
  private func isEmpty(_ line: Int) -> Bool {
    if !comments.isEmpty, comments.contains(line) { return true }
    for index in lineRange(line) {
      let byte = text.bytes[index]
      if !byte.isBlank, byte != UInt8(ascii: ">") || quoteDepth == 0 { return false }
    }
    return true
  }
}
