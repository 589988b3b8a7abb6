import PlanDocuments
import Testing

/// A note that is plainly a plan is read, or named with what keeps it from being read.
@Suite struct NamedPlansTests {
  /// As the program reads a vault: ordinary notes are left out.
  private static func read(_ text: String, at path: String = "goals/a.md") -> PlanDocument {
    PlanDocument(reading: SourceText(path: VaultPath(path), bytes: Array(text.utf8)))
  }

  private static func checks(_ text: String, at path: String = "goals/a.md") -> [String] {
    read(text, at: path).findings.map(\.check)
  }

  static let plansThatCannotBeReadAreNamedCases: [String] = [
    "---\ngoal:Learn to sail\n---\n",
    "---\nmilestone:Boat rented\ndue:2027-05-01\n---\n",
    "---\nGoal: Learn to sail\ndeadline: 2027-05-01\n---\n",
    "---\nGOAL: Learn to sail\nsuccess: A day at sea\n---\n",
    "---\ngoal : Learn to sail\n----\n",
    "---\ngoal：Learn to sail\ndeadline：2027-05-01\n---\n",
    "-----\ngoal: Learn to sail\n-----\n",
    "–––\ngoal: Learn to sail\n–––\n",
    "\n\n---\ngoal: Learn to sail\n---\n",
    " ---\ngoal: Learn to sail\n---\n",
    "\u{A0}---\ngoal: Learn to sail\n---\n",
    "<!-- from a template -->\n---\ngoal: Learn to sail\n---\n",
    "<!-- two\nlines -->\n\n---\nmilestone: Boat rented\n---\n",
    "+++\ngoal = \"Learn to sail\"\n+++\n",
    "+++\ntitle = \"x\"\nmilestone = \"Boat rented\"\n+++\n",
    "```yaml\ngoal: Learn to sail\ndeadline: 2027-05-01\n```\n",
    "***\ngoal: Learn to sail\n***\n",
    "~~~\ngoal: Learn to sail\n~~~\n",
  ]

  @Test(arguments: plansThatCannotBeReadAreNamedCases)
  func plansThatCannotBeReadAreNamed(text: String) {
    #expect(Self.checks(text).contains("bad-front-matter"))
  }

  static let otherNotesAreLeftInPeaceCases: [String] = [
    "---\ntitle: Notes\nGoal: none in sight\n---\n", "My goal: be on time.\n", "---\n\nMy goal: be on time.\n",
    "# goal: sail\n", "<!-- goal: sail -->\n", "```yaml\nkey: value\n```\n\ngoal: be on time\n",
    "+++\ntitle = \"The goal = everything\"\n+++\n", "\n\nText with a rule\n\n---\ngoal: x\n", "----\n\ngoal: x\n",
    "---\ngoals: none\n---\n",
  ]

  @Test(arguments: otherNotesAreLeftInPeaceCases)
  func otherNotesAreLeftInPeace(text: String) {
    #expect(Self.checks(text) == [])
  }

  @Test func aNoteInTwoByteLettersIsNamed() {
    for (mark, isBig) in [([0xFF, 0xFE] as [UInt8], false), ([0xFE, 0xFF], true), ([], false), ([], true)] {
      let units = Array("---\r\nmilestone: Boat rented\r\n---\r\n".utf16)
      let bytes =
        mark + units.flatMap { isBig ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      let document = PlanDocument(reading: SourceText(path: VaultPath("a.md"), bytes: bytes))
      #expect(document.findings.map(\.check) == ["bad-front-matter"], "\(mark) \(isBig)")
    }
  }

  static let whatTheFixMakesIsReadCases: [(String, String)] = [
    (
      "---\ngoal:Learn to sail\ndeadline:2027-05-01\n---\nx\n",
      "---\ngoal: Learn to sail\ndeadline: 2027-05-01\n---\nx\n"
    ),
    ("-----\ngoal: Sail\n-----\nx\n", "---\ngoal: Sail\n---\nx\n"),
    ("\n\n---\ngoal: Sail\n---\n", "---\ngoal: Sail\n---\n"),
    ("---\nGoal: Sail\nDeadline: 2027-05-01\n---\n", "---\ngoal: Sail\ndeadline: 2027-05-01\n---\n"),
    ("---\ngoal：Sail\n---\n", "---\ngoal: Sail\n---\n"),
  ]

  @Test(arguments: whatTheFixMakesIsReadCases)
  func whatTheFixMakesIsRead(text: String, expected: String) throws {
    let finding = try #require(Self.read(text).findings.first)
    let fix = try #require(finding.fix)
    #expect(String(decoding: fix.result, as: UTF8.self) == expected)
    #expect(Self.read(expected).kind == .goal)
  }

  static let settingsThatCannotBeReadAreNamedCases: [String] = [
    "---\ntime:2h mon-fri\n---\n", "---\nTime: 2h mon-fri\n---\n", "----\ntime: 2h mon-fri\n----\n",
    "\n---\ntime: 2h mon-fri\n---\n",
    "+++\ntime = \"2h mon-fri\"\n+++\n",
  ]

  @Test(arguments: settingsThatCannotBeReadAreNamedCases)
  func settingsThatCannotBeReadAreNamed(text: String) {
    #expect(Self.checks(text, at: "mm.md").contains("bad-front-matter"))
  }

  static let textThatACommentTakesIsToldCases: [(String, Bool)] = [
    ("goal: Be #2 in chess", true), ("goal: #2 in chess", true), ("goal: Chess\nsuccess: Place #2", true),
    ("goal: Chess\norigin: Place #90 of 100", true), ("goal: Chess\nconstraints: no #late games", true),
    ("goal: Chess # in the club", false), ("goal: \"Be #2 in chess\"", false), ("goal: 'Chess' # x", false),
    ("goal: C#", false), ("goal: Chess\ndeadline: 2027-01-01 #x", false), ("goal: Chess\nnote: see #2", false),
  ]

  @Test(arguments: textThatACommentTakesIsToldCases)
  func textThatACommentTakesIsTold(keys: String, isTold: Bool) {
    let document = Self.read("---\n\(keys)\n---\n")
    #expect(document.findings.contains { $0.check == "bad-value" && $0.fix != nil } == isTold)
  }
}
