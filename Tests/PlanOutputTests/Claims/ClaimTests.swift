import Checks
import Forecasting
import Foundation
import JSONText
import PlanDocuments
import PlanModel
import PlanOutput
import TestSupport
import Testing

/// The table of `claims.md`, asked row by row.
@Suite struct ClaimTests {
  struct Claim: CustomTestStringConvertible {
    var subject: String
    var claim: String
    var vault: [String]
    var question: [String]
    var answer: String

    var testDescription: String { "\(subject): \(claim)" }
  }

  static let claims = read()

  private static func read() -> [Claim] {
    let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "claims.md")
    guard let text = try? String(contentsOf: page, encoding: .utf8) else { return [] }
    var subject = ""
    var claims: [Claim] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("## ") { subject = String(line.dropFirst(3)) }
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 4, cells[0] != "claim", !cells[0].hasPrefix("---") else { continue }
      let lines = cells[1].components(separatedBy: "<br>").map {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: "`"))
      }
      claims.append(
        Claim(
          subject: subject, claim: cells[0], vault: lines, question: cells[2].split(separator: " ").map(String.init),
          answer: cells[3]))
    }
    return claims
  }

  @Test func thereAreAtLeastAHundredAndTwentyAndEachSaysSomethingElse() {
    #expect(Self.claims.count >= 120)
    #expect(Set(Self.claims.map { "\($0.vault) \($0.question)" }).count == Self.claims.count)
  }

  @Test(arguments: claims)
  func theAnswerIsAsCounted(claim: Claim) throws {
    let answer = try Self.answer(to: claim)
    if claim.subject == "Not so yet" {
      #expect(answer != claim.answer, "it is so by now: the row belongs to its subject")
    } else {
      #expect(answer == claim.answer)
    }
  }

  private static func answer(to claim: Claim) throws -> String {
    let (files, today) = Self.files(claim.vault)
    let plan = Plan(reading: snapshot(of: files), today: today)
    if claim.question[0] == "check" {
      let check = try #require(CheckCatalogue.check(named: claim.question[1]))
      return "\(CheckRunner([check]).findings(in: CheckFacts(plan)).count)"
    }
    return try #require(value(claim.question, in: PlanExport.json(ForecastedPlan(plan))))
  }

  /// The files of a vault that is written in the lines of the table.
  static func files(_ lines: [String]) -> (files: [(path: String, text: String)], today: Day) {
    var today = day("2026-08-03")
    var settings = ""
    var goals: [(path: String, head: String, body: String)] = []
    func add(_ text: String) {
      if goals.isEmpty { goals.append(("a.md", "goal: A\n", "")) }
      goals[goals.count - 1].body += text + "\n"
    }
    for line in lines {
      let (name, rest) = (line.prefix { $0 != ":" }, line.drop { $0 != ":" }.dropFirst(2))
      if let mark = ["- ": " ", "x ": "x", "~ ": "-"][String(line.prefix(2))] {
        add("- [\(mark)] " + line.dropFirst(2))
      } else if line.hasPrefix("+") {
        let mark = line.hasPrefix("+x") ? "x" : line.hasPrefix("+~") ? "-" : " "
        add("  - [\(mark)] " + line.drop { $0 != " " }.dropFirst())
      } else if name == "today" {
        today = day(String(rest))
      } else if name == "mm" {
        settings += rest + "\n"
      } else {
        let keys = rest.components(separatedBy: "; ").joined(separator: "\n")
        goals.append(("\(name).md", (name.contains("/") ? "" : "goal: \(name.uppercased())\n") + keys + "\n", ""))
      }
    }
    if settings.isEmpty { settings = "time: 2h mon-fri\n" }
    let files = goals.map { goal in
      (goal.path, "---\n\(goal.head)---\n\n" + (goal.path.contains("/") ? "" : "## Milestones\n\n") + goal.body)
    }
    return ([("mm.md", "---\n\(settings)---\n")] + files, today)
  }

  /// `a/one effort.minutes`: a member of a milestone, of a goal, or of the whole.
  private static func value(_ question: [String], in export: JSONValue) -> String? {
    let goals = export["goals"]?.elements ?? []
    let milestones = goals.flatMap { $0["milestones"]?.elements ?? [] }
    var object: JSONValue? = export
    if question.count > 1 {
      let name = JSONValue.string(question[0])
      object = goals.first { $0["id"] == name } ?? milestones.first { $0["name"] == name }
    }
    for member in question[question.count - 1].split(separator: ".") { object = object?[String(member)] }
    guard let object else { return nil }
    if case .string(let text) = object { return text }
    return object.text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

extension JSONValue {
  fileprivate var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }
}
