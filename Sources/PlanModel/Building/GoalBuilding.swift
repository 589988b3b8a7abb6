import PlanDocuments

extension Goal {
  /// The goal that a file's front matter gives; its id is given once all goals are known.
  init(reading reader: inout FieldReader, document: Int) {
    self.init(
      document: document, id: "", hasWrittenID: false,
      title: reader.text(GoalKey.goal.rawValue) ?? reader.document.text.path.noteName)
    let day = { (bytes: ArraySlice<UInt8>) throws(BadValue) in try Day(reading: bytes) }
    for key in GoalKey.allCases {
      let name = key.rawValue
      switch key {
      case .id:
        guard let written = reader.value(name, { bytes throws(BadValue) in try Identifier.reading(bytes) }) else {
          continue
        }
        id = written
        hasWrittenID = true
      case .status:
        let written = reader.value(name, { bytes throws(BadValue) in try Goal.status(reading: bytes) })
        (status, pausedUntil) = written ?? (.active, nil)
      case .start: start = reader.value(name, day)
      case .deadline: deadline = reader.value(name, day)
      case .planned: planned = reader.value(name, day)
      case .time: hours = Hours(reading: &reader)
      case .off: off = reader.list(name) { bytes throws(BadValue) in try DaysOff(reading: bytes) }
      case .first: first = reader.value(name, day)
      case .buffer: buffer = reader.value(name) { bytes throws(BadValue) in try Wait.days(reading: bytes) }
      case .priority:
        priority = reader.value(name) { bytes throws(BadValue) in try WordReading.priority(bytes) } ?? 2
      case .inOrder:
        isInOrder = reader.value(name) { bytes throws(BadValue) in try WordReading.yesOrNo(bytes) } ?? false
      case .progress: progress = reader.value(name) { bytes throws(BadValue) in try Amount(reading: bytes) }
      case .playbook: playbook = reader.text(name)
      // The title was read above; the others are texts for people, looked up where they are shown.
      case .goal, .success, .origin, .constraints, .obstacles: continue
      }
    }
  }

  /// One of the words, or `paused` with the day on which it is active again.
  private static func status(
    reading bytes: ArraySlice<UInt8>
  ) throws(BadValue) -> (status: GoalStatus, pausedUntil: Day?) {
    let words = bytes.split(separator: UInt8(ascii: " "))
    if words.count == 2, words[0].elementsEqual("paused".utf8) { return (.active, try Day(reading: words[1])) }
    let word = try WordReading.choice(bytes, of: ["active", "paused", "done", "dropped"])
    return (GoalStatus(rawValue: word) ?? .active, nil)
  }
}

extension Hours {
  /// What `time:` says: the entries of its list together; nil where it says nothing.
  init?(reading reader: inout FieldReader) {
    let lines = reader.list("time") { bytes throws(BadValue) in try Hours(reading: bytes) }
    guard !lines.isEmpty else { return nil }
    var all: [HoursEntry] = []
    for case .entries(let entries) in lines { all += entries }
    self = all.isEmpty ? .none : .entries(all)
  }
}
