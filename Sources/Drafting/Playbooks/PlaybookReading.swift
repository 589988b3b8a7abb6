package import PlanDocuments
import PlanModel

extension Playbook {
  /// The playbook that a document with `playbook:` holds; nil for any other document.
  package init?(reading document: PlanDocument) {
    guard document.kind == .playbook else { return nil }
    var reader = FieldReader(document)
    let sections = PlaybookSections(of: document)
    self.init(
      name: document.text.path.noteName, title: reader.text("playbook") ?? document.text.path.noteName,
      match: Playbook.texts("match", document), success: reader.text("success"), isGeneral: false,
      sources: Playbook.texts("sources", document), milestones: [], stalls: [], asks: [], findings: document.findings)
    lasts = reader.value("lasts") { bytes throws(BadValue) in try Wait(reading: bytes) }
    whole = reader.value("effort") { bytes throws(BadValue) in try Effort(reading: bytes) }
    measure = reader.value("amount") { bytes throws(BadValue) in try Measure(reading: bytes) }
    isGeneral = reader.value("general") { bytes throws(BadValue) in try WordReading.yesOrNo(bytes) } ?? false
    isBroad = reader.value("broad") { bytes throws(BadValue) in try WordReading.yesOrNo(bytes) } ?? false
    // Playbooks that an earlier version saved say it in their sources.
    hasSpentHours = reader.text("hours") == "spent" || sources.contains { $0.contains("hours as spent in") }
    hints = Playbook.texts("hints", document)
    against = Playbook.texts("against", document)
    levels = Playbook.texts("levels", document)
    facts = Playbook.texts("facts", document)
    readStart(sections)
    readLevels(reader.text("usual"), aim: reader.text("aim"), in: document)
    readSteps(&reader)
    readStalls(sections, in: document)
    asks = sections.lines(of: "ask").map(Question.init(reading:))
    findings += reader.findings
    findUnknownIDs(in: document)
    findLoop(in: document)
  }

  private static func texts(_ key: String, _ document: PlanDocument) -> [String] {
    document.frontMatter?[key]?.scalars.map(\.text).filter { !$0.isEmpty } ?? []
  }

