import Foundation
import Testing

/// `mm` with language models: a real server on loopback, and programs.
@Suite struct ModelTests {
  private static let key = ModelHome.key
  private static let good = """
    {"milestones": [
      {"id": "frame", "title": "Frame stands", "why": "It holds the roof.", "effort_hours_low": 5, "effort_hours_high": 7,
       "after": [], "wait_days_low": 0, "wait_days_high": 0, "fixed_date": null, "optional": false, "forgotten": null,
       "assumptions": [], "obstacles": ["Rain"], "tasks": []}],
     "questions": []}
    """

  private typealias Home = ModelHome

  private static let draft = "mm draft --for 'A roof over the terrace' --id roof --deadline 2026-12-31 --with"

  @Test func aProgramsPlanIsWrittenAndItsWordsAreKept() throws {
    let home = try Home()
    try home.write(Self.good, to: "answer.json")
    try home.model("helper", "command: sh -c 'cat > question.txt; cat \"$HOME/answer.json\"'")
    let (text, status) = try home.run(Self.draft + " helper --write")
    #expect(status == 0, "\(text)")
    #expect(try home.files(below: "plans")["goals/roof.md"]?.contains("- [ ] Frame stands id:frame due:") == true)
    let kept = try home.files(below: ".local/state/mm/answers")
    #expect(kept.count == 1 && kept.values.first?.contains("Frame stands") == true)
    #expect(try !home.run("mm check").text.contains("error"))
    // A goal may have a milestone of its own name.
    try home.write("---\ngoal: A frame\n---\n## Milestones\n- [ ] Frame\n- [ ] Hung up\n", to: "plans/goals/frame.md")
    #expect(try home.run("mm draft frame --prompt").text.contains("Goal: A frame\n"))
  }

  @Test func whatAModelFindsMissingIsAskedAndWritten() throws {
    let home = try Home()
    try home.write(
      "---\ngoal: A roof\nsuccess: 20 square metres dry\norigin: drawings\ndeadline: 2026-12-31\nconstraints: weekends\nobstacles: rain\n---\n",
      to: "plans/goals/roof.md")
    try home.write(
      #"{"missing": [{"field": "origin", "question": "Is the <b>ground</b> firm?", "why": "The posts stand on it."}]}"#,
      to: "answer.json")
    let (text, status) = try home.run("sh -c 'echo clay | mm anchor roof --from ../answer.json --write'")
    #expect(status == 0 && text.contains("1. Is the ground firm?"), "\(text)")
    #expect(try home.files(below: "plans")["goals/roof.md"]?.contains("origin: [drawings, clay]") == true)
    let prompt = try home.run("mm anchor roof --prompt")
    #expect(prompt.status == 0 && prompt.text.contains("Where it starts: drawings; clay"))
  }

  private static let roof = """
    ---
    goal: A roof over the terrace
    deadline: 2026-12-31
    ---

    ## Milestones

    - [x] Permit is there id:permit done:2026-07-18
    - [ ] Frame stands id:frame due:2026-08-29 effort:18h after:permit
      > Why: it holds the roof.
    - [ ] Roof is on id:roof due:2026-09-26 effort:16h after:frame
      > Stall: rain.
    - [ ] Lights hang id:lights due:2026-10-10 effort:6h after:roof
    - [ ] Lamp bought id:lamp due:2026-10-02 effort:2h
      > Forgotten: it is delivered.

    """

  @Test func aGoalIsDraftedAnewWithAdditionsChangesAndRemovals() throws {
    let home = try Home()
    try home.write(Self.roof, to: "plans/goals/roof.md")
    try home.write(
      """
      {"milestones": [{"id": "paint", "title": "Painted", "why": "Wood rots.", "effort_hours_low": 3, "effort_hours_high": 5,
         "after": ["roof"]}],
       "changes": [{"milestone": "frame", "effort_hours_low": 20, "effort_hours_high": 30, "after": null, "wait_days_low": null,
         "wait_days_high": null, "why": "Two people are needed."}, {"milestone": "lights", "effort_hours_low": 1,
         "effort_hours_high": 1, "why": "It is quick."}],
       "removals": [{"milestone": "lamp", "why": "There is one."}, {"milestone": "permit", "why": "Old."}], "questions": []}
      """, to: "answer.json")
    let prompt = try home.run("mm draft roof --prompt").text
    #expect(prompt.contains("frame: Frame stands (open, may change, due 2026-08-29, effort 18h, after permit)"))
    #expect(prompt.contains("lights: Lights hang (open, due") && prompt.contains("\"removals\""))
    #expect(try home.run("mm draft roof --from ../answer.json").text.contains("Nothing was written yet"))
    let (text, status) = try home.run("mm draft roof --from ../answer.json --write")
    #expect(status == 0, "\(text)")
    for words in [
      "effort 20-30h instead of 18h", "Two people are needed.", "- Lamp bought.", "effort stays 6h, which you wrote",
    ] {
      #expect(text.contains(words), "\(words)\n\(text)")
    }
    let note = try #require(try home.files(below: "plans")["goals/roof.md"])
    for line in [
      "- [x] Permit is there id:permit done:2026-07-18",
      "- [ ] Frame stands id:frame due:2026-08-29 effort:20-30h after:permit",
      "- [ ] Lights hang id:lights due:2026-10-10 effort:6h after:roof",
      "- [-] Lamp bought id:lamp due:2026-10-02 effort:2h\n  > Forgotten: it is delivered.",
      "- [ ] Painted id:paint due:",
    ] {
      #expect(note.contains(line), "\(line)\n\(note)")
    }
    #expect(try !home.run("mm check").text.contains("error"))
    // A loop that the changes would make goes back to who drafted, and is not written.
    try home.write(
      #"{"milestones": [], "changes": [{"milestone": "frame", "after": ["roof"], "why": "So."}], "removals": []}"#,
      to: "answer.json")
    let loop = try home.run("mm draft roof --from ../answer.json --write")
    #expect(loop.status == 1 && loop.text.contains("would wait for each other"), "\(loop.text)")
    #expect(try home.files(below: "plans")["goals/roof.md"] == note)
  }

