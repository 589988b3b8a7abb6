import Checks
import PlanDocuments
import PlanModel
import TestSupport
import Testing

/// The texts of all examples with random bytes changed: what the checks say about any file.
@Suite struct CheckLawTests {
  static let settings = PlanDocument(
    reading: SourceText(
      path: VaultPath("mm.md"), bytes: Array("---\ntime: [2h mon-fri, 3h sat]\nbuffer: 3d\n---\n".utf8)))

  static func facts(_ files: [String: [UInt8]]) -> CheckFacts {
    let documents = files.sorted { $0.key < $1.key }.map {
      PlanDocument(reading: SourceText(path: VaultPath($0.key), bytes: $0.value))
    }
    let settings = documents.first { $0.kind == .settings } ?? settings
    return CheckFacts(
      Plan(
        reading: VaultSnapshot(
          settings: settings, documents: documents.filter { $0.kind == .goal || $0.kind == .milestone }),
        today: CheckExample.today))
  }

  @Test func whateverStandsInTheFilesEveryFindingHasAPlaceAndEveryFixFitsTheFile() {
    var random = SeededGenerator(seed: 3)
    let pieces = [
      "---\n", "due:", "after:", "[[", "2026-09-01", "\n- [ ] ", "  - [x] ", "goal: ", "🆔 ", "📅 ", "\"", "{", "\r", "é",
      "\u{0}", "none",
    ]
    let examples = CardExample.all.map { MarkedVault($0.example).files }
    for round in 0..<300 {
      var files = examples[round % examples.count]
      let names = files.keys.sorted()
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let path = names[Int.random(in: 0..<names.count, using: &random)]
        guard var bytes = files[path], !bytes.isEmpty else { continue }
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...8, using: &random)))
        case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
        default: bytes.insert(contentsOf: Array((pieces.randomElement(using: &random) ?? "").utf8), at: place)
        }
        files[path] = bytes
      }
      for finding in CheckRunner().findings(in: Self.facts(files)) {
        let path = finding.place.path.description
        let count = files[path]?.count ?? (path == "mm.md" ? Self.settings.text.bytes.count : -1)
        #expect(finding.place.span.end <= count, "\(finding.check) in round \(round)")
        #expect(!finding.message.isEmpty && finding.message.utf8.count < 2000, "\(finding.check)")
        guard let fix = finding.fix else { continue }
        #expect(fix.base == files[fix.path.description], "\(finding.check)")
        #expect(!fix.isWithoutEffect, "\(finding.check)")
      }
    }
  }

  @Test func aFixedFileHasOneFindingLess() {
    var random = SeededGenerator(seed: 5)
    let slips = [
      "due:2026-9-1", "due:2026/09/01", "effort:40", "effort:30-20h", "wait:3-2w", "fixed:y", "progress:75%",
      "after:drfat", "optional:on",
      "id:draft", "done:2026-07-01",
    ]
    var fixes = 0
    for round in 0..<120 {
      var text =
        "---\ngoal: Publish a book of 60,000 words\nstatus: activ\nbuffer: 2 weeks\n---\n## Milestones\n- [ ] Draft id:draft\n"
      for number in 0..<3 {
        let slip = slips[Int.random(in: 0..<slips.count, using: &random)]
        text += "- [ ] Part \(number) \(slip)\n"
      }
      var files = ["book.md": Array(text.utf8)]
      var left = CheckRunner().findings(in: Self.facts(files)).filter { $0.fix != nil }
      for _ in 0..<12 {
        guard let fix = left.first?.fix else { break }
        files["book.md"] = fix.result
        let after = CheckRunner().findings(in: Self.facts(files)).filter { $0.fix != nil }
        #expect(
          after.count == left.count - 1, "round \(round): \(text)\n\(String(decoding: fix.result, as: UTF8.self))")
        left = after
        fixes += 1
      }
      #expect(left.isEmpty)
    }
    #expect(fixes > 250)
  }
}

/// The checks on a vault too large to look at every stretch of days.
@Suite struct LargeVaultTests {
  @Test func aConflictOfManyGoalsIsFoundInAVaultOfManyJobs() {
    func findings(hours: Int) -> [Finding] {
      var files = ["mm.md": Array("---\ntime: \(hours)h mon-fri\n---\n".utf8)]
      for goal in 0..<60 {
        var text = "---\ngoal: Goal \(goal)\ndeadline: 2026-09-30\n---\n## Milestones\n"
        for milestone in 0..<10 { text += "- [ ] M id:m\(milestone) effort:1h due:2026-09-\(10 + milestone)\n" }
        files["g\(goal).md"] = Array(text.utf8)
      }
      return CheckRunner().findings(in: CheckLawTests.facts(files)).filter {
        ["overload", "dates-too-tight"].contains($0.check)
      }
    }
    // 600 h of work; 43 working days to the deadline, 34 to the last due date.
    #expect(findings(hours: 18).isEmpty)
    #expect(findings(hours: 15).map(\.check) == ["dates-too-tight"])
    let overload = findings(hours: 12)
    #expect(overload.map(\.check) == ["overload"])
    #expect(overload.first?.message.contains("56 more goals; free 516 h") == true, "\(overload.map(\.message))")
  }
}
