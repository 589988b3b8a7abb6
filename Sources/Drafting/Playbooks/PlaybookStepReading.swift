import PlanDocuments
import PlanModel

/// One box of a playbook's list: the fields of any milestone, and those that only playbooks have.
struct PlaybookStepReading {
  private(set) var findings: [Finding] = []
  var milestone: Playbook.Milestone

  /// Fields that only playbooks have; they are part of the title for everything else.
  static let fields: Set<String> = [
    "per", "part", "split", "each", "timing", "before", "if", "unless", "from", "to", "reaches", "min",
  ]

  private let levels: [String]
  private let place: Place

  init(_ item: Int, _ reader: inout FieldReader, levels: [String], place: Place) {
    self.levels = levels
    self.place = place
    let document = reader.document
    reader.begin(item: item)
    var words: [Substring] = []
    var own: [(name: String, value: String)] = []
    for word in document.title(of: item).split(separator: " ") {
      if let (name, value) = Self.field(word), !value.isEmpty {
        own.append((name, value))
      } else {
        words.append(word)
      }
    }
    let title = words.joined(separator: " ")
    milestone = Playbook.Milestone(
      id: Identifier.slug(of: title), title: title, reasons: document.reasons(of: item),
      also: document.otherNames(of: item),
      tasks: document.tasks(below: item))
    for position in reader.fieldPositions { readKnown(&reader, at: position) }
    for (name, value) in own { readOwn(name, value) }
    for word in document.misspeltRemarks(of: item) {
      report("`\(word):` is no remark. Write Why, Forgotten, Stall, Cost, Assumes, Ask or Also.")
    }
  }

  /// `per:1000`; for a word with another name before its colon, that name too, to be told.
  private static func field(_ word: Substring) -> (name: String, value: String)? {
    guard let colon = word.firstIndex(of: ":") else { return nil }
    let name = word[..<colon]
    let value = word[word.index(after: colon)...]
    guard (2...10).contains(name.count), name.allSatisfy({ $0.isLowercase && $0.isASCII }) else { return nil }
    guard !value.isEmpty else { return nil }
    let isField = fields.contains(String(name)) || !NearestWords.to(String(name), in: fields.sorted()).isEmpty
    return isField ? (String(name), String(value)) : nil
  }

  private mutating func readKnown(_ reader: inout FieldReader, at position: Int) {
    switch reader.fieldName(at: position) {
    case .id:
      milestone.id =
        reader.field(at: position) { bytes throws(BadValue) in try Identifier.reading(bytes) } ?? milestone.id
    case .effort:
      milestone.work = reader.field(at: position) { bytes throws(BadValue) in try Playbook.Work(reading: bytes) }
    case .after: milestone.after = reader.references(at: position).map(\.text)
    case .wait:
      switch reader.field(at: position, { bytes throws(BadValue) in try PlaybookWait(reading: bytes) }) {
      case .share(let share): milestone.waitShare = share
      case .days(let days): milestone.wait = days
      case nil: break
      }
    case .optional: milestone.isOptional = yes(&reader, at: position)
    case .fixed: milestone.isOnTheDay = yes(&reader, at: position)
    case .start:
      milestone.earliestDaysBefore = reader.field(at: position) { bytes throws(BadValue) in
        guard bytes.first == UInt8(ascii: "-") else {
          throw BadValue("a step that begins shortly before the goal's day is written start:-4w")
        }
        return try Wait(reading: bytes.dropFirst()).high
      }
    default: break
    }
  }

  private func yes(_ reader: inout FieldReader, at position: Int) -> Bool {
    reader.field(at: position) { bytes throws(BadValue) in try WordReading.yesOrNo(bytes) } ?? false
  }

  private mutating func readOwn(_ name: String, _ value: String) {
    do throws(BadValue) {
      switch name {
      case "per":
        guard let number = Double(value.filter { $0 != "," }), number > 0 else {
          throw BadValue("it takes a number of the amount's units: per:1000")
        }
        if case .hours(let effort) = milestone.work { milestone.work = .perAmount(effort, per: number) }
      case "part":
        guard value.last == "%", let percent = Double(value.dropLast()), percent > 0, percent <= 100 else {
          throw BadValue("it takes a part of the amount: part:33%")
        }
        milestone.part = percent / 100
      case "split":
        milestone.isSplit = try WordReading.yesOrNo(Array(value.utf8)[...])
      case "each":
        guard value == "subjects" else { throw BadValue("it takes the word subjects: each:subjects") }
        milestone.isForEachSubject = true
      case "timing":
        switch value {
        case "early": milestone.timing = .early
        case "after-end": milestone.timing = .afterEnd
        default: throw BadValue("it takes early or after-end")
        }
      case "before": milestone.daysBefore = try Wait(reading: Array(value.utf8)[...])
      case "min": milestone.leastDays = try Wait(reading: Array(value.utf8)[...]).low
      case "if": milestone.needs = value.split(separator: ",").map(String.init)
      case "unless": milestone.excludes = value.split(separator: ",").map(String.init)
      case "from": milestone.from = try level(value)
      case "to": milestone.to = try level(value)
      case "reaches": milestone.reaches = try level(value)
      default:
        let near = NearestWords.only(to: name, in: Self.fields.sorted()).map { " Did you mean `\($0):`?" } ?? ""
        report("`\(name):` is no field of a playbook's step.\(near)")
      }
    } catch {
      report("`\(name):\(value)` can't be read: \(error.reason).")
    }
  }

  private func level(_ name: String) throws(BadValue) -> Int {
    guard let index = levels.firstIndex(of: name) else {
      throw BadValue("it takes one of `levels:`, which are \(levels.joined(separator: ", "))")
    }
    return index
  }

  private mutating func report(_ message: String) {
    findings.append(Finding(check: "bad-value", severity: .error, place: place, message: message))
  }
}

extension Playbook.Work {
  /// Reads `8%`, or hours.
  fileprivate init(reading bytes: ArraySlice<UInt8>) throws(BadValue) {
    guard bytes.last == UInt8(ascii: "%") else {
      self = .hours(try Effort(reading: bytes))
      return
    }
    guard let percent = Double(String(decoding: bytes.dropLast(), as: UTF8.self)), (0...100).contains(percent) else {
      throw BadValue("a share of the whole is written 8%")
    }
    self = .share(percent / 100)
  }
}

/// The wait of a step in a playbook: a share of the time that the goal has, such as `15%`, or days.
private enum PlaybookWait {
  /// 0 to 1.
  case share(Double)
  case days(Wait)

  init(reading bytes: ArraySlice<UInt8>) throws(BadValue) {
    if bytes.last == UInt8(ascii: "%"), case .share(let share) = try Playbook.Work(reading: bytes) {
      self = .share(share)
    } else {
      self = .days(try Wait(reading: bytes))
    }
  }
}
