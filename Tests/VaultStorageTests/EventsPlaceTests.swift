import Foundation
import PlanDocuments
import Testing

@testable import VaultStorage

@Suite struct EventsPlaceTests {
  @Test(arguments: ["inside", "outside"])
  func aFolderOfEventsIsReplacedAsAWholeAndForeignFilesStay(place: String) throws {
    let vault = try TemporaryVault(["mm.md": "", "note.md": "text"])
    let folder = vault.vault.root + (place == "inside" ? "/calendar/goals" : "-elsewhere")
    if place == "inside" {
      try FileManager.default.createDirectory(
        atPath: vault.vault.root + "/calendar", withIntermediateDirectories: false)
    }
    defer { if place == "outside" { try? FileManager.default.removeItem(atPath: folder) } }
    let events = try EventsPlace(at: folder, named: "goals", vault: vault.vault)
    #expect(!events.isFeed)
    #expect(events.isInVault == (place == "inside"))
    #expect(try events.files() == [])
    let one = EventsFile(path: events.path(for: "one.ics"), bytes: [1])
    let two = EventsFile(path: events.path(for: "two.ics"), bytes: [2])
    try events.replace([], with: [one, two], title: "Calendar", at: 1)
    #expect(try events.files() == [one, two])
    try "color".write(toFile: folder + "/color", atomically: false, encoding: .utf8)
    let changed = EventsFile(path: two.path, bytes: [3])
    try events.replace([one, two], with: [changed], title: "Calendar", at: 2)
    #expect(try events.files() == [changed])
    #expect(try String(contentsOfFile: folder + "/color", encoding: .utf8) == "color")
  }

  @Test func whatSomebodyElseWroteMeanwhileStays() throws {
    let vault = try TemporaryVault(["goals.ics": "theirs"])
    let events = try EventsPlace(at: vault.vault.root + "/goals.ics", named: "goals.ics", vault: vault.vault)
    let read = EventsFile(path: events.path(for: ""), bytes: Array("as it was read".utf8))
    let new = EventsFile(path: read.path, bytes: Array("new".utf8))
    #expect(throws: VaultError.changedMeanwhile(read.path)) {
      try events.replace([read], with: [new], title: "Calendar", at: 1)
    }
    #expect(try events.files().map(\.bytes) == [Array("theirs".utf8)])
  }

  @Test func aPlaceIsInTheVaultOnlyIfItReallyLiesThere() throws {
    let vault = try TemporaryVault(["mm.md": ""])
    let climbing = vault.vault.root + "/../x.ics"
    #expect(try EventsPlace(at: climbing, named: "x", vault: vault.vault).isInVault == false)
    #expect(throws: VaultError.self) {
      try EventsPlace(at: vault.vault.root + "/no/x.ics", named: "x", vault: vault.vault)
    }
    #expect(throws: VaultError.self) { try EventsPlace(at: vault.vault.root + "/..", named: "x", vault: vault.vault) }
  }
}
