import PlanDocuments

extension Goal {
  /// The goal that a file's front matter gives; its id is given once all goals are known.
  init(reading reader: inout FieldReader, document: Int) {
    self.init(
      document: document, id: "", hasWrittenID: false,
      title: reader.text("goal") ?? reader.document.text.path.noteName)
    func day(_ key: String, _ reader: inout FieldReader) -> Day? {
      reader.value(key) { bytes throws(BadValue) in try Day(reading: bytes) }
    }
    if let written = reader.value("id", { bytes throws(BadValue) in try Identifier.reading(bytes) }) {
      id = written
      hasWrittenID = true
    }
    if let word = reader.value("status", { bytes throws(BadValue) in try Goal.status(reading: bytes) }) {
      status = word
    }
    start = day("start", &reader)
    deadline = day("deadline", &reader)
    planned = day("planned", &reader)
    hours = Hours(reading: &reader)
    off = reader.list("off") { bytes throws(BadValue) in try DaysOff(reading: bytes) }
    buffer = reader.value("buffer") { bytes throws(BadValue) in try Wait.days(reading: bytes) }
    priority = reader.value("priority") { bytes throws(BadValue) in try WordReading.priority(bytes) } ?? 2
    isInOrder = reader.value("in-order") { bytes throws(BadValue) in try WordReading.yesOrNo(bytes) } ?? false
    progress = reader.value("progress") { bytes throws(BadValue) in try Amount(reading: bytes) }
    playbook = reader.text("playbook")
  }

  private static func status(reading bytes: ArraySlice<UInt8>) throws(BadValue) -> GoalStatus {
    let word = try WordReading.choice(bytes, of: ["active", "paused", "done", "dropped"])
    return GoalStatus(rawValue: word) ?? .active
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
