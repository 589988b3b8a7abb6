package import PlanDocuments
import PlanModel

extension Playbook {
  /// The playbook that a document with `playbook:` holds; nil for any other document.
  ///
  /// Shares are written `effort:8%`. Where all efforts are hours, as in a playbook that was made from a finished goal, the
  /// shares come from these.
  package init?(reading document: PlanDocument) {
    guard document.kind == .playbook else { return nil }
    var reader = FieldReader(document)
    let sections = PlaybookSections(of: document)
    self.init(
      name: document.text.path.noteName, title: reader.text("playbook") ?? document.text.path.noteName,
      match: Playbook.texts("match", document), success: reader.text("success"), lasts: nil, effort: nil, measure: nil,
      isGeneral: false,
      sources: Playbook.texts("sources", document), milestones: [], stalls: [], questions: sections.lines(of: "ask"),
      findings: document.findings)
    lasts = reader.value("lasts") { bytes throws(BadValue) in try Wait(reading: bytes) }
    effort = reader.value("effort") { bytes throws(BadValue) in try Effort(reading: bytes) }
    measure = reader.value("amount") { bytes throws(BadValue) in try Measure(reading: bytes) }
    isGeneral = reader.value("general") { bytes throws(BadValue) in try WordReading.yesOrNo(bytes) } ?? false
    let work = readMilestones(&reader)
    setShares(work)
    for index in milestones.indices {
      guard let share = milestones[index].waitShare, let lasts else { continue }
      milestones[index].wait = Wait(low: lasts.low, high: lasts.high).share(share)
    }
    readStalls(sections, in: document)
    findings += reader.findings
    findUnknownIDs(in: document)
    findLoop(in: document)
  }

  private static func texts(_ key: String, _ document: PlanDocument) -> [String] {
    document.frontMatter?[key]?.scalars.map(\.text).filter { !$0.isEmpty } ?? []
  }

  /// Reads the outermost boxes of the list; gives the work of each as it is written.
  private mutating func readMilestones(_ reader: inout FieldReader) -> [(work: PlaybookWork?, place: Place)] {
    let document = reader.document
    var work: [(work: PlaybookWork?, place: Place)] = []
    var withoutEffort: [Place] = []
    for item in document.items.indices where document.items[item].depth == 0 && document.items[item].isInPlan {
      reader.begin(item: item)
      let title = document.title(of: item)
      var milestone = Milestone(
        id: Identifier.slug(of: title), title: title, share: 0, after: [], wait: nil, isOptional: false,
        reasons: document.reasons(of: item), also: document.otherNames(of: item),
        tasks: document.taskTitles(below: item))
      var written: PlaybookWork?
      for position in reader.fieldPositions {
        switch reader.fieldName(at: position) {
        case .id:
          milestone.id =
            reader.field(at: position) { bytes throws(BadValue) in try Identifier.reading(bytes) } ?? milestone.id
        case .effort:
          written = reader.field(at: position) { bytes throws(BadValue) in try PlaybookWork(reading: bytes) }
        case .after: milestone.after = reader.references(at: position).map(\.text)
        case .wait:
          let wait = reader.field(at: position) { bytes throws(BadValue) in try PlaybookWait(reading: bytes) }
          switch wait {
          case .share(let share): milestone.waitShare = share
          case .days(let days): milestone.wait = days
          case nil: break
          }
        case .optional:
          milestone.isOptional =
            reader.field(at: position) { bytes throws(BadValue) in try WordReading.yesOrNo(bytes) } ?? false
        case .fixed:
          milestone.isOnTheDay =
            reader.field(at: position) { bytes throws(BadValue) in try WordReading.yesOrNo(bytes) } ?? false
        case .start:
          milestone.daysBeforeTheDay = reader.field(at: position) { bytes throws(BadValue) in
            guard bytes.first == UInt8(ascii: "-") else {
              throw BadValue("what begins shortly before the goal's day is written start:-4w")
            }
            return try Wait(reading: bytes.dropFirst()).high
          }
        default: continue
        }
      }
      let place = Place(path: document.text.path, span: document.items[item].paragraph)
      if milestones.contains(where: { $0.id == milestone.id }) {
        report("duplicate-id", place, "The id `\(milestone.id)` stands twice. Give each milestone its own.")
      }
      if document.field(.effort, of: item) == nil { withoutEffort.append(place) }
      milestones.append(milestone)
      work.append((written, place))
    }
    for place in withoutEffort {
      report("bad-value", place, "This milestone has no effort. Write its part of the whole, such as `effort:8%`.")
    }
    if milestones.isEmpty {
      report(
        "bad-value", document.wholePlace, "A playbook needs a section `## Milestones` with a box for each milestone.")
    }
    return work
  }

  private mutating func setShares(_ work: [(work: PlaybookWork?, place: Place)]) {
    guard let first = work.first else { return }
    let minutes = work.map { if case .minutes(let minutes) = $0.work { minutes } else { 0 } }
    let shares = work.map { if case .share(let share) = $0.work { share } else { 0.0 } }
    let total = minutes.reduce(0, +)
    if total > 0 {
      if shares.contains(where: { $0 > 0 }) {
        report("bad-value", first.place, "Some efforts are shares and some are hours. Write all of one kind.")
      }
      for index in milestones.indices { milestones[index].share = Double(minutes[index]) / Double(total) }
      effort = effort ?? Effort(minutes: total)
    } else {
      for index in milestones.indices { milestones[index].share = shares[index] }
      let sum = shares.reduce(0, +)
      // What is missing or cannot be read is told by itself.
      if work.allSatisfy({ $0.work != nil }), abs(sum - 1) > 0.0101 {
        report(
          "bad-value", first.place,
          "The efforts add up to \(Amount.written(thousandths: Int64(sum * 100_000))) %. They are parts of a whole: 100 %."
        )
      }
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
    for milestone in milestones {
      for id in milestone.after where !known.contains(id) {
        let meant = NearestWords.only(to: id, in: known.sorted()).map { " Perhaps `\($0)` is meant." } ?? ""
        report(
          "unknown-dependency", document.wholePlace,
          "`after:\(id)` of *\(milestone.title)* names no milestone here.\(meant)")
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

/// The effort of a milestone in a playbook: `8%`, or hours.
private enum PlaybookWork {
  /// 0 to 1.
  case share(Double)
  case minutes(Int)

  init(reading bytes: ArraySlice<UInt8>) throws(BadValue) {
    guard bytes.last == UInt8(ascii: "%") else {
      self = .minutes(try Effort(reading: bytes).middle)
      return
    }
    guard let percent = Double(String(decoding: bytes.dropLast(), as: UTF8.self)), (0...100).contains(percent) else {
      throw BadValue("a part of the whole is written 8%")
    }
    self = .share(percent / 100)
  }
}

/// The wait of a milestone in a playbook: a part of the time that the goal has, such as `15%`, or days.
private enum PlaybookWait {
  /// 0 to 1.
  case share(Double)
  case days(Wait)

  init(reading bytes: ArraySlice<UInt8>) throws(BadValue) {
    if bytes.last == UInt8(ascii: "%"), case .share(let share) = try PlaybookWork(reading: bytes) {
      self = .share(share)
    } else {
      self = .days(try Wait(reading: bytes))
    }
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
