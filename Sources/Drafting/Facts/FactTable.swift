/// Facts that a playbook looks up by a goal's words: an exam, a language, a race, a journal.
package struct FactTable: Sendable {
  package struct Entry: Hashable, Sendable {
    package var heading: String
    /// Phrases that people type for it.
    package var match: [String]
    /// All its other lines, by their keys.
    package var values: [String: String]

    package subscript(key: String) -> String? { values[key] }
    package var name: String { values["name"] ?? heading }

    /// Parts of the whole with their shares, which add up to 1; empty where it has none.
    package var subjects: [(title: String, share: Double)] {
      let parts = (values["subjects"] ?? "").split(separator: ",").map(\.trimmedBlanks).filter { !$0.isEmpty }
      let weighed = parts.map { part -> (title: String, weight: Double?) in
        guard part.last == "%", let blank = part.lastIndex(of: " ") else { return (part, nil) }
        let numbers = part[part.index(after: blank)...].dropLast().split(separator: "-").compactMap { Double($0) }
        guard !numbers.isEmpty else { return (part, nil) }
        return (part[..<blank].trimmedBlanks, numbers.reduce(0, +) / Double(numbers.count))
      }
      let known = weighed.compactMap(\.weight)
      let missing = known.isEmpty ? 1 : known.reduce(0, +) / Double(known.count)
      let sum = weighed.reduce(0) { $0 + ($1.weight ?? missing) }
      return sum > 0 ? weighed.map { ($0.title, ($0.weight ?? missing) / sum) } : []
    }
  }

  /// As a playbook's `facts:` names it.
  package var name: String
  package var entries: [Entry]

  /// Reads `## Heading` and `- key: value` lines.
  package init(name: String, text: String) {
    self.name = name
    entries = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("## ") {
        entries.append(Entry(heading: line.dropFirst(3).trimmedBlanks, match: [], values: [:]))
      } else if line.hasPrefix("- "), !entries.isEmpty, let colon = line.firstIndex(of: ":") {
        let key = line[line.index(line.startIndex, offsetBy: 2)..<colon].trimmedBlanks
        let value = line[line.index(after: colon)...].trimmedBlanks
        if key == "match" {
          entries[entries.count - 1].match = value.split(separator: ",").map(\.trimmedBlanks)
        } else {
          entries[entries.count - 1].values[key] = value
        }
      }
    }
  }
}

/// Finds the entry that a goal is about.
package struct FactTables: Sendable {
  private var tables: [FactTable]

  package init(_ tables: [FactTable] = []) {
    self.tables = tables
  }

  /// The entry with the longest phrase that is in the words as it stands, of tables of these names; the first of equals.
  package func entry(for text: String, in names: [String], words lists: WordLists) -> FactTable.Entry? {
    let words = Self.words(text)
    var best: (entry: FactTable.Entry, length: Int)?
    for table in tables where names.contains(table.name) {
      for entry in table.entries {
        for phrase in entry.match + [entry.heading, entry.name] {
          let run = Self.words(phrase)
          let length = run.reduce(0) { $0 + $1.count + 1 }
          guard !run.isEmpty, length > best?.length ?? 0, Self.contains(words, run) else { continue }
          best = (entry, length)
        }
      }
    }
    return best?.entry
  }

  private static func words(_ text: String) -> [String] {
    TextWords.words(of: text, and: "+.#").map { word in
      var word = word
      while word.last == "." { word.removeLast() }
      return word
    }.filter { !$0.isEmpty }
  }

  private static func contains(_ words: [String], _ run: [String]) -> Bool {
    guard run.count <= words.count else { return false }
    return (0...(words.count - run.count)).contains { start in
      zip(words[start...], run).allSatisfy { TextWords.stem(of: $0) == TextWords.stem(of: $1) }
    }
  }
}
