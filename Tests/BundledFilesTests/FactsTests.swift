import BundledFiles
import Testing

/// The tables of facts: entries under headings, each a list of keys with one line each.
@Suite struct FactsTests {
  @Test func everyEntryHasWordsAndASourceAndEveryLineIsOneKey() {
    var names: [String: Set<String>] = [:]
    for file in BundledFile.facts {
      var entry: String?
      var keys: Set<String> = []
      func close() {
        guard let entry else { return }
        #expect(keys.isSuperset(of: ["match", "source"]), "\(file.path): \(entry)")
      }
      for line in file.text.split(separator: "\n") {
        if line.hasPrefix("## ") {
          close()
          entry = String(line.dropFirst(3))
          keys = []
          #expect(names[file.path, default: []].insert(entry ?? "").inserted, "\(file.path): \(entry ?? "") twice")
        } else if entry != nil {
          let parts = line.split(separator: ":", maxSplits: 1)
          #expect(line.hasPrefix("- ") && parts.count == 2, "\(file.path): \(line)")
          #expect(keys.insert(String(parts[0].dropFirst(2))).inserted, "\(file.path): \(line)")
        }
      }
      close()
    }
    #expect(names.count == 5 && names.values.reduce(0) { $0 + $1.count } > 400)
  }
}
