/// What one field is called, in every spelling, and what it means: the row from which reading, writing, completion and
/// documentation come.
package struct FieldRow: Sendable {
  /// The shape of a value, as far as reading a line needs it.
  package enum Shape: Sendable {
    case day, effort, calendarTime, amount, yes, identifier, references, words, none
  }

  package let name: FieldName
  /// The name on a line and in front matter: `due` in `due:2026-07-19`; nil where only other tools' spellings exist.
  package let key: StaticString?
  package let shape: Shape
  /// The emoji of Obsidian Tasks: the first is written, all are read.
  package let emoji: [StaticString]
  /// The keys of Dataview: the first is written, all are read.
  package let dataviewKeys: [StaticString]
  /// Tasks may carry it too.
  package let isForTasks: Bool
  /// One line for the documentation and for completion.
  package let meaning: String

  package init(
    _ name: FieldName, _ key: StaticString?, _ shape: Shape, emoji: [StaticString] = [], dataview: [StaticString] = [],
    isForTasks: Bool = false, meaning: String
  ) {
    self.name = name
    self.key = key
    self.shape = shape
    self.emoji = emoji
    self.dataviewKeys = dataview
    self.isForTasks = isForTasks
    self.meaning = meaning
  }

  /// `mm` writes it: it has a name of its own.
  package var isWritable: Bool { key != nil }
}

package enum FieldTable {
  /// One row a field, in the order of `FieldName`.
  package static let rows: [FieldRow] = [
    FieldRow(
      .id, "id", .identifier, emoji: ["🆔"], dataview: ["id"],
      meaning: "how others refer to it"),
    FieldRow(
      .due, "due", .day, emoji: ["📅", "📆", "🗓"], dataview: ["due"], isForTasks: true,
      meaning: "the date committed to, to the end of that day"),
    FieldRow(
      .effort, "effort", .effort, dataview: ["effort"], isForTasks: true,
      meaning: "the hours for all of it: 40h, 30-60h"),
    FieldRow(
      .after, "after", .references, emoji: ["⛔"], dataview: ["dependsOn", "after"],
      meaning: "what must be complete first"),
    FieldRow(
      .wait, "wait", .calendarTime, dataview: ["wait"],
      meaning: "calendar time that passes after the work: 2w, 2-3w"),
    FieldRow(
      .waiting, "waiting", .day, dataview: ["waiting"],
      meaning: "the day the work was done and the wait began"),
    FieldRow(
      .start, "start", .day, emoji: ["🛫"], dataview: ["start"],
      meaning: "not before this day"),
    FieldRow(
      .fixed, "fixed", .yes, dataview: ["fixed"],
      meaning: "the due date cannot move"),
    FieldRow(
      .progress, "progress", .amount, dataview: ["progress"],
      meaning: "a measured amount: 15000/20000, 84>80/72"),
    FieldRow(
      .spent, "spent", .effort, dataview: ["spent"],
      meaning: "hours really worked"),
    FieldRow(
      .optional, "optional", .yes, dataview: ["optional"], isForTasks: true,
      meaning: "may be cut to save the deadline"),
    FieldRow(
      .done, "done", .day, emoji: ["✅"], dataview: ["completion", "done"], isForTasks: true,
      meaning: "the day that it was completed"),
    FieldRow(
      .cancelled, nil, .day, emoji: ["❌"], dataview: ["cancelled"], isForTasks: true,
      meaning: "the day that it was cancelled"),
    FieldRow(
      .scheduled, nil, .day, emoji: ["⏳", "⌛"], dataview: ["scheduled"], isForTasks: true,
      meaning: "the day planned for it in Obsidian Tasks"),
    FieldRow(
      .recurrence, nil, .words, emoji: ["🔁"], dataview: ["repeat"], isForTasks: true,
      meaning: "how it recurs in Obsidian Tasks"),
    FieldRow(
      .created, nil, .day, emoji: ["➕"], dataview: ["created"], isForTasks: true,
      meaning: "the day that it was written down"),
    FieldRow(
      .priority, nil, .none, emoji: ["🔺", "⏫", "🔼", "🔽", "⏬"], dataview: ["priority"], isForTasks: true,
      meaning: "the priority in Obsidian Tasks"),
    FieldRow(
      .onCompletion, nil, .words, emoji: ["🏁"], dataview: ["onCompletion"], isForTasks: true,
      meaning: "what Obsidian Tasks does on completion"),
  ]

  package static subscript(name: FieldName) -> FieldRow { rows[Int(name.rawValue)] }

  /// The shape of a field's values, without a copy of its row.
  static func shape(of name: FieldName) -> FieldRow.Shape { rows[Int(name.rawValue)].shape }

  // The scanner asks for names millions of times: what it needs lies in plain arrays.

  /// The names on a line, each packed into a word, by `FieldName.rawValue`; 0 where there is none.
  private static let packedKeys: [UInt64] = rows.map { row in row.key.map(packed) ?? 0 }
  private static let emoji: [(text: StaticString, name: FieldName)] = rows.flatMap { row in
    row.emoji.map { ($0, row.name) }
  }
  private static let dataviewKeys: [(text: StaticString, name: FieldName)] = rows.flatMap { row in
    row.dataviewKeys.map { ($0, row.name) }
  }

  /// Up to eight bytes as one number, the first the highest.
  private static func packed(_ text: StaticString) -> UInt64 {
    text.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt64($1) } }
  }

  /// The field with that name on a line.
  static func name(ofPackedKey packed: UInt64) -> FieldName? {
    let keys = packedKeys
    for index in keys.indices where keys[index] == packed && packed != 0 { return FieldName(rawValue: UInt8(index)) }
    return nil
  }

  /// The field whose sign stands at `offset`, and the sign's length.
  static func name(ofEmojiAt offset: Int, before end: Int, in bytes: [UInt8]) -> (name: FieldName, length: Int)? {
    let signs = emoji
    for index in signs.indices where bytes.holds(signs[index].text, at: offset, before: end) {
      return (signs[index].name, signs[index].text.utf8CodeUnitCount)
    }
    return nil
  }

  /// The field with that Dataview key, in any case.
  static func name(ofDataviewKey key: Range<Int>, in bytes: [UInt8]) -> FieldName? {
    let keys = dataviewKeys
    for index in keys.indices where bytes.equals(keys[index].text, in: key) { return keys[index].name }
    return nil
  }
}

extension FieldName {
  /// The name on a line and in front matter: `due`; of a field of other tools our word for it.
  package var key: String { FieldTable[self].key?.description ?? "\(self)" }
}
