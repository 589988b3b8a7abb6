import Testing

/// `mm review --from`: an answer out of any chat window, with what stands around it.
@Suite struct ReviewAnswerTests {
  private static let answer = """
    {"proposals": [{"kind": "re-estimate", "milestone": "frame", "goal": null, "date": null, "title": null,
      "effort_hours_low": 20, "effort_hours_high": 30, "after": [], "parts": [], "why": "The posts need two people."}],
     "questions": ["Who lifts the beams?"]}
    """

  private static func home(answer: String) throws -> ModelHome {
    let home = try ModelHome()
    try home.write(
      """
      ---
      goal: A roof over the terrace
      deadline: 2026-12-31
      ---

      ## Milestones

      - [ ] Frame stands id:frame due:2026-08-29 effort:18h
      - [ ] Roof is on id:roof due:2026-09-26 effort:16h after:frame
      """, to: "plans/goals/roof.md")
    try home.write(answer, to: "answer.md")
    return home
  }

  @Test(arguments: [
    answer, "Here is what I think.\n\n```json\n\(answer)\n```\n\nGood luck with it.\n",
    "Gladly: \(answer) That is all.",
  ])
  func anAnswerStandsInTheNoteAsTheModels(text: String) throws {
    let home = try Self.home(answer: text)
    #expect(try home.run("mm review --prompt").text.contains("\"proposals\""))
    let (said, status) = try home.run("mm review --from ../answer.md")
    #expect(status == 0, "\(said)")
    let note = try #require(try home.files(below: "plans/reviews")["2026-W31.md"])
    #expect(note.contains("- [ ] From answer: give *Frame stands* an effort of 20-30h. *The posts need two people.*"))
    #expect(note.contains("answer asks: *Who lifts the beams?*"))
    // It is a proposal: nothing has moved yet, and a tick is the yes.
    #expect(try home.files(below: "plans")["goals/roof.md"]?.contains("due:2026-08-29 effort:18h\n") == true)
    try home.write(note.replacing("- [ ] From answer:", with: "- [x] From answer:"), to: "plans/reviews/2026-W31.md")
    #expect(try home.run("mm review").status == 0)
    #expect(try home.files(below: "plans")["goals/roof.md"]?.contains("effort:20-30h") == true)
  }

  @Test(arguments: [String(answer.prefix(150)), "Gladly:\n\n```json\n\(answer.prefix(150))"])
  func anAnswerThatIsCutOffIsSaidToBeAndTheNoteIsMadeAllTheSame(text: String) throws {
    let home = try Self.home(answer: text)
    let (said, status) = try home.run("mm review --from ../answer.md")
    #expect(status == 1 && said.contains("The answer is cut off") && said.contains("without its proposals"), "\(said)")
    let note = try #require(try home.files(below: "plans/reviews")["2026-W31.md"])
    #expect(!note.contains("From answer") && note.contains("## Next week"))
  }

  @Test func whatTheVaultDoesNotHaveIsNotOffered() throws {
    let home = try Self.home(answer: Self.answer.replacing("\"frame\"", with: "\"chimney\""))
    let (said, _) = try home.run("mm review --from ../answer.md")
    #expect(said.contains("chimney"), "\(said)")
    #expect(try home.files(below: "plans/reviews")["2026-W31.md"]?.contains("From answer: give") == false)
  }
}