  private mutating func readStart(_ sections: PlaybookSections) {
    for line in sections.lines(of: "start") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let phrases = line[line.index(after: colon)...].split(separator: ",").map { phrase in
        phrase.trimmedBlanks.filter { $0 != "\"" }
      }
      start.append(
        StartLine(name: line[..<colon].trimmedBlanks.filter { $0 != "\"" }, phrases: phrases.filter { !$0.isEmpty }))
    }
  }

  /// `usual: 5k`, or `usual: -300` for levels that are numbers.
  private mutating func readLevels(_ usual: String?, aim: String?, in document: PlanDocument) {
    func level(_ name: String, _ key: String) -> Int? {
      if let index = levels.firstIndex(of: name) { return index }
      let known = NearestWords.only(to: name, in: levels).map { " Perhaps `\($0)` is meant." } ?? ""
      report(
        "bad-value", document.wholePlace,
        "`\(key): \(name)` names none of the levels. Write one of \(levels.map { "`\($0)`" }.joined(separator: ", ")).\(known)"
      )
      return nil
    }
    if let usual {
      if let under = Int(usual), under < 0 { self.usual = under } else { self.usual = level(usual, "usual") ?? 0 }
    }
    if let aim { self.aim = level(aim, "aim") }
  }

  /// Reads the outermost boxes of the list.
  private mutating func readSteps(_ reader: inout FieldReader) {
    let document = reader.document
    /// Whether all steps with an id have conditions.
    var seen: [String: Bool] = [:]
    for item in document.items.indices where document.items[item].depth == 0 && document.items[item].isInPlan {
      let place = Place(path: document.text.path, span: document.items[item].paragraph)
      var step = PlaybookStepReading(item, &reader, levels: levels, place: place)
      findings += step.findings
      if step.milestone.work == nil, document.field(.effort, of: item) == nil {
        report(
          "bad-value", place,
          "This step has no effort. Write its hours, `effort:4h`, or its share of the whole, `effort:8%`.")
      }
      let twin = seen[step.milestone.id]
      seen[step.milestone.id] = step.milestone.hasConditions && twin ?? true
      if let twin, !twin || !step.milestone.hasConditions {
        report(
          "duplicate-id", place,
          "The id `\(step.milestone.id)` is given twice. Give each step its own, or conditions of which only one holds."
        )
      }
      if let share = step.milestone.waitShare, let lasts { step.milestone.wait = lasts.share(share) }
      milestones.append(step.milestone)
    }
    let shares = milestones.compactMap { if case .share(let share) = $0.work { share } else { nil } }
    let sum = shares.reduce(0, +)
    if shares.count == milestones.count, !milestones.contains(where: \.hasConditions), abs(sum - 1) > 0.0101,
      !milestones.isEmpty
    {
      report(
        "bad-value", document.wholePlace,
        "The efforts add up to \(Amount.written(thousandths: Int64((sum * 100_000).rounded()))) %. They are parts of a whole: 100 %."
      )
    }
    if milestones.isEmpty {
      report("bad-value", document.wholePlace, "A playbook needs a section `## Milestones` with a box for each step.")
    }
  }

  private mutating func readStalls(_ sections: PlaybookSections, in document: PlanDocument) {
    for line in sections.lines(of: "stalls") {
      if let stall = StallPoint(reading: line) {
        stalls.append(stall)
      } else {
        report(
          "bad-value", document.wholePlace,
          "`\(line)` under *Stalls* has no place. Begin it with a share or a week: `30%: …`, `week 3: …`.")
      }
    }
  }

  private mutating func findUnknownIDs(in document: PlanDocument) {
    let known = Set(milestones.map(\.id))
    for step in milestones {
      for id in step.after where !known.contains(id) {
        let meant = NearestWords.only(to: id, in: known.sorted()).map { " Perhaps `\($0)` is meant." } ?? ""
        report(
          "unknown-dependency", document.wholePlace, "`after:\(id)` of *\(step.title)* names no step here.\(meant)")
      }
    }
  }

  private mutating func findLoop(in document: PlanDocument) {
    guard let loop = StrongComponents(of: predecessors).loops.first else { return }
    let names = loop.map { "`\(milestones[$0].id)`" }.joined(separator: ", ")
    report("dependency-cycle", document.wholePlace, "These milestones wait for each other: \(names).")
  }

  private mutating func report(_ check: String, _ place: Place, _ message: String) {
    findings.append(Finding(check: check, severity: .error, place: place, message: message))
  }
}

extension Playbook.Question {
  /// Reads `level: How far are you?`; a line without a key is a question all the same.
  init(reading line: String) {
    if let colon = line.firstIndex(of: ":") {
      let key = line[..<colon]
      let words = line[line.index(after: colon)...]
      if !key.isEmpty, words.first == " ", key.allSatisfy({ $0.isLowercase || $0.isNumber || ".+-".contains($0) }) {
        self.init(key: String(key), words: words.trimmedBlanks)
        return
      }
    }
    self.init(key: nil, words: line)
  }
}

extension Wait {
  /// A part of this time, a day at least.
  func share(_ share: Double) -> Wait {
    Wait(low: max(1, Int((Double(low) * share).rounded())), high: max(1, Int((Double(high) * share).rounded())))
  }
}

extension Playbook.Measure {
  /// Reads `60000 words`, `21.1 km`, `1 h of video`.
  init(reading bytes: ArraySlice<UInt8>) throws(BadValue) {
    let text = String(decoding: bytes, as: UTF8.self)
    let parts = text.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let number = Double(parts[0]), number > 0, number < 1e12 else {
      throw BadValue("an amount is a number and its unit, such as 60000 words")
    }
    self.init(number: Int64((number * 1000).rounded()), unit: String(parts[1]))
  }
}

extension StallPoint {
  /// Reads `30%: the middle third` and `week 3: the first rejections`.
  init?(reading line: String) {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let place = line[..<colon]
    let words = line[line.index(after: colon)...].trimmedBlanks
    if place.hasSuffix("%"), let percent = Int(place.dropLast()), (0...100).contains(percent) {
      self.init(position: .percent(percent), words: words)
    } else if place.lowercased().hasPrefix("week "), let week = Int(place.dropFirst(5)), week > 0 {
      self.init(position: .week(week), words: words)
    } else {
      return nil
    }
  }
}