  @Test func aModelThatFailsKeepsNothingElseFromBeingDone() throws {
    let home = try Home()
    try home.write(Self.roof, to: "plans/goals/roof.md")
    try home.model("broken", "command: sh -c 'echo no tokens left >&2; exit 7'")
    let review = try home.run("mm review --with broken")
    #expect(review.status == 1 && review.text.contains("exit code 7: no tokens left."), "\(review.text)")
    #expect(
      review.text.contains("The note is made without its proposals.") && review.text.contains("The note: reviews/"))
    #expect(try home.files(below: "plans/reviews").values.contains { $0.contains("mm:begin review") })
    let choices = try home.run("mm recalibrate --today +10w --with broken")
    #expect(
      choices.status == 1 && choices.text.contains("without it") && choices.text.contains("mm recalibrate --take"),
      "\(choices.text)"
    )
    let anchor = try home.run(
      "sh -c 'printf \"a big one\\n\" | mm anchor --goal \"A shed\" --id shed --with broken --write'")
    #expect(anchor.status == 1 && anchor.text.contains("Going on without it."), "\(anchor.text)")
    #expect(try home.files(below: "plans")["goals/shed.md"]?.contains("success: a big one") == true)
    // A draft has nothing without the answer.
    let draft = try home.run("mm draft roof --with broken --write")
    #expect(draft.status == 3 && draft.text.contains("Nothing was changed."))
    let unknown = try home.run("mm review --today +3w --with nobody")
    #expect(unknown.status == 2 && unknown.text.contains("nobody"), "\(unknown.text)")
    #expect(try home.files(below: "plans/reviews").count == 1)
  }

  @Test func ctrlCLeavesEverythingAsItWas() throws {
    let home = try Home()
    try home.model("slow", "command: sh -c 'echo begun; touch \"$HOME/begun\"; sleep 60; touch \"$HOME/ended\"'")
    let (process, output) = home.process(Self.draft + " slow --write")
    try process.run()
    while process.isRunning, !FileManager.default.fileExists(atPath: home.folder.appending(path: "begun").path) {
      usleep(20_000)
    }
    kill(process.processIdentifier, SIGINT)
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 3, "\(text)")
    #expect(text.contains("Stopped. Nothing was changed. What came is in \(home.folder.path)"))
    #expect(try home.files(below: "plans").keys.sorted() == ["mm.md"])
    #expect(try !home.files().keys.contains("ended"))
    #expect(try !home.files().keys.contains { $0.hasPrefix("mm-model-") })
  }

  @Test func everyAnswerOfAServerEndsInAPlanOrAClearError() throws {
    let home = try Home()
    let server = Process()
    server.executableURL = URL(filePath: "/usr/bin/env")
    let script = TranscriptPlayer.repository.appending(path: "Tests/ModelBackendsTests/Server/model_server.py")
    server.arguments = ["python3", "-B", script.path]
    let (input, output) = (Pipe(), Pipe())
    server.standardInput = input
    server.standardOutput = output
    try server.run()
    defer { try? input.fileHandleForWriting.close() }
    var line = ""
    while !line.hasSuffix("\n"), let byte = try output.fileHandleForReading.read(upToCount: 1), !byte.isEmpty {
      line += String(decoding: byte, as: UTF8.self)
    }
    let port = try #require(Int(line.dropLast()))
    let ends: [(behaviour: String, status: Int32, words: String)] = [
      ("good", 0, "Written to goals/roof.md"), ("prose", 0, "Written to"), ("repaired", 0, "Written to"),
      ("wrong", 0, "Written to"), ("hostile", 0, "Written to"), ("unknown", 1, "“nowhere”, which is no milestone"),
      ("cycle", 1, "wait for each other"), ("many", 1, "200 milestones are too many"), ("cut-off", 3, "cut off"),
      ("unauthorized", 3, "refused the key"), ("quota", 3, "asks for credit"),
    ]
    for (number, end) in ends.enumerated() {
      let dialect = number.isMultiple(of: 2) ? "openai" : "anthropic"
      try home.model(
        "there",
        "speaks: \(dialect)\nurl: http://127.0.0.1:\(port)/v1\nmodel: \(end.behaviour).\(number)\nkey: TEST_KEY\n")
      let (text, status) = try home.run(Self.draft + " there --write")
      #expect(status == end.status && text.contains(end.words), "\(end.behaviour): \(status) \(text)")
      #expect(!text.contains(Self.key) && !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
      let note = try home.files(below: "plans")["goals/roof.md"]
      #expect((note != nil) == (end.status == 0), "\(end.behaviour)")
      if end.status == 0 {
        for bad in ["://", "<", "![", "\u{1b}", "\u{202e}", "due:1999", "^p-"] {
          #expect(note?.contains(bad) == false, "\(bad) of \(end.behaviour)")
        }
        if end.behaviour == "hostile" { #expect(try !home.run("mm check").text.contains("error")) }
        try FileManager.default.removeItem(at: home.vault.appending(path: "goals/roof.md"))
      }
    }
    // The configuration names the variable; the key itself is nowhere.
    for (name, text) in try home.files() { #expect(!text.contains(Self.key), "\(name)") }
  }
}
