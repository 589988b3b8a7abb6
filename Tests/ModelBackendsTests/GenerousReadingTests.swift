import Drafting
import Foundation
import JSONText
import PlanDocuments
import PlanModel
import Testing

@testable import ModelBackends

/// Answers in all the shapes in which models write the same plan of three steps.
@Suite struct GenerousReadingTests {
  static let folder =
    "\(#filePath)".split(separator: "/", omittingEmptySubsequences: false).dropLast()
    .joined(separator: "/") + "/answers"

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()

  @Test func thereAreTwenty() { #expect(Self.names.count == 20) }

  @Test(arguments: names)
  func theSamePlanIsRead(name: String) throws {
    let text = try String(contentsOfFile: "\(Self.folder)/\(name)", encoding: .utf8)
    guard case .value(let value) = AnswerText.object(in: text, with: "milestones") else {
      Issue.record("\(name): \(AnswerText.object(in: text, with: "milestones"))")
      return
    }
    let (draft, problems) = DraftAnswer.draft(value, anchor: GoalAnchor(goal: "A book"))
    #expect(problems == [])
    #expect(
      draft.milestones.map(\.title) == [
        "Outline agreed with the editor", "Twelve chapters drafted", "Manuscript handed in",
      ])
    let hours = draft.milestones.map { ($0.effort?.middle ?? 0) / 60 }
    #expect(zip(hours, [5, 80, 4]).allSatisfy { $0 >= $1 && $0 <= $1 * 6 / 5 }, "\(hours)")
    // What comes before is a step of the plan, however it was named.
    let ids = Set(draft.milestones.map(\.id))
    #expect(draft.milestones.flatMap(\.after).allSatisfy(ids.contains))
    if name.hasPrefix("15") || name.hasPrefix("16") { #expect(draft.milestones[0].wait == Wait(low: 7, high: 14)) }
    if name.hasPrefix("17") { #expect(draft.milestones[2].due?.description == "2027-06-30") }
  }

  @Test(arguments: [
    "I can't do that.", "Read three books (slowly).", "{\"milestones\": [", "| a | b |\n|---|---|\n| 1 | 2 |",
  ])
  func whatIsNoPlanIsNone(text: String) {
    if case .value = AnswerText.object(in: text, with: "milestones") { Issue.record("a plan in \(text)") }
  }
}
