import BundledFiles
import Foundation
import PlanDocuments
import PlanModel
import Testing

@testable import Drafting

/// Goals and starting points as people type them, written down before they were run.
@Suite struct SloppyWordsTests {
  static let playbooks: [Playbook] = BundledFile.templates.compactMap { file in
    Playbook(reading: PlanDocument(reading: SourceText(path: VaultPath(file.path), bytes: Array(file.text.utf8))))
  }
  static let matching = PlaybookMatching(playbooks, words: .bundled)
  static let facts = FactTables(
    BundledFile.facts.map { FactTable(name: VaultPath($0.path).noteName, text: $0.text) })

  /// The lines of a table beside this file, their cells parted by bars.
  static func table(_ name: String, _ file: StaticString = #filePath) -> [[String]] {
    let folder = "\(file)".split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    guard let bytes = try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8) else { return [] }
    return bytes.split(separator: "\n").filter { !$0.hasPrefix("#") && !$0.isEmpty }.map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.split(separator: " ").joined(separator: " ")
      }
    }
  }

  static func chosen(_ goal: String) -> String {
    matching.choice(for: goal).playbook.map { playbooks[$0].name } ?? "none"
  }

  @Test(arguments: table("sloppy-goals.txt"))
  func aGoalInSloppyWordsGetsItsPlaybook(row: [String]) {
    let found = Self.chosen(row[0])
    #expect(row.dropFirst().contains(found), "\(row[0]): \(found)")
  }

  /// A wrong playbook is worse than none.
  @Test func nineInTenGetTheirPlaybookAndThreeInAHundredAWrongOne() {
    let rows = Self.table("ordinary-and-odd-goals.txt") + Self.table("sloppy-goals.txt")
    let right = rows.filter { $0.dropFirst().contains(Self.chosen($0[0])) }
    let wrong = rows.filter { !$0.dropFirst().contains(Self.chosen($0[0])) && Self.chosen($0[0]) != "general" }
    #expect(right.count * 10 >= rows.count * 9, "\(right.count) of \(rows.count)")
    #expect(wrong.count * 100 <= rows.count * 3, "\(wrong.map { "\($0[0]): \(Self.chosen($0[0]))" })")
  }

  @Test(arguments: table("starting-points.txt"))
  func aStartLeavesOutWhatIsDoneAndNothingElse(row: [String]) throws {
    let playbook = try #require(Self.playbooks.first { $0.name == row[0] })
    let entry = Self.facts.entry(for: row[1], in: playbook.facts, words: .bundled)
    let start = StartingPoint(
      playbook, goal: row[1], origin: [row[2]],
      entry: [entry?.heading, entry?["distance"]].compactMap(\.self).joined(separator: ", "), words: .bundled)
    let chosen = ChosenSteps(playbook, start, entry: entry, amount: nil, factor: 1, words: .bundled)
    let ids = chosen.steps.map(\.step.id)
    func list(_ cell: String) -> [String] { cell.split(separator: ",").map { $0.split(separator: " ").joined() } }
    for id in list(row[3]) { #expect(!ids.contains(id), "\(row[2]): \(id) is done") }
    for id in list(row[4]) {
      #expect(ids.contains { $0 == id || $0.hasPrefix(id + "-") }, "\(row[2]): \(id) isn't done")
    }
  }
}
