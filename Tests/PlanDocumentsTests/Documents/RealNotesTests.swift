import Dispatch
import Foundation
import PlanDocuments
import Testing

/// The laws of editing on a folder of real notes, named by the environment variable `MM_NOTES`; skipped without it.
@Suite struct RealNotesTests {
  static let folder = ProcessInfo.processInfo.environment["MM_NOTES"]

  static func notes() throws -> [(name: String, bytes: [UInt8])] {
    let root = URL(filePath: try #require(folder))
    let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
    return try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
      .map { ($0.path, try Array(Data(contentsOf: $0))) }
  }

  /// The note with other line ends, with a byte order mark, without its last line end.
  static func twins(of bytes: [UInt8]) -> [[UInt8]] {
    let lines = SourceText(path: VaultPath("a.md"), bytes: bytes)
    let contents = lines.lineStarts.indices.map { Array(bytes[lines.lineSpan($0).range]) }
    return [bytes] + NoteDress.all.map { $0.bytes(of: contents) }
  }

  static func read(_ bytes: [UInt8]) -> PlanDocument {
    PlanDocument(reading: SourceText(path: VaultPath("goals/a.md"), bytes: bytes), extent: .everyNote)
  }

  /// Runs a law on every twin of every note, on all cores.
  static func forEveryTwin(_ law: @escaping @Sendable (PlanDocument) -> (made: Int, refused: Int, complaint: String?))
    throws
  {
    let notes = try notes()
    let found = Results()
    DispatchQueue.concurrentPerform(iterations: notes.count) { index in
      for (twin, bytes) in twins(of: notes[index].bytes).enumerated() {
        found.add(law(read(bytes)), "\(notes[index].name), twin \(twin)")
      }
    }
    print(
      "\(notes.count) notes: \(found.made) edits made and taken back, \(found.refused) refused",
      found.refusedIn.prefix(5))
    #expect(found.complaints.isEmpty, "\(found.complaints.count)")
  }

  final class Results: @unchecked Sendable {
    private let lock = NSLock()
    private(set) var made = 0
    private(set) var refused = 0
    private(set) var refusedIn: [String] = []
    private(set) var complaints: [String] = []

    func add(_ result: (made: Int, refused: Int, complaint: String?), _ name: String) {
      lock.withLock {
        made += result.made
        refused += result.refused
        if result.refused > 0 { refusedIn.append(name) }
        if let complaint = result.complaint { complaints.append("\(name): \(complaint)") }
      }
    }
  }

  @Test(.enabled(if: folder != nil))
  func tickingOrUntickingEachTaskAndTakingItBackRestoresTheBytes() throws {
    try Self.forEveryTwin { document in
      var result = (made: 0, refused: 0, complaint: String?.none)
      for (index, item) in document.items.enumerated() where item.markLength == 1 && item.state != .cancelled {
        let turned: BoxState = item.state == .open ? .done : .open
        guard let change = try? document.change(applying: [.setBox(item: index, turned)]) else {
          result.refused += 1
          let recurs = document.fields[item.fields].contains { $0.name == .recurrence }
          if !recurs { result.complaint = "item \(index) refused" }
          continue
        }
        if change.edits.map(\.span) != [ByteSpan(Int(item.mark), Int(item.mark) + 1)] {
          result.complaint = "item \(index)"
        }
        // `[/]` and `[X]` come back as `[ ]` and `[x]`; a task that recurs does not come back.
        guard " x".utf8.contains(document.text.bytes[Int(item.mark)]) else { continue }
        let back = try? Self.read(change.result).change(applying: [.setBox(item: index, item.state)])
        guard let back else { continue }
        result.made += 1
        if back.result != document.text.bytes { result.complaint = "item \(index) not restored" }
      }
      return result
    }
  }

  @Test(.enabled(if: folder != nil))
  func aDaySetIntoEachFrontMatterAndRemovedRestoresTheBytes() throws {
    try Self.forEveryTwin { document in
      guard document.frontMatter != nil, document.frontMatter?["planned"] == nil else { return (0, 0, nil) }
      let set = DocumentEdit.setFrontMatter(key: "planned", .scalar("2026-07-19"))
      guard let bytes = try? document.change(applying: [set]).result else { return (0, 1, nil) }
      let back = try? Self.read(bytes).change(applying: [.removeFrontMatter(key: "planned")]).result
      return (1, 0, back == document.text.bytes ? nil : "not restored")
    }
  }
}
