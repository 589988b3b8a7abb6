import PlanDocuments

/// The bullets under the headings of a playbook: `## Stalls`, `## Ask`.
struct PlaybookSections {
  /// By the heading in lower case; a bullet that goes on in further lines is one line here.
  private var bullets: [String: [String]] = [:]

  init(of document: PlanDocument) {
    let text = document.text
    let bodyStart = document.frontMatter?.span.end ?? 0
    var heading: String?
    for line in text.lineStarts.indices where text.lineStarts[line] >= bodyStart {
      let written = text.string(text.lineSpan(line))
      let words = written.trimmedBlanks
      if written.hasPrefix("#") {
        heading = words.drop { $0 == "#" }.trimmedBlanks.lowercased()
        continue
      }
      guard let heading, !words.isEmpty else { continue }
      if let mark = written.first, "-*+".contains(mark), written.dropFirst().first == " " {
        bullets[heading, default: []].append(written.dropFirst(2).trimmedBlanks)
      } else if written.hasPrefix(" "), let last = bullets[heading]?.popLast() {
        bullets[heading]?.append(last + " " + words)
      }
    }
  }

  func lines(of heading: String) -> [String] { bullets[heading] ?? [] }
}

extension PlanDocument {
  /// The remarks in the quotes of an item: each begins with its word (`Why:`) and may go on in further lines.
  ///
  /// A remark without a word says why.
  func reasons(of item: Int) -> [Playbook.Reason] {
    var reasons: [Playbook.Reason] = []
    for quote in quotes where quote.item == Int32(item) {
      var isFirst = true
      for line in lines(of: quote).map({ text.string($0) }) where !line.isEmpty && !line.hasPrefix(Self.also) {
        if let reason = Playbook.Reason(reading: line) {
          reasons.append(reason)
        } else if isFirst || reasons.isEmpty {
          reasons.append(Playbook.Reason(kind: .why, words: line))
        } else {
          reasons[reasons.count - 1].words += " " + line
        }
        isFirst = false
      }
    }
    return reasons
  }

  /// A quote in the item has a remark with its word, as drafts write them.
  func hasRemarks(of item: Int) -> Bool {
    quotes.filter { $0.item == Int32(item) }.flatMap { lines(of: $0) }
      .contains { Playbook.Reason(reading: text.string($0)) != nil }
  }

  private static let also = "Also:"

  /// What a step is called besides: one line, `Also: find an editor; proofreading`.
  func otherNames(of item: Int) -> [String] {
    quotes.filter { $0.item == Int32(item) }.flatMap { lines(of: $0) }.map { text.string($0) }
      .filter { $0.hasPrefix(Self.also) }
      .flatMap { $0.dropFirst(Self.also.count).split(separator: ";").map(\.trimmedBlanks) }.filter { !$0.isEmpty }
  }

  /// The boxes below an item that have no boxes of their own.
  func tasks(below item: Int) -> [Playbook.Task] {
    var tasks: [Playbook.Task] = []
    var index = item + 1
    while index < items.count, items[index].depth > items[item].depth {
      let isLeaf = index + 1 == items.count || items[index + 1].parent != Int32(index)
      if isLeaf, items[index].isInPlan {
        let effort = field(.effort, of: index).flatMap { try? Effort(reading: text.bytes[$0.value.range]) }
        tasks.append(Playbook.Task(title: title(of: index), minutes: effort?.middle))
      }
      index += 1
    }
    return tasks
  }

  /// Lines in an item's quotes that begin with a word near one of the remarks': `Cots: 20 EUR`.
  func misspeltRemarks(of item: Int) -> [String] {
    let known = Playbook.Reason.Kind.allCases.map(\.rawValue) + ["also"]
    return quotes.filter { $0.item == Int32(item) }.flatMap { lines(of: $0) }.map { text.string($0) }.compactMap {
      line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let word = line[..<colon].lowercased()
      guard word.allSatisfy(\.isLetter), word.count > 2, !known.contains(word) else { return nil }
      return NearestWords.to(word, in: known).isEmpty ? nil : String(line[..<colon])
    }
  }

  /// The file as a whole: its first byte.
  var wholePlace: Place { Place(path: text.path, span: ByteSpan(0, 0)) }
}

extension Playbook.Reason {
  /// Reads `Why: readers take two weeks.`; nil where it begins with none of the words.
  init?(reading line: String) {
    guard let colon = line.firstIndex(of: ":"), let kind = Kind(rawValue: line[..<colon].lowercased()) else {
      return nil
    }
    self.init(kind: kind, words: line[line.index(after: colon)...].trimmedBlanks)
  }
}
