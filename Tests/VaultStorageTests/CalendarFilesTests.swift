import Foundation
import PlanDocuments
import Testing

@testable import VaultStorage

@Suite struct CalendarFilesTests {
  private let vault: TemporaryVault

  init() throws {
    vault = try TemporaryVault(["mm.md": ""])
    try vault.write("A", to: "calendar/work.ics")
    try vault.write("B", to: "calendar/home/b.ICS")
    try vault.write("C", to: "calendar/home/deep/c.ics")
    try vault.write("no", to: "calendar/notes.md")
    try vault.write("no", to: "calendar/.hidden.ics")
    try vault.write("no", to: "calendar/.git/d.ics")
    try vault.write("E", to: "export.txt")
  }

  private func read(_ files: CalendarFiles?) -> [String] {
    var read: [String] = []
    files?.forEach { file in
      switch file.bytes {
      case .success(let bytes): read.append("\(file.path): \(String(decoding: bytes, as: UTF8.self))")
      case .failure(let problem): read.append("\(file.path): \(problem.reason)")
      }
    }
    return read
  }

  private func named(_ pattern: String) throws -> [String] { read(try vault.vault.calendarFiles(named: pattern)) }

  @Test func filesFoldersAndPatternsAreFound() throws {
    #expect(try named("calendar/work.ics") == ["calendar/work.ics: A"])
    #expect(try named("export.txt") == ["export.txt: E"])
    #expect(try named("calendar/*.ics") == ["calendar/work.ics: A"])
    #expect(try named("cal*/*/*.ics") == [])
    #expect(try named("calendar") == ["calendar/home/b.ICS: B", "calendar/home/deep/c.ics: C", "calendar/work.ics: A"])
    #expect(
      try named("calendar/*") == ["calendar/home/b.ICS: B", "calendar/home/deep/c.ics: C", "calendar/work.ics: A"])
  }

  @Test func whatIsNotThereIsNamed() throws {
    #expect(try named("calendar/none.ics") == ["calendar/none.ics: it is not there"])
    #expect(try named("none/*.ics") == ["none: it is not there"])
    #expect(read(CalendarFiles(onMachine: "/mm-\(UUID().uuidString)/calendar.ics")) == [])
  }

  @Test func linksLeadNoFurtherThanTheVault() throws {
    let outside = FileManager.default.temporaryDirectory.appending(path: "mm-outside-\(UUID().uuidString).ics")
    try Data("X".utf8).write(to: outside)
    defer { try? FileManager.default.removeItem(at: outside) }
    let root = URL(filePath: vault.vault.root)
    try FileManager.default.createSymbolicLink(
      at: root.appending(path: "calendar/out.ics"), withDestinationURL: outside)
    try FileManager.default.createSymbolicLink(
      atPath: root.appending(path: "calendar/in.ics").path, withDestinationPath: "work.ics")
    #expect(
      try named("calendar/*.ics") == [
        "calendar/in.ics: A", "calendar/out.ics: it is a link that leads out of the vault", "calendar/work.ics: A",
      ])
    // What the person's own configuration names may be linked as they like.
    let own = read(CalendarFiles(onMachine: root.path + "/calendar/o*.ics"))
    #expect(own.map { $0.hasSuffix("calendar/out.ics: X") } == [true])
  }

  @Test func aFileThatIsTooLargeIsNamed() throws {
    let large = String(repeating: "x", count: 10_000_001)
    try vault.write(large, to: "calendar/work.ics")
    #expect(try named("calendar/work.ics") == ["calendar/work.ics: it is larger than 10 MB"])
  }
}
