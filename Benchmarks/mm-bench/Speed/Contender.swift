import ArgumentParser
import CPlainLoop
import PlanDocuments
import VaultStorage

/// One piece of work whose time is compared with the others'. Each is run in a process of its own.
enum Contender: String, CaseIterable, ExpressibleByArgument {
  /// Plain C: read every file, libyaml over the front matter, libcmark over the rest, on one thread.
  case plainLoop = "plain-loop"
  /// `Vault.snapshot()`: find, read and parse every plan file.
  case reading

  var title: String {
    switch self {
    case .plainLoop: "plain C loop"
    case .reading: "reading the vault"
    }
  }

  /// Does the work once; the answer says what was seen, so that no work can be left out.
  func run(vault: String, today: Day) throws -> String {
    switch self {
    case .plainLoop:
      var counts = mm_plain_counts()
      guard mm_plain_loop(vault, &counts) == 0 else { throw ValidationError("\(vault) cannot be read.") }
      return "\(counts.files) files, \(counts.bytes) bytes, \(counts.yaml_events) YAML events"
    case .reading:
      let snapshot = try Vault(at: vault, stateFolder: "").snapshot()
      return "\(snapshot.documents.count) documents, \(snapshot.documents.reduce(0) { $0 + $1.items.count }) items"
    }
  }
}
