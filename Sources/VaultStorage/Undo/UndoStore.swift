/// The operations of one vault, one file each, in the order of their numbers.
struct UndoStore: Sendable {
  let folder: Folder

  /// The name of a record: `000012-1764000000`, number and time, with `-undone` when it was taken back.
  struct Entry: Hashable, Sendable {
    let number: Int
    /// Seconds since 1970.
    let time: Int
    let isUndone: Bool

    var id: String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, 6 - digits.count)) + digits + "-\(time)"
    }

    var name: NameBytes { Array((isUndone ? id + Self.undoneEnding : id).utf8) }

    /// Beyond it a name is none that `mm` has written.
    private static let largestNumber = 999_999_999

    static let undoneEnding = "-undone"

    init(number: Int, time: Int, isUndone: Bool = false) {
      self.number = number
      self.time = time
      self.isUndone = isUndone
    }

    init?(name: NameBytes) {
      let parts = String(decoding: name, as: UTF8.self).split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 2 || parts.count == 3 && "-" + parts[2] == Self.undoneEnding else { return nil }
      guard let number = Int(parts[0]), let time = Int(parts[1]), (0...Self.largestNumber).contains(number), time >= 0
      else { return nil }
      self.init(number: number, time: time, isUndone: parts.count == 3)
    }
  }

  /// The oldest first.
  func entries() throws(SystemError) -> [Entry] {
    try folder.entries().filter { $0.kind == nil || $0.kind == .file }.compactMap { Entry(name: $0.name) }.sorted {
      $0.number < $1.number
    }
  }

  /// nil if the record cannot be understood.
  func record(_ entry: Entry) throws(SystemError) -> OperationRecord? {
    let file = try folder.file(entry.name)
    return OperationRecord(bytes: try file.bytes(size: try file.status().size))
  }

  /// The last operation of any kind, whether it was taken back or not.
  func newest() throws(SystemError) -> OperationRecord? {
    guard let last = try entries().last else { return nil }
    return try record(last)
  }

  /// Keeps an operation; when this returns, it is on the disk.
  func keep(_ record: OperationRecord, at time: Int) throws(SystemError) -> Entry {
    let entry = Entry(number: (try entries().last?.number ?? 0) + 1, time: time)
    let unfinished = Array((Self.unfinishedBeginning + record.stem).utf8)
    do throws(SystemError) {
      let file = try folder.newFile(unfinished, mode: 0o600)
      try file.write(record.bytes[...], at: 0)
      try file.sync()
      try folder.rename(unfinished, over: entry.name)
    } catch {
      try? folder.removeFile(unfinished)
      throw error
    }
    do throws(SystemError) {
      try folder.sync()
    } catch {
      try? folder.removeFile(entry.name)
      throw error
    }
    return entry
  }

  func markUndone(_ entry: Entry) throws(SystemError) {
    let undone = Entry(number: entry.number, time: entry.time, isUndone: true)
    try folder.rename(entry.name, over: undone.name)
  }

  /// Forgets an operation that did not come about.
  func forget(_ entry: Entry) throws(SystemError) {
    try folder.removeFile(entry.name)
  }

  static let secondsKept = 30 * 86_400

  private static let unfinishedBeginning = "unfinished-"

  /// Removes what is older than 30 days, and records that were cut off while they were written.
  ///
  /// Only under the lock.
  func prune(at now: Int) throws(SystemError) {
    for (name, _) in try folder.entries() {
      let isOld = Entry(name: name).map { $0.time < now - Self.secondsKept } ?? false
      if isOld || name.starts(with: Self.unfinishedBeginning.utf8) { try folder.removeFile(name) }
    }
  }
}
