import Foundation
import Testing

/// The walls between the rooms of a module: a folder uses only those that `RoomTable` says.
@Suite struct RoomTests {
  /// An unreadable tree leaves no module, which the test of the table's modules finds.
  static let modules = (try? SourceTree.modules()) ?? []

  @Test(arguments: modules)
  func aRoomUsesOnlyTheRoomsInTheTable(module: String) throws {
    let table = RoomTable.rooms[module, default: [:]]
    for use in try SourceTree(module: module).uses() {
      #expect(
        table[use.from, default: []].contains(use.to),
        "\(module)/\(use.file) uses \(use.word) of the room \(use.to), which the table does not allow to \(use.from)")
    }
  }

  @Test(arguments: modules)
  func noTwoRoomsUseEachOther(module: String) throws {
    let uses = try SourceTree(module: module).uses()
    let arrows = Dictionary(grouping: uses, by: \.from).mapValues { Set($0.map(\.to)) }
    for (room, others) in arrows {
      for other in others where room < other && arrows[other, default: []].contains(room) {
        let words = uses.filter { [$0.from, $0.to] == [room, other] || [$0.from, $0.to] == [other, room] }.map(\.word)
        Issue.record("\(module): \(room) and \(other) use each other: \(Set(words).sorted())")
      }
    }
  }

  @Test(arguments: modules)
  func eachRowOfTheTableIsNeeded(module: String) throws {
    let tree = try SourceTree(module: module)
    let needed = Dictionary(grouping: tree.uses(), by: \.from).mapValues { Set($0.map(\.to)) }
    for (room, others) in RoomTable.rooms[module, default: [:]] {
      for other in others {
        #expect(needed[room, default: []].contains(other), "\(module): nothing of \(room) uses \(other) any more")
      }
      #expect(!others.isEmpty, "\(module): the row of \(room) is empty")
    }
  }

  @Test func theTableHasOnlyModulesThatExist() {
    #expect(Set(RoomTable.rooms.keys).isSubset(of: Self.modules))
  }

  // MARK: The picture

  private static let begin = "<!-- rooms: written by the tests from the sources -->"
  private static let end = "<!-- end of rooms -->"

  @Test func thePictureOfModulesAndRoomsIsUpToDate() throws {
    let file = SourceTree.root.appending(path: "ARCHITECTURE.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(text.range(of: Self.begin))
    let stop = try #require(text.range(of: Self.end, range: start.upperBound..<text.endIndex))
    let picture = "\n\n```mermaid\n" + (try RoomPicture.text()) + "```\n\n"
    if ProcessInfo.processInfo.environment["MM_RECORD"] == "1" {
      let written = text[..<start.upperBound] + picture + text[stop.lowerBound...]
      try String(written).write(to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(
        text[start.upperBound..<stop.lowerBound] == picture,
        "The picture in ARCHITECTURE.md is not what the sources say; MM_RECORD=1 rewrites it")
    }
  }

  // MARK: The reader

  private static func tree(_ files: [(String, String)]) -> SourceTree {
    SourceTree(
      files: files.map { .init(path: "\($0)/File.swift", room: $0, code: SourceCode.withoutWords($1)) })
  }

  @Test func theReaderSeesUsesInCodeAndInInterpolationsOnly() {
    let declared = ("Below", "package struct Plank: Sendable {\n  struct Nail {}\n}\nprivate struct Splinter {}\n")
    let uses: [(code: String, isUse: Bool)] = [
      ("let one = Plank()", true), ("// Plank", false), ("let words = \"Plank\"", false),
      ("/* Plank */ let a = 1", false),
      ("let words = \"a \\(Plank.self) b\"", true), ("let words = #\"a \\(Plank)\"#", false),
      ("let words = \"\"\"\n  a \"Plank\" \\\"\n  \"\"\"\nlet next = 1", false),
      ("let words = \"\"\"\n  \\(\"x\" + \"\\(Plank())\")\n  \"\"\"", true), ("struct A {\n  enum Plank {}\n}", false),
      ("let one = Splinter()", false), ("let one = Nail()", false), ("let one = Planks()", false),
    ]
    for use in uses {
      let found = Self.tree([declared, ("Above", use.code)]).uses()
      #expect(found.map(\.word) == (use.isUse ? ["Plank"] : []), "\(use.code)")
    }
  }
}
