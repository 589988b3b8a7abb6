/// A language that the person speaks already and that is close to the one to be learnt.
struct SpokenRelative: Hashable, Sendable {
  let name: String
  /// Of the usual hours, 0 to 1.
  let share: Double

  /// The first languages of the entry halve the hours, as its table says; those named later save less.
  private static let shares = (near: 0.5, further: 0.67)

  /// nil where none is told.
  init?(_ entry: FactTable.Entry, origin: [String], words: WordLists) {
    guard let relatives = entry["relatives"] else { return nil }
    let parts = origin.flatMap { $0.split { ".,;".contains($0) } }.map { TextWords.words(of: String($0), and: "'") }
    for (place, relative) in relatives.split(separator: ",").enumerated() {
      let wanted = TextWords.words(of: String(relative))
      let isSpoken = parts.contains { part in
        part.indices.contains { part[$0...].starts(with: wanted) } && part.contains(where: words[.speaking].contains)
          && !part.contains(where: words[.denying].contains)
      }
      guard isSpoken, !wanted.isEmpty else { continue }
      name = relative.trimmedBlanks
      share = place < 2 ? Self.shares.near : Self.shares.further
      return
    }
    return nil
  }
}
